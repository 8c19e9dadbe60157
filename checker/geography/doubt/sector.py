"""Places told by a distance and a point of the compass from another one, as ground to be on.

Source: Wieczorek, Guo, Hijmans, The point-radius method for georeferencing locality descriptions,
IJGIS 18 (2004), 745-767: a disc that holds all that distance, direction and the other place's own
extent leave open. Here the ground itself is kept too.
"""

import numpy as np

from checker.geography.discs import FloatArray
from checker.geography.doubt.doubt import Doubt, drawn_doubt, widened
from checker.geography.geodesic import direct, inverse
from checker.geography.shapes import Area, Path

__all__ = ["away_doubt", "between_doubt"]

_STEP_DEG = 5.0
_SPARE = 1.001
"""Corners of an arc stand out so far that its chords cut nothing off; this is margin to that."""


def away_doubt(
    place: Doubt, low_m: float, high_m: float, compass: tuple[float, float] | None
) -> Doubt:
    """Return where a place is that lies from ``low_m`` to ``high_m`` metres from another one.

    ``compass`` is the azimuth and how far off it may be on either side, degrees; None is any
    direction. What the other place leaves open widens all of it.
    """
    if not np.isfinite(place.radius_m):
        return Doubt(place.lon_deg, place.lat_deg, place.radius_m)
    if compass is None:
        return _ring(place, low_m, high_m)
    azimuth_deg, off_deg = compass
    azimuths = azimuth_deg + np.linspace(
        -off_deg, off_deg, int(np.ceil(2 * off_deg / _STEP_DEG)) + 1
    )
    outer = _arc(place, _outside_m(high_m, azimuths), azimuths)
    inner = _arc(place, low_m, azimuths[::-1]) if low_m > 0.0 else ((place.lon_deg, place.lat_deg),)
    ground = (*outer, *inner)
    return widened(drawn_doubt(Area((((*ground, ground[0]),),), 0.0)), place.radius_m)


def between_doubt(first: Doubt, second: Doubt) -> Doubt:
    """Return where a place is that lies between two others: the disc over the way between them.

    Both ends are within it, and whatever sees them in opposite directions, or a right angle apart.
    """
    ends = (np.array([one.lon_deg]) for one in (first, second))
    lats = (np.array([one.lat_deg]) for one in (first, second))
    (lon, to_lon), (lat, to_lat) = ends, lats
    azimuth, length = inverse(lon, lat, to_lon, to_lat)
    middle = direct(lon, lat, azimuth, 0.5 * length)
    half_m = 0.5 * float(length[0])
    over = Doubt(float(middle[0][0]), float(middle[1][0]), half_m * _SPARE)
    # NaN is a radius unknown, and stays one.
    return widened(over, float(np.maximum(first.radius_m, second.radius_m)))


def _ring(place: Doubt, low_m: float, high_m: float) -> Doubt:
    over = Doubt(place.lon_deg, place.lat_deg, high_m + place.radius_m)
    if low_m <= place.radius_m:
        return over
    azimuths = np.arange(0.0, 360.0, _STEP_DEG)
    outer = _arc(place, _outside_m(high_m, azimuths), azimuths)
    inner = _arc(place, low_m, azimuths)
    rings = tuple((*ring, ring[0]) for ring in (outer, inner))
    found = widened(drawn_doubt(Area((rings,), 0.0)), place.radius_m)
    return Doubt(over.lon_deg, over.lat_deg, over.radius_m, found.ground)


def _outside_m(high_m: float, azimuths: FloatArray) -> float:
    half = np.radians(abs(azimuths[1] - azimuths[0]) / 2.0)
    return float(high_m / np.cos(half) * _SPARE)


def _arc(place: Doubt, away_m: float, azimuths_deg: FloatArray) -> Path:
    count = len(azimuths_deg)
    centre = np.full(count, place.lon_deg), np.full(count, place.lat_deg)
    lon, lat = direct(*centre, azimuths_deg, np.full(count, away_m))
    return tuple(zip(lon.tolist(), lat.tolist(), strict=True))
