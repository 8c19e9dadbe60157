"""How likely a position lies in a region, as a second figure beside the verdict, never as one."""

from collections.abc import Callable

import numpy as np

from checker.geography.discs import Discs, FloatArray
from checker.geography.geodesic import direct

__all__ = ["likelihood_of"]

_SIGMAS_95 = 2.4477468306808161
"""The 95 % radius of a circular normal in standard deviations: sqrt(-2 ln 0.05)."""

_RINGS = 20
_SPOKES = 24
_MOST_SIGMAS = 4.5
"""Beyond lies less than 1 in 20,000, which is counted with the rest."""

_SURE_SIGMAS = 6.0
_AT_ONCE = 128


def likelihood_of(
    discs: Discs, drawn_m: Callable[[FloatArray, FloatArray], FloatArray]
) -> FloatArray:
    """Return the probability that each of n positions lies where ``drawn_m`` is negative.

    The position is a circular normal about the centre whose 95 % radius is ``radius_m``. The disc
    is cut into rings of equal depth and these into spokes; each cell counts by its probability and
    by the share of it that a straight border at its distance would leave inside, so the sum is good
    to 0.005. Rows without a radius or position, and rows with a named area, are NaN.
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
    edges = np.linspace(0.0, _MOST_SIGMAS, _RINGS + 1)
    weight = -np.diff(np.exp(-0.5 * edges**2))
    weight = np.repeat(weight / weight.sum() / _SPOKES, _SPOKES)
    away = np.repeat(0.5 * (edges[:-1] + edges[1:]), _SPOKES)
    turn_deg = np.tile((np.arange(_SPOKES) + 0.5) * 360.0 / _SPOKES, _RINGS)
    # A cell's half width: half the larger of its depth and its breadth, in standard deviations.
    half = 0.5 * np.maximum(_MOST_SIGMAS / _RINGS, away * 2.0 * np.pi / _SPOKES)
    for first in range(0, len(rows), _AT_ONCE):
        some = slice(first, first + _AT_ONCE)
        count = len(rows[some])
        wide_m = np.repeat(sigma_m[some], len(away))
        to_lon, to_lat = direct(
            np.repeat(lon[some], len(away)),
            np.repeat(lat[some], len(away)),
            np.tile(turn_deg, count),
            np.tile(away, count) * wide_m,
        )
        deep = drawn_m(to_lon, to_lat) / np.maximum(np.tile(half, count) * wide_m, 1e-9)
        held = np.clip(0.5 - 0.5 * deep, 0.0, 1.0).reshape(count, -1)
        found[rows[some]] = (held * weight).sum(axis=1)
    return found
