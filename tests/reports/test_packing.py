"""Compressed files are read as they unpack, with bounds, and called by their lines."""

import gzip
import io
from pathlib import Path

import pyarrow as pa
import pytest

from checker.reports import open_reports, packing
from checker.reports.options import ReadOptions
from checker.reports.packing import inner_suffix, most_unpacked, unpacked
from checker.reports.source import Source, source_of
from checker.values.diagnostic import CheckerError
from tests.reports.conftest import Read

HEAD = "id,kind,place,seen_from,actor\n"
TEXT = HEAD + "a,position,camp,2018-06-01,red\n\nb,position,camp,never,red\n"
LINE = (
    '{"id": "a", "kind": "position", "place": "camp", "seen_from": "2018-06-01", "actor": "red"}\n'
)


def zstd(content: bytes) -> bytes:
    return bytes(pa.compress(content, "zstd", asbytes=True))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("r.csv.gz", gzip.compress(TEXT.encode())),
        ("R.CSV.GZ", gzip.compress(TEXT.encode("utf-16"))),
        ("r.csv.zst", zstd(TEXT.encode())),
        ("r.tsv.gz", gzip.compress(TEXT[:40].encode()) + gzip.compress(TEXT[40:].encode())),
    ],
)
def test_lines_count_in_what_is_in_the_file(read: Read, name: str, content: bytes) -> None:
    reports = read(content, name)
    assert [tuple(batch.ids) for batch in reports.batches()] == [("a",)]
    assert [one.place for one in reports.rejected] == [f"{name}:4"]


@pytest.mark.parametrize("name", ["r.ndjson.gz", "r.geojsonl.zst", "r.json.gz"])
def test_every_format_of_text_may_be_compressed(read: Read, name: str) -> None:
    text = LINE if "ndjson" in name else f"[{LINE}]"
    if "geojsonl" in name:
        text = '{"type": "Feature", "geometry": null, "properties": ' + LINE.strip() + "}"
    packed = zstd(text.encode()) if name.endswith(".zst") else gzip.compress(text.encode())
    assert [tuple(batch.ids) for batch in read(packed, name).batches()] == [("a",)]


@pytest.mark.parametrize("pack", [gzip.compress, zstd])
def test_what_is_compressed_on_stdin_is_told_by_its_first_bytes(pack: object) -> None:
    content = pack(LINE.encode() * 2)  # type: ignore[operator]
    reports = open_reports(["-"], ReadOptions(), io.BytesIO(content))
    assert (reports.inputs[0].rows, reports.inputs[0].quarantined) == (1, 1)


def test_the_hash_is_that_of_the_file_as_it_lies_there(tmp_path: Path) -> None:
    path = tmp_path / "r.csv.gz"
    path.write_bytes(gzip.compress(TEXT.encode(), mtime=0))
    source = source_of(str(path))
    assert unpacked(source).sha256 == source.sha256
    assert unpacked(source).head.decode() == TEXT


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("r.csv.gz", gzip.compress(TEXT.encode())[:-9]),
        ("r.csv.gz", gzip.compress(TEXT.encode()) + b"junk"),
        ("r.csv.zst", zstd(TEXT.encode())[:-3]),
        ("r.json.gz", gzip.compress(f"[{LINE * 9}]".encode())[:20]),
    ],
)
def test_what_cannot_be_unpacked_to_its_end_is_refused(
    read: Read, name: str, content: bytes
) -> None:
    with pytest.raises(CheckerError, match="R108: the file is damaged: it cannot be unpacked"):
        read(content, name).inputs  # noqa: B018 - reads


def test_what_unpacks_to_much_more_than_a_table_is_refused(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packing, "_LEAST_BOUND", 1000)
    bomb = gzip.compress(b"0" * 10_000_000)
    with pytest.raises(CheckerError, match=r"^r\.csv\.gz:1:1: R121: the file unpacks to more than"):
        read(bomb, "r.csv.gz")


def test_a_bomb_within_a_bomb_is_not_opened(read: Read) -> None:
    inner = gzip.compress(gzip.compress(b"0" * 1_000_000))
    with pytest.raises(CheckerError, match="R102: this is no text: the file is compressed with gz"):
        read(inner, "r.csv.gz")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("r.parquet.gz", "Parquet is not read from within a compressed file"),
        ("r.xlsx.gz", "XLSX is not read from within a compressed file"),
        ("r.gz", "the name has no ending; this one seems to be Parquet"),
    ],
)
def test_what_is_no_text_is_not_compressed_once_more(read: Read, name: str, said: str) -> None:
    with pytest.raises(CheckerError, match=f"R102: {said}"):
        read(gzip.compress(b"PAR1"), name)


def test_the_end_of_the_name_is_that_of_what_is_in_it() -> None:
    assert inner_suffix("a.b/r.CSV.gz") == ".csv"
    assert inner_suffix("r.csv") == ".csv"
    assert inner_suffix("r.gz") == ""


def test_as_much_as_a_table_unpacks_to_is_no_bomb() -> None:
    assert most_unpacked(10) == 256 << 20
    assert most_unpacked(1 << 30) == 200 << 30


def test_what_is_not_compressed_stays_as_it_is() -> None:
    source = Source("r.csv", Path("r.csv"), b"", "", b"\x1f\x8b")
    assert unpacked(source) is source
