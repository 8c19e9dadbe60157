"""The cells of one report that is a JSON value: an object of names, or a GeoJSON feature."""

import json
import re

from checker.reports.items import is_text
from checker.reports.json_text import Json, doubled_key
from checker.reports.numbers import plain_number
from checker.reports.rejected import Fault

__all__ = ["NO_FEATURE", "feature_row", "is_wgs84", "record_row"]

_WGS84 = re.compile(r"CRS84\b|EPSG::?4326\b")

NO_FEATURE = Fault("R214", "this is not a GeoJSON feature", "write {type: Feature, ...}")
_DEEP = Fault("R231", "it is nested too deeply", "write names with texts and numbers")
_DRAWN = (
    "Point",
    "MultiPoint",
    "LineString",
    "MultiLineString",
    "Polygon",
    "MultiPolygon",
    "GeometryCollection",
)
_HALF = Fault("R213", "a text holds half of a character", "write it as one, or remove it")


def feature_row(feature: Json) -> dict[str, str] | Fault:
    """Return the cells of a GeoJSON feature (RFC 7946, 3.2), or why it is no report.

    The properties are the columns; ``lon`` and ``lat`` are those of its point, and ``outline`` is
    what it draws else.
    """
    if (key := doubled_key(feature)) is not None:
        return Fault("R214", f"the key '{key}' stands here twice", "keep one")
    try:
        return _whole(_feature_cells(feature))
    except RecursionError:
        return _DEEP


def record_row(record: Json) -> dict[str, str] | Fault:
    """Return the cells of an object, or why it is no report; a feature is read as one.

    What stands in an object within it is named by both names, ``place.name``; an outline is the
    geometry that it is.
    """
    if not isinstance(record, dict):
        return Fault("R231", "this is no object with names and values", 'write {"NAME": VALUE}')
    if record.get("type") == "Feature" and "geometry" in record:
        return feature_row(record)
    if (key := doubled_key(record)) is not None:
        return Fault("R232", f"the name '{key}' stands here twice", "keep one")
    cells: dict[str, str] = {}
    try:
        fault = _flatten(record, "", cells)
    except RecursionError:
        return _DEEP
    return fault or _whole(cells)


def is_wgs84(drawn: dict[str, Json]) -> bool:
    """Say whether an object names no other reference system, as GeoJSON of 2008 and PostGIS do."""
    return "crs" not in drawn or _WGS84.search(json.dumps(drawn["crs"])) is not None


def _whole(cells: dict[str, str] | Fault) -> dict[str, str] | Fault:
    if isinstance(cells, dict) and not all(map(is_text, (*cells, *cells.values()))):
        return _HALF
    return cells


def _flatten(record: dict[str, Json], before: str, cells: dict[str, str]) -> Fault | None:
    for key, value in record.items():
        name = f"{before}{key.strip()}"
        if isinstance(value, dict) and name.endswith("outline") and "type" in value:
            cells[name] = json.dumps(_numbered(value))
        elif isinstance(value, dict):
            fault = _flatten(value, f"{name}.", cells)
            if fault is not None:
                return fault
        elif name in cells:
            return Fault("R232", f"the name '{name}' stands here twice", "keep one")
        else:
            cells[name] = _text(value)
    return None


def _feature_cells(feature: Json) -> dict[str, str] | Fault:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        return NO_FEATURE
    properties = feature.get("properties") or {}
    if not isinstance(properties, dict):
        return Fault("R214", "the properties are not an object", "write {NAME: VALUE, ...}")
    cells = {"id": _text(feature.get("id"))} if "id" in feature else {}
    for name, value in properties.items():
        if isinstance(value, dict):
            return Fault("R214", f"the property '{name}' is an object", "write a text or a number")
        cells[name.strip()] = _text(value)
    geometry = feature.get("geometry")
    for one in (feature, geometry):
        if isinstance(one, dict) and not is_wgs84(one):
            return Fault("R214", "the coordinates are not WGS 84", "save as EPSG:4326")
    position = _position(geometry)
    return position if isinstance(position, Fault) else cells | position


def _position(geometry: Json) -> dict[str, str] | Fault:
    """Return lon and lat of a point, the outline of what is drawn else, nothing for no geometry."""
    if geometry is None:
        return {}
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or kind not in _DRAWN:
        return Fault(
            "R214",
            f"the geometry is {_named(kind)}, which draws no place",
            "draw a point with radius_m, a line or an area",
        )
    if kind != "Point":
        return {"outline": json.dumps(_numbered(geometry))}
    coordinates = geometry.get("coordinates")
    if not isinstance(coordinates, list) or len(coordinates) < 2:  # noqa: PLR2004 - lon, lat
        return Fault("R214", "the point has no coordinates", "write [lon, lat]")
    return {"lon": _text(coordinates[0]), "lat": _text(coordinates[1])}


def _numbered(value: Json) -> object:
    """Return a geometry with numbers for what was typed as such; what is none stays as it is."""
    match value:
        case dict():
            return {key: one if key == "type" else _numbered(one) for key, one in value.items()}
        case list():
            return [_numbered(one) for one in value]
        case str():
            plain = plain_number(value, has_decimal_comma=False)
            return value if plain is None else float(plain)
        case _:
            return value


def _named(kind: Json) -> str:
    return f"a {kind}" if isinstance(kind, str) and kind else "nothing known"


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
