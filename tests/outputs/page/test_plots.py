"""The map by bokeh: what lies on it before any script runs."""

from bokeh.models import HoverTool, MultiLine, Range1d, WheelZoomTool

from checker.outputs.drawing.scene import scene_of
from checker.outputs.page.plots import TIP, map_plot
from tests.findings.made import finding
from tests.outputs.drawing.made import gathered


def test_places_and_limits_are_drawn_and_tell_what_they_are() -> None:
    plot = map_plot(scene_of(gathered(finding(lon=36.02, lat=33.2))))
    said = [
        head
        for one in plot.renderers
        if isinstance(one.glyph, MultiLine) and "head" in one.data_source.data
        for head in one.data_source.data["head"]
    ]
    assert "river" in said
    assert said.count("5..9 km from river") >= 2


def test_it_can_be_moved_but_not_off_the_base_and_the_wheel_scrolls_the_page() -> None:
    plot = map_plot(scene_of(gathered(finding(lon=36.02, lat=33.2))))
    assert isinstance(plot.x_range, Range1d)
    low, high = plot.x_range.bounds
    assert low < plot.x_range.start < plot.x_range.end < high
    assert plot.select_one(WheelZoomTool).modifiers == {"ctrl": True}


def test_tips_put_texts_in_as_texts() -> None:
    plot = map_plot(scene_of(gathered()))
    assert {tool.tooltips for tool in plot.select(HoverTool)} == {TIP}
    assert "safe" not in TIP
    assert plot.select_one({"name": "spots"}) is None or plot.select({"name": "spots"})
