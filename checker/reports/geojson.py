"""GeoJSON: a FeatureCollection of points; the properties are the columns, as text (RFC 7946)."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

import numpy as np

from checker.reports.cells import Block, Cells, StructureFault, texts_of
from checker.reports.opened import BLOCK_ROWS, Opened, Reader
from checker.reports.rejected import Fault
from checker.reports.source import Encoding, Source, encoding_of, refuse

__all__ = ["READER", "open_geojson"]

Json: TypeAlias = "bool | str | list[Json] | dict[str, Json] | None"
_SHAPE = 'write {"type": "FeatureCollection", "features": [...]}'
_WGS84 = re.compile(r"CRS84\b|EPSG::?4326\b")


def open_geojson(source: Source) -> Opened:
    """Open a GeoJSON file; its numbers stay the text that was typed.

    Raises ``CheckerError`` for a text that is no JSON, with its line and column, for anything but a
    FeatureCollection, for one that names a key twice, and for coordinates that are not WGS 84.
    """
    encoding = encoding_of(source)
    whole = _parsed(source, encoding)
    if not isinstance(whole, dict) or whole.get("type") != "FeatureCollection":
        raise refuse("R108", "the file is not a GeoJSON FeatureCollection", source.name, _SHAPE)
    if isinstance(whole, _Doubled):
        doubled = f"the key '{whole.key}' stands twice at the top of the file"
        raise refuse("R108", doubled, source.name, "keep one, and lose no report of the other")
    features = whole.get("features")
    if not isinstance(features, list):
        raise refuse("R108", "the FeatureCollection has no features", source.name, _SHAPE)
    system = json.dumps(whole.get("crs", "CRS84"))
    if not _WGS84.search(system):
        raise refuse("R102", "the coordinates are not WGS 84", source.name, "save as EPSG:4326")
    rows = [_row(feature) for feature in features]
    names: dict[str, None] = {}
    for row in rows:
        if isinstance(row, dict):
            names.update(dict.fromkeys(row))
    if not rows:
        names = dict.fromkeys(("id", "kind", "lon", "lat", "radius_m", "seen_from", "actor"))
    columns = tuple(names)

    def blocks(only: Sequence[str] | None = None) -> Iterator[Block]:  # noqa: ARG001 - all are there
        for start in range(0, len(rows), BLOCK_ROWS):
            yield _block(rows[start : start + BLOCK_ROWS], columns, start + 1)

    return Opened(source, columns, blocks, encoding.warnings(source.name))


def _starts(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


READER = Reader("GeoJSON", (".geojson", ".json"), _starts, open_geojson)


def _parsed(source: Source, encoding: Encoding) -> Json:
    text = b"".join(encoding.utf8_pieces(source)).decode("utf-8", "replace")
    if not text.strip():
        raise refuse("R108", "the file is empty", source.name, _SHAPE)
    try:
        parsed: Json = json.loads(
            text,
            parse_float=str,
            parse_int=str,
            parse_constant=str,
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as error:
        raise refuse(
            "R108",
            f"the file is damaged: {error.msg.lower()} at column {error.colno}",
            source.name,
            "save or download it again",
            error.lineno,
        ) from error
    except RecursionError as error:
        raise refuse("R108", "the file is nested too deeply", source.name, _SHAPE) from error
    return parsed


class _Doubled(dict[str, Json]):
    """Hold an object that names a key twice, of which JSON itself would keep the last value."""

    def __init__(self, pairs: list[tuple[str, Json]]) -> None:
        super().__init__(pairs)
        names = [name for name, _ in pairs]
        self.key = next(name for name in names if names.count(name) > 1)


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else _Doubled(pairs)


def _twice(value: Json) -> str | None:
    """Return a key that an object, or one within it, names twice."""
    if isinstance(value, list):
        return next((key for item in value if (key := _twice(item)) is not None), None)
    if isinstance(value, _Doubled):
        return value.key
    return _twice(list(value.values())) if isinstance(value, dict) else None


def _row(feature: Json) -> dict[str, str] | Fault:
    """Return the cells of one feature, or why it is no report."""
    if (key := _twice(feature)) is not None:
        return Fault("R214", f"the key '{key}' stands here twice", "keep one")
    cells = _cells(feature)
    if isinstance(cells, dict) and any(not _is_text(text) for text in cells.values()):
        return Fault("R213", "a text holds half of a character", "write it as one, or remove it")
    return cells


def _is_text(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _cells(feature: Json) -> dict[str, str] | Fault:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        return Fault("R214", "this is not a GeoJSON feature", "write {type: Feature, ...}")
    properties = feature.get("properties") or {}
    if not isinstance(properties, dict):
        return Fault("R214", "the properties are not an object", "write {NAME: VALUE, ...}")
    cells = {"id": _text(feature.get("id"))} if "id" in feature else {}
    for name, value in properties.items():
        if isinstance(value, dict):
            return Fault("R214", f"the property '{name}' is an object", "write a text or a number")
        cells[name.strip()] = _text(value)
    position = _position(feature.get("geometry"))
    return position if isinstance(position, Fault) else cells | position


def _position(geometry: Json) -> dict[str, str] | Fault:
    """Return lon and lat of a point, nothing for no geometry, or why it is no point."""
    if geometry is None:
        return {}
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or kind != "Point":
        return Fault(
            "R214",
            f"the geometry is a {kind or 'nothing known'}, not a Point",
            "give a point with radius_m, or name the area in within_area",
        )
    coordinates = geometry.get("coordinates")
    if not isinstance(coordinates, list) or len(coordinates) < 2:  # noqa: PLR2004 - lon, lat
        return Fault("R214", "the point has no coordinates", "write [lon, lat]")
    return {"lon": _text(coordinates[0]), "lat": _text(coordinates[1])}


def _text(value: Json) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return value
        case list():
            return ";".join(_text(item) for item in value)
        case dict():
            return json.dumps(value)


def _block(rows: list[dict[str, str] | Fault], columns: tuple[str, ...], first: int) -> Block:
    good = [(number, row) for number, row in enumerate(rows, first) if isinstance(row, dict)]
    faults = tuple(
        StructureFault(number, 0, row)
        for number, row in enumerate(rows, first)
        if isinstance(row, Fault)
    )
    cells: dict[str, Cells] = {
        name: texts_of([row.get(name, "") for _, row in good]) for name in columns
    }
    numbers = np.array([number for number, _ in good], dtype=np.int64)
    return Block(cells, numbers, np.zeros(len(good), dtype=np.int64), faults)
