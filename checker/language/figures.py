"""Figures written in the file itself: points, boxes, lines, areas, each number in its place."""

import re

from checker.geography.geojson import GeoProblem, checked
from checker.geography.shapes import Area, Box, Edges, Line, Point, Shape, Undrawn
from checker.language.document import Document, entries_of, text_of
from checker.language.keys import check_keys
from checker.language.problems import meant
from checker.language.text import Items, Node, Table

__all__ = ["box_of", "edges_of", "path_of", "point_of"]

_LIMIT_DEG = {"lon": 180.0, "lat": 90.0}
_SIDES = ("west", "south", "east", "north")
_PAIR = 2
_AXIS = 3
"""Letters of ``lon`` and ``lat``, which begin the words for them."""

_DECIMAL = re.compile(r"[+-]?[0-9]+(\.[0-9]*)?")


def edges_of(document: Document) -> Edges:
    """Return what a drawn edge means in this agreement."""
    return "planar" if document.text("edges") == "planar" else "geodesic"


def point_of(document: Document, value: Node, accuracy_m: float) -> Point | Undrawn:
    """Read ``{lon: 36.1, lat: 32.6}`` or ``[36.1, 32.6]``."""
    lon, lat = _pair(document, value)
    return Undrawn("no point") if lon is None or lat is None else Point(lon, lat, accuracy_m)


def box_of(document: Document, value: Node, accuracy_m: float) -> Box | Undrawn:
    """Read ``{west: 36.0, south: 32.5, east: 36.4, north: 32.9}``."""
    if isinstance(value, Table):
        check_keys(document, value, _SIDES, "a box")
        if set(value.keys()) - set(_SIDES):
            return Undrawn("no box")
    if not isinstance(value, Table) or set(value.keys()) != set(_SIDES):
        span = value.first if isinstance(value, Table) else value.span
        hint = "write {west: 36.0, south: 32.5, east: 36.4, north: 32.9}"
        document.problems.add("L705", "a box has west, south, east and north", span, hint)
        return Undrawn("no box")
    west, south, east, north = (_side(document, value, side) for side in _SIDES)
    if west is None or south is None or east is None or north is None:
        return Undrawn("no box")
    if south >= north:
        message = "the south of a box lies south of its north"
        document.problems.add("L705", message, value.key("south").span, "swap the two")
        return Undrawn("no box")
    if west == east:
        message = "the west and the east of a box are the same"
        document.problems.add("L705", message, value.key("west").span, "write the two meridians")
        return Undrawn("no box")
    return Box(west, south, east, north, accuracy_m)


def path_of(document: Document, kind: str, value: Node, accuracy_m: float) -> Shape:
    """Read a line, or one ring of an area; an area closes itself."""
    if isinstance(value, Items) and value.items and all(text_of(one) for one in value.items):
        message, hint = f"the points of the {kind} stand in brackets", "write [[36.1, 32.6], ...]"
        document.problems.add("L708", message, value.span, hint)
        return Undrawn(f"no {kind}")
    pairs = (
        [_pair(document, item) for item in entries_of(value)] if isinstance(value, Items) else []
    )
    path = [(lon, lat) for lon, lat in pairs if lon is not None and lat is not None]
    least = 2 if kind == "line" else 3
    if len(path) < least or len(path) != len(pairs):
        if len(path) == len(pairs):
            message = f"this {kind} has too few points: at least {least}, each [lon, lat]"
            hint = "write [[36.1, 32.6], [36.2, 32.7]], or more"
            document.problems.add("L708", message, value.span, hint)
        return Undrawn(f"no {kind}")
    if kind == "area" and path[0] != path[-1]:
        path.append(path[0])
    edges = edges_of(document)
    ring = tuple(path)
    shape = (
        Line((ring,), accuracy_m, edges) if kind == "line" else Area(((ring,),), accuracy_m, edges)
    )
    try:
        return checked(shape)
    except GeoProblem as problem:
        document.problems.add("L709", problem.message, value.span, problem.hint)
        return Undrawn("not drawn well")


def _side(document: Document, box: Table, side: str) -> float | None:
    node = box.get(side)
    assert node is not None
    return _degrees(document, node, "lat" if side in ("south", "north") else "lon", node)


def _pair(document: Document, value: Node) -> tuple[float | None, float | None]:
    if isinstance(value, Table):
        for key in value.keys():
            if key not in ("lon", "lat"):
                short = key[:_AXIS]
                hint = f"write {short}" if short in _LIMIT_DEG else meant(key, _LIMIT_DEG)
                message = f"unknown key {key!r}: a point has lon and lat"
                document.problems.add("L101", message, value.key(key).span, hint)
        lon, lat = value.get("lon"), value.get("lat")
    else:
        items = entries_of(value)
        lon, lat = items if len(items) == _PAIR else (None, None)
    if isinstance(value, Table) and set(value.keys()) - set(_LIMIT_DEG):
        return None, None
    if lon is None or lat is None:
        span = value.first if isinstance(value, Table) else value.span
        message = "a point is {lon: 36.1, lat: 32.6}, longitude first"
        document.problems.add("L703", message, span, "write both, longitude first")
        return None, None
    return _degrees(document, lon, "lon", lat), _degrees(document, lat, "lat", lon)


def _degrees(document: Document, node: Node, axis: str, other: Node) -> float | None:
    text = text_of(node) or ""
    value, limit = _number(text), _LIMIT_DEG[axis]
    if -limit <= value <= limit:
        return value
    hint = "write degrees, such as 36.1"
    if axis == "lat" and abs(value) <= _LIMIT_DEG["lon"] and abs(_number(text_of(other))) <= limit:
        hint = "longitude and latitude may be swapped: longitude comes first"
    document.problems.add("L704", f"{text!r} is no {axis} in degrees", node.span, hint)
    return None


def _number(text: str | None) -> float:
    """Return a decimal number; NaN, which is in no range, for anything else."""
    # float() takes '1_0', '1e1' and 'nan' too, which no text of a deal means.
    return float(text) if text is not None and _DECIMAL.fullmatch(text) else float("nan")
