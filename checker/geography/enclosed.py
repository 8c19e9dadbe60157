"""Positions that name their area: every point of disc AND area is asked, by cells that halve."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from checker.geography.discs import Discs
from checker.geography.extent import extent_of
from checker.geography.measure import Measure
from checker.geography.neighbours import seen_from
from checker.geography.region import Everywhere, Named, Region
from checker.geography.searched import Disc, Search, Tested
from checker.geography.shapes import Point
from checker.values.truth import Truth, TruthArray
from checker.values.verdict import Reason, ReasonArray

__all__ = ["Enclosed"]

# NaN is not equal to itself, so it would never be found again.
_NO_DISC = (np.inf, np.inf, np.inf)


class Enclosed:
    """Answer for the reports that lie in a named area, in a disc and an area, or at a named point.

    The position is inside its area and outside what shares only a border with it; against every
    other place the area's ground is widened by its accuracy (design, semantics).
    """

    def __init__(
        self,
        region: Region,
        areas: tuple[Region, ...],
        compiled: Callable[[Region, tuple[Region, ...]], Tested],
    ) -> None:
        self._region = region
        self._areas = areas
        self._compiled = compiled
        self._asked: dict[int, tuple[Tested, Tested]] = {}
        self._found: dict[tuple[int, float, float, float], tuple[int, int]] = {}
        self._rooms: dict[tuple[int, float, float, float], float] = {}

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

    def bounded(self, discs: Discs, found: Measure) -> Measure:
        """Give the near ends of intervals that ``amended`` left out: where it takes the area.

        They are bounds (``Search.room_m``); of the far ends nothing is known. Those of what the
        area itself decides are infinite: there is no limit to be near to.
        """
        low, high = found.low_m.copy(), found.high_m.copy()
        is_decided = (discs.area >= 0) & (found.truth != Truth.UNKNOWN)
        for row in np.flatnonzero(is_decided & np.isnan(low)):
            place = (discs.lon_deg[row], discs.lat_deg[row], discs.radius_m[row])
            room_m = self._room_m(int(discs.area[row]), *(float(value) for value in place))
            if not np.isnan(room_m):
                is_in = found.truth[row] == Truth.TRUE
                low[row], high[row] = (-np.inf, -room_m) if is_in else (room_m, np.inf)
        return replace(found, low_m=low, high_m=high)

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
        disc = _disc(lon, lat, radius_m)
        key = (area, *(disc or _NO_DISC))
        if key not in self._found:
            self._found[key] = self._answer(area, disc)
        return self._found[key]

    def _answer(self, area: int, disc: Disc | None) -> tuple[int, int]:
        spot = self._spot(area, disc)
        if spot is not None:
            found = self._asked[area][0].measure(spot)
            return int(found.truth[0]), int(found.doubts[0])
        search = self._search(area, disc)
        return search.answer() if search else (int(Truth.UNKNOWN), int(Reason.PLACE_VAGUE))

    def _room_m(self, area: int, lon: float, lat: float, radius_m: float) -> float:
        """Return how far a decided position may move with its area, NaN where that is not found."""
        disc = _disc(lon, lat, radius_m)
        key = (area, *(disc or _NO_DISC))
        if key not in self._rooms:
            one = _one(*disc) if disc is not None else self._spot(area, disc)
            # A disc that is decided as seen from the area has what it has alone.
            room_m = float(self._asked[area][0].room_m(one)[0]) if one is not None else 0.0
            search = self._search(area, disc) if room_m <= 0.0 else None
            self._rooms[key] = search.room_m() if search else room_m
        return self._rooms[key]

    def _spot(self, area: int, disc: Disc | None) -> Discs | None:
        """Return the disc that a report of a point alone is, None of any other."""
        named = self._areas[area]
        if isinstance(named, Named) and isinstance(named.shape, Point) and disc is None:
            spot = named.shape
            return _one(spot.lon_deg, spot.lat_deg, spot.accuracy_m)
        return None

    def _search(self, area: int, disc: Disc | None) -> Search | None:
        """Return the search of what disc and area leave, None where neither has an end."""
        extent = extent_of(self._areas[area])
        if disc is not None and (extent is None or disc[2] < extent[2]):
            extent = disc
        return Search(*self._asked[area], disc, extent) if extent is not None else None


def _disc(lon: float, lat: float, radius_m: float) -> Disc | None:
    return (lon, lat, radius_m) if np.isfinite(lon) and np.isfinite(radius_m) else None


def _one(lon: float, lat: float, radius_m: float) -> Discs:
    return Discs(
        np.array([lon]), np.array([lat]), np.array([radius_m]), np.array([-1], dtype=np.int32)
    )
