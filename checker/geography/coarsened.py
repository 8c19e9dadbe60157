"""Positions on a coarse grid, for whoever must not learn them closer, each with a disc that holds.

The grid hangs on the earth and on its size alone: positions in one cell become one position,
however often and in whatever company they are coarsened. Rows and columns are powers of two, so
that cells of one size lie within those of every larger one: who holds several editions of one
place knows no more than the finest of them tells.
"""

import numpy as np

from checker.geography.discs import FloatArray
from checker.geography.geodesic import inverse

__all__ = ["FARTHEST_M", "coarsened"]

FARTHEST_M = 20_003_932.0
"""Half a meridian of WGS 84, rounded up: no two places are farther apart."""

_LEAST_M = 110_574.0
"""A degree of latitude at the equator, where it is shortest (WGS 84)."""

_EQUATOR_M = 111_319.49
"""A degree of longitude at the equator; at latitude b it is at least cos b times that (WGS 84)."""

_MOST_M = 111_694.0
"""A degree of latitude at the poles, where it is longest (WGS 84)."""

_QUARTER_DEG = 90.0
_SLACK = 1.001
_ROUNDED_M = 1.0
"""What six decimals of a degree, and geodesics that are no great circles, may add."""


def coarsened(
    lon_deg: FloatArray, lat_deg: FloatArray, radius_m: FloatArray, cell_m: float
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return the middle of the cell of each disc, and a radius that holds the disc; shape (n,).

    Cells are at least ``cell_m`` wide and high, and less than twice that as far as the shape of the
    earth allows for. The radius is that of the disc with the farthest point of the cell, rounded up
    to half of ``cell_m``, so that neither centre nor radius tells more than the cell. NaN stays.
    """
    rows = 1 << max(0, int(180.0 * _LEAST_M / cell_m).bit_length() - 1)
    high_deg = 180.0 / rows
    row = np.clip(np.floor((lat_deg + 90.0) / high_deg), 0, rows - 1)
    middle_lat = (row + 0.5) * high_deg - 90.0
    outer, inner = np.abs(middle_lat) + high_deg / 2.0, np.abs(middle_lat) - high_deg / 2.0
    around = 360.0 * _EQUATOR_M * np.cos(np.radians(np.minimum(outer, 90.0)))
    columns = np.exp2(np.floor(np.log2(np.maximum(1.0, around / cell_m))))
    wide_deg = 360.0 / columns
    column = np.floor(np.mod(lon_deg + 180.0, 360.0) / wide_deg)
    middle_lon = (np.minimum(column, columns - 1.0) + 0.5) * wide_deg - 180.0
    away_m = _away_m(middle_lat, (high_deg, wide_deg), np.maximum(inner, 0.0))
    step_m = cell_m / 2.0
    grown_m = np.ceil((radius_m + away_m + _ROUNDED_M) / step_m) * step_m
    return np.round(middle_lon, 6), np.round(middle_lat, 6), grown_m


def _away_m(
    middle_lat: FloatArray, size: tuple[float, FloatArray], inner: FloatArray
) -> FloatArray:
    """Return how far the farthest point of each cell lies from its middle, or more.

    That is a corner, since distances to places on a geodesic have no other maximum; of a cell that
    goes far round the earth it is at most the way along the meridian and then along the parallel.
    """
    high_deg, wide_deg = size
    zero = np.zeros_like(middle_lat)
    corners = [
        inverse(zero, middle_lat, wide_deg / 2.0, np.clip(middle_lat + end, -90.0, 90.0))[1]
        for end in (high_deg / 2.0, -high_deg / 2.0)
    ]
    round_m = _MOST_M * (high_deg / 2.0 + np.cos(np.radians(inner)) * wide_deg / 2.0)
    near = np.maximum(*corners) * _SLACK
    return np.minimum(np.where(wide_deg <= _QUARTER_DEG, near, round_m), FARTHEST_M)
