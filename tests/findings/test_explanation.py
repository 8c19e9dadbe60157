"""One report under one clause, with all that led to its answer."""

import pytest

from checker.findings.explanation import explanation_of, relevant_spells
from checker.findings.finding import ConditionSpell
from checker.language.core.clause import Assumed
from checker.values.diagnostic import CheckerError
from tests.handmade import clause, condition, core_of_clauses, judged, pattern, reading

DEPTH = Assumed("places.zone", "10 km", "no depth was published")
CORE = core_of_clauses(
    clause(
        "c1",
        reading("c1", pattern(), conditions=(condition(),), assumed=(DEPTH,)),
        certainty="reported",
        guarantor=("blue",),
        owed_to=("green",),
        binds_non_party=("{all_except: [green]}",),
    )
)
FIRE = {"kind": "incident", "role": "acting", "does": "fire", "actor": "green"}


def test_an_explanation_holds_clause_source_report_tests_and_conditions() -> None:
    told = explanation_of(judged(CORE, {}), "c1", "r1")
    assert (told.clause, told.says, told.certainty) == (
        *("c1", "Red keeps off the post.", "reported"),
    )
    assert told.source == (
        ("source", "Treaty, treaty, 2018-05-25"),
        ("kind", "prohibits"),
        ("who", "red or red-unit"),
        ("guarantor", "blue"),
        ("owed to", "green"),
        ("not a party", "every armed actor except green"),
        ("assumed", "places.zone = 10 km: no depth was published"),
    )
    assert dict(told.inputs)["actor"] == "red"
    assert [finding.subject for finding in told.findings] == ["report"]
    assert len(told.readings) == 1
    assert [spell.state for spell in told.conditions] == ["holds"]


def test_a_report_that_is_evidence_too_has_both_findings() -> None:
    told = explanation_of(judged(CORE, FIRE), "c1", "r1")
    assert [finding.subject for finding in told.findings] == ["report", "condition"]


def test_a_report_is_named_by_its_id_or_by_its_place() -> None:
    run = judged(CORE, {"id": "SS-1"}, {"id": "SS-2", "actor": "green"})
    by_id, by_place = (explanation_of(run, "c1", name) for name in ("SS-2", "r.csv:3"))
    assert by_id == by_place
    assert dict(by_id.inputs)["actor"] == "green"


@pytest.mark.parametrize(
    ("named", "message", "hint"),
    [
        ("SS-22", "no report 'SS-22' was accepted", "did you mean SS-2 or"),
        ("r.csv:9", "no report 'r.csv:9' was accepted", "accord validate"),
        ("SS-1", "the report 'SS-1' proves nothing", "explain the report that supersedes it"),
    ],
)
def test_a_report_that_is_not_there_or_proves_nothing_is_refused(
    named: str, message: str, hint: str
) -> None:
    run = judged(CORE, {"id": "SS-1"}, {"id": "SS-2", "supersedes": "SS-1"})
    with pytest.raises(CheckerError, match=message) as error:
        explanation_of(run, "c1", named)
    assert hint in error.value.diagnostics[0].hint


def test_the_conditions_of_a_permission_that_was_considered_are_told_too() -> None:
    spells = tuple(
        ConditionSpell(name, (), "none of it", "holds", None, None, None)
        for name in ("c1", "p1", "c2")
    )
    assert relevant_spells(spells, "c1", {"p1", "police"}) == spells[:2]


def test_reports_on_which_the_lapse_decided_are_named() -> None:
    at = {"actor": "green", "seen_from": "2018-06-01T11:00:00Z"}
    run = judged(CORE, {"id": "first"} | FIRE | at, {"id": "late"}, {"id": "far", "actor": "green"})
    told = explanation_of(run, "c1", "first")
    assert [finding.reports[0].id for finding in told.relied] == ["late"]
