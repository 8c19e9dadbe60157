"""Lines, rings and polygons of KML as GeoJSON texts (OGC 12-007r2, KML 2.3, clause 10)."""

import json

from checker.reports.numbers import plain_number
from checker.reports.rejected import Fault
from checker.reports.xml_tree import Element

__all__ = ["SEVERAL", "SHAPES", "outline_of"]

SHAPES = ("LineString", "LinearRing", "Polygon", "MultiGeometry", "Model", "Track", "MultiTrack")
_PARTS = ("Point", "LineString", "LinearRing", "Polygon", "MultiGeometry")
SEVERAL = Fault("R214", "the Placemark has several shapes", "put them into one MultiGeometry")
_HINT = "write <coordinates>lon,lat lon,lat ...</coordinates>"

Position = list[float]
Json = dict[str, object]


def outline_of(shape: Element) -> str | Fault:
    """Return what a shape draws as GeoJSON, or why it draws no place."""
    drawn = _drawn(shape)
    return drawn if isinstance(drawn, Fault) else json.dumps(drawn)


def _drawn(shape: Element) -> Json | Fault:
    match shape.name:
        case "LineString" | "LinearRing" | "Point":
            path = _path(shape)
            if isinstance(path, Fault):
                return path
            return _point(path) if shape.name == "Point" else _of("LineString", path)
        case "Polygon":
            return _polygon(shape)
        case "MultiGeometry":
            return _collection(shape)
        case _:
            hint = "draw a point with radius_m, a line or an area"
            return Fault("R214", f"the geometry is a {shape.name}, which draws no place", hint)


def _collection(shape: Element) -> Json | Fault:
    parts = []
    for one in shape.children:
        if one.name in _PARTS:
            part = _drawn(one)
            if isinstance(part, Fault):
                return part
            parts.append(part)
    return {"type": "GeometryCollection", "geometries": parts}


def _polygon(shape: Element) -> Json | Fault:
    rings = []
    for name in ("outerBoundaryIs", "innerBoundaryIs"):
        for border in (one for one in shape.children if one.name == name):
            path = _path(border.child("LinearRing") or border)
            if isinstance(path, Fault):
                return path
            rings.append(path)
    if not rings:
        return Fault("R214", "the Polygon has no outer boundary", _HINT)
    return _of("Polygon", rings)


def _path(element: Element) -> list[Position] | Fault:
    path = []
    for place in element.said("coordinates").split():
        numbers = [plain_number(one, has_decimal_comma=False) for one in place.split(",")]
        if len(numbers) not in {2, 3} or None in numbers:
            said = place if len(place) < 40 else f"{place[:40]}..."  # noqa: PLR2004 - to be read
            return Fault("R214", f"'{said}' is no position", _HINT)
        path.append([float(one) for one in numbers if one is not None])
    return path or Fault("R214", f"the {element.name} has no coordinates", _HINT)


def _point(path: list[Position]) -> Json | Fault:
    if len(path) > 1:
        return Fault("R214", "the Point has several coordinates", _HINT)
    return _of("Point", path[0])


def _of(kind: str, coordinates: object) -> Json:
    return {"type": kind, "coordinates": coordinates}
