"""The weekly counts and the timeline by bokeh."""

from collections import Counter
from dataclasses import replace
from datetime import date

from bokeh.models import Label, Quad

from checker.outputs.drawing.weeks import weeks_of
from checker.outputs.page.charts import shortened_name, timeline_plot, weekly_plot
from checker.outputs.page.lanes import ConditionLane, Incident, Piece

DAY, NEXT = "2018-06-04T00:00:00+03:00", "2018-06-06T00:00:00+03:00"
SEEN = Incident("c1", "violation", DAY, NEXT, "Red, by r1", (4,))
PIECES = Piece("in force", None, DAY, None), Piece("ended", DAY, None, "r1")
LANE = ConditionLane("c2", "so long as", "q = a", PIECES)


def quads(plot: object) -> dict[str, list[object]]:
    (found,) = [one for one in plot.renderers if isinstance(one.glyph, Quad)]  # type: ignore[attr-defined]
    return dict(found.data_source.data)


def test_bars_are_piled_up_and_as_high_as_their_counts() -> None:
    monday = date(2018, 6, 4)
    weeks = weeks_of(Counter({("A", monday, "violation"): 1, ("A", monday, "undetermined"): 3}))
    data = quads(weekly_plot(weeks))
    assert data["head"] == ["1 violation", "3 undetermined"]
    heights = [top - foot for top, foot in zip(data["top"], data["bottom"], strict=True)]  # type: ignore[operator]
    assert round(heights[1] / heights[0], 6) == 3.0
    assert data["bottom"][1] == data["top"][0]


def test_without_times_there_is_no_plot() -> None:
    assert weekly_plot(weeks_of(Counter({("A", None, "late"): 1}))) is None
    assert timeline_plot([], []) is None


def test_a_lane_for_each_clause_and_each_condition_with_its_name_in_it() -> None:
    plot = timeline_plot([SEEN], [LANE])
    assert plot is not None
    labels = [one.text for one in plot.center if isinstance(one, Label)]
    assert labels == ["c1", "c2 (q = a)"]
    data = quads(plot)
    assert [str(head).partition(",")[0] for head in data["head"]] == ["in force", "ended"]
    assert data["right"][0] == data["left"][1]
    incidents = plot.select_one({"name": "incidents"}) or next(
        one.data_source for one in plot.renderers if one.data_source.name == "incidents"
    )
    assert incidents.data["first"] == [4]


def test_long_names_are_cut() -> None:
    assert shortened_name("x" * 500).endswith("…")
    assert len(shortened_name("x" * 500)) < 200


def test_what_a_report_says_turns_no_direction_in_the_timeline() -> None:
    lane = ConditionLane("c2", "so long as", "", (Piece("ended", DAY, None, "\u202er1"),))
    plot = timeline_plot([replace(SEEN, said="Red, by \u202er1")], [lane])
    assert plot is not None
    told = [one.data_source.data.get("lines", []) for one in plot.renderers]
    assert sum("\ufffdr1" in line for lines in told for line in lines) >= 2
    assert not any("\u202e" in line for lines in told for line in lines)
