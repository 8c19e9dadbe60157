"""NDJSON: one object a line, each broken line a bad row."""

import json

import pytest

from checker.values.diagnostic import CheckerError
from tests.reports.conftest import Read

ROW = {
    "lon": 36.2,
    "lat": 32.7,
    "kind": "position",
    "radius_m": 100,
    "seen_from": "2018-06-01",
    "actor": "red",
}
LINE = json.dumps(ROW)


def test_a_report_is_named_by_its_line_and_blank_lines_count(read: Read) -> None:
    (batch,) = read(f"{LINE}\r\n\r\n{LINE}", "r.ndjson").batches()
    assert tuple(batch.ids) == ("r.ndjson:1", "r.ndjson:3")


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (LINE[:-1], "R231", "this is no JSON: expecting ',' delimiter at column"),
        ("7", "R231", "this is no object"),
        (f"[{LINE}]", "R231", "this is no object"),
        ("[" * 100_000, "R231", "nested too deeply"),
        (LINE.replace('"lat"', '"lon"'), "R232", "'lon' stands here twice"),
        (LINE.replace("36.2", "NaN"), "R202", ""),
        (LINE.replace("red", "\0"), "R231", "invalid control character"),
    ],
)
def test_a_broken_line_is_one_bad_row(read: Read, line: str, code: str, said: str) -> None:
    reports = read(f"{LINE}\n{line}\n{LINE}\n", "r.ndjson")
    (one,) = reports.rejected
    assert (one.place, one.code) == ("r.ndjson:2", code)
    assert said in one.reason
    assert one.hint
    assert (reports.inputs[0].rows, reports.inputs[0].quarantined) == (2, 1)


def test_a_line_of_ten_megabytes_is_read_like_any_other(read: Read) -> None:
    large = json.dumps(ROW | {"note": "x" * 10_000_000})
    reports = read(f"{LINE}\n{large}\n{LINE}\n", "r.jsonl")
    assert [len(batch) for batch in reports.batches()] == [3]


@pytest.mark.parametrize("text", ["\n\n", "id,kind\n1,2\n", "7\n"])
def test_a_file_without_a_single_object_is_refused(read: Read, text: str) -> None:
    with pytest.raises(CheckerError, match=r"^r\.ndjson:1:1: R108: no line of the file is"):
        read(text, "r.ndjson")


def test_features_one_a_line_are_points(read: Read) -> None:
    said = {name: value for name, value in ROW.items() if name not in {"lon", "lat"}}
    point = {"type": "Point", "coordinates": [36.2, 32.7]}
    feature = {"type": "Feature", "geometry": point, "properties": said}
    (batch,) = read(json.dumps(feature), "r.ndjson").batches()
    assert batch.at.lon_deg.tolist() == [36.2]


def test_windows_1252_is_read_with_a_warning(read: Read) -> None:
    content = json.dumps(ROW | {"note": "Müller"}, ensure_ascii=False).encode("cp1252")
    assert [one.code for one in read(content, "r.ndjson").diagnostics] == ["R152"]


def test_a_line_of_another_encoding_is_one_bad_row(read: Read) -> None:
    good = LINE.replace("}", ', "note": "ï"}', 1).encode()
    content = b"\n".join([good, good.replace("ï".encode(), b"\xef"), *[good] * 20])
    (one,) = read(content, "r.ndjson").rejected
    assert (one.place, one.code) == ("r.ndjson:2", "R213")


def test_a_broken_byte_in_the_first_line_is_one_bad_row_too(read: Read) -> None:
    content = LINE.encode().replace(b"{", b'{"\x81": 1,') + b"\n" + LINE.encode() + b"\n"
    (one,) = read(content, "r.ndjson").rejected
    assert (one.place, one.code) == ("r.ndjson:1", "R213")
