"""A slow and independent measure: golden section along every drawn edge, by Karney's geographiclib.

Nothing of ``checker.geography`` is used but the shapes' vocabulary. An edge is sampled, and the
nearest stretch of it searched for the least geodesic distance; good to a micrometre or so.
"""

import itertools
import math
from collections.abc import Callable, Sequence

import numpy as np
from geographiclib.geodesic import Geodesic
from numpy.typing import NDArray

from checker.geography.discs import Discs
from checker.geography.shapes import Area, Edges, Path

__all__ = [
    "bound_m",
    "discs",
    "distance_m",
    "edge_of",
    "line_distance_m",
    "moved",
    "path_distance_m",
    "positions",
    "ring",
    "square",
]

WGS84 = Geodesic.WGS84
_GOLDEN = (math.sqrt(5.0) - 1.0) / 2.0
_SAMPLES = 32

Place = tuple[float, float]


def distance_m(a: Place, b: Place) -> float:
    """Return the geodesic distance between two (lon, lat)."""
    return float(WGS84.Inverse(a[1], a[0], b[1], b[0], Geodesic.DISTANCE)["s12"])


def moved(a: Place, azimuth_deg: float, length_m: float) -> Place:
    """Walk from ``a``; the longitude is within a half-turn."""
    end = WGS84.Direct(a[1], a[0], azimuth_deg, length_m)
    return float(end["lon2"]), float(end["lat2"])


def edge_of(a: Place, b: Place, edges: Edges) -> Callable[[float], Place]:
    """Return a curve from ``a`` to ``b`` over shares from 0 to 1."""
    if edges == "planar":
        return lambda share: (a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]))
    line = WGS84.InverseLine(a[1], a[0], b[1], b[0])

    def at(share: float) -> Place:
        found = line.Position(share * line.s13)
        return float(found["lon2"]), float(found["lat2"])

    return at


def path_distance_m(path: Path, edges: Edges, here: Place) -> float:
    """Return the least distance from a position to the edges of one path."""
    curves = [edge_of(a, b, edges) for a, b in itertools.pairwise(path)]
    return min(_least_m(curve, here) for curve in curves)


def line_distance_m(paths: Sequence[Path], edges: Edges, here: Place) -> float:
    """Return the least distance from a position to several paths."""
    return min(path_distance_m(path, edges, here) for path in paths)


def bound_m(distance: float) -> float:
    """Return the error that design/geography.md allows: 1 mm + 1e-9 of the distance."""
    return 1e-3 + 1e-9 * distance


def _least_m(curve: Callable[[float], Place], here: Place) -> float:
    shares = [i / _SAMPLES for i in range(_SAMPLES + 1)]
    away = [distance_m(here, curve(share)) for share in shares]
    best = min(range(len(shares)), key=away.__getitem__)
    low, high = shares[max(best - 1, 0)], shares[min(best + 1, _SAMPLES)]
    left, right = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
    at_left, at_right = distance_m(here, curve(left)), distance_m(here, curve(right))
    for _ in range(40):
        if at_left < at_right:
            high, right, at_right = right, left, at_left
            left = high - _GOLDEN * (high - low)
            at_left = distance_m(here, curve(left))
        else:
            low, left, at_left = left, right, at_right
            right = low + _GOLDEN * (high - low)
            at_right = distance_m(here, curve(right))
    return min(away[best], at_left, at_right)


def positions(*places: Place) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return longitudes and latitudes as two arrays."""
    drawn = np.array(places, dtype=np.float64).reshape(-1, 2)
    return drawn[:, 0], drawn[:, 1]


def discs(*places: Place, radius_m: float = 0.0, area: int = -1) -> Discs:
    """Return discs of one radius round places, all in one named area or none."""
    lon, lat = positions(*places)
    count = len(lon)
    return Discs(lon, lat, np.full(count, radius_m), np.full(count, area, dtype=np.int32))


def ring(west: float, south: float, east: float, north: float) -> Path:
    """Return four corners as a closed ring."""
    return ((west, south), (east, south), (east, north), (west, north), (west, south))


def square(
    west: float, south: float, east: float, north: float, *, accuracy_m: float = 0.0
) -> Area:
    """Return an area of four geodesic edges."""
    return Area(((ring(west, south, east, north),),), accuracy_m)
