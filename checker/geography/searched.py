"""Grounds that positions may be on, looked at cell by cell, in squares that halve: many at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from checker.geography.discs import Discs, FloatArray
from checker.geography.geodesic import direct, inverse
from checker.geography.measure import Measure
from checker.values.truth import Truth, TruthArray
from checker.values.verdict import Reason, ReasonArray

__all__ = ["Disc", "Ground", "Tested", "answers_of", "rooms_of"]

_AT_ONCE = 512
"""So many grounds are looked at together, of 64 cells each at first."""

_LEVELS = 13
_MOST_CELLS = 8_000
_GRID = 8
_LEVELS_OF_ROOM = 24
"""A sharp corner is in many cells before one has its centre in it; there are few of them."""

_GOOD_SHARE = 0.99
_GOOD_M = 1.0
_PLANE_STRETCH = 1.02
"""An equidistant plane never shortens, but for the ellipsoid's 0.3 %; the rest is margin."""

_STATE = np.array([1, 2, 4], dtype=np.uint8)
"""A bit for each truth, in their order."""
_OPEN = _STATE[Truth.UNKNOWN]

Disc = tuple[float, float, float]
"""Longitude, latitude and radius."""

Ground = tuple[Disc | None, Disc]
"""The disc that a position is in, None where only its area is known; and one that holds both."""

IndexArray = NDArray[np.intp]
BoolArray = NDArray[np.bool_]


class Tested(Protocol):
    """A region that can be asked."""

    def truth(self, discs: Discs) -> TruthArray:
        """Say for n discs whether they lie in it."""
        ...

    def measure(self, discs: Discs) -> Measure:
        """Measure n discs."""
        ...

    def room_m(self, discs: Discs) -> FloatArray:
        """Return how far n discs may move and keep their answers."""
        ...


def answers_of(
    region: Tested, area: Tested, grounds: Sequence[Ground]
) -> tuple[TruthArray, ReasonArray]:
    """Return for each ground in an area the truth and, where it is UNKNOWN, why; shape (n,) each.

    Two points that the position may be at with two answers, or one at which the region itself is
    open, settle that nobody can say. It is TRUE or FALSE only once every cell agrees.
    """
    truth = np.full(len(grounds), Truth.UNKNOWN, dtype=np.int8)
    doubts = np.zeros(len(grounds), dtype=np.uint32)
    for first in range(0, len(grounds), _AT_ONCE):
        some = slice(first, first + _AT_ONCE)
        search = _Search(region, area, tuple(grounds[some]))
        truth[some], doubts[some] = search.answers()
    return truth, doubts


def rooms_of(region: Tested, area: Tested, grounds: Sequence[Ground]) -> FloatArray:
    """Return how far all of each ground may move and keep its answer, or less; shape (n,).

    No more than the true length, and within 1 % + 1 m of it; NaN where that leaves nothing, or
    takes too many cells. No place of a cell has less room than the disc that holds the cell. A
    centre that the position may be at bounds the room from above, so only cells that may leave less
    than the least one yet are looked at closer.
    """
    some = (grounds[first : first + _AT_ONCE] for first in range(0, len(grounds), _AT_ONCE))
    found = [_Search(region, area, tuple(one)).rooms_m() for one in some]
    return np.concatenate(found) if found else np.zeros(0)


