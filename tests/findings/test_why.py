"""Every test that was made of a report under a clause, with its answer."""

from checker.evaluate.run import JudgedRun
from checker.findings.trials import Trial
from checker.findings.why import ExemptionWhy, ReadingWhy, why_of
from checker.language.core.agreement import Standard
from checker.language.core.exemption import Exemption
from checker.language.core.pattern import Bound, Pattern
from checker.values.truth import Truth
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


def why(run: JudgedRun, row: int = 0) -> ReadingWhy:
    (one,) = why_of(run, run.batches[0], row, 0)
    return one


def test_each_test_says_what_it_asked_what_it_answered_and_why_it_is_open() -> None:
    what = pattern(when=(period(JUNE_US),))
    core = core_of_clauses(clause("c1", reading("c1", what, conditions=(condition(),))))
    one = why(judged(core, {"actor": "Umber", "radius_m": ""}))
    assert one.applies == (
        Trial("actor", "red or red-unit", U, ("actor_unresolved",)),
        Trial("act", "presence", T, ()),
        Trial("time", "from 2018-06-01T00:00:00+00:00 on", T, (), hours=12.0),
        Trial("condition", "so long as nothing proves that green fire", T, ()),
    )
    assert one.place == Trial("place", "its position within 1000 m of post", U, ("place_vague",))


def test_exceptions_are_told_whether_they_cover_or_not() -> None:
    police = Exemption("police", Pattern(who=group("red-unit")), bound=Bound(at_most=(50.0, 50.0)))
    core = core_of_clauses(clause("c1", reading("c1", pattern(), [police])))
    one = why(judged(core, {"actor": "red-unit", "count_low": "60", "count_high": "60"}))
    assert one.exemptions == (
        ExemptionWhy(
            "police",
            (
                Trial("actor", "red-unit", T, ()),
                Trial("number or register", "at most 50 units", F, ()),
            ),
        ),
    )
    assert one.exemptions[0].answer == F


def test_an_exception_without_tests_covers() -> None:
    assert ExemptionWhy("waiver", ()).answer == T


def test_of_several_actors_the_one_that_decided_is_named() -> None:
    core = core_of_clauses(clause("c1"))
    assert why(judged(core, {"actor": "green;red"})).candidate == "red"
    assert why(judged(core, {"actor": "green;Umber"})).candidate == "a name that nobody declared"
    assert why(judged(core, {})).candidate is None


def test_what_keeps_a_report_from_proving_anything_is_named() -> None:
    core = core_of_clauses(clause("c1"), standard=Standard(reliability="C", attribution="reported"))
    one = why(judged(core, {"kind": "allegation", "reliability": "D"}))
    assert one.weak == ("attribution_weak", "source_weak", "kind_weak")


def test_each_place_that_was_asked_about_is_measured_once() -> None:
    core = core_of_clauses(clause("c1"))
    assert [ground.said for ground in why(judged(core, {})).grounds] == ["within 1000 m of post"]


def test_a_permission_has_no_tests_of_its_own() -> None:
    run = judged(core_of_clauses(clause("p1", reading("p1", pattern(), kind="permits"))), {})
    assert why_of(run, run.batches[0], 0, 0) == ()
