"""The head of the page: what was asked and answered, at a glance."""

from dataclasses import replace

from checker.findings.block import Block
from checker.findings.request import Asked
from checker.outputs.drawing.gathered import Gathered
from checker.outputs.page.answer import answer, totals_of
from checker.values.diagnostic import Diagnostic
from checker.values.verdict import Standing
from tests.findings.made import finding
from tests.outputs.drawing.made import gathered
from tests.outputs.made import HEADER, summary
from tests.outputs.page.reader import fragment, said

OPEN = finding(standing=Standing.UNDETERMINED)


def test_it_says_what_was_asked_and_counts_the_answers_gravest_first() -> None:
    told = said(fragment(answer(gathered(OPEN, finding(), OPEN), summary())))
    assert told.startswith("Invented deal 1 report from 1 file were compared with the 1 clause")
    assert "as of 2018-06-01 12:00" in told
    assert told.index("1 violation") < told.index("2 undetermined")
    assert "1 violation (--fail-on violation)" in told
    assert totals_of(gathered(OPEN, finding())) == [("violation", 1), ("undetermined", 1)]


def test_a_hollow_run_is_no_answer_and_filters_are_told() -> None:
    header = replace(HEADER, asked=Asked(clauses=("c1",), party="red", since="2018-01-01"))
    found = Gathered(header, "violation")
    found.add(Block.of())
    told = said(fragment(answer(found, summary(hollow="nothing was put to the test", hidden=2))))
    assert "No answer: nothing was put to the test. This is no pass." in told
    assert "Only this is shown: clause c1; party red; since 2018-01-01." in told
    assert "2 more hidden by filters" in told
    assert "No finding that is shown is a breach or in doubt." in told


def test_warnings_are_told_with_their_hints_and_counted() -> None:
    warned = tuple(
        Diagnostic("R156", f"swapped {n}", None, "turn them", "warning") for n in range(25)
    )
    told = said(fragment(answer(gathered(OPEN), summary(warnings=warned))))
    assert "25 warnings about" in told
    assert "turn them" in told
    assert "and 5 warnings more" in told
