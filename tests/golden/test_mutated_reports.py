"""A file of any format that was changed at random is refused, or each of its rows is told of.

FUZZ_ROUNDS=100000 makes a run of hours of it.
"""

import gzip
import io
import json
import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from checker.reports import Reports, open_reports
from checker.reports.opening import READERS
from checker.reports.options import ReadOptions
from checker.reports.quarantine import write_quarantine
from checker.values.diagnostic import CheckerError

ROUNDS = int(os.environ.get("FUZZ_ROUNDS", "40"))
COUNT = 12
NAMES = ("id", "kind", "lon", "lat", "radius_m", "seen_from", "actor", "note")
TABLE = [
    (f"r{number}", "position", "36.25", "32.7", "100", "2018-06-01", "red", f'a "b";\n{number}')
    for number in range(COUNT)
]
ROWS = [dict(zip(NAMES, row, strict=True)) for row in TABLE]


def delimited(separator: str) -> bytes:
    quoted = [['"' + cell.replace('"', '""') + '"' for cell in row] for row in (NAMES, *TABLE)]
    return "".join(separator.join(row) + "\r\n" for row in quoted).encode()


def feature(row: dict[str, str]) -> dict[str, object]:
    said = {name: text for name, text in row.items() if name not in {"lon", "lat"}}
    point = {"type": "Point", "coordinates": [36.25, 32.7]}
    return {"type": "Feature", "geometry": point, "properties": said}


def features() -> bytes:
    whole = {"type": "FeatureCollection", "features": [feature(row) for row in ROWS]}
    return json.dumps(whole, indent=1).encode()


def parquet() -> bytes:
    stream = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(ROWS), stream)
    return stream.getvalue()


def xlsx() -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415 - for one format alone

    book = Workbook()
    assert book.active is not None
    for row in (NAMES, *TABLE):
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def texts(row: dict[str, str], skipped: tuple[str, ...] = ("lon", "lat")) -> str:
    kept = [name for name in NAMES if name not in skipped]
    return "".join(f"<{name}>{row[name]}</{name}>" for name in kept)


def kml() -> bytes:
    def data(row: dict[str, str]) -> str:
        pairs = "".join(
            f'<Data name="{name}"><value>{row[name]}</value></Data>'
            for name in NAMES
            if name not in {"lon", "lat"}
        )
        return f"<ExtendedData>{pairs}</ExtendedData>"

    point = "<Point><coordinates>36.25,32.7</coordinates></Point>"
    marks = "\n".join(f"<Placemark>{data(row)}{point}</Placemark>" for row in ROWS)
    return f"<kml><Document><name>x</name>{marks}</Document></kml>".encode()


def kmz() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("doc.kml", kml())
    return stream.getvalue()


def gpx() -> bytes:
    points = "\n".join(f'<wpt lon="36.25" lat="32.7">{texts(row)}</wpt>' for row in ROWS)
    return f'<gpx version="1.1">{points}</gpx>'.encode()


def cot() -> bytes:
    return "\n".join(
        '<?xml version="1.0"?><event type="a-h-G" time="2018-06-01T12:00:00Z" '
        'start="2018-06-01T12:00:00Z"><point lat="32.7" lon="36.25" ce="100"/>'
        f"<detail>{texts(row, ('lon', 'lat', 'radius_m', 'seen_from'))}</detail></event>"
        for row in ROWS
    ).encode()


FILES: dict[str, Callable[[], bytes]] = {
    "r.csv": lambda: delimited(","),
    "r.tsv": lambda: delimited("\t").decode().encode("utf-16"),
    "r.txt": lambda: delimited(";"),
    "r.json": lambda: json.dumps({"data": ROWS, "n": [1]}).encode(),
    "r.ndjson": lambda: "".join(json.dumps(row) + "\n" for row in ROWS).encode(),
    "r.geojson": features,
    "r.geojsons": lambda: "".join(f"\x1e{json.dumps(feature(row))}\n" for row in ROWS).encode(),
    "r.parquet": parquet,
    "r.xlsx": xlsx,
    "r.kml": kml,
    "r.kmz": kmz,
    "r.gpx": gpx,
    "r.cot": cot,
    "r.xml": gpx,
    "r.csv.gz": lambda: gzip.compress(delimited(","), mtime=0),
    "r.json.zst": lambda: bytes(pa.compress(json.dumps(ROWS).encode(), "zstd", asbytes=True)),
}


