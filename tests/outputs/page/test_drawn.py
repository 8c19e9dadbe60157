"""Plots in fixed names: the same bytes, however many were drawn before."""

from checker.outputs.drawing.scene import scene_of
from checker.outputs.drawing.weeks import weeks_of
from checker.outputs.json_text import dumped
from checker.outputs.page.drawn import bokeh_script, items_of
from tests.findings.made import finding
from tests.outputs.drawing.made import gathered


def items() -> dict[str, object]:
    found = gathered(finding(lon=36.02, lat=33.2, seen_from="2018-06-04T00:00:00+03:00"))
    return items_of(scene_of(found), weeks_of(found.weekly), [], [])


def test_the_same_plots_have_the_same_names_and_no_two_models_share_one() -> None:
    first, second = items(), items()
    assert dumped(first) == dumped(second)  # type: ignore[arg-type]
    assert set(first) == {"map", "weekly"}


def test_the_script_cannot_end_its_own_element() -> None:
    assert "</script" not in bokeh_script()
    assert "Bokeh" in bokeh_script()
