"""Tests and measurements as labelled lines, every number with where it comes from."""

from checker.evaluate.run import JudgedRun
from checker.findings.trials import Trial
from checker.findings.why import ReadingWhy, why_of
from checker.language.core.exemption import Exemption
from checker.language.core.pattern import Bound, Pattern
from checker.outputs.explain.numbers import ground_of
from checker.outputs.explain.text_trials import (
    amount_text,
    exempted_text,
    ground_pairs,
    metres,
    number_text,
    proof_pairs,
    share_text,
    trial_pairs,
)
from checker.outputs.explain.tree import Number, Proof, Share
from checker.values.truth import Truth
from tests.handmade import clause, core_of_clauses, group, judged, north, pattern, reading


def why(run: JudgedRun) -> ReadingWhy:
    (one,) = why_of(run, run.batches[0], 0, 0)
    return one


def test_a_test_says_what_it_asked_its_answer_and_why_it_is_open() -> None:
    asked = Trial(
        "actor", "clients", Truth.UNKNOWN, ("actor_unresolved",), ("a is b's", "b is c's")
    )
    (label, said), *edges = trial_pairs([asked])
    assert (label, said.startswith("open: clients (it is not known")) == ("Actor?", True)
    assert edges == [("By edge", "a is b's"), ("", "b is c's")]
    assert list(trial_pairs([Trial("act", "fire", Truth.FALSE, ())])) == [("Act?", "no: fire")]


def test_every_number_of_a_ground_is_told_with_where_it_comes_from() -> None:
    (ground,) = why(
        judged(core_of_clauses(clause("c1")), {"lat": north(800.0), "radius_m": "500"})
    ).grounds
    said = [" ".join(pair) for pair in ground_pairs(ground_of(ground, 500.0))]
    distance = (
        "Distance to post: 800.00 m from the centre, 300.00 m to 1,300.00 m with the report's "
        "radius and the accuracy of the place; limit 1000 m = 1,000.00 m"
    )
    together = (
        "Together every point of the report lies -700.00 m to 300.00 m from the edge of the "
        "region, negative inside (within 1000 m of post)"
    )
    drawn = "Drawn post: accuracy 0.00 m; no source is named"
    error = (
        "Error the radius of the report: 500.00 m; the accuracy of post: 0.00 m; "
        "the arithmetic (1 mm and a billionth of the distance): 1 mm"
    )
    decides = "Decides at this centre, a radius of up to 200.00 m"
    assert said == [distance, error, together, drawn, decides]


def test_an_exception_that_does_not_cover_says_which_test_kept_it_from_that() -> None:
    few = Exemption("patrol", Pattern(who=group("red")), bound=Bound(at_most=(5.0, 5.0)))
    core = core_of_clauses(clause("c1", reading("c1", pattern(), [few])))
    many, some = ({"count_low": n, "count_high": n} for n in ("60", "3"))
    (out,), (covered,) = (why(judged(core, row)).exemptions for row in (many, some))
    assert exempted_text(out) == "patrol: does not; number or register no: at most 5 units"
    assert exempted_text(covered) == (
        "patrol: covers it; actor yes: red; number or register yes: at most 5 units"
    )


def test_a_distance_that_nobody_knows_is_told_as_one() -> None:
    unknown = Number("distance to post", "m", None, None, None)
    assert number_text(unknown) == "to post: not known"
    assert (metres(None), metres(1234.567)) == ("unknown", "1,234.57 m")


def test_a_part_of_an_error_that_nobody_knows_is_told_as_one() -> None:
    assert share_text(Share("the radius", None)) == "the radius: not known"
    assert [amount_text(0.001, "m"), amount_text(2.5, "h"), amount_text(0.5, "1")] == [
        *("1 mm", "2.500 h", "0.500")
    ]


def test_who_decided_and_whose_tests_they_are_is_told_before_them() -> None:
    proof = Proof(condition="so long as", kept="peace", side="north", candidate="Red")
    assert [label for label, _ in proof_pairs(proof)] == [
        "Condition",
        "Tests",
        "Side",
        "Decided by",
    ]
