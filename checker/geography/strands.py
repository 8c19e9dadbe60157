"""Lines with two sides: parts joined where they meet, sides of the nearest stretch, open ends."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from checker.geography.chains import TOUCH_M, Chain, bridged, chains_of, is_ring, turned
from checker.geography.discs import FloatArray
from checker.geography.edges import densify
from checker.geography.geodesic import SEMI_MAJOR_M, chord_slack_m, ecef, inverse, normal_at
from checker.geography.runs import is_one_run
from checker.geography.seams import Seam, may_have_seam
from checker.geography.shapes import Line
from checker.geography.strokes import Feet, Strokes

__all__ = ["Strand", "Stretch", "strands_of"]

_SECTION = 6.7e-3 / 6.0
"""Twice e2/12: by how much a normal section may leave the geodesic, per (distance/radius)^2."""

_LOCAL_M = 1_000_000.0
"""Up to here a ball holds what a closed curve in it encloses."""


@dataclass(frozen=True, slots=True)
class _End:
    """Hold one end of a strand and the last stretch of it, as long as its accuracy.

    ``spots_m`` (k, 3) are places along that stretch, ``out`` (k, 3) the unit directions outward.
    """

    lon_deg: float
    lat_deg: float
    accuracy_m: float
    spots_m: FloatArray
    out: FloatArray


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hold how n positions lie to one strand.

    ``exact_m`` is the distance to it as drawn, ``least_m`` and ``most_m`` hold the truth under the
    accuracy of its parts; all unsigned. ``is_left`` is the side of the nearest stretch.
    ``excess_m`` and ``beyond_m`` (ends, n) say by how much each end is farther than the nearest
    point, and how far out past it a position lies; ``beyond_wide_m`` is the latter from the
    accuracy inward. ``seam`` tells discs that lie across a seam, None where the line has none.
    """

    exact_m: FloatArray
    least_m: FloatArray
    most_m: FloatArray
    is_left: NDArray[np.bool_]
    excess_m: FloatArray
    beyond_m: FloatArray
    beyond_wide_m: FloatArray
    accuracy_m: FloatArray
    seam: Seam | None = None

    def take(self, index: NDArray[np.intp]) -> "Stretch":
        """Return the positions at ``index``."""
        return Stretch(
            self.exact_m[index],
            self.least_m[index],
            self.most_m[index],
            self.is_left[index],
            self.excess_m[:, index],
            self.beyond_m[:, index],
            self.beyond_wide_m[:, index],
            self.accuracy_m,
            self.seam.take(index) if self.seam is not None else None,
        )

    def put(self, index: NDArray[np.intp], other: "Stretch") -> None:
        """Write what ``other`` holds into the positions at ``index``."""
        self.exact_m[index] = other.exact_m
        self.least_m[index] = other.least_m
        self.most_m[index] = other.most_m
        self.is_left[index] = other.is_left
        self.excess_m[:, index] = other.excess_m
        self.beyond_m[:, index] = other.beyond_m
        self.beyond_wide_m[:, index] = other.beyond_wide_m
        if self.seam is not None and other.seam is not None:
            self.seam.put(index, other.seam)

    def is_open(self, radius_m: FloatArray, *, is_wide: bool) -> NDArray[np.bool_]:
        """Say for which discs no side is told: some point may have an end as its nearest.

        So it is where a seam may part the disc. ``is_wide`` widens the ends, and the disc by a
        seam, by their accuracy. Both tests are necessary for such a point q:
        its distance to the line and to the end each differ from the centre's by at most the radius,
        so the end's excess is at most 2 r + e; and q lies beyond the perpendicular at some spot of
        the last stretch, so the centre lies no farther than r before it.
        """
        doubt_m: FloatArray | float = self.accuracy_m[:, None] if is_wide else 0.0
        beyond_m = self.beyond_wide_m if is_wide else self.beyond_m
        slack_m = TOUCH_M + _SECTION * self.exact_m * (self.exact_m / SEMI_MAJOR_M) ** 2
        is_near = self.excess_m <= 2.0 * radius_m + doubt_m + slack_m
        is_past = beyond_m >= -radius_m - slack_m
        found = np.asarray((is_near & is_past).any(axis=0))
        if self.seam is not None:
            wide_m = radius_m + float(self.accuracy_m.max()) if is_wide else radius_m
            found |= self.seam.is_within(np.where(found, 0.0, wide_m))
        return found


