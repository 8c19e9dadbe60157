"""What bokeh makes of the map and the plots: its script, and each plot in fixed names."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from bokeh.embed import json_item
from bokeh.resources import Resources

from checker.outputs.drawing.scene import Scene
from checker.outputs.drawing.weeks import Weeks
from checker.outputs.page.charts import timeline_plot, weekly_plot
from checker.outputs.page.lanes import ConditionLane, Incident
from checker.outputs.page.plots import Plot, map_plot

__all__ = ["bokeh_script", "items_of"]

Item: TypeAlias = Any
"""JSON as bokeh writes it."""


def items_of(
    scene: Scene, weeks: Weeks, found: Sequence[Incident], lanes: Sequence[ConditionLane]
) -> dict[str, Item]:
    """Return what the script embeds, by the id of the element that takes it."""
    plots = {
        "map": map_plot(scene),
        "weekly": weekly_plot(weeks),
        "timeline": timeline_plot(found, lanes),
    }
    return {name: _item(name, plot) for name, plot in plots.items() if plot is not None}


def bokeh_script() -> str:
    """Return bokeh's own script without what a page of plots does not use."""
    script = Resources(mode="inline", components=["bokeh"]).js_raw[0]
    return str(script).replace("</script", "<\\/script")


def _item(name: str, plot: Plot) -> Item:
    """Return a plot as JSON; bokeh numbers its models through a run, the page each plot anew."""
    names: dict[str, str] = {}
    return _renamed(json_item(plot, name), name, names)


def _renamed(value: Item, prefix: str, names: dict[str, str]) -> Item:
    if isinstance(value, list):
        return [_renamed(one, prefix, names) for one in value]
    if not isinstance(value, dict):
        return value
    renamed = {}
    for key, inner in value.items():
        if key in {"id", "root_id", "docid"} and isinstance(inner, str):
            renamed[key] = names.setdefault(inner, f"{prefix}-{len(names)}")
        else:
            renamed[key] = _renamed(inner, prefix, names)
    return renamed
