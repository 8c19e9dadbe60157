"""Whether every breach after a date is answered by proof that they left."""

import pytest

from checker.findings.departures import has_left
from checker.geography.region import Named
from checker.geography.shapes import Point
from checker.language.core.agreement import Coverage, Observed, Standard
from checker.language.core.exemption import Exemption
from checker.language.core.pattern import Pattern
from tests.handmade import (
    DAY_US,
    JUNE_US,
    clause,
    core_of_clauses,
    judged,
    north,
    pattern,
    period,
    reading,
)

THERE = {"seen_from": "2018-06-03T12:00:00Z", "unit": "1st"}
LATER = {"seen_from": "2018-06-04T12:00:00Z", "unit": "1st"}
ZERO = {"count_low": "0", "count_high": "0", "unit": ""}
OUTSIDE = {"lat": north(5000.0)}
ELSEWHERE = Named("elsewhere", Point(40.0, 10.0))


def left(*rows: dict[str, str], standard: Standard | None = None) -> bool:
    core = core_of_clauses(clause("c1"), standard=standard or Standard())
    return has_left(judged(core, *rows), (0, 0))


@pytest.mark.parametrize(
    "proof", [LATER | OUTSIDE, LATER | ZERO], ids=["the unit elsewhere", "nobody there"]
)
def test_a_later_report_of_the_unit_elsewhere_or_of_nobody_there_is_proof(
    proof: dict[str, str],
) -> None:
    assert left(THERE, proof)


@pytest.mark.parametrize(
    "no_proof",
    [
        LATER | OUTSIDE | {"unit": "2nd"},
        LATER | OUTSIDE | {"unit": ""},
        LATER | OUTSIDE | {"kind": "withdrawal_claim"},
        THERE | OUTSIDE,
        LATER | ZERO | OUTSIDE,
        LATER | ZERO | {"actor": "green"},
        LATER | ZERO | {"kind": "admission"},
        LATER | ZERO | {"kind": "incident", "role": "struck", "position_of": "target"},
    ],
)
def test_anything_else_is_no_proof(no_proof: dict[str, str]) -> None:
    assert not left(THERE, no_proof)


def test_a_breach_without_a_unit_is_answered_by_a_count_of_zero_alone() -> None:
    unnamed = THERE | {"unit": ""}
    assert not left(unnamed, LATER | OUTSIDE | {"unit": ""})
    assert left(unnamed, LATER | ZERO)


def test_who_stays_by_an_exception_has_not_left() -> None:
    waiver = Exemption("waiver", Pattern(when=(period(JUNE_US + 3 * DAY_US),)))
    core = core_of_clauses(clause("c1", reading("c1", pattern(), [waiver])))
    assert not has_left(judged(core, THERE, LATER), (0, 0))
    assert has_left(judged(core, THERE, LATER | OUTSIDE), (0, 0))


def test_every_breach_needs_its_own_proof() -> None:
    other = THERE | {"unit": "2nd"}
    assert not left(THERE, other, LATER | OUTSIDE)
    assert left(THERE, other, LATER | OUTSIDE, LATER | OUTSIDE | {"unit": "2nd"})


def test_a_count_from_a_weak_source_is_no_proof() -> None:
    bar = Standard(reliability="C")
    good, weak = {"reliability": "A"}, {"reliability": "D"}
    assert left(THERE | good, LATER | ZERO | good, standard=bar)
    assert not left(THERE | good, LATER | ZERO | weak, standard=bar)


def seen_empty(*reports: dict[str, str], rows: list[Observed]) -> bool:
    core = core_of_clauses(clause("c1"), coverage=Coverage(tuple(rows)))
    last = {"seen_from": "2018-06-30T12:00:00Z", "actor": "green"}
    return has_left(judged(core, *reports, last), (0, 0))


def on(first: int, last: int, status: str = "watched", place: Named | None = None) -> Observed:
    """Watch from the start of one day of June to the end of another."""
    days = JUNE_US + (first - 1) * DAY_US, JUNE_US + last * DAY_US
    return Observed(place, *days, status)  # type: ignore[arg-type]


def test_who_watched_all_of_it_on_a_later_day_and_saw_nobody_proves_that_they_left() -> None:
    assert seen_empty(THERE, rows=[on(4, 5)])
    assert seen_empty(THERE | {"unit": ""}, rows=[on(4, 5)])
    assert seen_empty(THERE, rows=[on(1, 5)])


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [on(1, 3)],
        [on(1, 2)],
        [on(4, 5, place=ELSEWHERE)],
        [on(4, 5, "denied")],
        [on(4, 5), on(5, 5, "denied", ELSEWHERE)],
        [on(31, 40)],
    ],
    ids=["nobody", "the same day", "before", "elsewhere", "denied", "denied beside", "to come"],
)
def test_who_did_not_watch_after_it_and_everywhere_proves_nothing(rows: list[Observed]) -> None:
    assert not seen_empty(THERE, rows=rows)


def test_a_watch_in_which_somebody_may_have_been_there_proves_nothing() -> None:
    vague = {"seen_from": "2018-06-04T12:00:00Z", "radius_m": "90000"}
    assert not seen_empty(THERE, vague, rows=[on(4, 5)])
    assert seen_empty(THERE, vague, rows=[on(4, 4), on(6, 7)])
