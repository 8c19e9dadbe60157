"""Metres of the projections UTM and UPS to degrees, in WGS 84, by PROJ."""

from functools import lru_cache
from threading import get_ident

import numpy as np
from pyproj import Proj

from checker.geography.discs import FloatArray

__all__ = ["POLES", "degrees_of", "metres_of"]

POLES = 0
"""Stands for the zone of UPS."""


def degrees_of(
    zone: int, east_m: FloatArray, north_m: FloatArray, *, is_north: bool
) -> tuple[FloatArray, FloatArray]:
    """Return longitude and latitude of places in a zone, or about a pole; shape as given.

    What lies outside of the projection is NaN. UTM is good to a micrometre within 3,900 km of its
    meridian: Karney, Transverse Mercator to a few nanometers, J. Geodesy 85 (2011).
    """
    lon, lat = _projection(get_ident(), zone, is_north)(east_m, north_m, inverse=True)
    return _finite(lon), _finite(lat)


def metres_of(
    zone: int, lon_deg: FloatArray, lat_deg: FloatArray, *, is_north: bool
) -> tuple[FloatArray, FloatArray]:
    """Return east and north of places in a zone, or about a pole, in metres."""
    east, north = _projection(get_ident(), zone, is_north)(lon_deg, lat_deg)
    return _finite(east), _finite(north)


@lru_cache(maxsize=512)
def _projection(_thread: int, zone: int, is_north: bool) -> Proj:  # noqa: FBT001 - a key of the cache
    # What PROJ makes is no two threads' at once.
    kind = {"proj": "ups"} if zone == POLES else {"proj": "utm", "zone": zone}
    return Proj({**kind, "ellps": "WGS84", "south": not is_north})


def _finite(values: FloatArray) -> FloatArray:
    found = np.asarray(values, dtype=np.float64)
    return np.where(np.isfinite(found), found, np.nan)
