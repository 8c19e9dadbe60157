"""How likely a position lies in a region, as a second figure beside the verdict, never as one."""

from collections.abc import Callable

import numpy as np

from checker.geography.discs import Discs, FloatArray
from checker.geography.geodesic import direct

__all__ = ["likelihood_of"]

_SIGMAS_95 = 2.4477468306808161
"""The 95 % radius of a circular normal in standard deviations: sqrt(-2 ln 0.05)."""

_RINGS = 24
_SPOKES = 48
_SURE_SIGMAS = 6.0


def likelihood_of(
    discs: Discs, drawn_m: Callable[[FloatArray, FloatArray], FloatArray]
) -> FloatArray:
    """Return the probability that each of n positions lies where ``drawn_m`` is negative.

    The position is a circular normal about the centre whose 95 % radius is ``radius_m``. Rings of
    equal probability are cut into equal spokes; each cell counts by the share of it that a straight
    border at its distance would leave inside, so the sum is good to about 0.005. Rows without a
    radius or position, and rows with a named area, are NaN.
    """
    found = np.full(len(discs), np.nan)
    rows = np.flatnonzero(
        np.isfinite(discs.lon_deg) & np.isfinite(discs.radius_m) & (discs.area == -1)
    )
    lon, lat = discs.lon_deg[rows], discs.lat_deg[rows]
    sigma_m = discs.radius_m[rows] / _SIGMAS_95
    deep_m = drawn_m(lon, lat)
    found[rows] = np.where(deep_m < 0.0, 1.0, 0.0)
    near = np.abs(deep_m) < _SURE_SIGMAS * sigma_m
    rows, lon, lat, sigma_m = rows[near], lon[near], lat[near], sigma_m[near]
    share = (np.arange(_RINGS) + 0.5) / _RINGS
    away = np.repeat(np.sqrt(-2.0 * np.log1p(-share)), _SPOKES)
    turn_deg = np.tile((np.arange(_SPOKES) + 0.5) * 360.0 / _SPOKES, _RINGS)
    edges = np.sqrt(-2.0 * np.log1p(-np.minimum((np.arange(_RINGS + 1)) / _RINGS, 0.9999)))
    # A cell's half width: half the larger of its depth and its breadth, in standard deviations.
    half = 0.5 * np.maximum(np.repeat(np.diff(edges), _SPOKES), away * 2.0 * np.pi / _SPOKES)
    cells = len(away)
    for place, row in enumerate(rows):
        to_lon, to_lat = direct(
            np.full(cells, lon[place]),
            np.full(cells, lat[place]),
            turn_deg,
            away * sigma_m[place],
        )
        deep = drawn_m(to_lon, to_lat) / np.maximum(half * sigma_m[place], 1e-9)
        found[row] = float(np.clip(0.5 - 0.5 * deep, 0.0, 1.0).mean())
    return found
