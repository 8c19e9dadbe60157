"""A file of any format that was changed at random is refused, or each of its rows is told of.

Its bytes are changed, and its reports before they are written: values, names, types, depth.

FUZZ_ROUNDS=100000 makes a run of hours of it; FUZZ_SEED another one.
"""

import gzip
import io
import os
import re
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from checker.reports import Reports, open_reports
from checker.reports.mapping import NO_MAPPING, Mapping
from checker.reports.mapping_tree import mapping_from
from checker.reports.opening import READERS
from checker.reports.options import ReadOptions
from checker.reports.quarantine import write_quarantine
from checker.values.diagnostic import CheckerError
from tests.golden.made_files import COUNT, FILES, ROWS, Pairs, Rows
from tests.reports.conftest import tree_of

ROUNDS = int(os.environ.get("FUZZ_ROUNDS", "40"))
SEED = int(os.environ.get("FUZZ_SEED", "0"))
DEEP: Any = []
for _ in range(300):
    DEEP = [DEEP]
VALUES: tuple[Any, ...] = (
    *("", " ", "NaN", "-inf", "1e400", "9" * 400, "0x10", "1_000", "1,5", "1.500", "-0", "١٢", "½"),
    *("2018-02-30", "0000-00-00", "9999-12-31", "2018-06-01T24:00:00Z", "2018-06-01/..", "2018~"),
    *("2018-06-01T12:00:60+25:00", "night of 9 to 10 May 2018", "03/04/2018", "20180601", "-1"),
    *(
        "\u202eder",
        "\ufeffred",
        "re\u0301d",
        "\ud800",
        "\0",
        "\x85",
        "\u2028",
        "🜁" * 9,
        "r\rd",
        "&<>",
    ),
    *(
        "7 km south-west of Nawa",
        "36SYB4512",
        "POLYGON ((36 33, 37 33, 37 34, 36 33))",
        "POINT EMPTY",
    ),
    *('{"type": "Polygon", "coordinates": [[[36, 33], [37, 33], [36, 33]]]}', "=1+1", ";;", "a;b"),
    *(0, -1, 10**30, 0.1, 1e308, float("nan"), float("inf"), True, None, [], [1, "a", None], DEEP),
    *(Pairs([("a", Pairs([("b", 1)]))]), Pairs([("type", "Point"), ("type", "Line")]), Pairs()),
)
"""Values that a cell hardly has."""
MORE = (
    "grid",
    "outline",
    "place",
    "seen_to",
    "count_low",
    "supersedes",
    "unit",
    "event",
    "",
    "a.b",
)
MAPPING = mapping_from(
    "map.yaml",
    tree_of(
        "{columns: {source: [id, note]}, units: {radius_m: km}, "
        "values: {kind: {position: incident}}, zone: Asia/Damascus, dates: [DD/MM/YYYY], "
        "cases: [{where: {actor: red}, set: {role: acting}}]}"
    ),
)


def restructured(chance: np.random.Generator) -> Rows:
    """Return the reports with a few values, names or rows exchanged, left out or given twice."""
    rows = [list(row) for row in ROWS]
    for _ in range(chance.integers(1, 6)):
        value = VALUES[chance.integers(0, len(VALUES))]
        row = rows[chance.integers(0, len(rows))]
        at, other = chance.integers(0, max(1, len(row)), 2).tolist()
        name = row[at][0] if row else "id"
        match chance.integers(0, 7):
            case 0 if row:
                row[at], row[other] = (name, row[other][1]), (row[other][0], row[at][1])
            case 1:
                row[at : at + 1] = [(name, value)]
            case 2:
                del row[at : at + 1]
            case 3:
                row.append((MORE[chance.integers(0, len(MORE))], value))
            case 4:
                row.append((name, value))
            case 5:
                rows = [[(k, value if k == name else v) for k, v in one] for one in rows]
            case _:
                rows.append(list(row))
    return rows


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


def told(path: str, mapping: Mapping = NO_MAPPING) -> tuple[int, int] | None:
    """Return how many rows were accepted and how many not; None where the file was refused."""
    try:
        options = ReadOptions(kind="position", radius_m=100.0, mapping=mapping)
        reports = open_reports([path], options)
        accepted = sum(len(batch) for batch in reports.batches())
    except CheckerError as error:
        refused = error
    else:
        return counted(reports, accepted)
    assert refused.diagnostics
    for one in refused.diagnostics:
        assert one.hint
        assert one.span is None or one.span.file in {path, "map.yaml"}
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
    content = FILES[name](ROWS)
    Path(name).write_bytes(content)
    assert told(name) == (COUNT, 0)
    assert told(name, MAPPING) == (COUNT, 0)
    chance = np.random.default_rng(SEED + sum(name.encode()))
    for number in range(ROUNDS):
        is_whole = chance.integers(0, 3) == 0
        before = FILES[name](restructured(chance)) if is_whole else content
        held = before if is_whole and chance.integers(0, 3) else changed(name, before, chance)
        Path(name).write_bytes(held)
        try:
            told(name, MAPPING if chance.integers(0, 4) == 0 else NO_MAPPING)
        except Exception as error:
            (Path(os.environ.get("FUZZ_KEPT", tmp_path)) / f"{number}-{name}").write_bytes(held)
            error.add_note(f"{name}, round {number}")
            raise


def test_no_format_is_left_out() -> None:
    ends = {name[name.index(".") :] for name in FILES}
    assert [one.name for one in READERS if not ends & set(one.suffixes)] == []
