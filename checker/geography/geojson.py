"""GeoJSON as places are drawn in it: one feature of one kind, WGS 84, longitude before latitude."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeAlias

from checker.geography.shapes import Area, Edges, Line, Path, Point, Shape, Sites
from checker.geography.sound import GeoProblem, checked

__all__ = ["GeoProblem", "checked", "shape_of"]

Json: TypeAlias = "dict[str, Json] | list[Json] | str | float | int | bool | None"

_KINDS = {
    "Point": "points",
    "MultiPoint": "points",
    "LineString": "lines",
    "MultiLineString": "lines",
    "Polygon": "areas",
    "MultiPolygon": "areas",
}
_SINGLE = ("Point", "LineString", "Polygon")
_WGS84 = ("CRS84", "EPSG:4326", "EPSG::4326")
_FEW = 12
_PROJECTED_DEG = 360.0
_NO_NUMBER = 1e15
"""More than any projection's metres; NaN and infinity are none less."""


def shape_of(text: str, *, feature: str | None, edges: Edges, accuracy_m: float) -> Shape:
    """Return the shape that a GeoJSON text draws.

    ``feature`` is a feature's id or its ``properties.name``; without it the text must hold exactly
    one. ``accuracy_m`` in metres is given to all that is drawn. Heights are left out. Raises
    ``GeoProblem``, also for what ``checked`` refuses. Source: RFC 7946.
    """
    geometry = _chosen(_features(_read(text)), feature)
    parts = list(_simple(geometry))
    kinds = {_KINDS[kind] for kind, _ in parts}
    if not parts:
        raise GeoProblem("the geometry is empty", "draw a point, a line or an area")
    if len(kinds) > 1:
        raise GeoProblem(
            f"the geometry mixes {' and '.join(sorted(kinds))}",
            "draw one kind in each feature, and join places with any_of",
        )
    kind = kinds.pop()
    drawn = [coordinates for _, coordinates in parts]
    if kind == "points":
        points = tuple(Point(*_position(one), accuracy_m) for one in drawn)
        return points[0] if len(points) == 1 else Sites(points)
    if kind == "lines":
        return checked(Line(tuple(_path(one, 2) for one in drawn), accuracy_m, edges))
    return checked(Area(tuple(_rings(one) for one in drawn), accuracy_m, edges))


@dataclass(frozen=True, slots=True)
class _Feature:
    """Hold a feature's names and its geometry."""

    names: tuple[str, ...]
    geometry: Json


def _read(text: str) -> dict[str, Json]:
    try:
        content: Json = json.loads(text)
    except json.JSONDecodeError as error:
        raise GeoProblem(
            f"line {error.lineno}: this is not JSON ({error.msg.lower()})",
            "a place is drawn in a GeoJSON file",
        ) from None
    except (RecursionError, ValueError):
        message = "this is no GeoJSON: it nests, or has digits, without end"
        raise GeoProblem(message, "export the drawing once more") from None
    if not isinstance(content, dict) or not isinstance(content.get("type"), str):
        raise GeoProblem(
            "this is JSON, but not GeoJSON: it has no type",
            "a place is a Feature, a FeatureCollection or a geometry",
        )
    _check_crs(content)
    return content


