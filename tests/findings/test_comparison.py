"""Two results differ where a finding is new, gone or stands otherwise, and nowhere else."""

from dataclasses import replace
from typing import Any

import pytest

from checker.findings.comparison import Comparison, compared
from checker.findings.finding import Finding
from checker.findings.request import Asked
from checker.values.diagnostic import CheckerError
from checker.values.verdict import ClauseStanding, Standing, Verdict
from tests.findings.made import finding, reading_finding
from tests.findings.sides_made import Told, listed, prints, side
from tests.outputs.made import row

READINGS = ((("line", "a"),), (("line", "b"),))
VIOLATION = finding(id="1" * 16)
OPEN = finding(id="2" * 16, standing=Standing.UNDETERMINED, verdict=Verdict.UNDETERMINED)
KEPT = finding(
    id="3" * 16,
    standing=Standing.COMPLIANT,
    verdict=Verdict.COMPLIANT,
    readings=(reading_finding(standing=Standing.COMPLIANT),),
)


def told(*findings: Finding, **given: Any) -> Told:
    one = side(**given)
    return Told(one.header, findings, one.summary)


def kinds(found: Comparison) -> list[tuple[str, str]]:
    return [(one.kind, one.finding.id[0]) for one in found.changes]


def test_a_result_does_not_differ_from_itself() -> None:
    found = compared(told(VIOLATION, OPEN), told(VIOLATION, OPEN))
    assert (found.is_empty, found.differs, found.same, found.retold) == (True, (), 2, 0)


def test_what_is_new_gone_and_otherwise_is_told_in_the_order_of_the_new_side() -> None:
    graver = replace(OPEN, standing=Standing.VIOLATION, verdict=Verdict.VIOLATION)
    old = told(finding(id="0" * 16), OPEN)
    found = compared(old, told(VIOLATION, graver))
    assert kinds(found) == [("new", "1"), ("changed", "2"), ("gone", "0")]
    assert [found.count(kind) for kind in ("new", "changed", "gone")] == [1, 1, 1]


def test_other_numbers_and_words_are_counted_and_are_no_change() -> None:
    found = compared(told(VIOLATION), told(replace(VIOLATION, message="told anew")))
    assert (found.is_empty, found.same, found.retold) == (True, 1, 1)


def under(*standings: Standing) -> Finding:
    readings = tuple(
        reading_finding(answers=answers, standing=standing)
        for answers, standing in zip(READINGS, standings, strict=False)
    )
    return replace(OPEN, readings=readings)


def test_a_finding_that_stands_otherwise_under_one_reading_changed() -> None:
    old = under(Standing.VIOLATION, Standing.UNDETERMINED)
    new = under(Standing.VIOLATION, Standing.COMPLIANT)
    assert kinds(compared(told(old), told(new))) == [("changed", "2")]


def test_a_question_that_only_one_side_asks_changes_no_finding_by_itself() -> None:
    old, new = under(Standing.VIOLATION), under(Standing.VIOLATION, Standing.UNDETERMINED)
    assert compared(told(old), told(new)).is_empty


def test_what_only_all_would_list_is_no_difference() -> None:
    whole = told(VIOLATION, KEPT, asked=Asked(is_all=True))
    assert compared(told(VIOLATION), whole).is_empty
    both = compared(told(VIOLATION, asked=Asked(is_all=True)), whole)
    assert kinds(both) == [("new", "3")]


def test_findings_that_share_an_id_are_not_taken_for_one() -> None:
    found = compared(told(VIOLATION, VIOLATION), told(VIOLATION))
    assert (kinds(found), found.same) == ([("gone", "1")], 1)


def test_it_is_told_what_the_report_is_where_it_has_no_finding() -> None:
    missing = compared(told(VIOLATION), told()).changes[0].missing
    assert missing == "judged"
    away = Told(side().header, (), side(listed("r9")).summary)
    assert compared(told(VIOLATION), away).changes[0].missing == "absent"


def test_a_clause_that_stands_otherwise_is_told_under_its_reading() -> None:
    old = told(rows=(row(answers=READINGS[0]), row(answers=READINGS[1])))
    new = told(
        rows=(row(answers=READINGS[0]), row(answers=READINGS[1], standing=ClauseStanding.MOOT))
    )
    (one,) = compared(old, new).clauses
    assert (one.clause, one.answers, one.old, one.new) == ("c1", READINGS[1], "violated", "moot")


def test_a_clause_that_one_side_does_not_have_is_told() -> None:
    (one,) = compared(told(rows=(row(),)), told()).clauses
    assert (one.old, one.new) == ("violated", None)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"agreement_id": "other"}, "the results are of two agreements: 'deal' and 'other'"),
        ({"asked": Asked(party="red")}, "the results show other clauses, parties or times"),
        ({"asked": Asked(clauses=("c1",))}, "the results show other clauses"),
    ],
)
def test_results_that_have_little_in_common_are_not_compared(
    given: dict[str, Any], said: str
) -> None:
    with pytest.raises(CheckerError, match=said) as error:
        compared(told(), told(**given))
    (one,) = error.value.diagnostics
    assert (one.code, bool(one.hint)) == ("U120", True)


def test_another_level_of_failure_is_no_obstacle() -> None:
    assert compared(told(), told(asked=Asked("never"), prints=prints())).is_empty
