"""Parts of files that another process reads by itself, as they would be read here in one go."""

import pickle
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from checker.reports import Reports, parts
from checker.reports.batch import Batch
from checker.reports.parts import PartReader, are_distinct
from checker.values.diagnostic import CheckerError

HEAD = "id,kind,place,seen_from,actor,supersedes"


def write(path: Path, ids: list[str], group: int, **columns: list[str | None]) -> None:
    count = len(ids)
    made = {
        "id": ids,
        "kind": ["position"] * count,
        "place": ["camp"] * count,
        "seen_from": ["2018-06-01"] * count,
        "actor": ["red"] * count,
    }
    pq.write_table(pa.table({**made, **columns}), path, row_group_size=group)


def elsewhere(reports: Reports) -> PartReader:
    """Return the reader as another process gets it."""
    reader: PartReader = pickle.loads(pickle.dumps(reports.part_reader()))  # noqa: S301
    return reader


def told(batch: Batch) -> tuple[list[int], list[str], list[str]]:
    return batch.row.tolist(), [*batch.ids], [*batch.fingerprints]


def same_as_here(reports: Reports, *, are_told: bool) -> None:
    """Read by parts and in one go, and compare batches, counts and what was rejected."""
    reader, cut = elsewhere(reports), reports.parts()
    surveys = [reader.survey(part) for part in cut]
    assert reports.are_told_by(surveys) is are_told
    settled = reports.settle(cut, surveys if are_told else [*reports.surveyed(cut)])
    counted = reports.inputs, reports.rejected, reports.diagnostics
    by_parts = [told(batch) for part in settled for batch in reader.batches(part)]
    assert by_parts == [told(batch) for batch in reports.batches()]
    assert counted == (reports.inputs, reports.rejected, reports.diagnostics)


def test_small_row_groups_are_read_together_and_other_files_whole(
    read: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "_LEAST_ROWS", 5)
    write(read.folder / "a.parquet", [f"a{number}" for number in range(8)], 2)
    (read.folder / "b.csv").write_text(f"{HEAD}\nb,position,camp,2018-06-01,red,\n")
    cut = read.open(["a.parquet", "b.csv"]).parts()
    assert [(part.file, part.groups) for part in cut] == [(0, (0, 3)), (0, (3, 4)), (1, None)]


def test_ids_that_rise_from_part_to_part_need_no_look_at_all_of_them(
    read: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "_LEAST_ROWS", 3)
    write(
        read.folder / "a.parquet", [f"a{number}" for number in range(8)], 3, lat=["99"] + [None] * 7
    )
    write(read.folder / "b.parquet", [f"b{number}" for number in range(4)], 3)
    same_as_here(read.open(["b.parquet", "a.parquet"]), are_told=True)


def test_an_id_that_stands_in_two_parts_is_found_where_all_are_read(
    read: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "_LEAST_ROWS", 3)
    write(read.folder / "a.parquet", ["a", "b", "c", "d", "b", "e", "a"], 3)
    reports = read.open(["a.parquet", "a.parquet"])
    same_as_here(reports, are_told=False)
    assert [one.rows for one in reports.inputs] == [5, 0]


def test_corrections_are_followed_where_all_are_read(
    read: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "_LEAST_ROWS", 2)
    old = [None, None, "a", "a", "b", None]
    write(read.folder / "a.parquet", ["a", "b", "c", "d", "e", "f"], 2, supersedes=old)
    reports = read.open(["a.parquet"])
    same_as_here(reports, are_told=False)
    assert [one.id for one in reports.rejected] == ["c", "d"]


def test_spans_that_meet_are_not_distinct(read: Any) -> None:
    surveys = []
    for name, ids in (
        ("a", ["a1", "a5"]),
        ("b", ["a5", "a9"]),
        ("c", ["b1", "b2"]),
        ("d", ["z", "y"]),
    ):
        write(read.folder / f"{name}.parquet", ids, 9)
        reports = read.open([f"{name}.parquet"])
        surveys.append(reports.part_reader().survey(reports.parts()[0]))
    a, b, c, d = surveys
    assert [are_distinct(some) for some in ([a, c], [c, b], [a, b], [a, d], [])] == [
        *(True, True, False, False, True),
    ]


def test_a_file_that_is_another_one_elsewhere_is_refused(read: Any) -> None:
    path = read.folder / "r.csv"
    path.write_text(f"{HEAD}\na,position,camp,2018-06-01,red,\n")
    reports = read.open(["r.csv"])
    reader = elsewhere(reports)
    path.write_text(f"{HEAD}\nb,position,camp,2018-06-01,red,\n")
    with pytest.raises(CheckerError, match=r"^r\.csv:1:1: R111: the file is not the same"):
        reader.survey(reports.parts()[0])
    path.unlink()
    with pytest.raises(CheckerError, match=r"^r\.csv:1:1: R101: cannot open the file"):
        reader.survey(reports.parts()[0])
