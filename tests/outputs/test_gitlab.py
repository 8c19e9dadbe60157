"""Findings as a code quality report of GitLab."""

import json
from typing import Any

from checker.findings.acceptance import Acceptance
from checker.findings.finding import Rejected, ReportRef
from checker.outputs.gitlab import FORMAT
from checker.values.verdict import Standing
from tests.findings.made import finding
from tests.outputs.made import summary, written


def issues(*findings: Any, **end: Any) -> Any:
    return json.loads(written(FORMAT, *findings, end=summary(**end)))


def test_a_finding_is_an_issue_with_all_that_gitlab_asks_for() -> None:
    assert issues(finding()) == [
        {
            "description": "violation: c1: Red: the report breaks the clause.",
            "check_name": "c1",
            "fingerprint": "0123456789abcdef",
            "severity": "critical",
            "location": {"path": "r.csv", "lines": {"begin": 2}},
        }
    ]
    assert issues() == []


def test_severities_follow_the_levels_of_failure() -> None:
    found = [
        finding(standing=standing)
        for standing in (
            Standing.APPARENT_VIOLATION,
            Standing.BREAKS_CONDITION,
            Standing.DEPENDS_ON_READING,
            Standing.UNDETERMINED,
            Standing.COMPLIANT,
        )
    ]
    assert [one["severity"] for one in issues(*found)] == ["major", "minor", "minor", "info"]


def test_a_path_is_relative_to_the_repository_and_a_line_is_never_missing() -> None:
    reports = (ReportRef("././a/b.parquet", None, 3, "r"),)
    (one,) = issues(finding(reports=reports))
    assert one["location"] == {"path": "a/b.parquet", "lines": {"begin": 1}}


def test_rows_that_were_not_accepted_and_a_hollow_run_are_issues_with_prints_of_their_own() -> None:
    bad = tuple(Rejected("r.csv", n, n, "lat", "R203", "bad") for n in (7, 8))
    found = issues(finding(), rejected=bad, hollow="nothing was put to the test")
    assert len({one["fingerprint"] for one in found}) == 4
    assert [one["severity"] for one in found] == ["critical", "minor", "minor", "critical"]


def test_what_a_baseline_accepts_stays_listed_as_information() -> None:
    (one,) = issues(finding(accepted=Acceptance("known", "A. Reader", "2027-01-01")))
    assert one["severity"] == "info"
    assert one["description"].startswith("violation: c1 (accepted): ")
    assert one["description"].endswith("Accepted: known (A. Reader, until 2027-01-01).")
