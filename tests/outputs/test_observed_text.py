"""Breaches beside the visits in which they were seen."""

from checker.findings.finding import SummaryRow
from checker.findings.observation import ObservedClause
from checker.outputs.observed_text import observed_lines
from checker.values.verdict import ClauseStanding
from tests.outputs.made import summary

V, A = ClauseStanding.VIOLATED, ClauseStanding.APPARENTLY_VIOLATED


def said(observed: ObservedClause, *rows: SummaryRow) -> str:
    ((clause, text),) = observed_lines(summary(observed=(observed,), rows=rows))
    assert clause == "c1"
    return text


def test_breaches_stand_over_visits_and_refusals() -> None:
    row = SummaryRow("c1", (), (), V, 3)
    assert said(ObservedClause("c1", 41, 0, 12), row) == "3 breaches in 41 visits; 12 refused"


def test_parts_are_told_and_what_is_not_proved_is_no_breach() -> None:
    apparent = SummaryRow("c1", (), (), A, 3)
    other = SummaryRow("c2", (), (), V, 9)
    observed = ObservedClause("c1", 1, 1, 0)
    assert said(observed, apparent, other) == "0 breaches in 1 visit, 1 of them in part; 0 refused"


def test_readings_that_differ_make_a_range() -> None:
    rows = [SummaryRow("c1", (("q", str(n)),), (), V, n) for n in (2, 5)]
    text = said(ObservedClause("c1", 9, 0, 0), *rows)
    assert text == "2 to 5 breaches, by the reading, in 9 visits; 0 refused"


def test_without_observations_nothing_is_said() -> None:
    assert [*observed_lines(summary())] == []
