"""What a case of a test report says."""

import pytest

from checker.findings.acceptance import Acceptance
from checker.findings.finding import Checked, InputFile, Rejected, ReportRef
from checker.outputs import junit_cases
from checker.outputs.junit_cases import Listed, duty_case, file_case, rows_case, run_case
from checker.values.verdict import ClauseStanding, Standing, Verdict
from tests.findings.made import finding
from tests.outputs.made import summary

V, U, C, N = (
    Standing.VIOLATION,
    Standing.UNDETERMINED,
    Standing.COMPLIANT,
    Standing.NOT_APPLICABLE,
)


def listed(*standings: Standing | ClauseStanding, fail_on: str = "violation") -> Listed:
    found = Listed()
    for number, standing in enumerate(standings, 1):
        place = (ReportRef("r.csv", number + 1, number, f"r{number}"),)
        found.add(finding(standing=standing, reports=place), fail_on)
    return found


def checked(*reports: tuple[Standing, int]) -> Checked:
    return Checked("r.csv", "c1", reports)


def test_a_case_fails_for_a_proved_breach_and_tells_it_with_its_line() -> None:
    case = file_case(checked((V, 1), (U, 1), (C, 5)), listed(V, U), "violation")
    assert (case.outcome, case.type) == ("failure", "violation")
    assert case.message == "1 violation, 1 undetermined"
    assert case.detail.startswith("r.csv:2: violation: Red: the report breaks the clause.")


def test_doubt_is_no_pass_and_no_failure() -> None:
    case = file_case(checked((U, 2), (C, 5)), listed(U, U), "violation")
    assert (case.outcome, case.message) == (
        *("skipped", "not decided: 2 undetermined; this is no pass"),
    )


def test_doubt_fails_the_case_where_it_fails_the_run() -> None:
    found = listed(U, fail_on="undetermined")
    assert file_case(checked((U, 1)), found, "undetermined").outcome == "failure"


def test_a_case_passes_only_where_reports_were_judged() -> None:
    case = file_case(checked((C, 5), (N, 2)), Listed(), "violation")
    assert (case.outcome, case.said) == ("passed", "5 compliant, 2 not concerned")
    for row in (checked((N, 2)), checked()):
        assert file_case(row, Listed(), "violation").outcome == "skipped"


def test_evidence_on_a_condition_leaves_the_case_open() -> None:
    found = Listed()
    about = {"subject": "condition", "standing": Standing.BREAKS_CONDITION}
    found.add(finding(verdict=Verdict.NOT_APPLICABLE, **about), "violation")
    case = file_case(checked((C, 5)), found, "violation")
    assert (case.outcome, case.message) == (
        *("skipped", "not decided: 1 breaks a condition; this is no pass"),
    )


def test_what_a_filter_hides_is_no_pass() -> None:
    case = file_case(checked((V, 3), (C, 5)), Listed(), "violation")
    assert (case.outcome, case.message) == (
        *("skipped", "hidden by a filter: 3 findings that would fail this case"),
    )


def test_of_many_findings_the_gravest_are_told_and_all_are_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(junit_cases, "_MOST", 2)
    case = file_case(checked((V, 2), (U, 3)), listed(U, U, V, U, V), "violation")
    assert case.message == "2 violation, 3 undetermined"
    assert case.detail.splitlines()[-1] == "and 3 findings more: 3 undetermined"
    assert [line[:7] for line in case.detail.splitlines()[:2]] == ["r.csv:4", "r.csv:6"]


def test_a_run_that_put_nothing_to_the_test_is_an_error() -> None:
    assert run_case(summary()).outcome == "passed"
    assert run_case(summary(hollow="nothing was put to the test")).outcome == "error"


def test_rows_that_cannot_be_read_are_no_pass() -> None:
    bad = [
        Rejected("r.csv", 7, 6, "lat", "R203", "out of range"),
        Rejected("s", 1, 1, None, "R1", ""),
    ]
    case = rows_case(InputFile("r.csv", "1" * 64, 60, 1), bad)
    assert (case.outcome, case.said) == ("skipped", "r.csv:7: R203: out of range")
    assert rows_case(InputFile("r.csv", "1" * 64, 60, 0), bad).outcome == "passed"


@pytest.mark.parametrize(
    ("words", "found", "outcome"),
    [
        (["complied", "complied"], Listed(), "passed"),
        (["complied", "outstanding"], Listed(), "skipped"),
        (["overdue"], listed(ClauseStanding.OVERDUE), "failure"),
        (["overdue", "moot"], listed(Standing.DEPENDS_ON_READING), "skipped"),
    ],
)
def test_a_duty_passes_where_it_was_done_in_time_under_every_reading(
    words: list[str], found: Listed, outcome: str
) -> None:
    case = duty_case("leave", words, found)
    assert case is not None
    assert case.outcome == outcome


def test_a_clause_without_a_date_is_no_duty() -> None:
    assert duty_case("c1", ["violated"], Listed()) is None


def test_what_a_baseline_accepts_fails_no_case_and_passes_none() -> None:
    found = Listed()
    found.add(
        finding(accepted=Acceptance("known since May", "A. Reader", "2027-01-01")), "violation"
    )
    case = file_case(checked((V, 1), (C, 5)), found, "violation")
    assert (case.outcome, case.message) == (
        "skipped",
        "1 violation, 1 finding of it accepted by a baseline; this is no pass",
    )
    assert "Accepted: known since May (A. Reader, until 2027-01-01)." in case.said
    hidden = file_case(checked((V, 3), (C, 5)), found, "violation")
    assert hidden.message == "hidden by a filter: 2 findings that would fail this case"
