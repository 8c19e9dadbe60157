"""The map by bokeh: what lies on it before the script puts the findings there."""

from collections.abc import Iterable
from typing import Any, TypeAlias

import numpy as np
from bokeh.models import (
    BoxZoomTool,
    ColumnDataSource,
    HoverTool,
    PanTool,
    Range1d,
    ResetTool,
    ScaleBar,
    TapTool,
    WheelZoomTool,
)
from bokeh.models.annotations.dimensional import MetricLength
from bokeh.plotting import figure

from checker.geography.flat import FlatLine
from checker.outputs.drawing.inks import inks_of, key_of
from checker.outputs.drawing.labels import label_tiers
from checker.outputs.drawing.scene import Scene, SceneLimit

__all__ = ["TIP", "Plot", "map_plot"]

Plot: TypeAlias = Any
"""A figure of bokeh, or a part of one: bokeh is loaded for a page alone."""

TIP = (
    '<div style="max-width:24em;white-space:pre-line;font-size:13px">'
    "<strong>@head</strong><br>@lines</div>"
)
"""Bokeh puts the columns in as text, never as markup."""

_BASE_REACH = 3.0
_GROUND, _SEA, _INK = "#6d5d3f", "#f7f5f0", "#444444"
_FINEST = 4_000.0
"""A view has so many steps from side to side that a coordinate has to tell."""


def map_plot(scene: Scene) -> Plot:
    """Return the figure; its sources ``spots``, ``discs``, ``crowds`` and ``ring`` are empty."""
    x, y = scene.centre
    wide = scene.reach_m * _BASE_REACH
    plot = figure(
        name="map",
        tools=[PanTool(), BoxZoomTool(match_aspect=True), WheelZoomTool(modifiers="ctrl"),
               ResetTool(), TapTool()],
        toolbar_location="above",
        x_range=Range1d(x - scene.reach_m, x + scene.reach_m, bounds=(x - wide, x + wide)),
        y_range=Range1d(y - scene.reach_m, y + scene.reach_m, bounds=(y - wide, y + wide)),
        sizing_mode="stretch_both",
        background_fill_color=_SEA,
    )  # fmt: skip
    plot.axis.visible = False
    plot.grid.visible = False
    plot.toolbar.logo = None
    _base(plot, scene)
    _ground(plot, scene)
    _names(plot, scene)
    _findings(plot)
    unit = MetricLength(include=["m", "km"])
    plot.add_layout(
        ScaleBar(
            range=plot.x_range, unit="m", dimensional=unit, bar_length=0.2, location="bottom_right"
        )
    )
    return plot


def _base(plot: Plot, scene: Scene) -> None:
    lines = (
        (scene.grid.lines, "#e2ddd2", "solid", 1.0),
        (scene.base.coasts, "#9db4c0", "solid", 1.2),
        (scene.base.borders, "#b0a48f", "dotdash", 2.0),
    )
    for some, colour, dash, width in lines:
        xs, ys = _columns(scene, some)
        plot.multi_line(xs, ys, color=colour, line_dash=dash, line_width=width, level="underlay")
    told = [(_near(scene, one.x_m), _near(scene, one.y_m), one.text) for one in scene.grid.labels]
    x, y, said = zip(*told, strict=True) if told else ((), (), ())
    plot.text(list(x), list(y), list(said), text_font_size="10px", text_color="#8a8a8a",
              level="underlay")  # fmt: skip


def _ground(plot: Plot, scene: Scene) -> None:
    """Draw places with their bands, and limits; a pointer over them is told what they are."""
    rings: list[list[list[list[float]]]] = [[], []]
    for one in scene.places:
        for fill in one.band.fills:
            for axis in (0, 1):
                rings[axis].append(
                    [[_near(scene, v) for v in ring[axis].tolist()] for ring in fill]
                )
    xs, ys = ([[polygon] for polygon in rings[axis]] for axis in (0, 1))
    plot.multi_polygons(xs, ys, fill_color="#8a7a5c", fill_alpha=0.13, line_color=None)
    source: dict[str, list[Any]] = {"xs": [], "ys": [], "head": [], "lines": []}
    for one in scene.places:
        place = one.place
        lines = [f"source: {place.source}" if place.source else ""]
        lines += [f"good to {place.accuracy_m:,.0f} m" if place.accuracy_m is not None else ""]
        lines += [f"drawn so where {place.readings}" if place.readings else ""]
        _rows(scene, source, (*one.shape.outlines, *one.shape.lines), place.name, lines)
    drawn = plot.multi_line(
        "xs", "ys", source=ColumnDataSource(source), color=_GROUND, line_width=1.6
    )
    limits = [_limit(plot, scene, one) for one in scene.limits]
    plot.add_tools(HoverTool(renderers=[drawn, *limits], tooltips=TIP, line_policy="interp"))
    points = [point for one in scene.places for point in one.shape.points]
    plot.scatter(
        [x for x, _ in points], [y for _, y in points], marker="cross", size=9, color=_GROUND
    )


