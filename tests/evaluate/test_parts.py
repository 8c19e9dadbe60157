"""The tests of one variant, side by side, and what a doubt or a weakness makes of their answers."""

import numpy as np
import pytest

from checker.evaluate.parts import Part, parts_of
from checker.language.core.agreement import Standard
from checker.language.core.exemption import Exemption
from checker.language.core.pattern import Pattern
from checker.values.truth import Truth
from checker.values.verdict import Reason
from tests.handmade import (
    JUNE_US,
    clause,
    condition,
    core_of_clauses,
    group,
    judged,
    pattern,
    period,
    reading,
)

U, T, F = Truth.UNKNOWN, Truth.TRUE, Truth.FALSE
TURNED = {"lon": "32.5", "lat": "36.0", "attribution": "confirmed"}


def part(*answers: int, reason: Reason = Reason.TIME_VAGUE, hangs_on: Reason | None = None) -> Part:
    truth = np.array(answers, dtype=np.int8)
    doubts = np.where(truth == U, np.uint32(reason), np.uint32(0)).astype(np.uint32)
    blurred = ((hangs_on, np.full_like(truth, U)),) if hangs_on is not None else ()
    return Part("when", truth, truth, doubts, blurred)


def test_a_doubt_that_is_removed_turns_its_own_unknowns_true() -> None:
    open_and_not = part(U, F, T)
    assert open_and_not.value(at_face=False, weak=None, removed=Reason.TIME_VAGUE).tolist() == [
        T,
        F,
        T,
    ]
    assert open_and_not.value(at_face=False, weak=None, removed=Reason.PLACE_VAGUE).tolist() == [
        U,
        F,
        T,
    ]


@pytest.mark.parametrize("weakness", [Reason.ATTRIBUTION_WEAK, Reason.PLACE_SWAPPED])
def test_what_is_not_proved_opens_only_what_depends_on_it(weakness: Reason) -> None:
    weak = np.array([weakness, 0, weakness], dtype=np.uint32)
    asked, other = part(T, T, F, hangs_on=weakness), part(T, T, F, hangs_on=Reason.KIND_WEAK)
    assert asked.value(at_face=False, weak=weak, removed=None).tolist() == [U, T, U]
    assert other.value(at_face=False, weak=weak, removed=None).tolist() == [T, T, F]


def test_what_hangs_on_who_it_was_and_where_may_be_opened_by_both_together_alone() -> None:
    both = Reason.ATTRIBUTION_WEAK | Reason.PLACE_SWAPPED
    weak = np.array([Reason.ATTRIBUTION_WEAK, Reason.PLACE_SWAPPED, both], dtype=np.uint32)
    one = part(F, F, F, hangs_on=both)
    assert one.value(at_face=False, weak=weak, removed=None).tolist() == [F, F, U]


def test_at_face_value_a_condition_may_have_another_answer() -> None:
    proved, face = np.array([U], dtype=np.int8), np.array([F], dtype=np.int8)
    one = Part("condition", proved, face, np.array([1], dtype=np.uint32))
    assert one.value(at_face=True, weak=None, removed=None).tolist() == [F]
    assert one.value(at_face=False, weak=None, removed=None).tolist() == [U]


def test_the_parts_of_a_clause_are_its_tests_its_place_and_its_exceptions() -> None:
    rule = condition()
    unless = Exemption("unless 1", Pattern(who=group("red-unit")), conditions=(rule,))
    what = pattern(when=(period(JUNE_US),))
    core = core_of_clauses(clause("c1", reading("c1", what, [unless], conditions=(rule,))))
    run = judged(core, {})
    one = run.plan.clauses[0].readings[0]
    parts = parts_of(run.batches[0].columns, one, one.variants[0])
    assert [p.name for p in parts.applies] == ["who", "does", "when", "condition"]
    assert parts.where is not None
    assert [p.name for p in parts.exemptions[0]] == ["who", "condition"]


def test_an_exception_that_asks_nothing_always_covers() -> None:
    unless = Exemption("unless 1", Pattern())
    run = judged(core_of_clauses(clause("c1", reading("c1", pattern(), [unless]))), {})
    one = run.plan.clauses[0].readings[0]
    (always,) = parts_of(run.batches[0].columns, one, one.variants[0]).exemptions[0]
    assert (always.name, always.truth.tolist()) == ("always", [T])


def test_the_parts_say_which_weaknesses_of_a_report_bear_on_them() -> None:
    bar = Standard(attribution="reported")
    run = judged(core_of_clauses(clause("c1"), standard=bar), {"attribution": "alleged"}, TURNED)
    one = run.plan.clauses[0].readings[0]
    parts = parts_of(run.batches[0].columns, one, one.variants[0])
    assert parts.unproved == Reason.ATTRIBUTION_WEAK | Reason.PLACE_SWAPPED
