"""Positions with longitude and latitude the wrong way round, told by the places about them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.geography.discs import FloatArray
from checker.geography.geodesic import ecef, inverse
from checker.geography.shapes import Path

__all__ = ["Cluster", "are_swapped", "cluster_of", "swapped_vertices"]

_MARGIN_M = 20_000.0
_MOST_LATITUDE_DEG = 90.0
_FEWEST = 3
_LEAST_MERIDIAN_RADIUS_M = 6_335_439.0
"""No meridian is curved more than at the equator, by a (1 - e^2) of WGS 84, here rounded down."""
_ROUNDING_DEG = 1e-6


@dataclass(frozen=True, slots=True)
class Cluster:
    """Hold the most central of some places, and how far from it lies what is among them."""

    lon_deg: float
    lat_deg: float
    among_m: float


def cluster_of(lon_deg: FloatArray, lat_deg: FloatArray) -> Cluster | None:
    """Return where p places lie together, shape (p,); None of no place.

    Among them is within twice the median distance of the others from the most central of them, and
    20 km.
    """
    count = len(lon_deg)
    if not count:
        return None
    each = [
        inverse(np.full(count, a), np.full(count, b), lon_deg, lat_deg)[1]
        for a, b in zip(lon_deg, lat_deg, strict=True)
    ]
    centre = int(np.argmin([away_m.sum() for away_m in each]))
    among_m = 2.0 * float(np.median(each[centre])) + _MARGIN_M
    return Cluster(float(lon_deg[centre]), float(lat_deg[centre]), among_m)


def are_swapped(
    lon_deg: FloatArray, lat_deg: FloatArray, among: Cluster | None
) -> NDArray[np.bool_]:
    """Say which of n positions lie far from some places, and among them with their axes swapped.

    Far is more than twice as far from the middle as what lies among them. NaN is not swapped; of no
    places nobody can say anything.
    """
    found = np.zeros(len(lon_deg), dtype=np.bool_)
    if among is None:
        return found
    # Whoever is among them with swapped axes lies not farther north or south than that.
    most_deg = np.rad2deg(among.among_m / _LEAST_MERIDIAN_RADIUS_M) + _ROUNDING_DEG
    rows = np.flatnonzero(np.abs(lon_deg - among.lat_deg) <= most_deg)
    here, there = lon_deg[rows], lat_deg[rows]
    # No geodesic is longer than pi/2 of its chord: what is near by chord needs no geodesic.
    centre = np.array([among.lon_deg]), np.array([among.lat_deg])
    away_m = np.linalg.norm(ecef(here, there) - ecef(*centre), axis=1)
    may = (np.abs(here) <= _MOST_LATITUDE_DEG) & (0.5 * np.pi * away_m > 2.0 * among.among_m)
    rows, here, there = rows[may], here[may], there[may]
    start = np.full(len(rows), among.lon_deg), np.full(len(rows), among.lat_deg)
    is_far = inverse(*start, here, there)[1] > 2.0 * among.among_m
    found[rows] = is_far & (inverse(*start, there, here)[1] <= among.among_m)
    return found


def swapped_vertices(path: Path) -> NDArray[np.intp]:
    """Return which vertices of a path lie far from their two neighbours, and swapped near both.

    Near is within twice the distance of the two, and 20 km; far is more than twice that. The ends
    of a line have the two vertices that follow; a path of fewer than three tells nothing.
    """
    is_ring = path[0] == path[-1]
    vertices = np.asarray(path[:-1] if is_ring else path, dtype=np.float64)
    count = len(vertices)
    if count < _FEWEST:
        return np.zeros(0, dtype=np.intp)
    here = np.arange(count)
    before, after = (here - 1) % count, (here + 1) % count
    if not is_ring:
        before[0], after[-1] = 2, count - 3
    lon, lat = vertices.T
    near_m = 2.0 * inverse(lon[before], lat[before], lon[after], lat[after])[1] + _MARGIN_M
    may = np.abs(lon) <= _MOST_LATITUDE_DEG
    for one in (before, after):
        may &= inverse(lon[one], lat[one], lon, lat)[1] > 2.0 * near_m
        turned = np.where(may, lat, lon), np.where(may, lon, lat)
        may &= inverse(lon[one], lat[one], *turned)[1] <= near_m
    return np.flatnonzero(may)
