"""The result as a summary in Markdown: it fits into a comment, whatever the result."""

import pytest

from checker.findings.finding import InputFile, NotJudged, ReportRef, UnknownWord
from checker.outputs.markdown import FORMAT
from checker.outputs.writer import Page
from checker.values.verdict import ClauseStanding, Standing
from tests.findings.made import finding
from tests.outputs.made import row, summary, written


def test_the_gravest_findings_are_told_and_all_are_counted() -> None:
    doubt = [finding(id=f"{n:016x}", standing=Standing.UNDETERMINED) for n in range(40)]
    text = written(FORMAT, *doubt, finding(id="f" * 16))
    assert text.count("- **undetermined**: c1, r1") == 24
    assert text.index("f" * 16) < text.index(f"{0:016x}")
    assert "**1** violation · **40** undetermined" in text
    assert "and 16 findings more." in text


def test_the_last_word_follows_the_level_of_failure() -> None:
    text = written(
        FORMAT, finding(standing=Standing.UNDETERMINED), page=Page(fail_on="undetermined")
    )
    assert "1 undetermined report, or worse (--fail-on undetermined)" in text


@pytest.mark.parametrize("letter", ["x", "`", "م", "<", "@"])
def test_it_fits_into_one_comment(letter: str) -> None:
    long = letter * 10_000
    findings = [
        finding(
            id=f"{n:016x}",
            clause=f"{n}{long}",
            message=long,
            decides=long,
            says=long,
            standing=ClauseStanding.OVERDUE,
            reports=(ReportRef(long, 2, 1, long),),
        )
        for n in range(60)
    ]
    place = ReportRef("r.csv", 9, 8, "r8")
    end = summary(
        rows=tuple(row(f"{n}{long}", answers=((long, long),)) for n in range(60)),
        inputs=tuple(InputFile(f"{n}{long}", "1" * 64, 1, 0) for n in range(200)),
        unknown=tuple(UnknownWord("actor", f"{n}{long}", 1, (), place) for n in range(200)),
        not_judged=tuple(NotJudged(f"R{n}", 1) for n in range(999)),
    )
    assert len(written(FORMAT, *findings, end=end)) < 65_536