def retyped(content: bytes, chance: np.random.Generator) -> bytes:
    """Return a text with another letter or digit in its data: its form is whole, a cell is not."""
    text = bytearray(content)
    found = [
        at for one in re.finditer(rb"[>\",=:;]([\w.-]+)[<\",;]", content) for at in [one.start(1)]
    ]
    if found:
        text[found[chance.integers(0, len(found))]] = b"abxyz019-. "[chance.integers(0, 11)]
    return bytes(text)


def mutated(content: bytes, chance: np.random.Generator) -> bytes:
    """Return a text with a few bytes changed, taken out, put in, repeated, or cut off."""
    if chance.integers(0, 2):
        return retyped(content, chance)
    text = bytearray(content)
    for _ in range(chance.integers(1, 5)):
        at, to = sorted(chance.integers(0, len(text) + 1, 2).tolist())
        to = min(to, at + int(chance.integers(1, 60)))
        match chance.integers(0, 6):
            case 0:
                text[at:to] = b""
            case 1:
                text[at:at] = text[at:to]
            case 2:
                text[at:to] = chance.bytes(to - at)
            case 3:
                marks = b'"<>&;,\n\r\0{}[]:\x1e\xff-.eE0123456789=/'
                text[at : at + 1] = marks[chance.integers(0, len(marks)) :][:1]
            case 4:
                del text[at + (len(text) - at) // 2 :]
            case _:
                other = int(chance.integers(0, len(text) + 1))
                text[at:to] = text[other : other + to - at]
    return bytes(text)


def repacked(content: bytes, chance: np.random.Generator) -> bytes:
    """Return an archive with one of its members changed, and a sum that fits."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as read, zipfile.ZipFile(stream, "w") as made:
        names = read.namelist()
        main = [name for name in names if "sheet1" in name or "doc" in name]
        names_or_main = names if chance.integers(0, 2) else main
        changed = names_or_main[chance.integers(0, len(names_or_main))]
        for name in read.namelist():
            held = read.read(name)
            made.writestr(name, mutated(held, chance) if name == changed else held)
    return stream.getvalue()


def changed(name: str, content: bytes, chance: np.random.Generator) -> bytes:
    if chance.integers(0, 3):
        if name.endswith((".xlsx", ".kmz")):
            return repacked(content, chance)
        if name.endswith(".gz"):
            return gzip.compress(mutated(gzip.decompress(content), chance))
        if name.endswith(".zst"):
            text = pa.input_stream(io.BytesIO(content), compression="zstd").read()
            return bytes(pa.compress(mutated(text, chance), "zstd", asbytes=True))
    return mutated(content, chance)


def told(path: str) -> tuple[int, int] | None:
    """Return how many rows were accepted and how many not; None where the file was refused."""
    try:
        reports = open_reports([path], ReadOptions(kind="position", radius_m=100.0))
        accepted = sum(len(batch) for batch in reports.batches())
    except CheckerError as error:
        refused = error
    else:
        return counted(reports, accepted)
    assert refused.diagnostics
    for one in refused.diagnostics:
        assert one.hint
        assert one.span is None or one.span.file == path
    return None


def counted(reports: Reports, accepted: int) -> tuple[int, int]:
    """Return the counts of a file, once each of its rows was found among them."""
    (count,) = reports.inputs
    rejected = {one.row for one in reports.rejected}
    assert count.rows == accepted == sum(len(batch) for batch in reports.batches())
    assert count.quarantined == len(rejected)
    assert count.read == count.accepted + count.quarantined
    with TemporaryDirectory() as folder:
        held = write_quarantine(reports.rejected_by_file, Path(folder))
    assert sum(one.rows for one in held) == count.quarantined
    numbers = [row for batch in reports.batches() for row in batch.row.tolist()]
    assert sorted([*numbers, *rejected]) == list(range(1, len(numbers) + len(rejected) + 1))
    return count.rows, count.quarantined


@pytest.mark.parametrize("name", FILES)
def test_a_changed_file_is_refused_or_each_of_its_rows_is_told_of(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    content = FILES[name]()
    Path(name).write_bytes(content)
    assert told(name) == (COUNT, 0)
    chance = np.random.default_rng(sum(name.encode()))
    for number in range(ROUNDS):
        held = changed(name, content, chance)
        Path(name).write_bytes(held)
        try:
            told(name)
        except Exception as error:
            (Path(os.environ.get("FUZZ_KEPT", tmp_path)) / f"{number}-{name}").write_bytes(held)
            error.add_note(f"{name}, round {number}")
            raise


def test_no_format_is_left_out() -> None:
    ends = {name[name.index(".") :] for name in FILES}
    assert [one.name for one in READERS if not ends & set(one.suffixes)] == []
