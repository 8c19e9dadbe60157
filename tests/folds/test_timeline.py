"""What a condition is worth, instant by instant, from the evidence about it."""

import itertools
from dataclasses import replace
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from checker.folds.evidence import Cure, Evidence, Sighting, merge, timeline_of
from checker.folds.timeline import Asked
from checker.language.core.exemption import Condition
from checker.language.core.pattern import Duration, Pattern
from checker.values.truth import Scope, Truth
from checker.values.window import Window

UTC = ZoneInfo("Etc/UTC")
HOUR_US = 3_600_000_000
DAY_US = 24 * HOUR_US


def condition(**given: object) -> Condition:
    fields = {"none": Pattern(), "unproved": "holds", **given}
    return Condition(owner="offensive", index=0, **fields)  # type: ignore[arg-type]


def sighting(start_h: float, end_h: float, proved: int = 2, **given: object) -> Sighting:
    fields = {"is_throughout": False, "face": 2, "actors": (0,), "unit": None, **given}
    start, end = int(start_h * HOUR_US), int(end_h * HOUR_US)
    return Sighting(start, end, row=(("r.csv", 1), 0), report="r", proved=proved, **fields)  # type: ignore[arg-type]


def cure(at_h: float, actors: tuple[int, ...] = (0,), unit: str | None = None) -> Cure:
    at = int(at_h * HOUR_US)
    return Cure(at, at, (("r.csv", 1), 1), "c", True, True, actors, unit)


