"""The order of the picture: what it is of, the map with its key, weekly counts, small print."""

from collections.abc import Iterator

from checker.findings.finding import Summary
from checker.outputs.colours import LOOKS
from checker.outputs.drawing.base import CREDIT
from checker.outputs.drawing.gathered import Gathered
from checker.outputs.drawing.inks import inks_of
from checker.outputs.drawing.scene import Scene, scene_of
from checker.outputs.drawing.weeks import Weeks, weeks_of
from checker.outputs.gravest import GRAVITY
from checker.outputs.picture.map import map_lines
from checker.outputs.picture.strokes import fitted, mark, path, words
from checker.outputs.picture.weeks import weeks_height, weeks_lines
from checker.outputs.plain import STANDINGS, counted
from checker.outputs.xml_text import attributes, element

__all__ = ["FONTS", "WIDTH", "map_notes", "picture"]

WIDTH, _SIDE, _EDGE, _KEY = 1060.0, 760.0, 20.0, 232.0
FONTS = "'DejaVu Sans', 'Noto Sans', 'Segoe UI', Helvetica, Arial, sans-serif"
_INK, _PALE = "#222222", "#666666"
_MOST_LIMITS = 11


def picture(gathered: Gathered, summary: Summary) -> str:
    """Return the picture as a document."""
    scene, weeks = scene_of(gathered), weeks_of(gathered.weekly)
    notes = [*map_notes(gathered, scene, summary), CREDIT]
    lines = [line for note in notes for line in _wrapped(note, 185)]
    top = 78.0
    below = top + _SIDE + 44.0
    foot = below + weeks_height(weeks) + 28.0
    height = foot + 15.0 * len(lines) + 10.0
    title = f"{gathered.header.agreement_title}: {counted(gathered.total, 'finding')}"
    size = attributes(width=WIDTH, height=round(height), viewBox=f"0 0 {WIDTH:g} {height:g}")
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg"{size} role="img"',
        f"{attributes(**{'font-family': FONTS})}>\n{element('title', title)}\n",
        f'<rect width="{WIDTH:g}" height="{height:g}" fill="#ffffff"/>\n',
        *_head(gathered, summary),
        *map_lines(scene, _EDGE, top, _SIDE),
        *_key(gathered, scene, _EDGE + _SIDE + 18.0, top),
        *_weekly(weeks, below),
        *(
            words(line, _EDGE, foot + 15.0 * place, font_size=10.5, fill=_PALE)
            for place, line in enumerate(lines)
        ),
        "</svg>\n",
    ]
    return "".join(parts)


def map_notes(gathered: Gathered, scene: Scene, summary: Summary) -> Iterator[str]:
    """Yield what the map leaves out, and how it is to be read."""
    edition = gathered.header.edition
    if edition is not None:
        yield f"{edition.said[0].upper()}{edition.said[1:]}."
    if summary.hollow is not None:
        yield f"No answer: {summary.hollow}. This is no pass."
    if scene.unplaced:
        yield f"{counted(scene.unplaced, 'finding')} without a position: not on the map."
    if scene.beyond:
        yield f"{counted(scene.beyond, 'position')} outside of the view."
    if scene.crowds:
        yield (
            f"All {gathered.placed:,} findings with a position are counted in squares: the colour "
            "is that of the gravest, the darker the more."
        )
    if summary.hidden:
        yield f"{counted(summary.hidden, 'finding')} more hidden by filters."
    yield (
        "A disc is the ground in which a reported position lies; a pale band along a place, where "
        "its edge may truly run. A limit line is drawn for a position and a place without doubt."
    )
    yield "What was reported is compared with what was agreed. People decide guilt."


def _head(gathered: Gathered, summary: Summary) -> Iterator[str]:
    header = gathered.header
    title = fitted(header.agreement_title, WIDTH - 2 * _EDGE, 20)
    yield words(title, _EDGE, 34, font_size=20, font_weight="bold", fill=_INK)
    at = f", as of {header.as_of[:10]}" if header.as_of else ""
    reports = sum(one.rows for one in summary.inputs)
    said = (
        f"{counted(gathered.total, 'finding')} from {counted(reports, 'report')}{at} "
        f"(accord {header.accord}, agreement sha256 {header.agreement_sha256[:12]})"
    )
    yield words(fitted(said, WIDTH - 2 * _EDGE, 13), _EDGE, 58, font_size=13, fill=_PALE)


