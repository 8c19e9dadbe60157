"""Positions with longitude and latitude the wrong way round, told by the places about them."""

import numpy as np
from numpy.typing import NDArray

from checker.geography.discs import FloatArray
from checker.geography.geodesic import ecef, inverse

__all__ = ["are_swapped"]

_MARGIN_M = 20_000.0
_MOST_LATITUDE_DEG = 90.0


def are_swapped(
    lon_deg: FloatArray, lat_deg: FloatArray, among: tuple[FloatArray, FloatArray]
) -> NDArray[np.bool_]:
    """Say which of n positions lie far from some places, and among them with their axes swapped.

    ``among`` holds the longitudes and latitudes of the places, shape (p,) each; of none nobody can
    say anything. Among them is within twice the median distance of the others from the most central
    of them, and 20 km; far is more than twice that. NaN is not swapped.
    """
    lon, lat = among
    if not len(lon):
        return np.zeros(len(lon_deg), dtype=np.bool_)
    count = len(lon)
    each = [
        inverse(np.full(count, a), np.full(count, b), lon, lat)[1]
        for a, b in zip(lon, lat, strict=True)
    ]
    centre = int(np.argmin([away_m.sum() for away_m in each]))
    among_m = 2.0 * float(np.median(each[centre])) + _MARGIN_M
    # No geodesic is longer than pi/2 of its chord: what is near by chord needs no geodesic.
    away_m = np.linalg.norm(ecef(lon_deg, lat_deg) - ecef(lon[[centre]], lat[[centre]]), axis=1)
    may = (np.abs(lon_deg) <= _MOST_LATITUDE_DEG) & (0.5 * np.pi * away_m > 2.0 * among_m)
    rows = np.flatnonzero(may)
    here, there = lon_deg[rows], lat_deg[rows]
    start = np.full(len(rows), lon[centre]), np.full(len(rows), lat[centre])
    is_far = inverse(*start, here, there)[1] > 2.0 * among_m
    may[rows] = is_far & (inverse(*start, there, here)[1] <= among_m)
    return np.asarray(may)
