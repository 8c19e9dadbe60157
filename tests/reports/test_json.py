"""JSON: a list of objects, wherever it stands."""

import gzip
import json
from typing import Any

import pytest

from checker.reports.opening import READERS
from checker.values.diagnostic import CheckerError
from tests.reports.conftest import Read

SAID = {"kind": "position", "radius_m": 100, "seen_from": "2018-06-01", "actor": ["red"]}
ROW = {"id": "007", "lon": 36.2, "lat": 32.7, **SAID}


def records(count: int) -> list[dict[str, Any]]:
    return [ROW | {"id": f"{number:03}"} for number in range(count)]


@pytest.mark.parametrize("wrap", [None, "data"])
def test_each_object_of_the_list_is_a_report(read: Read, wrap: str | None) -> None:
    found = records(3)
    text = json.dumps(found if wrap is None else {"count": 3, wrap: found, "ok": True})
    (batch,) = read(text, "r.json").batches()
    assert tuple(batch.ids) == ("000", "001", "002")
    assert batch.at.lon_deg.tolist() == [36.2] * 3
    assert batch.row.tolist() == [1, 2, 3]


def test_a_report_without_an_id_is_named_by_its_number(read: Read) -> None:
    text = json.dumps([{name: value for name, value in ROW.items() if name != "id"}] * 2)
    (batch,) = read(text, "r.json").batches()
    assert tuple(batch.ids) == ("r.json#1", "r.json#2")


def test_a_bad_report_among_many_is_rejected_alone(read: Read) -> None:
    found: list[Any] = records(5)
    found[1] = 7
    found[3] = ROW | {"lon": "east"}
    reports = read(json.dumps(found), "r.json")
    assert [(str(one).split(": ")[0], one.code) for one in reports.rejected] == [
        ("r.json#2", "R231"),
        ("r.json#4", "R202"),
    ]
    assert (reports.inputs[0].rows, reports.inputs[0].quarantined) == (3, 2)


@pytest.mark.parametrize("is_first", [True, False])
def test_a_collection_of_features_is_geojson_whatever_it_is_called(
    read: Read, is_first: bool
) -> None:
    point = {"type": "Point", "coordinates": [36.2, 32.7]}
    features = {"features": [{"type": "Feature", "geometry": point, "properties": SAID}, {"id": 1}]}
    kind = {"type": "FeatureCollection"}
    text = json.dumps(kind | features if is_first else features | kind)
    reports = read(text, "r.json")
    assert [(one.row, one.code) for one in reports.rejected] == [(2, "R214")]
    assert [tuple(batch.ids) for batch in reports.batches()] == [("r.json#1",)]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("", "R108", "r.json:1:1"),
        ("7", "R108", "r.json:1:1"),
        ('{"a": 1}', "R108", "r.json:1:1"),
        ('{"a": [{}], "b": [{}]}', "R123", "r.json:1:1"),
        ('{"a": 1, "a": [{}]}', "R108", "r.json:1:1"),
        ('[{"a": 1},\n{"a": 2}', "R108", "r.json:2:1"),
        ('[{"a": 1},\n{"a": 2', "R108", "r.json:2:1"),
        ("id,kind\n1,2\n", "R108", "r.json:1:1"),
    ],
)
def test_what_holds_no_list_of_reports_is_refused_with_its_place(
    read: Read, text: str, code: str, place: str
) -> None:
    with pytest.raises(CheckerError) as refused:
        read(text, "r.json")
    (one,) = refused.value.diagnostics
    assert (one.code, str(one.span)) == (code, place)
    assert one.hint


def test_an_empty_list_is_a_file_of_no_reports(read: Read) -> None:
    assert read("[]", "r.json").inputs[0].rows == 0
    assert read('{"count": 0, "data": []}', "s.json").inputs[0].rows == 0


def test_json_on_stdin_is_told_by_its_first_bytes() -> None:
    def first(head: bytes) -> str:
        return next(reader.name for reader in READERS if reader.is_start(head))

    assert first(b'[{"id": 1}]') == first(b'\xef\xbb\xbf {"data": [') == "JSON"
    assert first(b'{"type": "FeatureCollection"') == "GeoJSON"
    assert first(b'{"id": 1}\n{"id": 2}\n') == "NDJSON"
    assert first(b'\x1e{"type": "Feature"}') == "GeoJSON sequence"
    assert first(b"[id],kind\n") == "CSV"


ROWS = [json.dumps(ROW | {"id": f"r{number}"}).encode() for number in range(3)]


def broken(old: bytes, new: bytes) -> bytes:
    """Return three reports on one line; of the second, ``old`` is replaced."""
    return b"[" + b", ".join([ROWS[0], ROWS[1].replace(old, new, 1), ROWS[2]]) + b"]"


@pytest.mark.parametrize("name", ["r.json", "r.json.gz"])
@pytest.mark.parametrize(
    "new",
    [b"r1\x81", b"\xc3\x81r\xff1", b'r", 1\x81: [{"}"}], "', b'r1\\\\", "a": \x81, "b": "'],
)
def test_a_broken_byte_rejects_the_report_that_it_stands_in(
    read: Read, new: bytes, name: str
) -> None:
    content = broken(b"r1", new)
    reports = read(gzip.compress(content) if name.endswith("gz") else content, name)
    assert [(one.place, one.code) for one in reports.rejected] == [(f"{name}#2", "R213")]
    assert [name for batch in reports.batches() for name in batch.ids] == ["r0", "r2"]


@pytest.mark.parametrize("beside", [b'"made by": "\x81"', b'"\x81": 1'])
def test_a_broken_byte_beside_the_reports_is_beside_them(read: Read, beside: bytes) -> None:
    content = b"{" + beside + b', "list": ' + broken(b"", b"") + b"}"
    reports = read(content, "r.json")
    assert (reports.inputs[0].rows, reports.rejected) == (3, ())


@pytest.mark.parametrize(
    "content", [broken(b"{", b"\x81"), broken(b"}", b"\x81"), broken(b"", b"") + b"\x81"]
)
def test_a_broken_byte_that_nobody_can_tell_the_report_of_is_damage(
    read: Read, content: bytes
) -> None:
    said = "R108: the file is damaged: a byte that is not text at column"
    with pytest.raises(CheckerError, match=said):
        read(content, "r.json")
