"""What a reviewer is shown at the lines of files."""

from checker.findings.finding import Rejected, ReportRef
from checker.outputs.concern import concern_of, other_concerns
from checker.values.diagnostic import Diagnostic
from checker.values.span import Span
from checker.values.verdict import ClauseStanding, Standing
from tests.findings.made import finding
from tests.outputs.made import HEADER, summary


def test_a_finding_stands_at_its_report_with_why_it_is_open_and_what_helps() -> None:
    one = concern_of(
        finding(standing=Standing.UNDETERMINED, reasons=("place_vague",), decides="a place"), HEADER
    )
    assert (one.file, one.line, one.title) == ("r.csv", 2, "undetermined: c1")
    assert one.text.endswith(
        "Open because the place is too vague for the limit. What helps: a place."
    )


def test_a_duty_stands_at_its_clause_and_a_report_without_a_line_in_its_file() -> None:
    late = finding(subject="deadline", standing=ClauseStanding.LATE, reports=())
    assert (concern_of(late, HEADER).file, concern_of(late, HEADER).line) == (
        *("deal/agreement.yaml", 14),
    )
    row = finding(reports=(ReportRef("r.parquet", None, 13, "SS-13"),))
    assert (concern_of(row, HEADER).file, concern_of(row, HEADER).line) == ("r.parquet", None)


def test_evidence_on_a_condition_says_so() -> None:
    one = concern_of(finding(subject="condition", standing=Standing.BREAKS_CONDITION), HEADER)
    assert one.title == "breaks a condition: condition of c1"


def test_rows_that_were_not_accepted_and_warnings_with_a_place_are_told() -> None:
    bad = Rejected("r.csv", 7, 6, "lat", "R203", "out of range", "swapped?")
    placed = Diagnostic("R156", "swapped?", Span("r.csv", 9, 1, 9, 1), "lon first", "warning")
    end = summary(rejected=(bad,), warnings=(placed, Diagnostic("R157", "a lone date")))
    first, second = other_concerns(end)
    assert (first.line, first.title) == (7, "not accepted: R203")
    assert "lat: out of range. Hint: swapped?." in first.text
    assert (second.line, second.title) == (9, "R156")
