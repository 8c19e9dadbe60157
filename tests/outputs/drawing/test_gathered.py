"""What is gathered of a result: the gravest whole, and every one counted."""

from datetime import date

import pytest

from checker.findings.whose import NOBODY
from checker.outputs.drawing.gathered import week_of
from checker.values.verdict import Standing
from tests.findings.made import finding
from tests.outputs.drawing.made import gathered

OPEN = finding(standing=Standing.UNDETERMINED, lon=36.001, lat=33.0)
GRAVE = finding(
    standing=Standing.VIOLATION, lon=36.2, lat=33.1, seen_from="2018-06-03T23:00:00+03:00"
)


def test_of_too_many_the_gravest_are_kept_and_the_rest_is_counted_by_place() -> None:
    found = gathered(OPEN, OPEN, GRAVE, OPEN, most=2)
    assert [one.finding.standing.word for one in found.kept()] == ["violation", "undetermined"]
    assert found.left_out == 2
    assert found.ground[3600, 3300, "undetermined"] == 3
    assert found.total == found.placed == 4
    assert found.counts == {("c1", "violation"): 1, ("c1", "undetermined"): 3}
    assert found.failing == 1


def test_weeks_begin_on_monday_by_the_clock_of_the_agreement() -> None:
    found = gathered(OPEN, GRAVE)
    assert found.weekly == {
        (NOBODY, None, "undetermined"): 1,
        (NOBODY, date(2018, 5, 28), "violation"): 1,
    }


@pytest.mark.parametrize(
    ("instant", "monday"),
    [
        ("2018-06-04T00:00:00+03:00", date(2018, 6, 4)),
        ("0001-01-01T00:00:00+00:00", date(1, 1, 1)),
        ("9999-12-31T23:59:59+00:00", date(9999, 12, 27)),
        (None, None),
    ],
)
def test_a_week_at_either_end_of_the_calendar_has_a_first_day(
    instant: str | None, monday: date | None
) -> None:
    assert week_of(instant) == monday
