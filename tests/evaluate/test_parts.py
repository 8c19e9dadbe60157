"""The tests of one variant, side by side, and what a doubt or a weakness makes of their answers."""

import numpy as np

from checker.evaluate.parts import Part, parts_of
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


def part(*answers: int, reason: Reason = Reason.TIME_VAGUE, who: bool = False) -> Part:
    truth = np.array(answers, dtype=np.int8)
    doubts = np.where(truth == U, np.uint32(reason), np.uint32(0)).astype(np.uint32)
    return Part("when", truth, truth, doubts, np.full_like(truth, U) if who else None)


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


def test_a_weak_attribution_opens_only_what_depends_on_who_it_was() -> None:
    weak = np.array([True, False, True])
    named, anyone = part(T, T, F, who=True), part(T, T, F)
    assert named.value(at_face=False, weak=weak, removed=None).tolist() == [U, T, U]
    assert anyone.value(at_face=False, weak=weak, removed=None).tolist() == [T, T, F]


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
    assert len(list(parts.every())) == 7


def test_an_exception_that_asks_nothing_always_covers() -> None:
    unless = Exemption("unless 1", Pattern())
    run = judged(core_of_clauses(clause("c1", reading("c1", pattern(), [unless]))), {})
    one = run.plan.clauses[0].readings[0]
    (always,) = parts_of(run.batches[0].columns, one, one.variants[0]).exemptions[0]
    assert (always.name, always.truth.tolist()) == ("always", [T])
