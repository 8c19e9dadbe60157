"""Weekly counts of findings by side, drawn in SVG: one lane for each side, one scale for all."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from checker.outputs.colours import LOOKS
from checker.outputs.drawing.marks import mark_path
from checker.outputs.drawing.weeks import Lane, Weeks
from checker.outputs.picture.strokes import fitted, path, words

__all__ = ["LANE", "weeks_height", "weeks_lines"]

LANE = 52.0
_NAME = 210.0
_INK, _PALE = "#333333", "#8a8a8a"
_FOOT = 26.0
_MARK_ROOM = 9.0
_DIGIT = 6.0


def weeks_height(weeks: Weeks) -> float:
    """Return how high the drawing is."""
    return LANE * len(weeks.lanes) + _FOOT


def weeks_lines(weeks: Weeks, left: float, top: float, width: float) -> Iterator[str]:
    """Yield a lane for each side, and the dates below."""
    if weeks.first is None or weeks.last is None:
        for place, lane in enumerate(weeks.lanes):
            yield from _name(lane, left, top + LANE * place)
        return
    bars = (weeks.last - weeks.first).days // (7 * weeks.weeks) + 1
    start, step = left + _NAME, (width - _NAME) / bars
    for place, lane in enumerate(weeks.lanes):
        foot = top + LANE * (place + 1) - 6
        yield from _name(lane, left, top + LANE * place)
        yield path(f"M{start},{foot}H{left + width:.1f}", stroke="#cccccc", stroke_width=1)
        for day, counts in lane.bars.items():
            column = (day - weeks.first).days // (7 * weeks.weeks)
            yield from _bar(counts, (start + step * column, foot), step, weeks.highest)
    yield from _dates(weeks, weeks.first, (start, top + LANE * len(weeks.lanes)), step, bars)


def _name(lane: Lane, left: float, top: float) -> Iterator[str]:
    yield words(fitted(lane.side, _NAME - 14, 12), left, top + 26, font_size=12, fill=_INK)
    undated = f", {lane.undated:,} without a time" if lane.undated else ""
    said = f"{lane.total:,} in all{undated}"
    yield words(said, left, top + 41, font_size=10.5, fill=_PALE)


def _bar(
    counts: Mapping[str, int], at: tuple[float, float], step: float, highest: int
) -> Iterator[str]:
    """Yield one bar, the gravest standing lowest; each part that has room wears its mark."""
    x, y = at
    wide = max(1.0, min(step * 0.82, 34.0))
    room = LANE - 20.0
    for word, count in counts.items():
        high = room * count / highest
        look = LOOKS[word]
        yield (
            f'<rect x="{x + (step - wide) / 2:.1f}" y="{y - high:.1f}" width="{wide:.1f}" '
            f'height="{high:.1f}" fill="#{look.colour}" stroke="#ffffff" stroke-width="0.5"/>\n'
        )
        if high >= _MARK_ROOM and wide >= _MARK_ROOM:
            d = mark_path(look.mark, x + step / 2, y - high / 2, 3.0)
            yield path(d, fill="none", stroke="#ffffff", stroke_width=1.2)
        y -= high
    total = sum(counts.values())
    if step >= _DIGIT * len(f"{total:,}"):
        yield words(f"{total:,}", x + step / 2, y - 2, font_size=9, text_anchor="middle", fill=_INK)


def _dates(
    weeks: Weeks, first: date, at: tuple[float, float], step: float, bars: int
) -> Iterator[str]:
    """Yield the first days of some bars, as many as have room."""
    every = max(1, -(-78 // max(1, int(step))))
    for bar in range(0, bars, every):
        x = at[0] + step * bar
        day = first + timedelta(weeks=weeks.weeks * bar)
        yield path(f"M{x:.1f},{at[1] - 6}v5", stroke=_PALE, stroke_width=1)
        yield words(day.isoformat(), x, at[1] + 10, font_size=10, fill=_PALE)
