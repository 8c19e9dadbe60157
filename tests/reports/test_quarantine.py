"""Rejected rows in files of their own; with what is accepted they are all that was read."""

import csv
import gzip
from pathlib import Path
from typing import Any

import pytest

from checker.reports import Reports
from checker.reports.quarantine import REASONS, write_quarantine

HEAD = "id,kind,place,seen_from,actor\n"


def written(reports: Reports, folder: Path) -> tuple[dict[str, bytes], list[dict[str, str]]]:
    """Return the files but the reasons, and these."""
    folder.mkdir()
    write_quarantine(reports.rejected_by_file, folder)
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    reasons = files.pop(REASONS).decode().splitlines()
    return files, list(csv.DictReader(reasons))


def good(name: object) -> str:
    return f"{name},position,camp,2018-06-01,red\n"


BREAK = (
    lambda row: row.replace("2018-06-01", "2018-13-01"),
    lambda row: row.replace("2018-06-01", "10:00"),
    lambda row: row.replace("2018-06-01", "2018-06-01T10:00"),
    lambda row: row.replace("\n", ",more\n"),
    lambda row: row.rpartition(",")[0] + "\n",
    lambda row: row.replace("position", "posn"),
    lambda row: f'x,"{row}',
    lambda row: row.replace("red", '"r"ed'),
    lambda row: "\0" + row,
    lambda row: "1," + row.partition(",")[2],
    lambda _: ",,,,\n",
    lambda row: row.replace("red\n", '"re\n\nd",more\n'),
)
"""Ways in which a row breaks."""


@pytest.mark.parametrize("size", [1 << 22, 1000])
def test_of_many_rows_broken_in_all_ways_each_is_accepted_or_set_aside_as_it_was(
    read: Any, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr("checker.reports.source.PIECE_BYTES", size)
    rows = [good(number) for number in range(2000)]
    bad = {at: BREAK[at // 100 % len(BREAK)](rows[at]) for at in range(99, 2000, 100)}
    reports = read("\ufeff" + HEAD + "".join(bad.get(at, row) for at, row in enumerate(rows)))
    accepted = [name for batch in reports.batches() for name in batch.ids]
    (count,) = reports.inputs
    assert (count.read, count.accepted, count.quarantined) == (2000, 1980, 20)
    assert accepted == [str(at) for at in range(2000) if at not in bad]
    files, reasons = written(reports, Path("q"))
    assert files == {"r.csv": ("\ufeff" + HEAD + "".join(bad.values())).encode()}
    assert [int(one["row"]) - 1 for one in reasons] == [*bad]
    assert [int(one["row_there"]) for one in reasons] == [*range(1, 21)]


def test_reasons_tell_file_line_code_and_where_the_row_went(read: Any) -> None:
    reports = read(HEAD + good(1) + good(2).replace("position", "posn").replace("2018", "x"))
    _, reasons = written(reports, Path("q"))
    assert [
        (one["file"], one["line"], one["id"], one["column"], one["code"]) for one in reasons
    ] == [
        ("r.csv", "3", "2", "seen_from", "R204"),
        ("r.csv", "3", "2", "kind", "R207"),
    ]
    assert {(one["rows_in"], one["row_there"]) for one in reasons} == {("r.csv", "1")}
    assert all(one["reason"] and one["hint"] for one in reasons)


def test_no_cell_of_the_reasons_is_taken_for_a_formula(read: Any) -> None:
    _, (one,) = written(read(HEAD + "=1+1,no,camp,2018-06-01,red\n"), Path("q"))
    assert one["id"] == "'=1+1"


def test_files_of_one_name_go_into_files_of_two(read: Any) -> None:
    for folder in ("a", "b"):
        (read.folder / folder).mkdir()
        (read.folder / folder / "r.csv").write_text(HEAD + f"{folder},no,camp,2018,red\n")
    (read.folder / "reasons.csv.gz").write_bytes(gzip.compress(f"{HEAD}c,no,x,2018,y\n".encode()))
    named = ["a/r.csv", "b/r.csv", "a/r.csv", "reasons.csv.gz"]
    files, reasons = written(read.open(named), Path("q"))
    assert [*sorted(files)] == ["r-2.csv", "r-3.csv", "r.csv", "reasons-2.csv"]
    rows_in = dict.fromkeys(one["rows_in"] for one in reasons)
    assert [*rows_in] == ["r.csv", "r-2.csv", "r-3.csv", "reasons-2.csv"]
    assert files["r-2.csv"].decode() == HEAD + "b,no,camp,2018,red\n"


def test_of_a_file_that_stands_twice_the_second_is_set_aside(read: Any) -> None:
    (read.folder / "r.csv").write_text(HEAD + good(1))
    files, reasons = written(read.open(["r.csv", "r.csv"]), Path("q"))
    assert [*files] == ["r.csv"]
    assert [one["code"] for one in reasons] == ["R208"]


def test_a_row_of_two_reports_is_accepted_as_a_whole_or_not_at_all(
    read: Any, mapping_of: Any
) -> None:
    said = mapping_of("rows: {a: [{role: acting}, {id: b}]}")
    reports = read(HEAD + good("a") + good("b"), mapping=said)
    (count,) = reports.inputs
    assert (count.read, count.accepted, count.quarantined, count.rows) == (2, 1, 1, 2)
    said = mapping_of("rows: {b: [{role: acting}, {id: a}]}")
    reports = read(HEAD + good("a") + good("b"), mapping=said)
    (count,) = reports.inputs
    assert (count.read, count.accepted, count.quarantined, count.rows) == (2, 1, 1, 1)
    assert sorted(one.code for one in reports.rejected) == ["R208", "R260"]


def test_where_nothing_was_rejected_only_the_head_of_the_reasons_is_written(read: Any) -> None:
    assert written(read(HEAD + good(1)), Path("q")) == ({}, [])
