"""GeoJSON text sequences: after a record separator, or one feature a line."""

import json

import pytest

from checker.reports import geojson_seq
from checker.values.diagnostic import CheckerError
from tests.reports.conftest import Read

FEATURE = {
    "type": "Feature",
    "geometry": {"type": "Point", "coordinates": [36.2, 32.7]},
    "properties": {
        "kind": "position",
        "radius_m": 100,
        "seen_from": "2018-06-01",
        "actor": "red",
    },
}
TEXT = json.dumps(FEATURE)
PRETTY = json.dumps(FEATURE, indent=1)


def test_texts_after_separators_may_run_over_lines(read: Read) -> None:
    (batch,) = read(f"\x1e{PRETTY}\n\x1e{PRETTY}\n\x1e{TEXT}\n", "r.geojsons").batches()
    lines = PRETTY.count("\n") + 1
    assert batch.line.tolist() == [1, 1 + lines, 1 + 2 * lines]
    assert batch.at.lon_deg.tolist() == [36.2] * 3


def test_without_separators_each_line_is_a_feature(read: Read) -> None:
    (batch,) = read(f"{TEXT}\n\n{TEXT}\n", "r.geojsonl").batches()
    assert tuple(batch.ids) == ("r.geojsonl:1", "r.geojsonl:3")


def test_a_broken_text_is_one_bad_row_and_the_next_begins_anew(read: Read) -> None:
    broken = PRETTY[:-9]
    reports = read(f"\x1e{PRETTY}\n\x1e{broken}\n\x1e{TEXT}\n\x1e[]\n", "r.geojsonseq")
    lines = PRETTY.count("\n") + 1
    assert [(one.line, one.code) for one in reports.rejected] == [
        (1 + lines, "R231"),
        (3 + lines + broken.count("\n"), "R214"),
    ]
    assert (reports.inputs[0].rows, reports.inputs[0].quarantined) == (2, 2)


def test_a_shape_that_draws_no_place_is_a_bad_row(read: Read) -> None:
    reports = read(f"{TEXT}\n{TEXT.replace('Point', 'Circle')}\n", "r.geojsonl")
    assert [(one.place, one.code) for one in reports.rejected] == [("r.geojsonl:2", "R214")]


def test_a_text_without_end_is_not_held(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geojson_seq, "MOST_CHARACTERS", 1000)
    long = "\n".join(["[" * 100] * 1000)
    reports = read(f"\x1e{long}\n\x1e{TEXT}\n", "r.geojsons")
    assert [one.code for one in reports.rejected] == ["R231"]
    assert reports.inputs[0].rows == 1


@pytest.mark.parametrize("text", ["\n", "\x1e", "id,kind\n1,2\n", '{"a": 1}\n'])
def test_a_file_without_a_single_text_is_refused(read: Read, text: str) -> None:
    with pytest.raises(CheckerError, match="R108: no text of the file is a GeoJSON feature"):
        read(text, "r.geojsons")


@pytest.mark.parametrize("mark", [b"", b"\x1e"])
def test_a_broken_byte_rejects_its_text_alone(read: Read, mark: bytes) -> None:
    broken = TEXT.encode().replace(b"Point", b"P\x81oint")
    content = b"".join(mark + text + b"\n" for text in (broken, TEXT.encode(), TEXT.encode()))
    reports = read(content, "r.geojsons")
    assert [(one.place, one.code) for one in reports.rejected] == [("r.geojsons:1", "R213")]
    assert reports.inputs[0].rows == 2
