"""Seams of a line: open ground on which the side that the nearest stretch tells changes."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from checker.geography.discs import FloatArray
from checker.geography.geodesic import direct, geodetic
from checker.geography.pairs import IndexArray
from checker.geography.plane import plane_about

__all__ = ["Seam", "Told", "may_have_seam"]

Told = Callable[[FloatArray, FloatArray], tuple[FloatArray, NDArray[np.bool_]]]
"""The distance of n positions to a line, and which of them lie on its left."""

_SPOKES = 24
_AT_ONCE = 4096


def may_have_seam(vertices_m: FloatArray) -> bool:
    """Say whether an end of an open line lies in a bend of it, as that of a 6 does.

    From the line's left to its right there is no way but through it, or round an end, past ground
    whose nearest place is that end. Where the end is a corner of the line's convex hull, that
    ground goes on for ever. Else other stretches close it off, and beyond, the nearest stretch is
    on the left here and on the right there: a seam, which no end and no line is near to.
    ``vertices_m`` are earth-centred, metres, shape (v, 3), in order.
    """
    drawn = geodetic(vertices_m)
    line = shapely.LineString(plane_about([drawn]).flat(*drawn))
    hull = shapely.get_coordinates(shapely.convex_hull(line)).tolist()
    corners = {tuple(corner) for corner in hull}
    return any(end not in corners for end in (line.coords[0], line.coords[-1]))


@dataclass(frozen=True, slots=True)
class Seam:
    """Hold n positions by a line that may have a seam, each with its side; shape (n,)."""

    told: Told
    lon_deg: FloatArray
    lat_deg: FloatArray
    exact_m: FloatArray
    is_left: NDArray[np.bool_]

    def is_within(self, radius_m: FloatArray) -> NDArray[np.bool_]:
        """Say which discs a seam may run through.

        A seam goes on to no end, so one in a disc leaves it, and parts its rim into two sides. The
        rim is asked at 24 places, so far out that what a straight seam cuts off, however little,
        holds one of them. A disc that reaches the line has both sides anyway, a point has one.
        """
        found = np.zeros(len(radius_m), dtype=np.bool_)
        asked = np.flatnonzero((radius_m > 0.0) & (radius_m < self.exact_m))
        for first in range(0, len(asked), _AT_ONCE):
            rows = asked[first : first + _AT_ONCE]
            found[rows] = self._parts(rows, radius_m[rows])
        return found

    def _parts(self, rows: IndexArray, radius_m: FloatArray) -> NDArray[np.bool_]:
        """Say of the rims about some positions whether they lie on both sides."""
        away_m = np.repeat(radius_m / np.cos(np.pi / _SPOKES), _SPOKES)
        azimuth_deg = np.tile(np.arange(_SPOKES) * 360.0 / _SPOKES, len(rows))
        lon, lat = np.repeat(self.lon_deg[rows], _SPOKES), np.repeat(self.lat_deg[rows], _SPOKES)
        _, is_left = self.told(*direct(lon, lat, azimuth_deg, away_m))
        rim = is_left.reshape(len(rows), _SPOKES)
        return np.asarray((rim != self.is_left[rows, None]).any(axis=1))

    def take(self, index: NDArray[np.intp]) -> "Seam":
        """Return the positions at ``index``."""
        places = self.lon_deg[index], self.lat_deg[index]
        return Seam(self.told, *places, self.exact_m[index], self.is_left[index])

    def put(self, index: NDArray[np.intp], other: "Seam") -> None:
        """Write what ``other`` holds into the positions at ``index``."""
        self.lon_deg[index], self.lat_deg[index] = other.lon_deg, other.lat_deg
        self.exact_m[index], self.is_left[index] = other.exact_m, other.is_left
