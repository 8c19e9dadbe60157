"""What was put to which clause is counted file by file, however the reports are cut."""

import numpy as np

from checker.evaluate.engine import Here
from checker.evaluate.run import JudgedRun, prepared
from checker.findings.checked import Checks, checked, checks_in, merge
from checker.findings.gathered import gathered_in
from checker.plan import compile_plan
from checker.reports.batch_rows import take
from checker.values.verdict import Standing
from tests.handmade import batch_of, clause, core_of_clauses, north, pattern, reading

CORE = core_of_clauses(clause("c1"), clause("c2", reading("c2", pattern(), kind="permits")))
ROWS: list[dict[str, str]] = [
    {"id": "a"},
    {"id": "b", "lat": north(50_000.0)},
    {"id": "c", "actor": "green"},
    {"id": "d"},
]
EVERY = [0, 1, 2, 3]


def counted(*parts: list[int]) -> tuple[JudgedRun, Checks]:
    """Count the reports cut into batches; each part names some of ``ROWS``."""
    batches = [take(batch_of(*ROWS), np.array(part)) for part in parts]
    run = prepared(compile_plan(CORE), Here(lambda: batches))
    return run, gathered_in(run, run.judged(batches)).checks


def test_a_report_counts_once_under_its_file_and_a_permission_counts_nothing() -> None:
    run, found = counted(EVERY)
    (one,) = checked(run, found, ["r.csv"])
    assert (one.file, one.clause) == ("r.csv", "c1")
    assert dict(one.reports) == {
        Standing.VIOLATION: 2,
        Standing.COMPLIANT: 1,
        Standing.NOT_APPLICABLE: 1,
    }


def test_cutting_reports_into_batches_changes_no_count() -> None:
    _, whole = counted(EVERY)
    _, cut = counted([0], [1, 2], [3])
    assert cut == whole


def test_a_file_without_an_accepted_report_has_a_row_that_counts_nothing() -> None:
    run, found = counted(EVERY)
    assert [(one.file, bool(one.reports)) for one in checked(run, found, ["r.csv", "e.csv"])] == [
        *(("r.csv", True), ("e.csv", False)),
    ]


def test_counts_of_several_files_stay_apart() -> None:
    run, found = counted(EVERY)
    other = {("s.csv", place[1]): counts for place, counts in found.items()}
    both = merge(found, other)
    assert [one.reports for one in checked(run, both, ["s.csv", "r.csv"])] == [
        one.reports for one in checked(run, found, ["r.csv", "r.csv"])
    ]


def test_a_superseded_report_counts_nowhere() -> None:
    batches = [batch_of(*ROWS)]
    run = prepared(compile_plan(CORE), Here(lambda: batches), superseded=frozenset({"a"}))
    (batch,) = run.judged(batches)
    assert sum(checks_in(batch)["r.csv", 0].values()) == 3
