"""The good rows of one file, or of a part of it, block by block; the others on a tally."""

from typing import Any

import pytest

from checker.reports import csv
from checker.reports.opening import open_file
from checker.reports.options import ReadOptions
from checker.reports.rejected import Fault
from checker.reports.repeats import Repeats, Suspects
from checker.reports.taking import Taking, may_repeat
from checker.reports.tally import RowCount, Tally
from tests.reports.conftest import NAMES

HEAD = "id,kind,place,seen_from,actor"
ROWS = "".join(f"\n{name},position,camp,2018-06-01,red" for name in "abcd")
OPTIONS = ReadOptions(vocabulary=NAMES)


def unique() -> Repeats:
    return Repeats(Suspects(tuple, are_none=True), tuple)


def test_rows_that_are_bad_beside_others_are_noted_by_their_block_and_left_out_by_that(
    read: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv, "BLOCK_ROWS", 2)
    (read.folder / "r.csv").write_text(f"{HEAD}{ROWS}\n")
    file = open_file("r.csv", OPTIONS)
    blocks = list(file.blocks())
    assert sum(len(block) for block in blocks) == 4
    first, second = Tally(), Tally()
    bad = {"b": Fault("R210", "a circle", "mend it")}
    found = [*Taking(file, OPTIONS, bad).batches(blocks, first, unique())]
    again = Taking(file, OPTIONS, crossed=first.crossed).batches(blocks, second, unique())
    assert [[*batch.ids] for batch in again] == [[*batch.ids] for batch in found]
    assert [name for batch in found for name in batch.ids] == ["a", "c", "d"]
    assert first.counts == second.counts == (RowCount(3, 3, 1, 4),)
    assert [one.code for one in first.rejected] == ["R210"]


def test_places_alone_name_reports_once_each_in_a_file_of_its_own(read: Any) -> None:
    for name, head in (("a", HEAD[3:]), ("b", HEAD[3:]), ("c", HEAD)):
        (read.folder / f"{name}.csv").write_text(f"{head}\n")
    a, b, c = (open_file(f"{name}.csv", OPTIONS) for name in "abc")
    assert [may_repeat(files) for files in ([a, b], [a, a], [a, c])] == [False, True, True]