def worth(
    evidence: Evidence,
    rule: Condition,
    start_h: float,
    end_h: float | None = None,
    scope: Scope = "all",
    throughout: bool = False,
) -> Truth:
    end_h = start_h if end_h is None else end_h
    start, end = (np.array([int(h * HOUR_US)]) for h in (start_h, end_h))
    one_day = np.array([int(start_h // 24) == int(end_h // 24)])
    asked = Asked(start, end, one_day, Window(start, end, start, end, np.array([throughout])))
    timeline = timeline_of(evidence, rule, UTC, lambda a, b: a == b, is_proved=True)
    return Truth(int(timeline.truth(asked, scope)[0]))


BREAK = Evidence((sighting(7, 7.5),))


def test_before_the_break_the_permission_stands() -> None:
    assert worth(BREAK, condition(), 5) == Truth.TRUE


def test_after_the_break_it_has_lapsed_to_the_end_of_the_civil_day() -> None:
    assert worth(BREAK, condition(), 12) == Truth.FALSE
    assert worth(BREAK, condition(), 23.9999) == Truth.FALSE


def test_from_the_next_day_it_is_open_until_a_cure() -> None:
    assert worth(BREAK, condition(), 24) == Truth.UNKNOWN
    cured = merge(BREAK, Evidence(cures=(cure(30),)))
    assert worth(cured, condition(), 29) == Truth.UNKNOWN
    assert worth(cured, condition(), 30) == Truth.TRUE


def test_a_cure_by_somebody_else_cures_nothing() -> None:
    cured = merge(BREAK, Evidence(cures=(cure(30, actors=(7,)),)))
    assert worth(cured, condition(), 31) == Truth.UNKNOWN


def test_a_cure_before_the_break_cures_nothing() -> None:
    cured = merge(BREAK, Evidence(cures=(cure(6),)))
    assert worth(cured, condition(), 31) == Truth.UNKNOWN


def test_a_breach_that_ends_it_ends_it_for_good() -> None:
    cured = merge(BREAK, Evidence(cures=(cure(30),)))
    assert worth(cured, condition(lapse="ends"), 10_000) == Truth.FALSE


def test_lasts_says_how_long_a_break_is_worth() -> None:
    rule = condition(lasts=Duration(days=1))
    assert worth(BREAK, rule, 31.4999) == Truth.FALSE
    assert worth(BREAK, rule, 31.5) == Truth.UNKNOWN


def test_a_break_at_some_moment_of_a_week_is_open_within_it_and_certain_after_it() -> None:
    week = Evidence((sighting(0, 7 * 24),))
    rule = condition(lapse="ends")
    assert worth(week, rule, 48) == Truth.UNKNOWN
    assert worth(week, rule, 8 * 24) == Truth.FALSE


def test_a_break_all_the_while_counts_from_its_start() -> None:
    week = Evidence((sighting(0, 7 * 24, is_throughout=True),))
    assert worth(week, condition(), 48) == Truth.FALSE


def test_two_rows_of_one_civil_day_count_as_one_instant() -> None:
    day = Evidence((sighting(0, 23.999),))
    assert worth(day, condition(), 0, 23.999) == Truth.FALSE
    assert worth(day, condition(), -24, -1) == Truth.TRUE


@pytest.mark.parametrize(("at_h", "expected"), [(7.2, Truth.UNKNOWN), (30, Truth.TRUE)])
def test_weak_evidence_opens_it_for_as_long_as_proof_would_last(
    at_h: float, expected: Truth
) -> None:
    weak = Evidence((sighting(7, 7.5, proved=1),))
    assert worth(weak, condition(), at_h) == expected


def test_without_unproved_it_is_open_while_nothing_is_proved() -> None:
    assert worth(Evidence(), condition(unproved="open"), 5) == Truth.UNKNOWN


def test_a_condition_on_a_clause_reads_strictly_earlier_instants() -> None:
    rule = condition(none=None, kept="other")
    assert worth(BREAK, rule, 7.2) == Truth.UNKNOWN
    assert worth(BREAK, rule, 7.6) == Truth.FALSE
    assert worth(BREAK, rule, 6) == Truth.TRUE


def test_some_holds_on_the_day_of_its_match_and_is_open_else() -> None:
    rule = condition(none=None, some=Pattern(), unproved="open")
    assert worth(BREAK, rule, 12) == Truth.TRUE
    assert worth(BREAK, rule, 40) == Truth.UNKNOWN


def seen(*sightings: Sighting, gone: tuple[Cure, ...] = ()) -> Evidence:
    return Evidence(sightings, gone)


@pytest.mark.parametrize(
    ("lapse", "at_h", "expected"),
    [
        ("suspends", 7, Truth.TRUE),
        ("suspends", 9, Truth.FALSE),
        ("suspends", 24, Truth.UNKNOWN),
        ("suspends", 31, Truth.TRUE),
        ("suspends", 48, Truth.TRUE),
        ("ends", 31, Truth.FALSE),
    ],
)
def test_what_must_be_falls_where_its_absence_is_proved_until_it_is_shown_again(
    lapse: str, at_h: float, expected: Truth
) -> None:
    rule = condition(none=None, some=Pattern(), lapse=lapse)
    told = seen(sighting(30, 30), gone=(cure(8),))
    assert worth(told, rule, at_h) == expected


def test_shown_there_while_its_absence_still_counts_is_open_but_on_its_own_day() -> None:
    rule = condition(none=None, some=Pattern(), lasts=Duration(days=2))
    told = seen(sighting(30, 30), gone=(cure(8),))
    assert worth(told, rule, 29) == Truth.FALSE
    assert worth(told, rule, 31) == Truth.TRUE
    assert worth(told, rule, 49) == Truth.UNKNOWN
    assert worth(told, rule, 57) == Truth.TRUE


def test_a_possible_sighting_of_what_must_be_takes_nothing_away() -> None:
    rule = condition(none=None, some=Pattern())
    assert worth(seen(sighting(7, 9, proved=1)), rule, 8) == Truth.TRUE


def test_a_weakly_reported_absence_opens_it_for_as_long_as_proof_would_last() -> None:
    rule = condition(none=None, some=Pattern())
    told = seen(gone=(replace(cure(8), is_proved=False),))
    assert [worth(told, rule, at_h) for at_h in (7, 8, 23, 24)] == [
        *(Truth.TRUE, Truth.UNKNOWN, Truth.UNKNOWN, Truth.TRUE)
    ]


def test_a_cure_seen_all_the_while_counts_from_its_start() -> None:
    long = Cure(30 * HOUR_US, 40 * HOUR_US, (("r.csv", 1), 1), "c", True, True, (0,), None)
    for healed, expected in (
        (long, Truth.UNKNOWN),
        (replace(long, is_throughout=True), Truth.TRUE),
    ):
        assert worth(merge(BREAK, Evidence(cures=(healed,))), condition(), 35) == expected


def test_an_exemption_needs_the_condition_all_the_while_and_a_duty_some_of_it() -> None:
    assert worth(BREAK, condition(), 2, 12, "all", throughout=True) == Truth.FALSE
    long_before = worth(BREAK, condition(lapse="ends"), -100, 100, "some", throughout=True)
    assert long_before == Truth.TRUE


def test_evidence_merges_in_any_order_to_the_same() -> None:
    parts = [BREAK, Evidence((sighting(3, 4),)), Evidence(cures=(cure(30),))]
    merged = {merge(merge(a, b), c) for a, b, c in itertools.permutations(parts)}
    assert len(merged) == 1