def _limit(plot: Plot, scene: Scene, one: SceneLimit) -> Plot:
    limit, ink = one.limit, inks_of(scene.limits)[key_of(one.limit)]
    source: dict[str, list[Any]] = {"xs": [], "ys": [], "head": [], "lines": []}
    ends = {"low": "the lower end of it", "high": "the upper end of it"}
    lines = [ends.get(limit.end, ""), f"{limit.at_m:,.0f} m; of clause {limit.clause}"]
    lines += [f"on the side of {limit.toward}" if limit.toward else ""]
    lines += [f"where {limit.readings}" if limit.readings else ""]
    _rows(scene, source, one.shape.lines, f"{limit.said} from {limit.of}", lines)
    dashes = [int(part) for part in ink.dashes.split()] if limit.end == "exact" else [2, 4]
    return plot.multi_line(
        "xs", "ys", source=ColumnDataSource(source), color=ink.colour, line_dash=dashes,
        line_width=1.8 if limit.end == "exact" else 1.3,
    )  # fmt: skip


def _findings(plot: Plot) -> None:
    """Draw what the script fills in: squares, discs, marks, their numbers, and what is chosen."""
    crowds = _empty("crowds", "x", "y", "side", "color", "alpha", "head", "lines")
    squares = plot.rect("x", "y", "side", "side", source=crowds, fill_color="color",
                        fill_alpha="alpha", line_color=None)  # fmt: skip
    discs = _empty("discs", "xs", "ys", "color")
    plot.multi_polygons("xs", "ys", source=discs, fill_color="color", fill_alpha=0.09,
                        line_color="color", line_alpha=0.7, nonselection_alpha=0.09)  # fmt: skip
    ring_disc = _empty("ring-disc", "xs", "ys")
    plot.multi_polygons("xs", "ys", source=ring_disc, fill_color=None, line_color="#000000",
                        line_width=2.5)  # fmt: skip
    spots = _empty(
        "spots",
        "x",
        "y",
        "mark",
        "color",
        "edge",
        "size",
        "line",
        "number",
        "head",
        "lines",
        "place",
    )
    marks = plot.scatter("x", "y", source=spots, marker={"field": "mark"}, size="size",
                         fill_color="color", line_color="edge", line_width="line",
                         nonselection_alpha=1.0, name="marks")  # fmt: skip
    plot.text("x", "y", "number", source=spots, x_offset=9, y_offset=-3, text_font_size="11px",
              text_font_style="bold", text_color="#000000",
              nonselection_alpha=1.0)  # fmt: skip
    ring = _empty("ring", "x", "y")
    plot.scatter("x", "y", source=ring, marker="circle", size=30, fill_color=None,
                 line_color="#000000", line_width=3)  # fmt: skip
    plot.add_tools(HoverTool(renderers=[marks, squares], tooltips=TIP))
    plot.select_one(TapTool).renderers = [marks]


def _names(plot: Plot, scene: Scene) -> None:
    """Draw names in tiers: each tier has room from another scale on, which the script watches."""
    for tier, labels in enumerate(label_tiers(scene)):
        for style, colour, some in (
            ("italic", _GROUND, [one for one in labels if one.is_place]),
            ("normal", _INK, [one for one in labels if not one.is_place]),
        ):
            x, y = [one.x_m for one in some], [one.y_m for one in some]
            drawn = plot.text(
                x, y, [one.text for one in some], x_offset=0 if style == "italic" else 5,
                text_baseline="middle", text_font_size="11px", text_font_style=style,
                text_color=colour, name=f"names-{tier}",
            )  # fmt: skip
            drawn.visible = tier == 0
            if style == "normal" and some:
                dots = plot.scatter(
                    x, y, marker="circle", size=3.5, color=_INK, name=f"names-{tier}"
                )
                dots.visible = tier == 0


def _empty(name: str, *columns: str) -> Plot:
    return ColumnDataSource({column: [] for column in columns}, name=name)


def _rows(
    scene: Scene,
    source: dict[str, list[Any]],
    lines: Iterable[FlatLine],
    head: str,
    said: list[str],
) -> None:
    xs, ys = _columns(scene, lines)
    source["xs"] += xs
    source["ys"] += ys
    source["head"] += [head] * len(xs)
    source["lines"] += ["\n".join(line for line in said if line)] * len(xs)


def _columns(scene: Scene, lines: Iterable[FlatLine]) -> tuple[list[Any], list[Any]]:
    """Return lines as far as the map reaches, as fine as it can be looked at."""
    step = scene.reach_m / _FINEST
    xs, ys = [], []
    for x, y in lines:
        far = np.maximum(np.abs(x - scene.centre[0]), np.abs(y - scene.centre[1]))
        if far.min(initial=np.inf) > scene.reach_m * _BASE_REACH * 1.5:
            continue
        moved = np.concatenate([[np.inf], np.maximum(np.abs(np.diff(x)), np.abs(np.diff(y)))])
        kept = moved >= step
        kept[-1] = True
        xs.append([_near(scene, value) for value in x[kept].tolist()])
        ys.append([_near(scene, value) for value in y[kept].tolist()])
    return xs, ys


def _near(scene: Scene, value: float) -> float:
    """Round to what can be seen at the largest scale."""
    return round(value, 0 if scene.reach_m > 20_000.0 else 2)  # noqa: PLR2004 - metres