def _key(gathered: Gathered, scene: Scene, left: float, top: float) -> Iterator[str]:
    """Yield what the marks mean, with the count of each standing."""
    totals: dict[str, int] = {}
    for (_, word), count in gathered.counts.items():
        totals[word] = totals.get(word, 0) + count
    y = top + 14.0
    yield words("Findings", left, y, font_size=13, font_weight="bold", fill=_INK)
    for word in sorted(totals, key=GRAVITY.__getitem__):
        y += 23.0
        yield mark(word, left + 9, y - 4, 7.0)
        yield words(STANDINGS[word], left + 26, y, font_size=12.5, fill=_INK)
        yield words(
            f"{totals[word]:,}", left + _KEY, y, font_size=12.5, text_anchor="end", fill=_INK
        )
    yield from _ground_key(scene, left, y + 36.0)


def _ground_key(scene: Scene, left: float, top: float) -> Iterator[str]:
    yield words("Ground", left, top, font_size=13, font_weight="bold", fill=_INK)
    disc = f"#{LOOKS['undetermined'].colour}"
    across = "M{x},{y}h20"
    samples: list[tuple[str, dict[str, str | float | None], str]] = [
        ("disc of doubt", {"fill": disc, "fill_opacity": 0.15, "stroke": disc}, ""),
        ("place", {"fill": "none", "stroke": "#6d5d3f", "stroke_width": 1.6}, across),
        ("where its edge may run", {"stroke": "#8a7a5c", "stroke_opacity": 0.25,
                                    "stroke_width": 10}, across),
        ("border, as held", {"stroke": "#b0a48f", "stroke_width": 2,
                             "stroke_dasharray": "9 3 2 3"}, across),
    ]  # fmt: skip
    y = top
    for said, look, shape in samples:
        y += 22.0
        d = shape.format(x=left, y=y - 4) or f"M{left + 3},{y - 4}a7,7 0 1 0 14,0a7,7 0 1 0 -14,0Z"
        yield path(d, **look)
        yield words(said, left + 28, y, font_size=12, fill=_INK)
    yield from _limit_key(scene, left, y + 36.0)


def _limit_key(scene: Scene, left: float, top: float) -> Iterator[str]:
    inks = inks_of(scene.limits)
    if not inks:
        return
    yield words("Limits of clauses", left, top, font_size=13, font_weight="bold", fill=_INK)
    y = top
    for (clause, said, of), ink in [*inks.items()][:_MOST_LIMITS]:
        y += 24.0
        yield path(f"M{left},{y - 4}h24", stroke=ink.colour, stroke_width=2,
                   stroke_dasharray=ink.dashes)  # fmt: skip
        yield words(fitted(clause, _KEY - 30, 12), left + 30, y, font_size=12, fill=_INK)
        y += 13.0
        what = fitted(f"{said} from {of}", _KEY - 30, 10.5)
        yield words(what, left + 30, y, font_size=10.5, fill=_PALE)
    more = len(inks) - _MOST_LIMITS
    rest = f"and {counted(more, 'limit')} more; " if more > 0 else ""
    y += 20.0
    yield words(f"{rest}dotted: an end of a vague one", left, y, font_size=10.5, fill=_PALE)


def _weekly(weeks: Weeks, top: float) -> Iterator[str]:
    said = f"Findings per {weeks.said}, by side"
    yield words(said, _EDGE, top - 12, font_size=13, font_weight="bold", fill=_INK)
    if weeks.undated:
        yield words(
            weeks.undated, WIDTH - _EDGE, top - 12, font_size=11, text_anchor="end", fill=_PALE
        )
    yield from weeks_lines(weeks, _EDGE, top, WIDTH - 2 * _EDGE)


def _wrapped(said: str, most: int) -> Iterator[str]:
    line = ""
    for word in said.split():
        if line and len(line) + len(word) >= most:
            yield line
            line = ""
        line = f"{line} {word}".strip()
    yield line
