"""Positions that name their area: every point of disc AND area is asked, by cells that halve."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from checker.geography.discs import Discs, FloatArray
from checker.geography.extent import extent_of
from checker.geography.measure import Measure
from checker.geography.neighbours import seen_from
from checker.geography.region import Everywhere, Named, Region
from checker.geography.searched import Disc, Ground, Tested, answers_of, rooms_of
from checker.geography.shapes import Point
from checker.values.truth import Truth, TruthArray
from checker.values.verdict import Reason, ReasonArray

__all__ = ["Enclosed"]


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
        self._found: dict[int, dict[Disc | None, tuple[int, int]]] = {}
        self._rooms: dict[int, dict[Disc | None, float]] = {}

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

        They are bounds (``searched.rooms_of``); of the far ends nothing is known. Those of what the
        area itself decides are infinite: there is no limit to be near to.
        """
        low, high = found.low_m.copy(), found.high_m.copy()
        is_decided = (discs.area >= 0) & (found.truth != Truth.UNKNOWN)
        rows = np.flatnonzero(is_decided & np.isnan(low))
        room_m = np.full(len(discs), np.nan)
        for area in np.unique(discs.area[rows]).tolist():
            mine = rows[discs.area[rows] == area]
            room_m[mine] = self._rooms_m(area, discs.take(mine))
        is_known, is_in = ~np.isnan(room_m), found.truth == Truth.TRUE
        low = np.where(is_known, np.where(is_in, -np.inf, room_m), low)
        high = np.where(is_known, np.where(is_in, -room_m, np.inf), high)
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
        rows = np.flatnonzero(~is_known)
        truth[rows], doubts[rows] = self._searched(area, discs.take(rows))
        return truth, doubts

    def _searched(self, area: int, discs: Discs) -> tuple[TruthArray, ReasonArray]:
        """Answer for positions in one area that their discs alone do not decide."""
        places, place_of = _places(discs)
        known = self._found.setdefault(area, {})
        new = [disc for disc in places if disc not in known]
        if new:
            answers = self._answers(area, new)
            known.update(
                zip(new, zip(*(one.tolist() for one in answers), strict=True), strict=True)
            )
        found = np.array([known[disc] for disc in places], dtype=np.int64).reshape(-1, 2)
        truth, doubts = found[place_of].T
        return truth.astype(np.int8), doubts.astype(np.uint32)

    def _answers(self, area: int, places: list[Disc | None]) -> tuple[TruthArray, ReasonArray]:
        region, ground = self._asked[area]
        truth = np.full(len(places), Truth.UNKNOWN, dtype=np.int8)
        doubts = np.full(len(places), Reason.PLACE_VAGUE, dtype=np.uint32)
        spot, rows = self._spot(area), [*range(len(places))]
        if spot is not None and None in places:
            found, at = region.measure(_discs([spot])), places.index(None)
            truth[at], doubts[at] = found.truth[0], found.doubts[0]
            rows = [row for row in rows if row != at]
        searched, grounds = self._grounds(area, places, rows)
        truth[searched], doubts[searched] = answers_of(region, ground, grounds)
        return truth, doubts

    def _rooms_m(self, area: int, discs: Discs) -> FloatArray:
        """Return how far decided positions in an area may move, NaN where that is not found."""
        places, place_of = _places(discs)
        known = self._rooms.setdefault(area, {})
        new = [disc for disc in places if disc not in known]
        if new:
            known.update(zip(new, self._found_rooms_m(area, new).tolist(), strict=True))
        return np.array([known[disc] for disc in places], dtype=np.float64)[place_of]

    def _found_rooms_m(self, area: int, places: list[Disc | None]) -> FloatArray:
        region, ground = self._asked[area]
        room_m = np.zeros(len(places))
        # A disc that is decided as seen from the area has what it has alone.
        alone = [self._spot(area) if disc is None else disc for disc in places]
        rows = [row for row, disc in enumerate(alone) if disc is not None]
        room_m[rows] = region.room_m(_discs([disc for disc in alone if disc is not None]))
        searched, grounds = self._grounds(area, places, np.flatnonzero(room_m <= 0.0).tolist())
        room_m[searched] = rooms_of(region, ground, grounds)
        return room_m

    def _spot(self, area: int) -> Disc | None:
        """Return the disc that a report of a point alone is, None of an area."""
        named = self._areas[area]
        if isinstance(named, Named) and isinstance(named.shape, Point):
            return named.shape.lon_deg, named.shape.lat_deg, named.shape.accuracy_m
        return None

    def _grounds(
        self, area: int, places: list[Disc | None], rows: Iterable[int]
    ) -> tuple[list[int], list[Ground]]:
        """Return which of some places are bounded, by their discs or their area, and their grounds.

        What is bounded by both is looked at within the smaller of the two.
        """
        extent = extent_of(self._areas[area])
        found, grounds = [], []
        for row in rows:
            disc = places[row]
            bound = disc if disc and not (extent and extent[2] <= disc[2]) else extent
            if bound is not None:
                found.append(row)
                grounds.append((disc, bound))
        return found, grounds


def _places(discs: Discs) -> tuple[list[Disc | None], NDArray[np.intp]]:
    """Return the different discs among some, None for one without an end, and which each has."""
    columns = np.column_stack([discs.lon_deg, discs.lat_deg, discs.radius_m])
    # NaN is not equal to itself, so it would never be found again.
    columns[~(np.isfinite(discs.lon_deg) & np.isfinite(discs.radius_m))] = np.inf
    different, place_of = np.unique(columns, axis=0, return_inverse=True)
    places: list[Disc | None] = [
        (lon, lat, radius_m) if np.isfinite(lon) else None
        for lon, lat, radius_m in different.tolist()
    ]
    return places, place_of.ravel().astype(np.intp)


def _discs(discs: Sequence[Disc]) -> Discs:
    lon, lat, radius_m = np.array(discs, dtype=np.float64).reshape(-1, 3).T
    return Discs(lon, lat, radius_m, np.full(len(discs), -1, dtype=np.int32))
