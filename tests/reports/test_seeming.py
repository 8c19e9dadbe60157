"""What a file seems to be is told where it is not what its name says, with the way out."""

import gzip
import io
import json
import zipfile
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from checker.reports.seeming import packed_seeming, seeming_of
from checker.reports.source import Source
from checker.values.diagnostic import CheckerError, Diagnostic
from tests.reports.conftest import Read

ROW = {"id": "r1", "kind": "position", "seen_from": "2018-06-01", "actor": "red", "place": "camp"}
FEATURE = {"type": "Feature", "geometry": None, "properties": ROW}


def archive(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return stream.getvalue()


def parquet() -> bytes:
    stream = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([ROW]), stream)
    return stream.getvalue()


CSV = ",".join(ROW) + "\n" + ",".join(ROW.values()) + "\n"
CONTENT: dict[str, bytes] = {
    ".csv": CSV.encode(),
    ".tsv": CSV.replace(",", "\t").encode("utf-16"),
    ".json": json.dumps([ROW]).encode(),
    ".ndjson": f"{json.dumps(ROW)}\n{json.dumps(ROW | {'id': 'r2'})}\n".encode(),
    ".geojson": json.dumps({"type": "FeatureCollection", "features": [FEATURE]}).encode(),
    ".geojsons": f"\x1e{json.dumps(FEATURE)}\n".encode(),
    ".parquet": parquet(),
    ".kml": b"<?xml version='1.0'?><kml><Placemark/></kml>",
    ".gpx": b"<!-- made by --><gpx/>",
    ".cot": b"<event/>",
    ".csv.gz": gzip.compress(CSV.encode(), mtime=0),
    ".csv.zst": bytes(pa.compress(CSV.encode(), "zstd", asbytes=True)),
}
UNREAD = {
    b"%PDF-1.7\n%\xe2\xe3": "PDF",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600): ".xls",
    b"<!DOCTYPE html>\n<html><body><table>": "web page",
    b"<html><head>": "web page",
    b'<?xml version="1.0"?>\n<Workbook xmlns="urn:x">': "spreadsheet saved as XML",
    b"{\\rtf1\\ansi id": "RTF",
    b"\x89PNG\r\n\x1a\n" + bytes(50): "picture",
    b"SQLite format 3\x00" + bytes(80): "GeoPackage",
    b"\x00\x00\x27\x0a" + bytes(96): "shapefile",
    b"7z\xbc\xaf\x27\x1c" + bytes(20): "7z",
    b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n": "Git LFS",
    archive("xl/workbook.bin"): ".xlsb",
    archive("[Content_Types].xml", "word/document.xml"): ".docx",
    archive("mimetype", "content.xml"): ".ods",
    archive("a.csv", "b.csv"): "'a.csv', 'b.csv'",
}


def refused(read: Read, content: bytes, name: str) -> Diagnostic:
    with pytest.raises(CheckerError) as error:
        read(content, name)
    (one,) = error.value.diagnostics
    assert one.code == "R102"
    assert one.hint
    return one


OTHERS = [*CONTENT, ".xlsx", ".kmz", ".xls", ".dat", ".json.zst", ""]
BOTH = {(".csv", ".tsv"), (".tsv", ".csv"), (".geojson", ".json"), (".csv.zst", ".json.zst")}
"""Content that is read under another name as well, or is so in part."""


@pytest.mark.parametrize(
    ("suffix", "name"),
    [(one, name) for one in CONTENT for name in OTHERS if name != one and (one, name) not in BOTH],
)
def test_a_file_under_the_name_of_another_format_is_told_its_own(
    read: Read, suffix: str, name: str
) -> None:
    hint = refused(read, CONTENT[suffix], f"r{name}").hint
    end = {".tsv": ".csv", ".csv.gz": ".gz, once", ".csv.zst": ".zst, once"}.get(suffix, suffix)
    assert hint.endswith(f"end in {end}")


@pytest.mark.parametrize("name", [".csv", ".json", ".parquet", ".xlsx", ".kml", ".gz", ".doc", ""])
@pytest.mark.parametrize("content", UNREAD)
def test_a_file_of_no_format_that_is_read_is_told_what_it_is(
    read: Read, content: bytes, name: str
) -> None:
    assert UNREAD[content] in refused(read, content, f"r{name}").message


def test_what_a_compressed_file_holds_keeps_its_packing(read: Read) -> None:
    one = refused(read, gzip.compress(CONTENT[".ndjson"]), "r.csv.gz")
    assert one.hint == "let its name end in .ndjson.gz"
    assert refused(read, gzip.compress(CSV.encode()), "r.gz").hint.endswith(".csv.gz")


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (json.dumps({"id": "r1"}), "r.ndjson", "R105"),
        (json.dumps(FEATURE | {"properties": {}}), "r.ndjson", "R105"),
        (json.dumps({"id": "r1", "note": "x" * 5000}), "r.ndjson", "R105"),
        (json.dumps(FEATURE), "r.geojson", "R108"),
        ("ORC,BZh,GIF\n1,2,3\n", "r.csv", "R105"),
        ("a", "r.json", "R108"),
        ("a,b,c\0", "r.json", "R108"),
        (archive("[Content_Types].xml"), "r.xlsx", "R108"),
        (archive("xl/workbook.xml")[:-20], "r.xlsx", "R108"),
        (b"\x1f\x8b", "r.csv.gz", "R108"),
    ],
)
def test_what_may_be_what_its_name_says_keeps_its_own_problem(
    read: Read, content: Any, name: str, code: str
) -> None:
    with pytest.raises(CheckerError) as error:
        read(content, name)
    assert {one.code for one in error.value.diagnostics} >= {code}


@pytest.mark.parametrize(
    "name", ["r.json", "r.ndjson", "r.parquet", "r.xlsx", "r.kml", "r.cot", "r.geojsons"]
)
def test_an_empty_file_is_told_to_be_empty(read: Read, name: str) -> None:
    with pytest.raises(CheckerError, match="R108: the file is empty"):
        read("", name)


def test_only_first_bytes_that_no_text_has_refuse_it_beforehand() -> None:
    assert packed_seeming(Source("r.csv", None, b"", "", CSV.encode())) is None
    assert packed_seeming(Source("r.csv", None, b"", "", b"PKL,x\n")) is None
    assert seeming_of(Source("r.csv", None, b"", "", b"Dear all,")) is None
