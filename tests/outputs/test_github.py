"""Findings as annotations of GitHub: ten of a kind, the gravest, and a count of all."""

from checker.findings.acceptance import Acceptance
from checker.findings.finding import Rejected, ReportRef
from checker.outputs.github import FORMAT
from checker.outputs.writer import Page
from checker.values.verdict import Standing
from tests.findings.made import finding
from tests.outputs.made import summary, written


def lines_of(count: int, standing: Standing = Standing.VIOLATION) -> list[str]:
    found = [
        finding(standing=standing, reports=(ReportRef("r.csv", n + 2, n + 1, f"r{n}"),))
        for n in range(count)
    ]
    return written(FORMAT, *found).splitlines()


def test_a_finding_is_an_annotation_at_its_line_and_the_last_line_counts() -> None:
    first, last = lines_of(1)
    assert first == (
        "::error file=r.csv,line=2,title=violation%3A c1::Red: the report breaks the clause."
    )
    assert last == "accord: 1 finding: 1 violation"


def test_doubt_is_a_notice_unless_it_fails_the_run() -> None:
    doubt = finding(standing=Standing.UNDETERMINED)
    assert written(FORMAT, doubt).startswith("::notice ")
    page = Page(fail_on="undetermined")
    assert written(FORMAT, doubt, page=page).startswith("::error ")


def test_of_more_than_ten_the_rest_is_counted_in_a_notice() -> None:
    lines = lines_of(13)
    assert sum(line.startswith("::error") for line in lines) == 10
    assert lines[-2] == "::notice title=accord::3 annotations more: GitHub shows 10 of a kind"
    assert lines[-1] == "accord: 13 findings: 13 violation"
    assert sum(line.startswith("::notice") for line in lines_of(30, Standing.UNDETERMINED)) == 10


def test_what_is_lawful_is_counted_alone() -> None:
    assert lines_of(2, Standing.COMPLIANT) == ["accord: 2 findings: 2 compliant"]


def test_graver_warnings_come_first_and_rows_that_were_not_accepted_behind_them() -> None:
    bad = tuple(Rejected("r.csv", n, n, None, "R203", "bad") for n in range(2, 14))
    depends = finding(standing=Standing.DEPENDS_ON_READING)
    apparent = finding(standing=Standing.APPARENT_VIOLATION)
    text = written(FORMAT, depends, apparent, end=summary(rejected=bad))
    warnings = [line for line in text.splitlines() if line.startswith("::warning")]
    assert "apparent violation" in warnings[0]
    assert "depends on the reading" in warnings[1]
    assert len(warnings) == 10
    assert "4 annotations more" in text


def test_a_hollow_run_is_an_error() -> None:
    text = written(FORMAT, end=summary(hollow="nothing was put to the test"))
    assert text.splitlines()[0] == "::error title=hollow::nothing was put to the test; no pass"


def test_a_name_ends_no_line_and_colours_nothing() -> None:
    hostile = "x\n::error::y\x1b[31m\u202e"
    lines = written(FORMAT, finding(message=hostile)).splitlines()
    assert len(lines) == 2
    assert lines[0].endswith("::x ::error::y\ufffd[31m\ufffd")


def test_a_text_of_any_length_fits_an_annotation() -> None:
    first, _ = written(FORMAT, finding(message="م" * 20_000)).splitlines()
    assert first.endswith("[12,000 characters more]")
    assert len(first.encode()) < 64_000


def test_what_a_baseline_accepts_is_a_notice() -> None:
    text = written(FORMAT, finding(accepted=Acceptance("known", "A. Reader", "2027-01-01")))
    assert text.startswith("::notice file=r.csv,line=2,title=violation%3A c1 (accepted)::")
