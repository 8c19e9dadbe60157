"""Whether every breach after a date is answered by proof that they left."""

from functools import reduce

import pytest

from checker.evaluate.run import JudgedRun
from checker.findings.departures import departures_in, has_left
from checker.folds.departures import merge
from checker.geography.region import Not
from checker.language.core.agreement import Coverage, Observed, Standard
from checker.language.core.exemption import Exemption
from checker.language.core.pattern import Pattern
from tests.handmade import (
    DAY_US,
    DISTRICT,
    HOUR_US,
    JUNE_US,
    POST,
    THINGS,
    clause,
    core_of_clauses,
    group,
    judged,
    north,
    pattern,
    period,
    reading,
    within,
    words,
)

THERE = {"seen_from": "2018-06-03T12:00:00Z", "unit": "1st"}
LATER = {"seen_from": "2018-06-04T12:00:00Z", "unit": "1st"}
ZERO = {"count_low": "0", "count_high": "0", "unit": ""}
OUTSIDE = {"lat": north(5000.0)}
FAR = {"lat": north(50_000.0)}
POST_GROUND = within(1000.0)


def gone(run: JudgedRun) -> bool:
    found = (departures_in(run, batch, (0, 0)) for batch in run.batches)
    return has_left(run, (0, 0), reduce(merge, found))


def left(*rows: dict[str, str], standard: Standard | None = None) -> bool:
    core = core_of_clauses(clause("c1"), standard=standard or Standard())
    return gone(judged(core, *rows))


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
        LATER | ZERO | {"position_of": "target"},
    ],
)
def test_anything_else_is_no_proof(no_proof: dict[str, str]) -> None:
    assert not left(THERE, no_proof)


def test_a_breach_without_a_unit_is_answered_by_a_count_of_zero_alone() -> None:
    unnamed = THERE | {"unit": ""}
    assert not left(unnamed, LATER | OUTSIDE | {"unit": ""})
    assert left(unnamed, LATER | ZERO)


def test_a_unit_that_is_there_by_an_exception_has_not_left() -> None:
    waived = Exemption("waiver", pattern(where=None, when=(period(JUNE_US + 3 * DAY_US),)))
    core = core_of_clauses(clause("c1", reading("c1", pattern(), [waived])))
    assert not gone(judged(core, THERE, LATER))
    assert gone(judged(core, THERE, LATER | OUTSIDE))


def test_nobody_outside_the_theatre_proves_nothing_about_it() -> None:
    duty = reading("c1", pattern(where=Not(POST_GROUND)), theatre=DISTRICT)
    core = core_of_clauses(clause("c1", duty))
    there = THERE | OUTSIDE
    assert gone(judged(core, there, LATER | ZERO | OUTSIDE))
    assert not gone(judged(core, there, LATER | ZERO | {"lat": north(90_000.0)}))


def test_every_breach_needs_its_own_proof() -> None:
    other = THERE | {"unit": "2nd"}
    assert not left(THERE, other, LATER | OUTSIDE)
    assert left(THERE, other, LATER | OUTSIDE, LATER | OUTSIDE | {"unit": "2nd"})


def test_a_count_from_a_weak_source_is_no_proof() -> None:
    bar = Standard(reliability="C")
    good, weak = {"reliability": "A"}, {"reliability": "D"}
    assert left(THERE | good, LATER | ZERO | good, standard=bar)
    assert not left(THERE | good, LATER | ZERO | weak, standard=bar)


# ----------------------------------------------------------- where somebody watched and saw nobody

SEEN = THERE | {"unit": ""}
NEXT_DAY_US = JUNE_US + 3 * DAY_US
END_US = JUNE_US + 9 * DAY_US


def looked(
    start_us: int, end_us: int, status: str = "watched", place: object = DISTRICT
) -> Observed:
    return Observed(place, start_us, end_us, status)  # type: ignore[arg-type]


WATCHED = looked(NEXT_DAY_US, END_US)


def unseen(
    *rows: dict[str, str], looks: tuple[Observed, ...] = (WATCHED,), as_of_us: int = END_US
) -> bool:
    """Say whether red, seen in the district on 3 June without a unit, has left it."""
    core = core_of_clauses(
        clause("c1", reading("c1", pattern(where=DISTRICT))), coverage=Coverage(looks)
    )
    return gone(judged(core, SEEN, *rows, as_of_us=as_of_us))