class Strand:
    """Measure one line of joined parts; its left is told in the direction in which it is drawn.

    Distances are to what is drawn. Sides are those of the parts and the bridges between them, or a
    gap would let one side into the other. A place on a bridge lies no farther from one of the two
    ends than that is known to, for their accuracies hold the gap: so the line itself may be there.
    """

    def __init__(self, parts: Chain) -> None:
        dense = [densify(part.path, part.edges) for part in parts]
        self._strokes = Strokes(dense)
        accuracies = sorted({part.accuracy_m for part in parts})
        # Where all parts are as good, what is measured to the line serves both ends of the doubt.
        self._doubt_m = accuracies[0]
        self._by_accuracy = [
            (Strokes([d for d, p in zip(dense, parts, strict=True) if p.accuracy_m == e]), e)
            for e in (accuracies if len(accuracies) > 1 else ())
        ]
        self.is_ring = is_ring(parts)
        self._ends = () if self.is_ring else (_end(parts), _end(turned(parts)))
        whole = bridged(dense, is_closed=self.is_ring)
        self._whole = self._strokes if whole is None else Strokes([whole])

    @cached_property
    def may_have_seam(self) -> bool:
        """Say whether the side that the nearest stretch tells may change on open ground."""
        return not self.is_ring and may_have_seam(self.vertices_m)

    @property
    def vertices_m(self) -> FloatArray:
        """Return earth-centred vertices of the strand with its bridges, metres, shape (v, 3)."""
        return np.concatenate([self._whole.start_m, self._whole.end_m[-1:]])

    @cached_property
    def _is_loose(self) -> NDArray[np.bool_]:
        """Say which pieces of the whole are not drawn, or end an open line (``is_one_run``)."""
        drawn, whole = (np.hstack([s.start_m, s.end_m]) for s in (self._strokes, self._whole))
        known = {piece.tobytes() for piece in drawn}
        found = np.array([piece.tobytes() not in known for piece in whole])
        if not self.is_ring:
            found[[0, -1]] = True
        return found

    def is_whole(
        self, lon_deg: FloatArray, lat_deg: FloatArray, radius_m: FloatArray
    ) -> NDArray[np.bool_]:
        """Say in which of n discs the side of ``told`` changes only across what is drawn.

        Never says so of a disc in which it changes elsewhere: off an end, on a seam or a bridge.
        """
        away_m = self._whole.distance_m(lon_deg, lat_deg, about_m=ecef(lon_deg, lat_deg))
        reach_m = away_m + 2.0 * radius_m + chord_slack_m(away_m) + TOUCH_M
        found = reach_m < _LOCAL_M
        rows = np.flatnonzero(found)
        if len(rows):
            near = self._whole.within(lon_deg[rows], lat_deg[rows], reach_m[rows])
            found[rows] = is_one_run(near, self._is_loose, is_ring=self.is_ring)
        rows = np.flatnonzero(~found)
        if len(rows) and self._whole is self._strokes:
            stretch = self.stretch(lon_deg[rows], lat_deg[rows])
            found[rows] = ~stretch.is_open(radius_m[rows], is_wide=False)
            if stretch.seam is None:
                found[rows] |= self._misses_rays(ecef(lon_deg[rows], lat_deg[rows]), radius_m[rows])
        return found

    def _misses_rays(self, here_m: FloatArray, radius_m: FloatArray) -> NDArray[np.bool_]:
        """Say which discs the planes that the last pieces stand in miss: off an end, sides part."""
        found = np.ones(len(radius_m), dtype=np.bool_)
        for end in self._ends:
            across = np.cross(normal_at(end.spots_m[:1])[0], end.out[0])
            found &= np.abs((here_m - end.spots_m[0]) @ across) > radius_m + TOUCH_M
        return found

    def told(
        self, lon_deg: FloatArray, lat_deg: FloatArray, *, about_m: FloatArray | None = None
    ) -> tuple[FloatArray, NDArray[np.bool_]]:
        """Return the distances of n positions to the strand as drawn, and which are on its left.

        The side is that of the nearest stretch, an end's too. NaN in, NaN distances out. Rough as
        ``Strokes.nearest``.
        """
        feet = beside = self._strokes.nearest(lon_deg, lat_deg, about_m=about_m)
        if self._whole is not self._strokes:
            beside = self._whole.nearest(lon_deg, lat_deg, about_m=about_m)
        here_m = ecef(lon_deg, lat_deg) if about_m is None else about_m
        return feet.distance_m, self._is_left(here_m, beside)

    def stretch(self, lon_deg: FloatArray, lat_deg: FloatArray) -> Stretch:
        """Say how n positions lie to the strand; NaN in, NaN distances out."""
        exact_m, is_left = self.told(lon_deg, lat_deg)
        least_m, most_m = exact_m - self._doubt_m, exact_m + self._doubt_m
        if self._by_accuracy:
            away = [(s.distance_m(lon_deg, lat_deg), e) for s, e in self._by_accuracy]
            least_m = np.minimum.reduce([d - e for d, e in away])
            most_m = np.minimum.reduce([d + e for d, e in away])
        here_m = ecef(lon_deg, lat_deg)
        shape = (len(self._ends), len(lon_deg))
        excess_m, beyond_m, wide_m = np.empty(shape), np.empty(shape), np.empty(shape)
        for row, end in enumerate(self._ends):
            lon, lat = np.full(shape[1], end.lon_deg), np.full(shape[1], end.lat_deg)
            excess_m[row] = inverse(lon_deg, lat_deg, lon, lat)[1] - exact_m
            ahead_m = np.einsum("nkj,kj->nk", here_m[:, None] - end.spots_m, end.out)
            beyond_m[row], wide_m[row] = ahead_m[:, 0], ahead_m.max(axis=1, initial=-np.inf)
        return Stretch(
            exact_m,
            least_m,
            most_m,
            is_left,
            excess_m,
            beyond_m,
            wide_m,
            np.array([end.accuracy_m for end in self._ends]),
            self._seam(here_m) if self.may_have_seam else None,
        )

    def _seam(self, here_m: FloatArray) -> Seam:
        return Seam(self._whole.start_m, self._whole.end_m, here_m)

    def _is_left(self, here_m: FloatArray, feet: Feet) -> NDArray[np.bool_]:
        """Tell the side of the nearest stretch.

        At a vertex it is that of the angle that holds the position: left if left of both edges
        where the line turns left, of either where it turns right (design, geography).
        """
        strokes, segment = self._whole, feet.segment
        along_m = strokes.end_m - strokes.start_m
        foot_m = strokes.start_m[segment] + feet.share[:, None] * along_m[segment]
        up, toward_m = normal_at(foot_m), here_m - foot_m
        found = _left(up, along_m[segment], toward_m)
        corner = np.flatnonzero((feet.share <= 0.0) | (feet.share >= 1.0))
        before = segment[corner] - (feet.share[corner] <= 0.0)
        after = segment[corner] + (feet.share[corner] >= 1.0)
        if self.is_ring:
            before, after = before % len(strokes), after % len(strokes)
        before, after = np.maximum(before, 0), np.minimum(after, len(strokes) - 1)
        up, toward_m = up[corner], toward_m[corner]
        left_of_before = _left(up, along_m[before], toward_m)
        left_of_after = _left(up, along_m[after], toward_m)
        turns_left = _left(up, along_m[before], along_m[after])
        found[corner] = np.where(
            turns_left, left_of_before & left_of_after, left_of_before | left_of_after
        )
        return found


