"""The page for people as a format: written at the end, the same for the same answer."""

from checker.outputs.text import FORMAT
from checker.outputs.writer import Page
from checker.values.verdict import Standing
from tests.findings.made import finding
from tests.outputs.made import row, summary, written


def test_nothing_is_written_until_all_is_known_and_then_the_whole_page() -> None:
    text = written(FORMAT, finding(), end=summary(rows=(row(),)))
    assert text.startswith("Invented deal (deal)\n")
    assert text.endswith("1 violation (--fail-on violation).\n")


def test_what_fails_is_counted_at_the_level_that_was_asked_for() -> None:
    apparent = finding(standing=Standing.APPARENT_VIOLATION)
    for level, count in (("violation", "1 "), ("apparent", "2 "), ("never", "No finding")):
        text = written(FORMAT, finding(), apparent, page=Page(fail_on=level))
        assert text.splitlines()[-1].startswith(count)


def test_the_same_answer_has_the_same_bytes() -> None:
    assert written(FORMAT, finding()) == written(FORMAT, finding())
