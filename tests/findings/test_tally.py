"""Counts of the reports under one clause and reading."""

from checker.findings.tally import Tally, merge, tally_of
from checker.values.verdict import Standing
from tests.handmade import clause, core_of_clauses, judged, north


def test_reports_are_counted_by_their_standing_and_what_proves_nothing_is_not() -> None:
    later = {"id": "z", "supersedes": "y", "lat": north(5000.0)}
    run = judged(core_of_clauses(clause("c1")), {"id": "y"}, {"id": "x"}, later)
    found = tally_of(run.batches[0], (0, 0))
    assert (found.live, found.compliant, found.late, found.possible) == (2, 1, 0, 0)
    assert found.standings == {Standing.VIOLATION: 1, Standing.COMPLIANT: 1}


def test_counts_add_up() -> None:
    run = judged(core_of_clauses(clause("c1")), {}, {"kind": "allegation"})
    one = tally_of(run.batches[0], (0, 0))
    assert merge(one, Tally()) == one
    assert merge(one, one).live == 4
