"""Why a report is evidence against a condition, or is not."""

from checker.evaluate.run import JudgedRun
from checker.findings.against import AgainstWhy, against_of
from checker.findings.trials import Trial
from checker.language.core.agreement import Standard
from checker.language.core.exemption import Condition
from checker.values.truth import Truth
from tests.handmade import clause, condition, core_of_clauses, judged, pattern, reading, within

FIRE = {"kind": "incident", "role": "acting", "does": "fire", "actor": "green"}


def against(run: JudgedRun, clause_number: int = 0) -> AgainstWhy:
    (one,) = against_of(run, run.batches[0], 0, clause_number)
    return one


def test_each_test_of_the_condition_is_told() -> None:
    core = core_of_clauses(clause("c1", reading("c1", pattern(), conditions=(condition(),))))
    found = against(judged(core, FIRE))
    assert found.said == "so long as nothing proves that green fire"
    assert found.trials == (
        Trial("actor", "green", Truth.TRUE, ()),
        Trial("act", "fire", Truth.TRUE, ()),
    )
    assert (found.candidate, found.kept, found.weak) == (None, None, ())
    # Of blue it is told why not.
    other = against(judged(core, FIRE | {"actor": "blue"}))
    assert [trial.answer for trial in other.trials] == [Truth.FALSE, Truth.TRUE]


def test_of_several_actors_the_one_against_whom_it_speaks_decided() -> None:
    core = core_of_clauses(clause("c1", reading("c1", pattern(), conditions=(condition(),))))
    assert against(judged(core, FIRE | {"actor": "blue;green"})).candidate == "green"


def test_a_report_that_is_too_weak_to_break_it_says_so() -> None:
    rule = clause("c1", reading("c1", pattern(), conditions=(condition(),)))
    core = core_of_clauses(rule, standard=Standard(reliability="C"))
    assert against(judged(core, FIRE | {"reliability": "D"})).weak == ("source_weak",)
    # What does not match is not weak: it is no evidence.
    assert against(judged(core, FIRE | {"reliability": "D", "actor": "blue"})).weak == ()


def test_the_ground_of_the_condition_is_measured() -> None:
    where = condition(none=pattern(where=within(1000.0)))
    core = core_of_clauses(clause("c1", reading("c1", pattern(), conditions=(where,))))
    assert [ground.said for ground in against(judged(core, {})).grounds] == [
        "within 1000 m of post"
    ]


def test_of_a_clause_to_be_kept_its_own_explanation_has_the_tests() -> None:
    kept = Condition("c1", 0, kept="c2", lapse="ends", unproved="holds")
    core = core_of_clauses(
        clause("c1", reading("c1", pattern(), conditions=(kept,))),
        clause("c2", reading("c2", pattern())),
    )
    found = against(judged(core, {}))
    assert (found.kept, found.trials) == ("c2", ())


def test_a_clause_without_conditions_has_none() -> None:
    run = judged(core_of_clauses(clause("c1")), {})
    assert against_of(run, run.batches[0], 0, 0) == ()
