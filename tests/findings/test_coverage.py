"""Where and when somebody looked: over which ground and time silence counts."""

import pytest

from checker.findings.coverage import begins_us, is_watched
from checker.geography.region import Named
from checker.geography.shapes import Box
from checker.language.core.agreement import Coverage, Observed
from checker.language.core.pattern import FOREVER_US, Pattern
from tests.handmade import (
    DAY_US,
    DISTRICT,
    HOUR_US,
    JUNE_US,
    POST,
    clause,
    core_of_clauses,
    edge,
    judged,
    pattern,
    period,
    reading,
)

END_US = JUNE_US + 2 * DAY_US
LATER_US = END_US + DAY_US
WHOLE = Observed(None, JUNE_US, END_US, "watched")
PROVINCE = Named("province", Box(35.5, 32.0, 36.5, 33.0, accuracy_m=1_000.0))
HALF = Named("half", Box(35.5, 32.0, 36.0, 33.0, accuracy_m=1_000.0))


def watches(*rows: Observed, what: Pattern | None = None) -> bool:
    """Say whether the rows watch the ground of a duty over the first two days of June."""
    duty = clause("c1", reading("c1", what or pattern(where=DISTRICT)))
    run = judged(core_of_clauses(duty, coverage=Coverage(rows)))
    return is_watched(run, run.plan.clauses[0].readings[0], JUNE_US, END_US)


@pytest.mark.parametrize(
    "rows",
    [
        [WHOLE],
        [Observed(DISTRICT, JUNE_US - DAY_US, LATER_US, "watched")],
        [
            Observed(DISTRICT, JUNE_US + DAY_US, END_US, "watched"),
            Observed(None, JUNE_US, JUNE_US + DAY_US, "watched"),
        ],
        [WHOLE, Observed(None, END_US, LATER_US, "denied")],
        [Observed(PROVINCE, JUNE_US, END_US, "watched")],
        [
            Observed(PROVINCE, JUNE_US, END_US - HOUR_US, "watched"),
            Observed(HALF, JUNE_US, END_US, "watched"),
            Observed(DISTRICT, JUNE_US + HOUR_US, END_US, "watched"),
        ],
        [WHOLE, Observed(None, END_US, END_US, "denied")],
    ],
    ids=[
        *("everywhere", "of the place itself", "in turns", "denied later", "of a wider area"),
        *("by missions that overlap", "denied at the end"),
    ],
)
def test_who_looked_all_the_while_and_everywhere_watched_a_duty(rows: list[Observed]) -> None:
    assert watches(*rows)


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [Observed(None, JUNE_US + HOUR_US, END_US, "watched")],
        [Observed(None, JUNE_US, END_US - 1, "watched")],
        [Observed(POST, JUNE_US, END_US, "watched")],
        [WHOLE, Observed(POST, JUNE_US, JUNE_US + HOUR_US, "denied")],
        [Observed(None, JUNE_US, END_US, "denied")],
        [
            Observed(None, JUNE_US, JUNE_US + HOUR_US, "watched"),
            Observed(None, JUNE_US + HOUR_US + 1, END_US, "watched"),
        ],
        [Observed(HALF, JUNE_US, END_US, "watched")],
        [
            Observed(PROVINCE, JUNE_US, END_US - HOUR_US, "watched"),
            Observed(HALF, END_US - HOUR_US, END_US, "watched"),
        ],
        [WHOLE, Observed(None, JUNE_US, JUNE_US, "denied")],
        [Observed(None, JUNE_US, JUNE_US, "watched"), Observed(None, END_US, END_US, "watched")],
    ],
    ids=[
        *("never", "on the eve", "not to the end", "elsewhere", "denied beside", "denied", "a gap"),
        *("a part", "a part of the time in part", "denied at an instant", "looked at instants"),
    ],
)
def test_who_did_not_look_all_the_time_and_everywhere_watched_none(rows: list[Observed]) -> None:
    assert not watches(*rows)


def test_a_duty_without_a_place_is_watched_only_by_who_looked_everywhere() -> None:
    anywhere = pattern(where=None)
    assert watches(WHOLE, what=anywhere)
    assert not watches(Observed(DISTRICT, JUNE_US, END_US, "watched"), what=anywhere)


def test_an_act_may_be_done_from_the_latest_start_of_a_dutys_periods() -> None:
    def begins(*when: object) -> int:
        run = judged(core_of_clauses(clause("c1", reading("c1", pattern(when=when)))))
        return begins_us(run, run.plan.clauses[0].readings[0])

    assert begins() == -FOREVER_US
    assert begins(period(JUNE_US), period(END_US)) == END_US
    # An event that no report has started yet may start at any time.
    first = edge(-FOREVER_US, FOREVER_US, first="shot")
    assert begins(period(first), period(JUNE_US)) == JUNE_US
    assert begins(period(first)) == -FOREVER_US
