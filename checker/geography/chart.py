"""What is drawn as it stands on a flat chart of longitude and latitude, for GeoJSON and KML.

Straight pieces are straight in degrees, nothing crosses the antimeridian, outer rings run against
the clock: IETF RFC 7946 (2016), sections 3.1.1, 3.1.6 and 3.1.9.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely

from checker.geography.discs import FloatArray
from checker.geography.edges import densify
from checker.geography.geodesic import direct
from checker.geography.plane import Vertices
from checker.geography.shapes import (
    Area,
    Box,
    Circle,
    Edges,
    Line,
    Path,
    Point,
    Shape,
    Sites,
    Undrawn,
)

__all__ = ["NOTHING", "Chart", "chart_of", "disc_chart", "lines_chart"]

_CORNERS = 72
"""A disc has so many corners on its rim: between them it is drawn 0.1 % of its radius too small."""

_WIDEST_M = 9_000_000.0
_THIN_DEG = 4e-6
"""Drawn edges are bent to 0.4 m."""

_DIGITS = 7
"""Of a degree: what is computed is told to a centimetre."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Hold points, lines and polygons (rings, the outer one first), each (longitude, latitude)."""

    points: tuple[tuple[float, float], ...] = ()
    lines: tuple[Path, ...] = ()
    polygons: tuple[tuple[Path, ...], ...] = ()


NOTHING = Chart()
"""What stands for a place that nobody drew, or that a report does not give."""


def chart_of(shape: Shape) -> Chart:
    """Return a drawn place; its vertices stay as they were given."""
    match shape:
        case Point() | Sites():
            points = (shape,) if isinstance(shape, Point) else shape.points
            return Chart(points=tuple((one.lon_deg, one.lat_deg) for one in points))
        case Line(paths, _, edges):
            return _cut(shapely.LineString(_bent(path, edges)) for path in paths)
        case Area(polygons, _, edges):
            return _cut(_polygon([_bent(ring, edges) for ring in rings]) for rings in polygons)
        case Box():
            return _cut([_box(shape)])
        case Circle(centre, radius_m):
            return disc_chart(centre.lon_deg, centre.lat_deg, radius_m)
        case Undrawn():
            return NOTHING


def lines_chart(lines: Iterable[Vertices]) -> Chart:
    """Return lines whose longitudes may run on past 180 degrees."""
    return _cut(shapely.LineString(_rounded(*line)) for line in lines)


def disc_chart(lon_deg: float, lat_deg: float, radius_m: float) -> Chart:
    """Return a disc of doubt with its rim by geodesics; the centre, where it has no radius.

    A disc wider than ``_WIDEST_M`` is no more than its centre either: its rim says nothing.
    """
    if not 0.0 < radius_m <= _WIDEST_M:
        return Chart(points=((lon_deg, lat_deg),))
    azimuth = np.linspace(360.0, 0.0, _CORNERS + 1)[:-1]
    centre = np.full(_CORNERS, lon_deg), np.full(_CORNERS, lat_deg)
    lon, lat = direct(*centre, azimuth, np.full(_CORNERS, radius_m))
    lon, lat = np.append(lon, lon[0]), np.append(lat, lat[0])
    return _cut([_polygon([_rounded(np.unwrap(lon, period=360.0), lat)])])


def _rounded(lon: FloatArray, lat: FloatArray) -> FloatArray:
    return np.asarray(np.round(np.stack([lon, lat], axis=-1), _DIGITS), dtype=np.float64)


def _bent(path: Path, edges: Edges) -> FloatArray:
    """Return a path with so many vertices more that its edges are straight in degrees."""
    drawn = np.asarray(path, dtype=np.float64)
    if edges == "planar" or len(drawn) < 2:  # noqa: PLR2004 - a single vertex is a point
        return drawn
    pieces = [drawn[:1]]
    for start, end in pairwise(drawn):
        lon, lat = densify((tuple(start), tuple(end)), edges)
        dense = np.stack([np.unwrap(lon, period=360.0), lat], axis=-1)
        thin = shapely.get_coordinates(shapely.LineString(dense).simplify(_THIN_DEG))
        inner = np.round(thin[1:-1], _DIGITS)
        pieces.append(np.concatenate([inner, end[None]]))
    whole = np.concatenate(pieces)
    whole[:, 0] = np.unwrap(whole[:, 0], period=360.0)
    return whole


def _polygon(rings: Sequence[FloatArray]) -> shapely.Polygon:
    outer, *holes = (_closed(ring) for ring in rings)
    west, east = outer[:, 0].min(), outer[:, 0].max()
    for hole in holes:
        # The longitudes of a hole may have begun another turn.
        middle = 0.5 * (hole[:, 0].min() + hole[:, 0].max())
        hole[:, 0] -= 360.0 * np.round((middle - 0.5 * (west + east)) / 360.0)
    return shapely.Polygon(outer, holes)


def _closed(ring: FloatArray) -> FloatArray:
    """Lead a ring that runs round a pole along it, so that it ends where it began."""
    if abs(ring[-1, 0] - ring[0, 0]) < 180.0:  # noqa: PLR2004 - half a turn
        return ring.copy()
    pole = np.copysign(90.0, ring[:, 1].mean())
    return np.concatenate([ring, [[ring[-1, 0], pole], [ring[0, 0], pole], ring[0]]])


def _box(box: Box) -> shapely.Polygon:
    east = box.east_deg if box.east_deg > box.west_deg else box.east_deg + 360.0
    return shapely.box(box.west_deg, box.south_deg, east, box.north_deg)


def _cut(drawn: Iterable[shapely.Geometry]) -> Chart:
    """Cut what crosses the antimeridian, and wind rings as they have to be."""
    lines: list[Path] = []
    polygons: list[tuple[Path, ...]] = []
    for geometry in drawn:
        for part in _turns(geometry):
            if isinstance(part, shapely.LineString):
                lines.append(_path(part))
            elif isinstance(part, shapely.Polygon):
                wound = shapely.geometry.polygon.orient(part)
                polygons.append(tuple(_path(ring) for ring in (wound.exterior, *wound.interiors)))
    return Chart(lines=tuple(lines), polygons=tuple(polygons))


def _turns(geometry: shapely.Geometry) -> list[shapely.Geometry]:
    """Return the parts of a geometry, each within [-180, 180]."""
    west, _, east, _ = geometry.bounds
    if west >= -180.0 and east <= 180.0:  # noqa: PLR2004 - the antimeridian
        return [*shapely.get_parts(geometry)]
    found: list[shapely.Geometry] = []
    for turn in range(int(np.floor((west + 180.0) / 360.0)), int(np.ceil((east + 180.0) / 360.0))):
        begin = 360.0 * turn - 180.0
        part = shapely.intersection(geometry, shapely.box(begin, -90.0, begin + 360.0, 90.0))
        moved = shapely.transform(part, lambda xy, turn=turn: xy - [360.0 * turn, 0.0])
        rounded = shapely.transform(moved, lambda xy: np.round(xy, _DIGITS + 2))
        found.extend(shapely.get_parts(rounded))
    return found


def _path(line: shapely.Geometry) -> Path:
    return tuple((lon, lat) for lon, lat in shapely.get_coordinates(line).tolist())
