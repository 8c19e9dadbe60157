from collections.abc import Callable

import numpy as np

from checker.reports.batch import Batch
from checker.reports.noted import Noted, noted_in, warnings_of
from checker.reports.rejected import Fault, Faults

NOTE = Fault("R163", "two places", "say which")


def test_a_note_is_told_once_with_how_often_and_where_it_was_first() -> None:
    some = [Noted("a.csv", 4, 3, "place", NOTE, 2), Noted("a.csv", 9, 8, "place", NOTE, 1)]
    (found,) = warnings_of(some)
    assert str(found) == "a.csv:4:1: R163: place: two places (3 rows, first here)"
    assert found.severity == "warning"


def test_without_lines_the_report_is_named() -> None:
    (found,) = warnings_of([Noted("a.parquet", 0, 3, "place", NOTE, 1)])
    assert "report 3: place: two places" in found.message


def test_very_many_notes_are_cut_and_counted() -> None:
    many = [Noted("a.csv", n, n, "place", Fault("R165", f"no {n}", ""), 1) for n in range(1, 251)]
    found = [*warnings_of(many)]
    assert len(found) == 201
    assert found[-1].message.startswith("50 more")


def test_rows_that_are_refused_are_not_told_of(rows: Callable[..., Batch]) -> None:
    faults = Faults()
    faults.note(np.array([0, 1]), "place", NOTE)
    faults.note(np.array([], dtype=np.intp), "place", NOTE)
    faults.add([0], "", Fault("R217", "blank", ""))
    batch = rows("note", "a", "b")
    (found,) = noted_in(batch, faults)
    assert (found.row, found.count) == (int(batch.row[1]), 1)
