"""Files named by an address are read as those of this machine."""

import pickle
import sys
from pathlib import Path

import fsspec
import pytest

from checker.reports import ReadOptions, Reports, open_reports
from checker.reports.parts import PartReader
from checker.reports.remote import remote_of
from checker.values.diagnostic import CheckerError
from tests.handmade import VOCABULARY
from tests.runners.test_passes import table

HEAD = "id,kind,lon,lat,radius_m,seen_from,actor\n"
ROW = "position,36,32.5,10,2018-06-01,red\n"


@pytest.fixture
def store() -> fsspec.AbstractFileSystem:
    system = fsspec.filesystem("memory")
    system.store.clear()
    return system


def opened(*names: str) -> Reports:
    return open_reports(names, ReadOptions(vocabulary=VOCABULARY))


def ids(reports: Reports) -> list[str]:
    return [name for batch in reports.batches() for name in batch.ids]


@pytest.mark.parametrize("name", ["r.csv", "a/b.parquet", "C:/r.csv", "C:\\r.csv", "-", "x:y//z"])
def test_a_path_is_no_address(name: str) -> None:
    assert remote_of(name) is None


def test_a_file_elsewhere_is_read_and_told_by_its_address(
    store: fsspec.AbstractFileSystem, tmp_path: Path
) -> None:
    store.pipe("/r.csv", (HEAD + "a," + ROW).encode())
    with Path(table(tmp_path / "t.parquet", ["b", "c", "d"], set())).open("rb") as stream:
        store.pipe("/t.parquet", stream.read())
    reports = opened("memory://r.csv", "memory://t.parquet")
    assert ids(reports) == ["a", "b", "c", "d"]
    assert [one.file for one in reports.inputs] == ["memory://r.csv", "memory://t.parquet"]
    here = opened(str(tmp_path / "t.parquet"))
    assert reports.inputs[1].sha256 == here.inputs[0].sha256


def test_another_process_finds_it_by_its_address(tmp_path: Path) -> None:
    path = table(tmp_path / "t.parquet", ["b", "c", "d"], set())
    reports = opened(f"file://{path}")
    reader = reports.part_reader()
    again: PartReader = pickle.loads(pickle.dumps(reader))  # noqa: S301 - what was pickled here
    found = [
        name for part in reports.parts() for batch in again.batches(part) for name in batch.ids
    ]
    assert found == ["b", "c", "d"]
    assert reader.content_of(reports.parts()[0])[0] == f"file://{path}"


def test_a_file_that_changes_while_it_is_read_gives_no_answer(
    store: fsspec.AbstractFileSystem,
) -> None:
    store.pipe("/r.csv", (HEAD + "a," + ROW).encode())
    reports = opened("memory://r.csv")
    store.pipe("/r.csv", (HEAD + "b," + ROW).encode())
    with pytest.raises(CheckerError, match="R111"):
        ids(reports)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("memory://nothing.csv", "no such file or directory"),
        ("nowhere://r.csv", "nowhere"),
        ("http://127.0.0.1:9/r.csv", ""),
    ],
)
def test_what_cannot_be_read_is_told_with_its_address(
    store: fsspec.AbstractFileSystem, address: str, said: str
) -> None:
    assert store is not None
    with pytest.raises(CheckerError) as raised:
        opened(address)
    (told,) = raised.value.diagnostics
    assert (told.code, said in told.message) == ("R114", True)
    assert told.span is not None
    assert told.span.file == address


def test_without_the_package_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(CheckerError) as raised:
        opened("s3://bucket/r.parquet")
    (told,) = raised.value.diagnostics
    assert "fsspec is not installed" in told.message
    assert "accord[remote]" in told.hint


@pytest.mark.parametrize("name", ["r.csv", "t.parquet"])
def test_a_connection_that_breaks_midway_is_told_as_such_and_not_as_damage(
    store: fsspec.AbstractFileSystem,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    store.pipe("/r.csv", (HEAD + "a," + ROW).encode())
    with Path(table(tmp_path / "t.parquet", ["b", "c", "d"], set())).open("rb") as stream:
        store.pipe("/t.parquet", stream.read())
    reports = opened(f"memory://{name}")

    def broken(*_: object) -> bytes:
        raise RuntimeError("connection reset by peer")

    monkeypatch.setattr("fsspec.implementations.memory.MemoryFile.read", broken)
    with pytest.raises(CheckerError) as raised:
        ids(reports)
    (told,) = raised.value.diagnostics
    assert told.code == "R114"
    assert told.message == "cannot read the file: connection reset by peer"
