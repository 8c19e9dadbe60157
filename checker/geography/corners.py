"""Places that a position with ground of its own may certainly be at: corners within its disc."""

import numpy as np
from numpy.typing import NDArray

from checker.geography.discs import Discs, FloatArray
from checker.geography.geodesic import inverse
from checker.geography.region import Named, Region, Within
from checker.geography.shapes import Area, Line

__all__ = ["corners_of"]

_MOST = 16
"""So many corners of a ground are enough to find it on both sides of what it lies across."""


def corners_of(discs: Discs, rows: NDArray[np.intp]) -> tuple[Discs, NDArray[np.intp]]:
    """Return corners of the grounds at ``rows`` as positions, and by which of ``rows`` each is.

    Of each no more than some that are in the disc too; none of ground without corners.
    """
    assert discs.own is not None
    found = [_drawn(discs.grounds[code]) for code in discs.own[rows].tolist()]
    of = np.repeat(np.arange(len(rows)), [len(one) for one in found])
    lon, lat = np.concatenate([*found, np.empty((0, 2))]).T
    mine = rows[of]
    away_m = inverse(discs.lon_deg[mine], discs.lat_deg[mine], lon, lat)[1]
    kept = away_m <= discs.radius_m[mine]
    count = int(np.count_nonzero(kept))
    nowhere = np.full(count, -1, dtype=np.int32)
    return Discs(lon[kept], lat[kept], np.zeros(count), nowhere), of[kept]


def _drawn(ground: Region) -> FloatArray:
    """Return some corners of a ground, (longitude, latitude), shape (k, 2)."""
    match ground:
        case Named(_, Area(polygons)):
            paths = [ring for rings in polygons for ring in rings]
        case Within(_, (Named(_, Line(paths=lines)),)):
            paths = [*lines]
        case _:
            paths = []
    corners = np.array([one for path in paths for one in path], dtype=np.float64).reshape(-1, 2)
    step = max(1, -(-len(corners) // _MOST))
    return corners[::step]
