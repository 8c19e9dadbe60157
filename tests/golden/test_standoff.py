"""The 60 real reports under SYR18-2: what the tool says against a list that was made by hand."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from checker.cli.judging import read_agreement, vocabulary_of
from checker.cli.mapping_file import read_mapping
from checker.findings.finding import Finding, ReadingFinding
from checker.findings.request import Request
from checker.reports import ReadOptions, open_reports
from checker.runners.local import run

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "fixtures" / "south-syria-2018"
HAND = list(
    csv.DictReader((FOLDER / "expected-standoff.csv").read_text(encoding="utf-8").splitlines())
)


@cache
def found() -> Mapping[str, Finding]:
    """Return the finding of every report under the clause, by report."""
    core = read_agreement(str(ROOT / "rules" / "south-syria-2018")).core
    how = ReadOptions(
        vocabulary=vocabulary_of(core),
        zone=core.timezone,
        mapping=read_mapping(str(FOLDER / "mapping.yaml")),
    )
    done = run(core, open_reports([str(FOLDER / "reports.csv")], how), Request(is_all=True))
    return {
        one.reports[0].id: one
        for one in done.findings()
        if one.clause == "standoff" and one.subject == "report"
    }


def reading_of(row: Mapping[str, str]) -> tuple[Finding, ReadingFinding]:
    finding = found()[row["report"]]
    answers = {"which-line": row["which-line"], "who-is-irans": row["who-is-irans"]}
    (reading,) = (one for one in finding.readings if dict(one.answers) == answers)
    return finding, reading


def test_the_list_holds_every_report_under_three_readings() -> None:
    assert len(HAND) == 180
    # The mapping splits some rows: what the other side did is a report of its own, and no position.
    whole = {report for report in found() if "." not in report}
    assert {row["report"] for row in HAND} == whole


@pytest.mark.parametrize("row", HAND, ids=lambda row: "-".join(list(row.values())[:3]))
def test_a_report_gets_the_standing_that_was_found_by_hand(row: dict[str, Any]) -> None:
    finding, reading = reading_of(row)
    assert (reading.verdict.word, reading.standing.word) == (row["verdict"], row["standing"])
    far = [
        one.best_m
        for one in finding.measured
        if one.what == "distance to golan-line" and one.answers == reading.answers
    ]
    if row["distance_m"] and far:
        # The list is to the metre.
        assert far == [pytest.approx(float(row["distance_m"]), abs=0.6)]


def test_reports_near_the_line_are_never_vague_for_their_place() -> None:
    limit_m = 24_140.16
    near = [
        reading_of(row)[1]
        for row in HAND
        if row["distance_m"] and float(row["distance_m"]) + float(row["doubt_m"]) < limit_m
    ]
    assert len(near) > 60
    assert not [one for one in near if {"place_vague", "place_line_vague"} & set(one.reasons)]


@pytest.mark.parametrize("report", ["SS18-013", "SS18-059"])
def test_a_report_that_names_quneitra_alone_is_apparent_under_both_lines(report: str) -> None:
    backed = [
        one for one in found()[report].readings if ("who-is-irans", "backed-forces") in one.answers
    ]
    assert [one.standing.word for one in backed] == ["apparent_violation"] * 2
