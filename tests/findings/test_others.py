"""Why the other clauses did not fire for the same report."""

from checker.findings.explanation import explanation_of
from checker.findings.finding import Finding
from checker.findings.others import OtherWhy, other_clauses
from checker.values.verdict import Standing
from tests.findings.made import finding
from tests.handmade import clause, core_of_clauses, group, judged, north, pattern, reading, within

CORE = core_of_clauses(
    clause("c1"),
    clause("c2", reading("c2", pattern(who=group("green")))),
    clause("c3", reading("c3", pattern(where=within(10.0)))),
    clause("c4", reading("c4", pattern(), kind="permits")),
    clause("c5", reading("c5", pattern(where=within(450.0)))),
)


def others(**row: str) -> dict[str, OtherWhy]:
    run = judged(CORE, {"lat": north(500.0), "radius_m": "100", **row})
    return {one.clause: one for one in explanation_of(run, "c1", "r1").others}


def test_every_other_clause_is_told_with_the_tests_that_kept_it_back() -> None:
    found = others()
    assert list(found) == ["c2", "c3", "c4", "c5"]
    assert [[trial.name for trial in one.kept] for one in found["c2"].readings] == [["actor"]]
    assert [[trial.name for trial in one.kept] for one in found["c3"].readings] == [["place"]]
    assert found["c3"].standing == Standing.COMPLIANT


def test_a_clause_in_doubt_is_told_with_the_tests_that_are_open() -> None:
    (one,) = others()["c5"].readings
    assert [(trial.name, trial.reasons) for trial in one.kept] == [("place", ("place_vague",))]


def test_a_permission_says_that_nothing_can_break_it() -> None:
    assert (others()["c4"].standing, others()["c4"].said) == (
        *(None, "it permits, so no report can break it"),
    )


def test_one_that_fired_too_is_told_by_its_finding() -> None:
    one = others(radius_m="10")["c5"]
    near = others(radius_m="10", lat=str(north(5.0)))["c5"]
    assert (one.standing, near.standing) == (Standing.COMPLIANT, Standing.VIOLATION)
    assert near.readings[0].kept == ()
    assert near.finding is not None


def test_of_a_stored_result_the_findings_about_the_same_report_are_told() -> None:
    asked: Finding = finding()
    beside = (finding(clause="c2", id="ab", standing=Standing.UNDETERMINED), asked)
    clauses = (("c1", "One."), ("c2", "Two."), ("c3", "Three."))
    two, three = other_clauses(clauses, asked, beside, "no breach")
    assert (two.clause, two.standing, two.finding) == ("c2", Standing.UNDETERMINED, "ab")
    assert (three.clause, three.standing, three.said) == ("c3", None, "no breach")
