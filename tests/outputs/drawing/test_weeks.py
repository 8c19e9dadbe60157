"""Weekly counts by side: they add up, whatever has room."""

from collections import Counter
from datetime import date, timedelta

from checker.outputs.drawing.weeks import OTHERS, weeks_of

MONDAY = date(2018, 6, 4)
Found = Counter[tuple[str, date | None, str]]


def test_every_finding_is_in_a_bar_or_said_to_be_in_none() -> None:
    weeks = weeks_of(
        Counter({("A", MONDAY, "violation"): 3, ("A", None, "late"): 2, ("B", MONDAY, "late"): 1})
    )
    assert [(one.side, one.total, one.undated) for one in weeks.lanes] == [("A", 5, 2), ("B", 1, 0)]
    assert weeks.lanes[0].bars == {MONDAY: {"violation": 3}}
    assert weeks.undated == "2 findings without a time: in no bar"
    assert weeks.highest == 3


def test_the_gravest_stands_first_in_a_bar() -> None:
    weeks = weeks_of(Counter({("A", MONDAY, "undetermined"): 9, ("A", MONDAY, "violation"): 1}))
    assert [*weeks.lanes[0].bars[MONDAY]] == ["violation", "undetermined"]


def test_sides_with_few_findings_share_a_lane() -> None:
    found: Found = Counter({(f"side {n}", MONDAY, "late"): 20 - n for n in range(12)})
    weeks = weeks_of(found)
    assert [one.side for one in weeks.lanes] == [*(f"side {n}" for n in range(7)), OTHERS]
    assert sum(one.total for one in weeks.lanes) == found.total()


def test_of_a_long_time_several_weeks_make_a_bar() -> None:
    days = [MONDAY + timedelta(weeks=week) for week in range(600)]
    weeks = weeks_of(Counter({("A", day, "late"): 1 for day in days}))
    assert weeks.weeks == 3
    assert weeks.said == "3 weeks"
    assert sum(sum(bar.values()) for bar in weeks.lanes[0].bars.values()) == 600
    assert len(weeks.lanes[0].bars) == 200


def test_nothing_has_no_lane() -> None:
    assert weeks_of(Counter()).lanes == ()
