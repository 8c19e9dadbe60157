"""The nearest point of drawn lines: exact geodesic distances, found by earth-centred chords."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.geography.blocks import Blocks
from checker.geography.chords import Chords, Nearness, axes_of
from checker.geography.discs import FloatArray
from checker.geography.geodesic import chord_slack_m, ecef, geodetic, inverse, mean_geodesic_m
from checker.geography.grid import NO_CELL, grid_about
from checker.geography.nearby import Nearby, nearby_of
from checker.geography.pairs import IndexArray, Pairs

__all__ = ["Feet", "Strokes", "Vertices"]

Vertices = tuple[FloatArray, FloatArray]

_AT_ONCE = 1024
_AT_ONCE_LISTED = 4096
_MARGIN_DEG = 1.0
_FEWEST = 64
_FIRST_CELLS = 16
_FEWEST_CELLS = 1024
_MOST_CELLS = 200_000
_SHARE = 4
"""Lists are made as fine as one cell for four points that were asked, as long as points come; for
fewer than 4096 they would be so long that blocks serve better."""


@dataclass(frozen=True, slots=True)
class Feet:
    """Hold the nearest points of a line, shape (n,): how far, on which segment, how far along it.

    ``share`` runs from 0 at the segment's start to 1 at its end.
    """

    distance_m: FloatArray
    segment: IndexArray
    share: FloatArray


class Strokes:
    """Hold the segments of densified paths, in order, and find the nearest point of any.

    For a point, every segment is looked at whose chord is as near as the nearest but for what a
    chord can deceive (``chord_slack_m``): by blocks (``Blocks``), or by lists of cells where many
    points are asked (``Nearby``); both find the same segments. The geodesic to the foot of
    each is then measured by pyproj, so no segment is missed, near a second strand or not. The
    result is within 1 mm + 1e-9 of the distance. For on a sphere the foot of the perpendicular on
    a chord of length L lies at most L d^2 / 4 R^2 along from the nearest point of its arc, which
    adds L^2 d^3 / 32 R^4 to a distance d: 0.6 micrometres at 500 km and 0.6 mm at 5000 km for
    segments of 500 m; and it lies under the arc, but for what a geodesic leaves its normal section.
    """

    def __init__(self, paths: Sequence[Vertices]) -> None:
        corners = [ecef(lon, lat) for lon, lat in paths]
        starts = np.concatenate([c[:-1] if len(c) > 1 else c for c in corners])
        ends = np.concatenate([c[1:] if len(c) > 1 else c for c in corners])
        # A path of one vertex is a spot of its own; of a longer one the pieces that move count.
        counts = [max(len(c) - 1, 1) for c in corners]
        is_spot = np.repeat([(c == c[0]).all() for c in corners], counts)
        is_first = np.zeros(len(starts), dtype=np.bool_)
        is_first[np.cumsum([0, *counts[:-1]])] = True
        moves = (starts != ends).any(axis=1) | (is_spot & is_first)
        self.start_m: FloatArray = starts[moves]
        self.end_m: FloatArray = ends[moves]
        self._chords = Chords(self.start_m, self.end_m)
        self._blocks = Blocks(self._chords, self.start_m, self.end_m)
        self._lists: Nearby | None = None
        self._asked = 0

    def __len__(self) -> int:
        return len(self.start_m)

    def nearest(
        self, lon_deg: FloatArray, lat_deg: FloatArray, *, about_m: FloatArray | None = None
    ) -> Feet:
        """Return the nearest points to n positions. NaN in, NaN distance and segment 0 out.

        Where ``about_m`` gives them in earth-centred metres too, shape (n, 3), rough ones will do.
        They are three times as fast, for no geodesic is measured: they are the nearest by chord,
        their distances off by at most ``chord_slack_m`` of them.
        """
        count = len(lon_deg)
        distance_m = np.full(count, np.nan)
        segment, share = np.zeros(count, dtype=np.intp), np.zeros(count)
        known = np.flatnonzero(np.isfinite(lon_deg) & np.isfinite(lat_deg))
        for rows, lists in self._portions(known, lon_deg, lat_deg):
            some_m = about_m[rows] if about_m is not None else None
            feet = self._of_some(lon_deg[rows], lat_deg[rows], lists, some_m)
            distance_m[rows], segment[rows], share[rows] = feet
        return Feet(distance_m, segment, share)

    def distance_m(
        self, lon_deg: FloatArray, lat_deg: FloatArray, *, about_m: FloatArray | None = None
    ) -> FloatArray:
        """Return the geodesic distances to n positions, metres. NaN in, NaN out."""
        return self.nearest(lon_deg, lat_deg, about_m=about_m).distance_m

    def may_be_near(
        self, lon_deg: FloatArray, lat_deg: FloatArray, reach_m: float
    ) -> NDArray[np.bool_]:
        """Say which of n positions may lie within ``reach_m``; never misses one, spares most."""
        return self._blocks.may_be_near(lon_deg, lat_deg, reach_m)

    def within(self, lon_deg: FloatArray, lat_deg: FloatArray, reach_m: FloatArray) -> Pairs:
        """Return n positions, each with every segment whose chord is as near as its ``reach_m``.

        Every reach holds at least one segment. Not for many positions at once: it asks by blocks.
        """
        return self._blocks.within(ecef(lon_deg, lat_deg), reach_m)

    def feet(self, lon_deg: FloatArray, lat_deg: FloatArray) -> Vertices:
        """Return the nearest points to n positions, (n,) each. What NaN returns means nothing."""
        found = self.nearest(lon_deg, lat_deg)
        return geodetic(self._chords.foot_m(found.segment, found.share))

    def spots(self, lon_deg: FloatArray, lat_deg: FloatArray) -> Vertices:
        """Return the starts of all segments and the nearest points to n positions, in order."""
        feet = self.nearest(lon_deg, lat_deg)
        segment = np.concatenate([np.arange(len(self)), feet.segment])
        share = np.concatenate([np.zeros(len(self)), feet.share])
        order = np.lexsort((share, segment))
        return geodetic(self._chords.foot_m(segment[order], share[order]))

    def _portions(
        self, rows: IndexArray, lon_deg: FloatArray, lat_deg: FloatArray
    ) -> Iterator[tuple[IndexArray, Nearby | None]]:
        """Yield rows that fit in the cache, with the lists that hold them or None."""
        lists = self._lists_for(len(rows))
        if lists is not None:
            is_held = lists.grid.cells(lon_deg[rows], lat_deg[rows]) != NO_CELL
            yield from ((some, lists) for some in _cut(rows[is_held], _AT_ONCE_LISTED))
            rows = rows[~is_held]
        yield from ((some, None) for some in _cut(rows, _AT_ONCE))

    def _lists_for(self, count: int) -> Nearby | None:
        """Return lists as fine as the number of points that were asked so far is worth."""
        self._asked += count
        wanted = min(self._asked // _SHARE, _MOST_CELLS)
        if len(self) < _FEWEST or wanted < _FEWEST_CELLS:
            return self._lists
        # Several threads may do this at once: each goes on from what it found, none too far.
        lists = self._lists
        if lists is None:
            lon_deg, lat_deg = geodetic(self.start_m)
            margin_deg = max(_MARGIN_DEG, 0.5 * float(np.ptp(lat_deg)))
            grid = grid_about(lon_deg, lat_deg, margin_deg, _FIRST_CELLS)
            lists = nearby_of(self._chords, grid)
        while 4 * len(lists.grid) <= wanted:
            lists = lists.halved()
        self._lists = lists
        return lists

    def _of_some(
        self,
        lon_deg: FloatArray,
        lat_deg: FloatArray,
        lists: Nearby | None,
        about_m: FloatArray | None,
    ) -> tuple[FloatArray, IndexArray, FloatArray]:
        here_m = ecef(lon_deg, lat_deg) if about_m is None else about_m
        if lists is None:
            pairs = self._blocks.pairs(here_m)
        else:
            pairs = lists.pairs(lists.grid.cells(lon_deg, lat_deg))
        found = self._chords.nearness(axes_of(here_m), pairs.point, pairs.piece)
        if about_m is not None:
            chosen = pairs.first_least(found.chord_m)
            return mean_geodesic_m(found.chord_m[chosen]), pairs.piece[chosen], found.share[chosen]
        return self._measured(pairs, found, lon_deg, lat_deg)

    def _measured(
        self, pairs: Pairs, found: Nearness, lon_deg: FloatArray, lat_deg: FloatArray
    ) -> tuple[FloatArray, IndexArray, FloatArray]:
        """Return distance, segment and share of the nearest; of equals the first segment counts."""
        least_m = pairs.least(found.chord_m)
        near = found.chord_m <= (least_m + chord_slack_m(least_m))[pairs.point]
        pairs, share = pairs.where(near), found.share[near]
        foot_lon, foot_lat = geodetic(self._chords.foot_m(pairs.piece, share))
        _, length_m = inverse(lon_deg[pairs.point], lat_deg[pairs.point], foot_lon, foot_lat)
        chosen = pairs.first_least(length_m)
        return length_m[chosen], pairs.piece[chosen], share[chosen]


def _cut(rows: IndexArray, size: int) -> Iterator[IndexArray]:
    return (rows[first : first + size] for first in range(0, len(rows), size))