@lru_cache(maxsize=256)
def strands_of(lines: tuple[Line, ...]) -> tuple[Strand, ...]:
    """Join parts of lines whose ends lie within their accuracies of each other, nearest first."""
    return tuple(Strand(chain) for chain in chains_of(lines))


def _end(chain: Chain) -> _End:
    """Describe where a chain's last path ends; the first spot is the end itself."""
    part = chain[-1]
    drawn = [densify(one.path, one.edges) for one in chain]
    lon, lat = (np.concatenate([one[i] for one in drawn]) for i in range(2))
    xyz = ecef(lon, lat)[::-1]
    back_m = np.diff(xyz, axis=0)
    length_m = np.linalg.norm(back_m, axis=1)
    real = length_m > 0.0
    xyz, back_m, length_m = xyz[:-1][real], back_m[real], length_m[real]
    far_m = np.cumsum(length_m)
    count = int(np.searchsorted(far_m, part.accuracy_m)) + 1
    out = -back_m[:count] / length_m[:count, None]
    # A chord points into the ground, which would count the more the farther off a position is.
    up = normal_at(xyz[:count])
    out -= np.einsum("ij,ij->i", out, up)[:, None] * up
    out /= np.linalg.norm(out, axis=1)[:, None]
    # Each piece of the stretch is asked from its inner end, the last one from the accuracy.
    inner_m = np.minimum(far_m[:count], part.accuracy_m) - (far_m[:count] - length_m[:count])
    spots_m = xyz[:count] - out * inner_m[:, None]
    return _End(
        float(lon[-1]),
        float(lat[-1]),
        part.accuracy_m,
        np.concatenate([xyz[:1], spots_m]),
        np.concatenate([out[:1], out]),
    )


def _left(up: FloatArray, along_m: FloatArray, toward_m: FloatArray) -> NDArray[np.bool_]:
    # As np.cross and a product would, axis by axis, which takes a third of the time.
    (u, v, w), (x, y, z), (to_x, to_y, to_z) = up.T, along_m.T, toward_m.T
    ahead = (v * z - w * y) * to_x + (w * x - u * z) * to_y + (u * y - v * x) * to_z
    return np.asarray(ahead > 0.0)
