"""What is asked of a run, as its result tells it."""

from checker.findings.request import NOTHING_CHOSEN, Asked, Request


def test_nothing_asked_hides_nothing() -> None:
    assert Request().asked("Asia/Damascus") == NOTHING_CHOSEN
    assert not NOTHING_CHOSEN.is_filtered


def test_what_is_asked_is_told_in_words_and_on_the_clock_of_the_agreement() -> None:
    request = Request(clauses=frozenset(("b", "a")), since_us=0, fail_on="reading", is_all=True)
    asked = request.asked("Asia/Damascus")
    assert asked == Asked(
        "reading", is_all=True, clauses=("a", "b"), since="1970-01-01T02:00:00+02:00"
    )
    assert asked.is_filtered


def test_each_filter_may_hide_findings_and_a_level_hides_none() -> None:
    assert Asked(party="red").is_filtered
    assert Asked(until="2018-06-01T00:00:00+03:00").is_filtered
    assert not Asked("never", is_all=True).is_filtered
