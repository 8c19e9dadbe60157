"""The weekly counts and the timeline by bokeh: lanes over the same kind of time."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bokeh.models import ColumnDataSource, HoverTool, Label, Range1d
from bokeh.plotting import figure

from checker.outputs.colours import LOOKS
from checker.outputs.cut import shortened
from checker.outputs.drawing.weeks import Weeks
from checker.outputs.page.lanes import ConditionLane, Incident
from checker.outputs.page.plots import TIP, Plot
from checker.outputs.plain import STANDINGS, period_text
from checker.outputs.printable import printable

__all__ = ["BOKEH_MARKS", "MARK_SIZES", "STATE_LOOKS", "timeline_plot", "weekly_plot"]

BOKEH_MARKS = {"pentagon": "hex", "cross2": "x", "line": "dash"}
"""What bokeh calls marks otherwise."""

MARK_SIZES = {"diamond": 21, "triangle": 17, "square": 14}
"""Bokeh draws marks of one size unlike each other; in pixels, 15 for others."""

_HATCHES = {
    "apparent_violation": "/",
    "breaks_condition": "x",
    "depends_on_reading": "-",
    "undetermined": ".",
    "excepted": "|",
    "compliant": "|",
}
STATE_LOOKS = {
    "in force": ("#009e73", None),
    "not known": ("#cccccc", "."),
    "suspended": ("#cc79a7", "/"),
    "ended": ("#444444", None),
}
_LANE_PX, _FOOT_PX = 54, 70
_HIGH = 0.55
_DAY_MS = 86_400_000.0
_MOST_LANES = 40
_NAME = 140


def weekly_plot(weeks: Weeks) -> Plot | None:
    """Return a bar for each week and side, one above the other by standing; None without times."""
    if weeks.first is None or weeks.last is None:
        return None
    keys = ("left", "right", "bottom", "top", "color", "hatch", "head", "lines")
    source: dict[str, list[Any]] = {key: [] for key in keys}
    sums: dict[str, list[Any]] = {key: [] for key in ("x", "y", "text")}
    for place, lane in enumerate(weeks.lanes):
        for day, counts in lane.bars.items():
            foot = float(-place)
            for word, count in counts.items():
                top = foot + _HIGH * count / weeks.highest
                end = day + timedelta(weeks=weeks.weeks)
                row = (
                    _ms(day) + 0.5 * _DAY_MS,
                    _ms(end) - 0.5 * _DAY_MS,
                    foot,
                    top,
                    f"#{LOOKS[word].colour}",
                    _HATCHES.get(word, " "),
                    f"{count:,} {STANDINGS[word]}",
                    f"{lane.side}\n{weeks.said} of {day.isoformat()}",
                )
                for key, value in zip(keys, row, strict=True):
                    source[key].append(value)
                foot = top
            sums["x"].append(_ms(day) + 3.5 * weeks.weeks * _DAY_MS)
            sums["y"].append(foot)
            sums["text"].append(f"{sum(counts.values()):,}")
    names = {
        -place: shortened_name(f"{one.side} ({one.total:,})")
        for place, one in enumerate(weeks.lanes)
    }
    last = weeks.last + timedelta(weeks=weeks.weeks)
    plot = _lanes("weekly", names, (_ms(weeks.first), _ms(last)))
    bars = plot.quad(
        left="left", right="right", bottom="bottom", top="top", source=ColumnDataSource(source),
        fill_color="color", line_color="#ffffff", hatch_pattern="hatch", hatch_color="#ffffff",
        hatch_scale=7, hatch_weight=1,
    )  # fmt: skip
    plot.text("x", "y", "text", source=ColumnDataSource(sums), text_align="center",
              text_font_size="10px", text_color="#444444")  # fmt: skip
    plot.add_tools(HoverTool(renderers=[bars], tooltips=TIP))
    return plot


def timeline_plot(found: Sequence[Incident], lanes: Sequence[ConditionLane]) -> Plot | None:
    """Return a lane for each clause with incidents and for each condition; None for none."""
    clauses = list(dict.fromkeys(one.clause for one in found))
    shown = lanes[: max(0, _MOST_LANES - len(clauses))]
    times = [_ms(moment) for one in found for moment in (one.first, one.last)]
    times += [
        _ms(moment)
        for lane in shown
        for piece in lane.pieces
        for moment in (piece.first, piece.last)
        if moment is not None
    ]
    if not times:
        return None
    room = max(7.0 * _DAY_MS, 0.04 * (max(times) - min(times)))
    span = min(times) - room, max(times) + room
    names = {-place: shortened_name(clause) for place, clause in enumerate(clauses)}
    for place, lane in enumerate(shown, len(clauses)):
        under = f" ({lane.readings})" if lane.readings else ""
        names[-place] = shortened_name(f"{lane.clause}{under}")
    plot = _lanes("timeline", names, span)
    _draw_pieces(plot, shown, len(clauses), span)
    _draw_incidents(plot, found, clauses)
    return plot


def shortened_name(said: str) -> str:
    """Return a name as far as a lane has room."""
    return said if len(said) <= _NAME else f"{said[: _NAME - 1]}\N{HORIZONTAL ELLIPSIS}"


def _draw_incidents(plot: Plot, found: Sequence[Incident], clauses: list[str]) -> None:
    keys = ("x0", "x1", "y", "color", "mark", "size", "head", "lines", "first")
    source: dict[str, list[Any]] = {key: [] for key in keys}
    for one in found:
        look = LOOKS[one.standing]
        row = (
            _ms(one.first),
            _ms(one.last),
            0.3 - clauses.index(one.clause),
            f"#{look.colour}",
            BOKEH_MARKS.get(look.mark, look.mark),
            MARK_SIZES.get(look.mark, 15),
            STANDINGS[one.standing],
            shortened(f"{printable(one.said)}\n{period_text(one.first, one.last)}", 400),
            one.findings[0],
        )
        for key, value in zip(keys, row, strict=True):
            source[key].append(value)
    data = ColumnDataSource(source, name="incidents")
    plot.segment("x0", "y", "x1", "y", source=data, line_color="color", line_width=4)
    marks = plot.scatter("x0", "y", source=data, marker={"field": "mark"}, size="size",
                         fill_color="color", line_color="#ffffff",
                         nonselection_alpha=1.0)  # fmt: skip
    plot.add_tools(HoverTool(renderers=[marks], tooltips=TIP))


def _draw_pieces(
    plot: Plot,
    lanes: Sequence[ConditionLane],
    above: int,
    span: tuple[float, float],
) -> None:
    keys = ("left", "right", "bottom", "top", "color", "hatch", "head", "lines")
    source: dict[str, list[Any]] = {key: [] for key in keys}
    for place, lane in enumerate(lanes, above):
        for piece in lane.pieces:
            colour, hatch = STATE_LOOKS[piece.state]
            because = f"\nby report {printable(piece.cause)}" if piece.cause else ""
            row = (
                _ms(piece.first) if piece.first else span[0],
                _ms(piece.last) if piece.last else span[1],
                0.08 - place,
                0.5 - place,
                colour,
                hatch or " ",
                f"{piece.state}, {period_text(piece.first, piece.last)}",
                shortened(f"{lane.clause}: {lane.condition}{because}", 400),
            )
            for key, value in zip(keys, row, strict=True):
                source[key].append(value)
    bars = plot.quad(
        left="left", right="right", bottom="bottom", top="top", source=ColumnDataSource(source),
        fill_color="color", line_color="#ffffff", hatch_pattern="hatch", hatch_color="#333333",
        hatch_scale=8, hatch_weight=1,
    )  # fmt: skip
    plot.add_tools(HoverTool(renderers=[bars], tooltips=TIP))


def _lanes(name: str, names: dict[int, str], span: tuple[float, float]) -> Plot:
    plot = figure(
        name=name,
        x_axis_type="datetime",
        x_range=Range1d(*span),
        y_range=Range1d(0.9 - len(names), 1.1),
        height=_LANE_PX * len(names) + _FOOT_PX,
        sizing_mode="stretch_width",
        tools="xpan,xzoom_in,xzoom_out,tap,reset",
        toolbar_location="above",
    )
    plot.toolbar.logo = None
    plot.yaxis.visible = False
    for place, said in names.items():
        # The name stands in its lane, so that a narrow screen loses no room to a margin of names.
        plot.add_layout(
            Label(x=5, x_units="screen", y=place + 0.97, text=said, text_baseline="top",
                  text_font_size="12px", text_color="#222222", background_fill_color="#ffffff",
                  background_fill_alpha=0.7)
        )  # fmt: skip
    plot.grid.grid_line_color = "#e5e5e5"
    plot.outline_line_color = "#bbbbbb"
    return plot


def _ms(moment: str | date) -> float:
    """Return the clock time of a moment in milliseconds since 1970, as if it were UTC.

    The plots tell times by the agreement's clock, as the texts do.
    """
    if isinstance(moment, str):
        return _ms_of(datetime.fromisoformat(moment).replace(tzinfo=UTC))
    return _ms_of(datetime(moment.year, moment.month, moment.day, tzinfo=UTC))


def _ms_of(moment: datetime) -> float:
    return (moment - datetime(1970, 1, 1, tzinfo=UTC)) / timedelta(milliseconds=1)
