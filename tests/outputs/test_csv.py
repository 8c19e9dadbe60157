"""Findings as CSV."""

import csv
import io

import pytest

from checker.outputs.csv import FORMAT
from tests.findings.made import finding
from tests.outputs.made import written


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_finding_is_a_row_with_what_is_not_known_left_empty() -> None:
    (row,) = rows(written(FORMAT, finding(reasons=("place_vague", "time_vague"), margin_m=None)))
    assert (row["reasons"], row["margin_m"], row["clause"]) == ("place_vague;time_vague", "", "c1")


def test_without_findings_the_names_of_the_columns_stand_alone() -> None:
    assert written(FORMAT).count("\n") == 1


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_nothing_that_a_report_says_is_run_by_a_spreadsheet(text: str) -> None:
    (row,) = rows(written(FORMAT, finding(reported_actor=text)))
    assert row["reported_actor"] == f"'{text}"


def test_a_negative_number_is_a_number_and_a_line_break_stays_in_its_cell() -> None:
    (row,) = rows(written(FORMAT, finding(margin_m=-12.5, message='two\nlines, "quoted"')))
    assert float(row["margin_m"]) == -12.5
    assert row["message"] == 'two\nlines, "quoted"'
