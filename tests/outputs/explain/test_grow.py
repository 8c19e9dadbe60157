"""The tree of an explanation, judged or stored."""

from dataclasses import replace

import pytest

from checker.findings.explanation import explanation_of
from checker.findings.finding import ClauseText, ConditionSpell, InputFile, Measured
from checker.findings.request import Asked
from checker.outputs.explain.grow import grown, stored_tree
from checker.values.span import Span
from tests.findings.made import finding, reading_finding
from tests.handmade import clause, condition, core_of_clauses, judged, pattern, reading
from tests.outputs.made import HEADER

FIRE = {"kind": "incident", "role": "acting", "does": "fire", "actor": "green"}
SECOND = ClauseText("c2", "Red stays.", "press", None, Span("a.yaml", 1, 1, 1, 2))
TWO = replace(HEADER, clauses=(*HEADER.clauses, SECOND))


def test_a_report_that_is_evidence_too_has_the_tests_of_the_condition_in_its_second_answer() -> (
    None
):
    core = core_of_clauses(clause("c1", reading("c1", pattern(), conditions=(condition(),))))
    own, evidence = grown(explanation_of(judged(core, FIRE), "c1", "r1")).answers
    assert own.branches[0].proofs[0].condition is None
    assert evidence.branches[0].proofs[0].condition is not None


def test_what_is_no_evidence_has_its_tests_beside_the_answers() -> None:
    permission = clause("p1", reading("p1", pattern(), kind="permits", conditions=(condition(),)))
    tree = grown(explanation_of(judged(core_of_clauses(permission), {}), "p1", "r1"))
    assert tree.answers == ()
    assert [branch.standing for branch in tree.unfound] == [None]


def test_a_stored_tree_has_the_distances_and_no_tests() -> None:
    measured = (Measured("distance to post", (), 1.0, 2.0, 3.0, 5.0, 5.0),)
    one = finding(readings=(reading_finding(measured=measured),), radius_m=1.0)
    (branch,) = stored_tree(HEADER, one).answers[0].branches
    (proof,) = branch.proofs
    assert proof.tests == ()
    assert [number.what for number in proof.grounds[0].distances] == ["distance to post"]


def test_readings_that_make_the_same_of_it_are_one_branch() -> None:
    readings = [reading_finding(answers=(("how", how),)) for how in ("near", "far")]
    (branch,) = stored_tree(HEADER, finding(readings=tuple(readings))).answers[0].branches
    assert branch.answers == ()


def test_the_report_is_told_from_the_finding_and_what_was_stated_for_its_file_says_so() -> None:
    one = finding(
        kind="position",
        lon=36.0,
        lat=32.5,
        radius_m=12_000.0,
        within_area="plain",
        seen_from="2018-06-01",
        seen_to="2018-06-02",
    )
    files = (InputFile("r.csv", "1" * 64, 1, 0, (("kind", "position"),)),)
    assert stored_tree(HEADER, one, inputs=files).inputs == (
        ("kind", "position (stated for the file)"),
        ("at", "lon 36, lat 32.5, radius 12.0 km; within plain"),
        ("seen", "2018-06-01 to 2018-06-02"),
    )
    only_area = finding(within_area="plain")
    assert stored_tree(HEADER, only_area).inputs == (("at", "within plain"),)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (Asked("violation"), "no breach and not in doubt"),
        (Asked("violation", is_all=True), "it permits, or the report proves nothing"),
        (Asked("violation", clauses=("c1",)), "the result does not show it"),
    ],
)
def test_a_clause_without_a_stored_finding_says_why_there_is_none(asked: Asked, said: str) -> None:
    (other,) = stored_tree(replace(TWO, asked=asked), finding()).others
    assert (other.clause, other.said.startswith(said)) == ("c2", True)


def test_only_the_conditions_of_the_clause_are_told() -> None:
    spells = [ConditionSpell(name, (), "none", "holds", None, None, None) for name in ("c1", "c2")]
    assert stored_tree(HEADER, finding(), conditions=spells).conditions == (spells[0],)
