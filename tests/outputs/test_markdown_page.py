"""The order of a summary in Markdown."""

from collections import Counter
from typing import Any

from checker.findings.acceptance import Acceptance
from checker.findings.finding import InputFile, NotJudged, Rejected, ReportRef, UnknownWord
from checker.outputs.markdown_page import Told, lines_of
from checker.values.verdict import ClauseStanding, Standing, Verdict
from tests.findings.made import finding, reading_finding
from tests.outputs.made import HEADER, row, summary

COUNTS = Counter({("c1", "violation"): 1, ("c1", "undetermined"): 1_200, ("c2", "undetermined"): 3})


def text_of(*findings: Any, counts: Counter[tuple[str, str]] = COUNTS, **end: Any) -> str:
    told = Told(HEADER, summary(**end), findings, counts, 1, "violation")
    return "\n".join(lines_of(told))


def test_the_answer_comes_first_with_the_counts_of_all_findings() -> None:
    text = text_of(finding())
    assert text.startswith("## Invented deal\n\ndeal as of 2018-06-01 12:00+00:00: 1 report from")
    assert "**1** violation · **1,203** undetermined" in text
    assert "1 violation (--fail-on violation). People decide guilt." in text


def test_clauses_are_told_in_their_words_and_counted() -> None:
    text = text_of(finding())
    assert "- **c1**: Red keeps off the post. (firm)" in text
    assert "| c1 | 1 | 1,200 |\n| c2 | 0 | 3 |" in text
    assert "- **undetermined**: the evidence does not decide; this is neither a breach" in text


def test_a_finding_says_why_it_is_open_and_what_differs_by_reading() -> None:
    one = finding(
        standing=Standing.DEPENDS_ON_READING,
        verdict=Verdict.UNDETERMINED,
        reasons=("readings_differ",),
        decides="knowing which line is meant",
        readings=(
            reading_finding(answers=(("which-line", "line-a"),)),
            reading_finding(answers=(("which-line", "line-b"),), standing=Standing.COMPLIANT),
        ),
    )
    text = text_of(one)
    assert "- **depends on the reading**: c1, r1 (r.csv:2), finding `0123456789abcdef`" in text
    assert "  - *Open because* the text can be read in several ways" in text
    assert "  - *What helps:* knowing which line is meant" in text
    assert "*By reading:* which-line = line-a: violation; which-line = line-b: compliant" in text
    assert "and 1,203 findings more." in text


def test_a_hollow_run_is_said_to_be_no_answer() -> None:
    text = text_of(counts=Counter(), hollow="nothing was put to the test")
    assert "**No answer: nothing was put to the test. This is no pass.**" in text


def test_what_was_not_judged_and_how_to_repeat_it_are_told() -> None:
    report = ReportRef("r.csv", 9, 8, "r8")
    text = text_of(
        rows=(row(standing=ClauseStanding.VIOLATED),),
        not_judged=(NotJudged("silent", 3), NotJudged("R203", 1)),
        unknown=(UnknownWord("actor", "Ochre", 2, (), report),),
        rejected=tuple(Rejected("r.csv", n, n, "lat", "R203", "bad") for n in range(1, 13)),
        inputs=(InputFile("r.csv", "1" * 64, 60, 2, (("kind", "position"),), ("m", "2" * 64)),),
    )
    assert "- 3 report and clause: the report names no act or thing" in text
    assert "- 1 actor that nobody declared: Ochre" in text
    assert "- and 2 problems of rows more" in text
    assert "| c1 | any | violated: 1 incident |" in text
    assert f"| reports | r.csv; kind stated as position | `{'1' * 64}` |" in text
    assert f"| mapping | m | `{'2' * 64}` |" in text


def test_a_finding_that_a_baseline_accepts_says_why() -> None:
    text = text_of(finding(accepted=Acceptance("known", "A. Reader", "2027-01-01")))
    assert "  - *Accepted:* known (A. Reader, until 2027-01-01)" in text
