"""Where the pattern of a condition or an event matches, at face value and proved."""

import pytest

from checker.evaluate.matches import actors_of, evidence_in, matches_of
from checker.evaluate.run import JudgedRun
from checker.geography.region import Not
from checker.language.core.agreement import Standard
from checker.language.core.exemption import Condition
from checker.values.truth import Truth
from tests.handmade import (
    clause,
    condition,
    core_of_clauses,
    judged,
    north,
    pattern,
    reading,
    within,
)

U, T, F = Truth.UNKNOWN, Truth.TRUE, Truth.FALSE
# The condition is that red is nowhere within 1 km of the post.
RULE = condition(none=pattern())
TURNED = {"lon": "32.5", "lat": "36.0"}


def run_of(
    *rows: dict[str, str], standard: Standard | None = None, rule: Condition = RULE
) -> JudgedRun:
    one = reading("c1", pattern(where=None), conditions=(rule,))
    core = core_of_clauses(clause("c1", one), standard=standard or Standard())
    return judged(core, *rows)


def matched(
    *rows: dict[str, str], standard: Standard | None = None, rule: Condition = RULE
) -> list[tuple[int, int]]:
    run = run_of(*rows, standard=standard, rule=rule)
    found = matches_of(run.batches[0].columns, run.plan.conditions[0].patterns)
    return list(zip(found.proved.tolist(), found.face.tolist(), strict=True))


@pytest.mark.parametrize(
    ("row", "proved", "face"),
    [
        ({}, T, T),
        ({"lat": north(5000.0)}, F, F),
        ({"lat": north(1000.0)}, U, U),
        ({"actor": "green"}, F, F),
        ({"actor": "Umber"}, U, U),
        ({"kind": "allegation"}, U, T),
        ({"kind": "admission"}, T, T),
        ({"kind": "statement"}, F, F),
        (TURNED, F, F),
        ({"kind": "access_denied"}, U, U),
        ({"actor": "", "actor_all": "red;green"}, T, T),
        ({"actor": "", "actor_one_of": "red;green"}, U, U),
        ({"actor": "", "actor_one_of": "red;red-unit"}, T, T),
    ],
)
def test_a_report_proves_a_match_may_be_one_or_is_none(
    row: dict[str, str], proved: Truth, face: Truth
) -> None:
    assert matched(row) == [(proved, face)]


def test_a_grade_or_an_attribution_below_the_bar_proves_no_match() -> None:
    bar = Standard(reliability="C", attribution="reported")
    rows = [{"reliability": r, "attribution": a} for r, a in (("D", "confirmed"), ("A", "alleged"))]
    assert matched(*rows, standard=bar) == [(U, T), (U, T)]


def test_a_report_whose_axes_may_be_swapped_proves_no_match_that_hangs_on_its_place() -> None:
    away = condition(none=pattern(where=Not(within(1000.0))))
    anywhere = condition(none=pattern(where=None))
    assert matched(TURNED, {"lat": north(5000.0)}, rule=away) == [(U, T), (T, T)]
    assert matched(TURNED, rule=anywhere) == [(T, T)]


def test_a_count_of_zero_whose_axes_may_be_swapped_cures_nothing_where_the_place_matters() -> None:
    away = condition(none=pattern(where=Not(within(1000.0))))
    anywhere = condition(none=pattern(where=None))
    empty = TURNED | {"count_low": "0", "count_high": "0"}
    proved = []
    for rule in (away, anywhere):
        run = run_of(empty, rule=rule)
        (cure,) = evidence_in(run.batches[0].columns, run.plan.conditions[0]).cures
        proved.append((cure.is_proved, cure.is_face))
    assert proved == [(False, True), (True, True)]


def test_the_evidence_of_a_batch_is_its_matches_and_its_reports_of_nobody_there() -> None:
    empty = {"count_low": "0", "count_high": "0", "lat": north(100.0)}
    run = run_of({}, {"lat": north(5000.0)}, empty)
    found = evidence_in(run.batches[0].columns, run.plan.conditions[0])
    assert [(s.report, s.proved, s.actors) for s in found.sightings] == [("r1", T, (0,))]
    assert [(c.report, c.is_proved, c.actors) for c in found.cures] == [("r3", True, (0,))]


@pytest.mark.parametrize(
    "row",
    [
        {"lat": north(1000.0)},
        {"actor": "green"},
        {"kind": "withdrawal_claim"},
        {"kind": "allegation"},
        {"position_of": "debris"},
        {"count_low": "0", "count_high": "2"},
    ],
    ids=["astride", "another", "claim", "alleged", "debris", "perhaps"],
)
def test_a_count_of_zero_elsewhere_or_of_others_or_only_said_cures_nothing(
    row: dict[str, str],
) -> None:
    run = run_of({"count_low": "0", "count_high": "0"} | row)
    assert evidence_in(run.batches[0].columns, run.plan.conditions[0]).cures == ()


def test_a_cure_from_a_weak_source_is_one_at_face_value_alone() -> None:
    empty = {"count_low": "0", "count_high": "0", "reliability": "D"}
    run = run_of(empty, standard=Standard(reliability="C"))
    (cure,) = evidence_in(run.batches[0].columns, run.plan.conditions[0]).cures
    assert (cure.is_proved, cure.is_face) == (False, True)


def test_only_the_actors_that_match_are_named_in_evidence() -> None:
    run = run_of({"actor": "red;green"})
    columns = run.batches[0].columns
    found = matches_of(columns, run.plan.conditions[0].patterns)
    assert actors_of(columns, 0, found.candidates) == (0,)