@dataclass(frozen=True, slots=True)
class _Cells:
    """Hold square cells of several grounds: ``of`` says of which, in ascending order.

    ``x_m`` and ``y_m`` are their centres in the plane of their ground, ``half_m`` half their sides.
    ``discs`` are the centres as positions.
    """

    of: IndexArray
    x_m: FloatArray
    y_m: FloatArray
    half_m: FloatArray
    discs: Discs

    @classmethod
    def at(
        cls, middles: tuple[FloatArray, FloatArray], of: IndexArray, *cells_m: FloatArray
    ) -> "_Cells":
        """Return cells in planes that are equidistant from the ``middles`` of the grounds.

        Length and azimuth from the middle are those of the geodesic (Snyder, Map Projections, 1987,
        p. 191).
        """
        x_m, y_m, half_m = cells_m
        azimuth_deg = np.degrees(np.arctan2(x_m, y_m))
        lon, lat = direct(middles[0][of], middles[1][of], azimuth_deg, np.hypot(x_m, y_m))
        nowhere = np.full(len(of), -1, dtype=np.int32)
        return cls(of, x_m, y_m, half_m, Discs(lon, lat, np.zeros(len(of)), nowhere))

    @property
    def reach_m(self) -> FloatArray:
        """Return the radius of a disc that holds each cell."""
        return np.asarray(self.half_m * (np.sqrt(2.0) * _PLANE_STRETCH))

    def halved(self, kept: IndexArray, middles: tuple[FloatArray, FloatArray]) -> "_Cells":
        """Return the quarters of the cells at ``kept``."""
        half = self.half_m[kept, None] / 2.0
        x_m = self.x_m[kept, None] + half * np.array([-1.0, 1.0, -1.0, 1.0])
        y_m = self.y_m[kept, None] + half * np.array([-1.0, -1.0, 1.0, 1.0])
        of, half = np.repeat(self.of[kept], 4), np.repeat(half, 4)
        return _Cells.at(middles, of, x_m.ravel(), y_m.ravel(), half)


class _Search:
    """Look at grounds until each of them agrees or disagrees."""

    def __init__(self, region: Tested, area: Tested, grounds: tuple[Ground, ...]) -> None:
        self._region = region
        self._area = area
        self._count = len(grounds)
        bounds = [disc or (*extent[:2], np.inf) for disc, extent in grounds]
        self._lon, self._lat, self._radius_m = np.array(bounds, dtype=np.float64).reshape(-1, 3).T
        self._middles, self._cells = _first(tuple(extent for _, extent in grounds))

    def answers(self) -> tuple[TruthArray, ReasonArray]:
        """Return the truth of each ground and, where it is UNKNOWN, why."""
        cells, states = self._cells, np.zeros(self._count, dtype=np.uint8)
        doubts = np.zeros(self._count, dtype=np.uint32)
        for _ in range(_LEVELS):
            may = self._may_hold(cells, cells.reach_m)
            within = may[self._may_hold(cells, np.zeros(len(may)), may)]
            at_centre = self._region.truth(cells.discs.take(within))
            np.bitwise_or.at(states, cells.of[within], _STATE[at_centre])
            is_open = _is_open(states)
            told = within[is_open[cells.of[within]]]
            self._explain(doubts, states, cells, told)
            may = may[~is_open[cells.of[may]]]
            # A cell that agrees with what is proved adds nothing; the rest is looked at closer.
            whole = cells.discs.take(may)
            agrees = self._region.truth(_with_radii(whole, cells.reach_m[may]))
            left = may[(_STATE[agrees] & states[cells.of[may]]) == 0]
            if not len(left):
                break
            cells = cells.halved(left, self._middles)
            cells, crowded = _thinned(cells, self._count)
            self._explain(doubts, states, crowded, np.arange(len(crowded.of)))
            states[crowded.of] |= _OPEN
        else:
            self._explain(doubts, states, cells, np.arange(len(cells.of)))
            states[cells.of] |= _OPEN
        lost = states == 0  # the disc misses its area
        doubts[lost] = Reason.PLACE_UNRESOLVED
        truth = np.where(_is_open(states) | lost, np.int8(Truth.UNKNOWN), np.int8(Truth.FALSE))
        truth[states == _STATE[Truth.TRUE]] = Truth.TRUE
        return truth, doubts

    def rooms_m(self) -> FloatArray:
        """Return the room of each ground (``rooms_of``)."""
        cells = self._cells
        least_m, most_m = np.full((2, self._count), np.inf)
        for _ in range(_LEVELS_OF_ROOM):
            may = self._may_hold(cells, cells.reach_m)
            within = may[self._may_hold(cells, np.zeros(len(may)), may)]
            at_centre_m = self._region.room_m(cells.discs.take(within))
            np.minimum.at(most_m, cells.of[within], at_centre_m)
            whole = _with_radii(cells.discs.take(may), cells.reach_m[may])
            all_over_m = self._region.room_m(whole)
            is_left = all_over_m < _GOOD_SHARE * most_m[cells.of[may]] - _GOOD_M
            np.minimum.at(least_m, cells.of[may[~is_left]], all_over_m[~is_left])
            if not is_left.any():
                break
            cells = cells.halved(may[is_left], self._middles)
            cells, crowded = _thinned(cells, self._count)
            least_m[crowded.of] = np.nan
        else:
            least_m[cells.of] = np.nan
        return np.where(least_m > 0.0, least_m, np.nan)

    def _may_hold(
        self, cells: _Cells, reach_m: FloatArray, some: IndexArray | None = None
    ) -> IndexArray:
        """Return which cells, or which of ``some``, a position may be in: not out of area or disc.

        ``reach_m`` is how far the cells reach, shape as that of what is asked about.
        """
        discs = cells.discs if some is None else cells.discs.take(some)
        of = cells.of if some is None else cells.of[some]
        may = self._area.truth(_with_radii(discs, reach_m)) != Truth.FALSE
        rows = np.flatnonzero(may & np.isfinite(self._radius_m[of]))
        mine = of[rows]
        lon, lat = discs.lon_deg[rows], discs.lat_deg[rows]
        away_m = inverse(self._lon[mine], self._lat[mine], lon, lat)[1]
        may[rows] = away_m <= self._radius_m[mine] + reach_m[rows]
        return np.flatnonzero(may)

    def _explain(
        self, doubts: ReasonArray, states: NDArray[np.uint8], cells: _Cells, at: IndexArray
    ) -> None:
        """Tell why grounds are open: the place, if some point is decided; else what is open there.

        ``at`` are the cells that tell it.
        """
        of = cells.of[at]
        doubts[of] = Reason.PLACE_VAGUE
        plain = at[(states[of] & ~_OPEN) == 0]
        if len(plain):
            mine, found = cells.of[plain], np.zeros_like(doubts)
            measured = self._region.measure(cells.discs.take(plain))
            np.bitwise_or.at(found, mine, measured.doubts)
            doubts[mine] = np.where(found[mine] != 0, found[mine], doubts[mine])


