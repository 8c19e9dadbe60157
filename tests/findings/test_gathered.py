"""What all reports together say is the same however they are cut into batches."""

import numpy as np

from checker.evaluate.engine import Here
from checker.evaluate.run import JudgedRun, prepared
from checker.findings.gathered import Gathered, gathered_from, gathered_in
from checker.findings.incidents import incidents_from
from checker.plan import compile_plan
from checker.reports.batch_rows import take
from tests.handmade import JUNE_US, batch_of, clause, core_of_clauses, edge, north, pattern, reading

CORE = core_of_clauses(
    clause("c1"), clause("c2", reading("c2", pattern(), kind="leave", deadline=edge(JUNE_US)))
)
ROWS: list[dict[str, str]] = [
    {"id": "a", "unit": "1st"},
    {"id": "b", "unit": "1st", "kind": "allegation"},
    {"id": "c", "lat": north(5000.0), "unit": "1st", "seen_from": "2018-06-02T12:00:00Z"},
    {"id": "d", "actor": "green"},
    {"id": "e"},
]


def run_of(*parts: list[int]) -> tuple[JudgedRun, Gathered]:
    """Judge the reports cut into batches; each part names some of ``ROWS``."""
    batches = [take(batch_of(*ROWS), np.array(part)) for part in parts]
    run = prepared(compile_plan(CORE), Here(lambda: batches))
    return run, gathered_in(run, run.judged(batches))


def test_cutting_reports_into_batches_changes_no_count() -> None:
    run, whole = run_of([0, 1, 2, 3, 4])
    for parts in ([[0], [1], [2], [3], [4]], [[0, 1], [2, 3, 4]], [[0, 1, 2], [3], [4]]):
        _, cut = run_of(*parts)
        assert (cut.tallies, cut.departures, cut.untold) == (
            *(whole.tallies, whole.departures, whole.untold),
        )
        counts = [
            (found.violated, found.apparent)
            for found in (incidents_from(run.plan.core, g.sightings) for g in (whole, cut))
        ]
        assert counts[0] == counts[1]


def test_only_who_has_to_leave_by_a_date_is_followed() -> None:
    _, whole = run_of([0, 1, 2, 3, 4])
    assert list(whole.departures) == [(1, 0)]
    assert len(whole.departures[1, 0].breaches) > 0


def test_a_gathering_joined_with_nothing_is_itself() -> None:
    run, whole = run_of([0, 1, 2, 3, 4])
    _, nothing = run_of()
    counts = incidents_from(run.plan.core, whole.sightings).violated
    for parts in ([nothing, whole], [whole, nothing]):
        joined = gathered_from(run, parts)
        assert joined == whole
        assert incidents_from(run.plan.core, joined.sightings).violated == counts
