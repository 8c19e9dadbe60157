"""Positions with longitude and latitude the wrong way round, told by the places about them."""

import numpy as np
from numpy.typing import NDArray

from checker.geography.discs import FloatArray
from checker.geography.geodesic import inverse

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
    centre = int(np.argmin([lengths_m.sum() for lengths_m in each]))
    among_m = 2.0 * float(np.median(each[centre])) + _MARGIN_M

    def away_m(lon_deg: FloatArray, lat_deg: FloatArray) -> FloatArray:
        from_lon, from_lat = np.full(len(lon_deg), lon[centre]), np.full(len(lon_deg), lat[centre])
        return inverse(from_lon, from_lat, lon_deg, lat_deg)[1]

    swapped = (np.abs(lon_deg) <= _MOST_LATITUDE_DEG) & (away_m(lon_deg, lat_deg) > 2.0 * among_m)
    # Geodesics are what costs here, and few positions lie far.
    far = np.flatnonzero(swapped)
    swapped[far] = away_m(lat_deg[far], lon_deg[far]) <= among_m
    return swapped