def _is_open(states: NDArray[np.uint8]) -> BoolArray:
    """Say where two answers were found, or one that is open."""
    return np.asarray(((states & _OPEN) != 0) | ((states & (states - (states > 0))) != 0))


def _thinned(cells: _Cells, count: int) -> tuple[_Cells, _Cells]:
    """Return the cells of grounds that have not too many of them, and those of the others."""
    is_crowded = (np.bincount(cells.of, minlength=count) > _MOST_CELLS)[cells.of]
    return _taken(cells, ~is_crowded), _taken(cells, is_crowded)


def _taken(cells: _Cells, kept: BoolArray) -> _Cells:
    if kept.all():
        return cells
    at = np.flatnonzero(kept)
    return _Cells(
        cells.of[at], cells.x_m[at], cells.y_m[at], cells.half_m[at], cells.discs.take(at)
    )


def _with_radii(discs: Discs, radius_m: FloatArray) -> Discs:
    """Return the same centres with other radii; what was measured from them stays known."""
    return Discs(discs.lon_deg, discs.lat_deg, radius_m, discs.area, discs.known)


@lru_cache(maxsize=16)
def _first(extents: tuple[Disc, ...]) -> tuple[tuple[FloatArray, FloatArray], _Cells]:
    """Return the middles of grounds and the first cells over them.

    What is measured from them serves every region.
    """
    lon, lat, radius_m = np.array(extents, dtype=np.float64).reshape(-1, 3).T
    half_m = np.maximum(radius_m, 1.0) * _PLANE_STRETCH
    steps = (np.arange(_GRID) * 2.0 + 1.0) / _GRID - 1.0
    x, y = (grid.ravel() for grid in np.meshgrid(steps, steps))
    of = np.repeat(np.arange(len(extents)), _GRID * _GRID)
    scale = half_m[:, None]
    cells = _Cells.at((lon, lat), of, (x * scale).ravel(), (y * scale).ravel(), half_m[of] / _GRID)
    return (lon, lat), cells
