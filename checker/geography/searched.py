"""Ground that a position may be on, looked at cell by cell, in squares that halve."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from checker.geography.discs import Discs, FloatArray
from checker.geography.geodesic import inverse
from checker.geography.measure import Measure
from checker.geography.plane import Plane
from checker.values.truth import Truth, TruthArray
from checker.values.verdict import Reason

__all__ = ["Disc", "Search", "Tested"]

_LEVELS = 13
_MOST_CELLS = 8_000
_GRID = 8
_LEVELS_OF_ROOM = 24
"""A sharp corner is in many cells before one has its centre in it; there are few of them."""

_GOOD_SHARE = 0.99
_GOOD_M = 1.0
_PLANE_STRETCH = 1.02
"""An equidistant plane never shortens, but for the ellipsoid's 0.3 %; the rest is margin."""


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


Disc = tuple[float, float, float]
"""Longitude, latitude and radius."""


@dataclass(frozen=True, slots=True)
class _Cells:
    """Hold square cells in a plane: centres and half their side, metres."""

    x_m: FloatArray
    y_m: FloatArray
    half_m: float

    def discs(self, plane: Plane) -> Discs:
        lon, lat = plane.back(np.stack([self.x_m, self.y_m], axis=-1))
        count = len(self.x_m)
        return Discs(lon, lat, np.zeros(count), np.full(count, -1, dtype=np.int32))

    @property
    def reach_m(self) -> float:
        """Return the radius of a disc that holds a cell."""
        return float(self.half_m * np.sqrt(2.0) * _PLANE_STRETCH)

    def where(self, kept: NDArray[np.bool_]) -> "_Cells":
        return _Cells(self.x_m[kept], self.y_m[kept], self.half_m)

    def halved(self) -> "_Cells":
        half = self.half_m / 2.0
        x = (self.x_m[:, None] + np.array([-half, half, -half, half])).ravel()
        y = (self.y_m[:, None] + np.array([-half, -half, half, half])).ravel()
        return _Cells(x, y, half)


class Search:
    """Look at ground that a position may be on, cell by cell, until it agrees or disagrees."""

    def __init__(
        self,
        region: Tested,
        area: Tested,
        disc: Disc | None,
        extent: Disc,
    ) -> None:
        self._region = region
        self._area = area
        self._disc = disc
        self._extent = extent
        self._plane = Plane(extent[0], extent[1])

    def answer(self) -> tuple[int, int]:
        """Return the truth and, if it is UNKNOWN, why.

        Two points that the position may be at with two answers, or one at which the region itself
        is open, settle that nobody can say. It is TRUE or FALSE only once every cell agrees.
        """
        cells, centres = _first(self._extent)
        states: set[int] = set()
        for _ in range(_LEVELS):
            may = self._may_hold(centres, cells.reach_m)
            if not may.any():
                break
            is_in = may & self._may_hold(centres, 0.0)
            states |= {int(t) for t in np.unique(self._region.truth(centres)[is_in])}
            if len(states) > 1 or Truth.UNKNOWN in states:
                return int(Truth.UNKNOWN), self._why(centres, is_in, states)
            truth = self._region.truth(centres.with_radius(cells.reach_m))
            # A cell that agrees with what is proved adds nothing; the rest is looked at closer.
            left = may & ~np.isin(truth, list(states))
            if not left.any():
                break
            cells = cells.where(left).halved()
            centres = cells.discs(self._plane)
            if len(centres) > _MOST_CELLS:
                return int(Truth.UNKNOWN), self._why(centres, None, states)
        else:
            return int(Truth.UNKNOWN), self._why(centres, None, states)
        return (states.pop(), 0) if states else (int(Truth.UNKNOWN), int(Reason.PLACE_UNRESOLVED))

    def room_m(self) -> float:
        """Return how far all of the position may move and keep its answer, or less.

        No more than the true length, and within 1 % + 1 m of it; NaN where that leaves nothing, or
        takes too many cells. No place of a cell has less room than the disc that holds the cell. A
        centre that the position may be at bounds the room from above, so only cells that may leave
        less than the least one yet are looked at closer.
        """
        cells, centres = _first(self._extent)
        least_m, most_m = np.inf, np.inf
        for _ in range(_LEVELS_OF_ROOM):
            may = self._may_hold(centres, cells.reach_m)
            is_in = may & self._may_hold(centres, 0.0)
            at_centre_m = self._region.room_m(centres.with_radius(0.0))
            most_m = min(most_m, at_centre_m[is_in].min(initial=np.inf))
            all_over_m = self._region.room_m(centres.with_radius(cells.reach_m))
            left = may & (all_over_m < _GOOD_SHARE * most_m - _GOOD_M)
            least_m = min(least_m, all_over_m[may & ~left].min(initial=np.inf))
            if not left.any():
                return float(least_m) if least_m > 0.0 else np.nan
            cells = cells.where(left).halved()
            centres = cells.discs(self._plane)
            if len(centres) > _MOST_CELLS:
                break
        return np.nan

    def _may_hold(self, centres: Discs, reach_m: float) -> NDArray[np.bool_]:
        """Say which cells the position may be in: not certainly out of its area or its disc."""
        may = self._area.truth(centres.with_radius(reach_m)) != Truth.FALSE
        if self._disc is not None:
            lon, lat, radius_m = self._disc
            at = np.full(len(centres), lon), np.full(len(centres), lat)
            may &= inverse(*at, centres.lon_deg, centres.lat_deg)[1] <= radius_m + reach_m
        return np.asarray(may)

    def _why(self, centres: Discs, is_in: NDArray[np.bool_] | None, states: set[int]) -> int:
        """Return why it is open: the place, if some point is decided, else what is open there."""
        if states - {int(Truth.UNKNOWN)}:
            return int(Reason.PLACE_VAGUE)
        found = self._region.measure(centres)
        doubts = found.doubts if is_in is None else found.doubts[is_in]
        return int(np.bitwise_or.reduce(doubts)) or int(Reason.PLACE_VAGUE)


@lru_cache(maxsize=1024)
def _first(extent: Disc) -> tuple[_Cells, Discs]:
    """Return the first cells over an extent; what is measured from them serves every region."""
    half = max(extent[2], 1.0) * _PLANE_STRETCH
    steps = (np.arange(_GRID) * 2.0 + 1.0) / _GRID - 1.0
    x, y = (grid.ravel() * half for grid in np.meshgrid(steps, steps))
    cells = _Cells(x, y, half / _GRID)
    return cells, cells.discs(Plane(extent[0], extent[1]))