@pytest.mark.parametrize(
    "looks",
    [
        (WATCHED,),
        (looked(JUNE_US, END_US + DAY_US),),
        (
            looked(NEXT_DAY_US, NEXT_DAY_US + DAY_US, place=None),
            looked(NEXT_DAY_US + DAY_US, END_US),
        ),
    ],
    ids=["from the next day", "before and after too", "in turns"],
)
def test_who_is_not_seen_where_somebody_watched_ever_since_has_left(
    looks: tuple[Observed, ...],
) -> None:
    assert unseen(looks=looks)


@pytest.mark.parametrize(
    "looks",
    [
        (),
        (looked(NEXT_DAY_US, END_US, place=POST),),
        (looked(NEXT_DAY_US, END_US - HOUR_US),),
        (looked(NEXT_DAY_US + HOUR_US, END_US),),
        (looked(NEXT_DAY_US, NEXT_DAY_US + DAY_US), looked(NEXT_DAY_US + DAY_US + 1, END_US)),
        (WATCHED, looked(END_US - DAY_US, END_US - HOUR_US, "denied", POST)),
    ],
    ids=["nobody", "elsewhere", "not to the end", "later", "with a gap", "denied beside"],
)
def test_who_did_not_watch_everywhere_ever_since_proves_no_departure(
    looks: tuple[Observed, ...],
) -> None:
    assert not unseen(looks=looks)


def test_somebody_has_to_watch_for_a_whole_day_after_the_sighting() -> None:
    always = (looked(JUNE_US, END_US),)
    assert not unseen(looks=always, as_of_us=NEXT_DAY_US - HOUR_US)
    assert not unseen(looks=always, as_of_us=NEXT_DAY_US + DAY_US - HOUR_US)
    assert unseen(looks=always, as_of_us=NEXT_DAY_US + DAY_US - 1)


LAST_DAY = {"seen_from": "2018-06-09T12:00:00Z", "unit": ""}


@pytest.mark.parametrize(
    "may_be_it",
    [
        {},
        {"radius_m": ""},
        {"kind": "allegation"},
        {"actor": "somebody"},
        {"actor": "", "actor_one_of": "red;green"},
        {"count_low": "0", "count_high": "9"},
        {"kind": "access_denied"},
        {"seen_from": ""},
    ],
)
def test_a_possible_sighting_on_the_last_day_proves_no_departure(may_be_it: dict[str, str]) -> None:
    assert not unseen(LAST_DAY | may_be_it)


@pytest.mark.parametrize(
    "other",
    [
        {"actor": "green"},
        {"lat": north(50_000.0)},
        {"kind": "denial"},
        {"position_of": "debris"},
        {"count_low": "0", "count_high": "0", "actor": "green"},
    ],
)
def test_what_is_no_sighting_of_them_there_changes_nothing(other: dict[str, str]) -> None:
    assert unseen(LAST_DAY | other)


def test_who_is_there_by_an_exception_need_not_leave() -> None:
    allowed = Exemption("police", Pattern(who=group("red-unit")))
    duty = reading("c1", pattern(where=DISTRICT), [allowed])
    core = core_of_clauses(clause("c1", duty), coverage=Coverage((WATCHED,)))
    police = LAST_DAY | {"actor": "red-unit"}
    assert gone(judged(core, SEEN, police, as_of_us=END_US))


def test_a_sighting_that_says_nothing_of_the_things_that_have_to_go_may_be_of_them() -> None:
    tanks = words("tanks", of=THINGS)
    duty = reading("c1", pattern(where=DISTRICT, things=tanks))
    core = core_of_clauses(clause("c1", duty), coverage=Coverage((WATCHED,)))
    rows = (SEEN | {"thing": "tanks"}, LAST_DAY | {"thing": ""})
    assert not gone(judged(core, *rows, as_of_us=END_US))
    assert gone(judged(core, *rows[:1], LAST_DAY | {"thing": "guns"}, as_of_us=END_US))


def test_watching_counts_from_the_day_after_the_last_possible_sighting() -> None:
    maybe = {"seen_from": "2018-06-05T12:00:00Z", "unit": "", "radius_m": ""}
    assert unseen(maybe)
    assert unseen(maybe, looks=(looked(JUNE_US + 5 * DAY_US, END_US),))


def test_a_report_that_may_be_swapped_proves_no_departure() -> None:
    turned = {"lon": "32.5", "lat": "36.0"}
    assert not left(THERE, LATER | turned)
    duty = reading("c1", pattern(where=Not(DISTRICT)))
    assert gone(
        judged(core_of_clauses(clause("c1", duty)), THERE | OUTSIDE | FAR, LATER | ZERO | FAR)
    )
    assert not gone(judged(core_of_clauses(clause("c1", duty)), THERE | FAR, LATER | ZERO | turned))
