"""How far the time of a report may be off before a test answers otherwise."""

import pytest

from checker.findings.why import why_of
from tests.handmade import HOUR_US, JUNE_US, clause, core_of_clauses, judged, pattern, period
from tests.handmade import reading as reading_of

DAY = period(JUNE_US, JUNE_US + 24 * HOUR_US)


def hours(seen_from: str, seen_to: str = "", **row: str) -> float | None:
    """Return the hours of the test of time, of a period that is the first of June in UTC."""
    core = core_of_clauses(clause("c1", reading_of("c1", pattern(when=(DAY,)))))
    run = judged(core, {"seen_from": seen_from, "seen_to": seen_to or seen_from, **row})
    (why,) = why_of(run, run.batches[0], 0, 0)
    (trial,) = [one for one in why.applies if one.name == "time"]
    return trial.hours


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        ("2018-06-01T03:00:00Z", 3.0),
        ("2018-06-01T22:00:00Z", 2.0),
        ("2018-05-31T19:00:00Z", 5.0),
        ("2018-06-02T07:00:00Z", 7.0),
    ],
)
def test_the_nearest_edge_of_the_period_tells_the_hours(seen: str, expected: float) -> None:
    assert hours(seen) == pytest.approx(expected, abs=0.001)


def test_what_is_open_or_lasts_all_the_while_has_no_hours() -> None:
    assert hours("2018-05-31T19:00:00Z", "2018-06-01T03:00:00Z") is None
    throughout = {"time_kind": "throughout"}
    assert hours("2018-06-01T03:00:00Z", "2018-06-01T04:00:00Z", **throughout) is None
    assert hours("") is None


def test_a_period_without_an_end_has_none_on_that_side() -> None:
    core = core_of_clauses(clause("c1", reading_of("c1", pattern(when=(period(JUNE_US),)))))
    run = judged(core, {"seen_from": "2018-06-03T00:00:00Z"})
    (why,) = why_of(run, run.batches[0], 0, 0)
    assert [one.hours for one in why.applies if one.name == "time"] == [48.0]
