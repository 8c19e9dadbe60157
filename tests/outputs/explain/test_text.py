"""Why, and why not: one report under one clause as a page."""

import io
from typing import Any

from checker.findings.explanation import Explanation, explanation_of
from checker.findings.finding import ReportRef
from checker.language.core.question import Answer, Question
from checker.outputs.explain import grown, write_explanation
from checker.outputs.explain.grow import stored_tree
from checker.outputs.writer import Page
from checker.values.verdict import Standing
from tests.findings.made import finding, reading_finding
from tests.handmade import (
    clause,
    condition,
    core_of_clauses,
    group,
    judged,
    north,
    pattern,
    reading,
    within,
)
from tests.outputs.made import HEADER

READ = (("kind", "position"),)
"""What a report says; an explanation of a stored result has none of it."""


def said(told: Explanation) -> list[str]:
    stream = io.StringIO()
    write_explanation(stream, Page(160), grown(told))
    return [" ".join(line.split()) for line in stream.getvalue().splitlines()]


def explained(**given: Any) -> Explanation:
    """Return an explanation that holds what is given, and for the rest nothing."""
    rest = ("source", "findings", "readings", "against", "conditions", "questions")
    fields = {**dict.fromkeys(rest, ()), "inputs": READ, "certainty": None, **given}
    return Explanation(clause="c1", says="Red may.", **fields)


def told(row: dict[str, str], **given: object) -> list[str]:
    one = reading("c1", pattern(), **given)  # type: ignore[arg-type]
    core = core_of_clauses(clause("c1", one, certainty="reported"))
    return said(explanation_of(judged(core, row), "c1", "r1"))


def test_a_page_tells_the_clause_the_report_the_answer_the_tests_and_the_conditions() -> None:
    lines = told({}, conditions=(condition(),))
    assert lines[0] == "c1: Red keeps off the post. [reported]"
    assert [line for line in lines if line.isupper()] == [
        "THE REPORT, AS IT WAS READ",
        "THE ANSWER",
        "UNDER EACH READING: THE REPORT",
        "CONDITIONS OVER TIME",
    ]
    assert "Verdict violation" in lines
    assert "Actor? yes: red or red-unit" in lines
    assert "Place? yes: its position within 1000 m of post" in lines
    assert "Condition? yes: so long as nothing proves that green fire" in lines
    assert "Margin -990.00 m: past the limit of 1,000 m from post by at least 990 m" in lines


def test_readings_that_make_the_same_of_it_stand_together() -> None:
    readings = [
        reading("c1", pattern(where=within(metres)), answers=(("how", how), ("line", line)))
        for how, metres in (("near", 5.0), ("far", 1000.0))
        for line in ("a", "b")
    ]
    run = judged(core_of_clauses(clause("c1", *readings)), {"lat": north(500.0)})
    lines = said(explanation_of(run, "c1", "r1"))
    assert [line for line in lines if line.startswith("where ")] == [
        *("where how = near: compliant", "where how = far: violation")
    ]


def test_a_distance_that_is_the_same_under_every_reading_is_told_once() -> None:
    readings = [
        reading("c1", pattern(who=group(who)), answers=(("who", who),)) for who in ("red", "green")
    ]
    run = judged(core_of_clauses(clause("c1", *readings)), {"lat": north(500.0)})
    lines = said(explanation_of(run, "c1", "r1"))
    heads = [line for line in lines if line.startswith(("under every", "where ", "Distance"))]
    assert heads[0] == "under every reading:"
    assert heads[1].startswith("Distance to post: 500.00 m from the centre")
    assert [head for head in heads[2:] if head.startswith("where")] == [
        "where who = red: violation",
        "where who = green: not concerned",
    ]


def test_a_stored_finding_is_told_without_tests() -> None:
    stream = io.StringIO()
    write_explanation(stream, Page(160), stored_tree(HEADER, finding(kind="position")))
    lines = [" ".join(line.split()) for line in stream.getvalue().splitlines()]
    assert "source text" in lines
    assert lines[lines.index("THE REPORT, AS THE RESULT TELLS IT") + 1] == "kind position"
    assert "violation" in lines
    assert any(line.startswith("Told from a stored result") for line in lines)


def test_a_report_that_is_no_evidence_against_a_permission_says_so() -> None:
    lines = said(explained())
    assert "The report is no evidence against a condition of this permission." in lines


def test_why_a_report_is_no_evidence_against_a_permission_is_told() -> None:
    permission = clause("p1", reading("p1", pattern(), kind="permits", conditions=(condition(),)))
    lines = said(explanation_of(judged(core_of_clauses(permission), {}), "p1", "r1"))
    start = lines.index("UNDER EACH READING: AS EVIDENCE AGAINST THE CONDITION")
    assert lines[start + 1 : start + 6] == [
        "",
        "always:",
        "Condition so long as nothing proves that green fire",
        "Actor? no: green",
        "Act? open: fire (it is not known what was done)",
    ]


def test_the_questions_of_its_readings_are_explained() -> None:
    asked = Question("how", "How far?", (Answer("near", "by a mile"), Answer("far", "by two")))
    one = finding(readings=(reading_finding(answers=(("how", "near"),)),))
    lines = said(explained(findings=(one,), questions=(asked,)))
    assert "near: by a mile" in lines


def test_what_a_lapse_decides_is_told_last_and_cut_short() -> None:
    lapse = "the condition of c1 (peace) had lapsed"
    relied = tuple(
        finding(
            reports=(ReportRef("r.csv", at, at, f"r{at}"),),
            readings=(reading_finding(lapse=lapse),),
        )
        for at in range(12)
    )
    lines = said(explained(relied=relied))
    assert lines[lines.index("WHAT THE LAPSE DECIDES") + 2] == "violation"
    assert lines[-1] == "and 2 reports more; -v shows all"


def test_evidence_against_a_condition_is_not_said_to_be_a_breach() -> None:
    one = finding(subject="condition", standing=Standing.DEPENDS_ON_READING, violated_open=1)
    lines = said(explained(findings=(one,)))
    assert "Standing depends on the reading: it breaks the condition under some readings" in (
        " ".join(lines)
    )
    assert "Readings does it break the condition? 1 yes, 1 open, 0 no" in lines


def test_what_flips_the_answer_and_why_another_clause_did_not_fire_is_told() -> None:
    other = clause("c2", reading("c2", pattern(who=group("green"))))
    core = core_of_clauses(clause("c1", reading("c1", pattern(where=within(1000.0)))), other)
    row = {"lat": north(500.0), "radius_m": "100"}
    lines = said(explanation_of(judged(core, row), "c1", "r1"))
    at = next(n for n, line in enumerate(lines) if line.startswith("Flips if"))
    assert lines[at] == (
        "Flips if the report, or the place as drawn, is off by more than 400 m, beyond radius and "
        "accuracy: then the place decides no more"
    )
    start = lines.index("WHY NOT ANOTHER CLAUSE")
    assert lines[start + 1 : start + 3] == ["c2: not concerned", "Actor? no: green"]
