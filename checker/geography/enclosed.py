"""Positions that name their area: every point of disc AND area is asked, by cells that halve."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from checker.geography.discs import Discs, FloatArray
from checker.geography.extent import extent_of
from checker.geography.geodesic import inverse
from checker.geography.measure import Measure
from checker.geography.neighbours import seen_from
from checker.geography.plane import Plane
from checker.geography.region import Everywhere, Named, Region
from checker.geography.shapes import Point
from checker.values.truth import Truth, TruthArray
from checker.values.verdict import Reason, ReasonArray

__all__ = ["Enclosed"]

_LEVELS = 13
_MOST_CELLS = 8_000
_GRID = 8
_PLANE_STRETCH = 1.02
"""An equidistant plane never shortens, but for the ellipsoid's 0.3 %; the rest is margin."""


class _Tested(Protocol):
    """A region that can be asked."""

    def truth(self, discs: Discs) -> TruthArray: ...

    def measure(self, discs: Discs) -> Measure: ...


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


class Enclosed:
    """Answer for the reports that lie in a named area, in a disc and an area, or at a named point.

    The position is inside its area and outside what shares only a border with it; against every
    other place the area's ground is widened by its accuracy (design, semantics).
    """

    def __init__(
        self,
        region: Region,
        areas: tuple[Region, ...],
        compiled: Callable[[Region, tuple[Region, ...]], _Tested],
    ) -> None:
        self._region = region
        self._areas = areas
        self._compiled = compiled
        self._asked: dict[int, tuple[_Tested, _Tested]] = {}
        self._found: dict[tuple[int, float, float, float], tuple[int, int]] = {}

    def amended(self, discs: Discs, found: Measure) -> Measure:
        """Replace what ``found`` says of reports with a named area; a named point is a position.

        ``low_m`` and ``high_m`` stay where the disc alone decides the same, and are NaN elsewhere.
        """
        if self._region == Everywhere():
            return found
        truth, doubts = found.truth.copy(), found.doubts.copy()
        nothing = np.isnan(discs.lon_deg) & (discs.area == -2)  # noqa: PLR2004
        doubts[nothing] = Reason.PLACE_UNRESOLVED
        rows = np.flatnonzero(discs.area >= 0)
        for area in np.unique(discs.area[rows]).tolist():
            mine = rows[discs.area[rows] == area]
            truth[mine], doubts[mine] = self._of(area, discs.take(mine))
        low, high, decides = found.low_m.copy(), found.high_m.copy(), found.decides_radius_m.copy()
        # A disc that decides bounds what both leave; where it takes the area to decide, none does.
        by_area = rows[(found.truth[rows] == Truth.UNKNOWN) | (truth[rows] != found.truth[rows])]
        low[by_area], high[by_area], decides[rows] = np.nan, np.nan, np.nan
        needs_all = found.needs_all.copy()
        needs_all[rows] = False
        return Measure(truth, doubts, needs_all, low, high, decides, found.legs)

    def _of(self, area: int, discs: Discs) -> tuple[TruthArray, ReasonArray]:
        """Test positions in one area: by their discs where those decide, else by a search."""
        if area not in self._asked:
            named = self._areas[area]
            seen = seen_from(named, self._region)
            self._asked[area] = (self._compiled(seen, ()), self._compiled(named, ()))
        region, ground = self._asked[area]
        alone = discs.alone()
        found, inside = region.measure(alone), ground.truth(alone)
        truth, doubts = found.truth.copy(), found.doubts.copy()
        has_disc = np.isfinite(discs.lon_deg) & np.isfinite(discs.radius_m)
        misses = has_disc & (inside == Truth.FALSE)
        truth[misses], doubts[misses] = Truth.UNKNOWN, Reason.PLACE_UNRESOLVED
        # A disc that is decided, or lies in the area whole, needs no look at what both leave.
        is_known = has_disc & ((found.truth != Truth.UNKNOWN) | (inside != Truth.UNKNOWN))
        for row in np.flatnonzero(~is_known):
            place = (discs.lon_deg[row], discs.lat_deg[row], discs.radius_m[row])
            truth[row], doubts[row] = self._searched(area, *(float(value) for value in place))
        return truth, doubts

    def _searched(self, area: int, lon: float, lat: float, radius_m: float) -> tuple[int, int]:
        # NaN is not equal to itself, so it would never be found again.
        disc = (lon, lat, radius_m) if np.isfinite(lon) and np.isfinite(radius_m) else None
        key = (area, *(disc or (np.inf, np.inf, np.inf)))
        if key not in self._found:
            self._found[key] = self._answer(area, disc)
        return self._found[key]

    def _answer(self, area: int, disc: tuple[float, float, float] | None) -> tuple[int, int]:
        named = self._areas[area]
        region, ground = self._asked[area]
        if isinstance(named, Named) and isinstance(named.shape, Point) and disc is None:
            spot = named.shape
            found = region.measure(_one(spot.lon_deg, spot.lat_deg, spot.accuracy_m))
            return int(found.truth[0]), int(found.doubts[0])
        extent = extent_of(named)
        if disc is not None and (extent is None or disc[2] < extent[2]):
            extent = disc
        if extent is None:
            return int(Truth.UNKNOWN), int(Reason.PLACE_VAGUE)
        return _Search(region, ground, disc, extent).answer()


class _Search:
    """Look at ground that a position may be on, cell by cell, until it agrees or disagrees."""

    def __init__(
        self,
        region: _Tested,
        area: _Tested,
        disc: tuple[float, float, float] | None,
        extent: tuple[float, float, float],
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
def _first(extent: tuple[float, float, float]) -> tuple[_Cells, Discs]:
    """Return the first cells over an extent; what is measured from them serves every region."""
    half = max(extent[2], 1.0) * _PLANE_STRETCH
    steps = (np.arange(_GRID) * 2.0 + 1.0) / _GRID - 1.0
    x, y = (grid.ravel() * half for grid in np.meshgrid(steps, steps))
    cells = _Cells(x, y, half / _GRID)
    return cells, cells.discs(Plane(extent[0], extent[1]))


def _one(lon: float, lat: float, radius_m: float) -> Discs:
    return Discs(
        np.array([lon]), np.array([lat]), np.array([radius_m]), np.array([-1], dtype=np.int32)
    )
