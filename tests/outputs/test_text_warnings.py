"""Warnings on the page, and beside each answer that they make doubtful."""

import io

from checker.findings.finding import ReportRef
from checker.outputs.sheet import Sheet
from checker.outputs.text_warnings import write_beware, write_doubt, write_warnings
from checker.outputs.writer import Page
from checker.values.diagnostic import Diagnostic
from checker.values.span import Span
from tests.findings.made import finding
from tests.outputs.made import summary

HERE = Span("r.csv", 3, 1, 3, 1)
WARNING = Diagnostic("R156", "swapped?", HERE, "lon comes first", "warning")
REPORT = ReportRef("r.csv", 3, 2, "r2")


def test_every_warning_has_its_place_its_code_and_its_hint() -> None:
    stream = io.StringIO()
    write_warnings(Sheet(stream, Page()), summary(warnings=(WARNING,)))
    assert stream.getvalue() == "Warning: r.csv:3:1: R156: swapped?\n  hint: lon comes first\n"


def test_what_changes_no_answer_is_left_to_stderr() -> None:
    stream = io.StringIO()
    unread = Diagnostic("R151", "columns that are not read: x", HERE, "", "warning")
    write_warnings(Sheet(stream, Page()), summary(warnings=(unread,)))
    assert stream.getvalue() == ""


def test_what_was_taken_for_the_sheet_or_the_radius_is_said() -> None:
    for code in ("R152", "R161", "R162"):
        stream = io.StringIO()
        taken = Diagnostic(code, "taken", HERE, "", "warning")
        write_warnings(Sheet(stream, Page()), summary(warnings=(taken,)))
        assert stream.getvalue() == f"Warning: r.csv:3:1: {code}: taken\n"


def test_a_long_list_is_cut_unless_all_is_asked_for() -> None:
    for page, count in ((Page(), 10), (Page(is_full=True), 12)):
        stream = io.StringIO()
        write_warnings(Sheet(stream, page), summary(warnings=(WARNING,) * 12))
        assert stream.getvalue().count("Warning") == count
        assert ("and 2 warnings more; -v shows all" in stream.getvalue()) is not page.is_full


def test_the_finding_of_a_swapped_report_says_so() -> None:
    stream = io.StringIO()
    sheet = Sheet(stream, Page())
    write_beware(sheet, finding(reports=(ReportRef("r.csv", 2, 1, "r1"),)), frozenset({REPORT}))
    assert stream.getvalue() == ""
    write_beware(sheet, finding(reports=(REPORT,)), frozenset({REPORT}))
    assert "longitude and latitude of r2 may be swapped (R156)" in stream.getvalue()


def test_the_clauses_say_what_swapped_reports_count_for() -> None:
    stream = io.StringIO()
    write_doubt(Sheet(stream, Page()), summary())
    assert stream.getvalue() == ""
    write_doubt(Sheet(stream, Page()), summary(swapped=(REPORT,)))
    assert "nothing that hangs on their place is proved: a breach is an apparent one" in " ".join(
        stream.getvalue().split()
    )
