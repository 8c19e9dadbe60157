"""Seams of a line: open ground on which the side that the nearest stretch tells changes."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from checker.geography.discs import FloatArray
from checker.geography.geodesic import chord_slack_m, geodetic, normal_at
from checker.geography.pairs import IndexArray
from checker.geography.plane import plane_about

__all__ = ["Seam", "may_have_seam"]

_PAIRS = 262_144
_STRETCH = 1.01
_ROUNDING_M = 1.0
"""What a foot on a chord is off along its arc grows with the distance: 3 m at 1000 km."""

_STRAIGHT = 1e-9
"""A vertex that turns by less has no angle on its outer side; its two pieces tell the side."""


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
    """Hold n positions by a line that may have a seam; ``start_m`` and ``end_m`` are its pieces.

    Earth-centred metres, (k, 3), each piece following the one before. ``here_m`` has shape (n, 3).
    """

    start_m: FloatArray
    end_m: FloatArray
    here_m: FloatArray

    def is_within(self, radius_m: FloatArray) -> NDArray[np.bool_]:
        """Say which discs a seam may run through; never misses one, and takes some too many.

        Let c be the centre, r the radius, d the distance of c to the line, more than 2 r. A place q
        of the disc is no farther than d + r from the line, so its nearest piece or vertex is no
        farther than d + 2 r from c. Is it in the middle of a piece, then the foot of c on that
        piece lies at most r beyond its ends, and c lies on the same side of it as q does: for q is
        at least d - r off the piece, abreast of it, and c no more than r from q. Is it a vertex,
        then q lies in the angle on its outer side, and c at most r off that angle. So where all
        pieces and vertices that are so near to c, and so abreast of it, tell one side, every place
        of the disc has that side. A disc as near to the line as 2 r may always be parted.
        """
        found = np.zeros(len(radius_m), dtype=np.bool_)
        asked = np.flatnonzero(radius_m > 0.0)
        step = max(_PAIRS // len(self.start_m), 1)
        for first in range(0, len(asked), step):
            rows = asked[first : first + step]
            found[rows] = self._may_part(self.here_m[rows], radius_m[rows])
        return found

    def _may_part(self, here_m: FloatArray, radius_m: FloatArray) -> NDArray[np.bool_]:
        along_m = self.end_m - self.start_m
        length_m = np.linalg.norm(along_m, axis=1)
        out = along_m / length_m[:, None]
        from_m = here_m[:, None] - self.start_m
        at_m = np.einsum("nkj,kj->nk", from_m, out)
        share_m = np.clip(at_m, 0.0, length_m)
        off_m = from_m - share_m[..., None] * out
        away_m = np.linalg.norm(off_m, axis=2)
        least_m = away_m.min(axis=1)
        wide_m = (radius_m * _STRETCH + _ROUNDING_M)[:, None]
        reach_m = least_m[:, None] + 2.0 * wide_m + chord_slack_m(least_m)[:, None]
        across = np.cross(normal_at(self.start_m), out)
        is_left = np.einsum("nkj,kj->nk", off_m, across) > 0.0
        told = (away_m <= reach_m) & (at_m >= -wide_m) & (at_m <= length_m + wide_m)
        # At a vertex: how far before the one piece's end, and behind the other's start, c lies.
        before_m = at_m[:, :-1] - length_m[:-1]
        turn = np.einsum("kj,kj->k", across[:-1], out[1:])
        corner_m = np.linalg.norm(here_m[:, None] - self.end_m[:-1], axis=2)
        is_corner = (corner_m <= reach_m) & (before_m >= -wide_m) & (at_m[:, 1:] <= wide_m)
        is_corner &= np.abs(turn) > _STRAIGHT
        left = (told & is_left).any(axis=1) | (is_corner & (turn < 0.0)).any(axis=1)
        right = (told & ~is_left).any(axis=1) | (is_corner & (turn > 0.0)).any(axis=1)
        return np.asarray((left & right) | (least_m <= 2.0 * wide_m[:, 0]))

    def take(self, index: IndexArray) -> "Seam":
        """Return the positions at ``index``."""
        return Seam(self.start_m, self.end_m, self.here_m[index])

    def put(self, index: IndexArray, other: "Seam") -> None:
        """Write what ``other`` holds into the positions at ``index``."""
        self.here_m[index] = other.here_m
