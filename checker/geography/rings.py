"""What encloses ground: dense rings of areas, boxes and circles, each piece with its accuracy."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import shapely

from checker.geography.discs import FloatArray
from checker.geography.edges import FINE_M, STEP_M, densify, parallel
from checker.geography.geodesic import direct
from checker.geography.plane import Plane, Vertices, plane_about
from checker.geography.shapes import Area, Box, Circle

__all__ = ["AGREE_M", "Part", "Ring", "laid_out", "parts_of", "width_deg"]

AGREE_M = 1.0
"""Outlines that lie within this of each other are one border (design, geography)."""

_WHOLE_TURN_DEG = 360.0
_POLE_DEG = 90.0
_NEAR_M = 350_000.0
"""How far from the middle of a plane pieces of ``STEP_M`` are as good as straight."""

_BEND_M = 4e-4
"""By how much the pieces of a drawn circle leave it, half of it outward, half of it inward."""


@dataclass(frozen=True, slots=True)
class Ring:
    """Hold one ring: (longitude, latitude) in degrees, shape (v,); its first vertex ends it.

    ``accuracy_m`` (v - 1,) is that of each segment.
    """

    vertices: Vertices
    accuracy_m: FloatArray


Part = tuple[Ring, ...]
"""A polygon: its outer ring first, then its holes."""


@lru_cache(maxsize=1024)
def parts_of(shape: Area | Box | Circle, step_m: float = STEP_M) -> tuple[Part, ...]:
    """Return the polygons of a shape; none of a box that is the whole world.

    Segments are at most ``step_m`` long and stand for geodesics to 0.1 mm; those of a circle, to
    0.4 mm. A box all round the world has a ring at each parallel but for a pole's.
    """
    match shape:
        case Circle():
            return ((_even(_circle(shape), shape.centre.accuracy_m),),)
        case Box():
            rings = tuple(_even(ring, shape.accuracy_m) for ring in _box(shape, step_m))
            return (rings,) if rings else ()
        case Area():
            drawn = [
                [densify(ring, shape.edges, step_m) for ring in polygon]
                for polygon in shape.polygons
            ]
            if not shape.shared:
                return tuple(
                    tuple(_even(ring, shape.accuracy_m) for ring in polygon) for polygon in drawn
                )
            return tuple(tuple(_shared(shape, ring) for ring in polygon) for polygon in drawn)


def laid_out(shapes: Sequence[Area | Box | Circle]) -> tuple[list[tuple[Part, ...]], Plane, float]:
    """Return the parts of shapes, a plane about them all, and how far from its middle they reach.

    Segments are so short that straight ones in the plane stand for geodesics (``Plane``).
    """
    parts = [parts_of(shape) for shape in shapes]
    rings = [ring.vertices for shape in parts for part in shape for ring in part]
    if not rings:
        return parts, Plane(0.0, 0.0), 0.0
    plane = plane_about(rings)
    reach_m = max(float(np.linalg.norm(plane.flat(*ring), axis=1).max()) for ring in rings)
    if reach_m > _NEAR_M:
        parts = [parts_of(shape, FINE_M) for shape in shapes]
    return parts, plane, reach_m


def width_deg(box: Box) -> float:
    """Return how many degrees of longitude a box spans, eastward from its west."""
    spread = box.east_deg - box.west_deg
    return _WHOLE_TURN_DEG if spread == _WHOLE_TURN_DEG else spread % _WHOLE_TURN_DEG


def _even(vertices: Vertices, accuracy_m: float) -> Ring:
    return Ring(vertices, np.full(len(vertices[0]) - 1, accuracy_m))


def _box(box: Box, step_m: float) -> tuple[Vertices, ...]:
    west, width = box.west_deg, width_deg(box)
    if width >= _WHOLE_TURN_DEG:
        # It has no meridians, and no edge at a pole; the parallel nearer to the equator is outer.
        lats = sorted((box.south_deg, box.north_deg), key=abs)
        return tuple(parallel(west, width, lat, step_m) for lat in lats if abs(lat) < _POLE_DEG)
    south = parallel(west, width, box.south_deg, step_m)
    north = parallel(west, width, box.north_deg, step_m)
    east_path = ((west + width, box.south_deg), (west + width, box.north_deg))
    east_side = densify(east_path, "geodesic", step_m)
    west_side = densify(((west, box.north_deg), (west, box.south_deg)), "geodesic", step_m)
    lon, lat = (
        np.concatenate([south[i], east_side[i][1:], north[i][::-1][1:], west_side[i][1:]])
        for i in range(2)
    )
    return ((lon, lat),)


def _circle(circle: Circle) -> Vertices:
    reach_m = max(circle.radius_m, _BEND_M)
    count = max(int(np.ceil(np.pi / np.arccos(1.0 - min(2.0 * _BEND_M / reach_m, 1.0)))), 64)
    turn_deg = np.linspace(0.0, _WHOLE_TURN_DEG, count + 1)[:-1]
    lon = np.full(count, circle.centre.lon_deg)
    lat = np.full(count, circle.centre.lat_deg)
    out_m = np.full(count, circle.radius_m + min(_BEND_M, 0.5 * circle.radius_m))
    to_lon, to_lat = direct(lon, lat, turn_deg, out_m)
    return np.append(to_lon, to_lon[0]), np.append(to_lat, to_lat[0])


def _shared(area: Area, ring: Vertices) -> Ring:
    """Give each segment of a ring its border's accuracy, the larger where two run along it."""
    plane = plane_about([ring])
    flat = plane.flat(*ring)
    ends, middles = shapely.points(flat), shapely.points(0.5 * (flat[:-1] + flat[1:]))
    found = np.full(len(middles), -1.0)
    for border, accuracy_m in area.shared:
        line = _flat_line(plane, densify(border, area.edges))
        is_near = shapely.dwithin(line, ends, AGREE_M)
        at = np.flatnonzero(is_near[:-1] & is_near[1:])
        along = at[shapely.dwithin(line, middles[at], AGREE_M)]
        found[along] = np.maximum(found[along], accuracy_m)
    return Ring(ring, np.where(found < 0.0, area.accuracy_m, found))


def _flat_line(plane: Plane, path: Vertices) -> shapely.Geometry:
    line = shapely.linestrings(plane.flat(*path))
    shapely.prepare(line)
    return line
