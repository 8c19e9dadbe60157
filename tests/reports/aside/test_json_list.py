"""Elements of a list in JSON as they were: the same text, in a list of their own."""

import json
from typing import Any

import pytest

from checker.reports import source

ROW = '{"id":   "%s", "lon": 36.50, "lat": 1e1, "actor": "\\u00e9", "seen_from": "2018"}'


@pytest.mark.parametrize("size", [7, 64, 1 << 22])
def test_an_element_keeps_every_character(
    apart: Any, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(source, "PIECE_BYTES", size)
    text = f'{{"n": 1, "data": [{ROW % "a"} ,\n "no object", {ROW % "b"}], "more": []}}'
    written = apart(text, "r.json", 2, 3).decode()
    assert written == f'[\n"no object",\n{ROW % "b"}\n]\n'
    assert len(json.loads(written)) == 2


def test_features_stay_a_collection(apart: Any) -> None:
    one = '{"type": "Feature", "geometry": null, "properties":  {"place": "%s", "actor": 1.50}}'
    head = '{"type": "FeatureCollection", "features": [%s]}'
    row = one.replace('"actor"', '"seen_from": "2018", "actor"')
    written = apart(head % ",".join(row % name for name in "ab"), "r.geojson", 2).decode()
    assert written == head % f"\n{row % 'b'}\n" + "\n"


def test_a_broken_byte_stays_what_it_was(apart: Any) -> None:
    rows = [(ROW % name).encode() for name in "abc"]
    broken = rows[1].replace(b"\\u00e9", b"\xc3\x81\xff")
    text = b"[" + b",\n".join([rows[0], broken, rows[2].replace(b"\\u00e9", "é".encode())]) + b"]"
    assert apart(text, "r.json", 2) == b"[\n" + broken + b"\n]\n"