def _check_crs(content: dict[str, Json]) -> None:
    """Refuse another reference system than WGS 84, longitude before latitude."""
    if "crs" not in content:
        return
    stated = content["crs"]
    properties = stated.get("properties") if isinstance(stated, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if not isinstance(name, str) or not name.upper().endswith(_WGS84):
        said = name if isinstance(name, str) else "none"
        raise GeoProblem(
            f"the file's crs is {said}: coordinates are read as WGS 84 longitude and latitude",
            "export it in EPSG:4326, without a crs member",
        )


def _features(content: dict[str, Json]) -> list[_Feature]:
    if content["type"] == "FeatureCollection":
        listed = content.get("features")
        if not isinstance(listed, list):
            message = "the FeatureCollection has no list of features"
            raise GeoProblem(message, 'write "features": [...]')
        return [_feature(one) for one in listed]
    if content["type"] == "Feature":
        return [_feature(content)]
    return [_Feature((), content)]


def _feature(content: Json) -> _Feature:
    if not isinstance(content, dict) or content.get("type") != "Feature":
        message = "an entry of the FeatureCollection is no Feature"
        raise GeoProblem(message, 'write {"type": "Feature", "geometry": {...}}')
    properties = content.get("properties")
    name = properties.get("name") if isinstance(properties, dict) else None
    named = (content.get("id"), name)
    # A number written as an id is meant by its text; True is no name.
    names = tuple(
        str(one)
        for one in named
        if isinstance(one, str | int | float) and not isinstance(one, bool)
    )
    return _Feature(names, content.get("geometry"))


def _chosen(features: list[_Feature], wanted: str | None) -> Json:
    names = sorted({name for one in features for name in one.names})
    if wanted is None:
        if len(features) == 1:
            return features[0].geometry
        if not features:
            raise GeoProblem("the file holds no feature", "draw the place in it")
        raise GeoProblem(
            f"the file holds {len(features)} features, and nothing says which is meant",
            _known("add feature: and the id or name of one", names),
        )
    found = [one for one in features if wanted in one.names]
    if len(found) == 1:
        return found[0].geometry
    if found:
        raise GeoProblem(
            f"{len(found)} features have the id or name {wanted!r}", "give each a name of its own"
        )
    near = get_close_matches(wanted, names, n=1, cutoff=0.6)
    raise GeoProblem(
        f"no feature has the id or name {wanted!r}",
        f"did you mean {near[0]!r}?" if near else _known("name a feature of the file", names),
    )


def _known(what: str, names: list[str]) -> str:
    return f"{what}: {', '.join(names)}" if 0 < len(names) <= _FEW else what


def _simple(geometry: Json) -> Iterable[tuple[str, Json]]:
    """Yield the single parts of a geometry: kind and coordinates."""
    if geometry is None:
        raise GeoProblem("the feature has no geometry: it is null", "draw it, or defer the place")
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or not isinstance(kind, str):
        raise GeoProblem("the geometry has no type", _known("known", list(_KINDS)))
    if kind == "GeometryCollection":
        for part in _list_of(geometry.get("geometries"), "geometries"):
            yield from _simple(part)
    elif kind in _SINGLE:
        yield kind, geometry.get("coordinates")
    elif kind in _KINDS:
        for one in _list_of(geometry.get("coordinates"), "coordinates"):
            yield kind, one
    else:
        raise GeoProblem(f"{kind!r} is no kind of geometry", _known("known", list(_KINDS)))


def _rings(drawn: Json) -> tuple[Path, ...]:
    rings = tuple(_path(ring, 0) for ring in _list_of(drawn, "rings"))
    if not rings:
        raise GeoProblem("an area has no ring", "draw its outer ring")
    return rings


def _path(drawn: Json, least: int) -> Path:
    path = tuple(_position(one) for one in _list_of(drawn, "positions"))
    if len(path) < least:
        raise GeoProblem(
            f"a line has {len(path)} positions, and needs at least {least}", "draw both its ends"
        )
    return path


def _list_of(value: Json, what: str) -> list[Json]:
    if not isinstance(value, list):
        raise GeoProblem(f"{what} are a list in GeoJSON, and this is none", "write [...]")
    return value


def _position(drawn: Json) -> tuple[float, float]:
    """Return (longitude, latitude) in degrees; what stands behind them is left out."""
    numbers = [
        float(one)
        for one in _list_of(drawn, "positions")[:2]
        if isinstance(one, int | float) and not isinstance(one, bool) and abs(one) < _NO_NUMBER
    ]
    if len(numbers) < 2:  # noqa: PLR2004 - longitude and latitude
        raise GeoProblem(
            f"{_short(drawn)} is no position", "a position is [longitude, latitude], in degrees"
        )
    lon, lat = numbers
    if abs(lon) <= 180.0 and abs(lat) <= 90.0:  # noqa: PLR2004 - degrees
        return lon, lat
    raise GeoProblem(f"{_short(drawn)} lies off the earth", _meant(lon, lat))


def _meant(lon: float, lat: float) -> str:
    if max(abs(lon), abs(lat)) > _PROJECTED_DEG:
        return "the numbers look like metres: export the file in EPSG:4326, in degrees"
    if abs(lat) <= 180.0 and abs(lon) <= 90.0:  # noqa: PLR2004 - degrees
        return "longitude and latitude may be swapped: longitude comes first"
    return "longitude runs from -180 to 180, latitude from -90 to 90 degrees"


def _short(value: Json) -> str:
    text = json.dumps(value)
    most = 60
    return text if len(text) <= most else f"{text[:most]}..."
