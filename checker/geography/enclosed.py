"""Positions in an area, or on ground of their own: every point is asked, by cells that halve."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from checker.geography.corners import corners_of
from checker.geography.discs import Discs, FloatArray
from checker.geography.extent import extent_of
from checker.geography.known_by import Bound, KnownBy
from checker.geography.measure import Measure
from checker.geography.neighbours import seen_from
from checker.geography.region import AllOf, Everywhere, Named, Region
from checker.geography.searched import Disc, Ground, Tested, answers_of, rooms_of
from checker.geography.shapes import Point
from checker.values.truth import Truth, TruthArray
from checker.values.verdict import Reason, ReasonArray

__all__ = ["Enclosed"]

_MOST_COMPILED, _MOST_ANSWERED = 64, 4_096
"""Of so many grounds of reports is kept what they look like, and what was answered."""


class Enclosed:
    """Answer for reports in a named area, at a named point, or on ground that they draw themselves.

    The position is inside its area and outside what shares only a border with it; against every
    other place the area's ground is widened by its accuracy (design, semantics). Ground of its own
    is no place that an agreement knows: it is asked about as any other.
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
        self._asked: KnownBy[tuple[Tested, Tested]] = KnownBy(_MOST_COMPILED)
        self._found: KnownBy[dict[Disc | None, tuple[int, int]]] = KnownBy(_MOST_ANSWERED)
        self._rooms: KnownBy[dict[Disc | None, float]] = KnownBy(_MOST_ANSWERED)

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
        for bound, mine in _bounds(discs, np.append(rows, self._undecided(discs, found))):
            truth[mine], doubts[mine] = self._of(bound, discs.take(mine))
        low, high, decides = found.low_m.copy(), found.high_m.copy(), found.decides_radius_m.copy()
        # A disc that decides bounds what both leave; where it takes the area to decide, none does.
        is_held = ~discs.are_discs() & (discs.area != -2)  # noqa: PLR2004 - undeclared
        by_area = is_held & ((found.truth == Truth.UNKNOWN) | (truth != found.truth))
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
        is_held = ~discs.are_discs() & (discs.area != -2)  # noqa: PLR2004 - undeclared
        rows = np.flatnonzero(is_held & (found.truth != Truth.UNKNOWN) & np.isnan(low))
        room_m = np.full(len(discs), np.nan)
        for bound, mine in _bounds(discs, rows):
            room_m[mine] = self._rooms_m(bound, discs.take(mine))
        is_known, is_in = ~np.isnan(room_m), found.truth == Truth.TRUE
        low = np.where(is_known, np.where(is_in, -np.inf, room_m), low)
        high = np.where(is_known, np.where(is_in, -room_m, np.inf), high)
        return replace(found, low_m=low, high_m=high)

    def _undecided(self, discs: Discs, found: Measure) -> NDArray[np.intp]:
        """Return the rows with ground of their own, and no named area, that their discs leave open.

        Where corners of the ground that are in the disc answer differently, it stays so.
        """
        if discs.own is None:
            return np.empty(0, dtype=np.intp)
        is_open = (found.truth == Truth.UNKNOWN) & (discs.own >= 0) & (discs.area < 0)
        rows = np.flatnonzero(is_open)
        if not len(rows):
            return rows
        corners, of = corners_of(discs, rows)
        truth = self._region_of((-1, None))[0].truth(corners)
        is_in, is_out = np.zeros((2, len(rows)), dtype=np.bool_)
        is_in[of[truth == Truth.TRUE]] = True
        is_out[of[truth == Truth.FALSE]] = True
        return rows[~(is_in & is_out)]

    def _region_of(self, bound: Bound) -> tuple[Tested, Tested]:
        """Return the region as it is seen from what holds a position, and what holds it."""
        return self._asked.of(bound, lambda: self._regions(bound))

    def _regions(self, bound: Bound) -> tuple[Tested, Tested]:
        area, own = bound
        held = (*(self._areas[area : area + 1] if area >= 0 else ()), *([own] if own else ()))
        seen = seen_from(held[0], self._region) if area >= 0 else self._region
        whole = held[0] if len(held) == 1 else AllOf(held) if held else Everywhere()
        return self._compiled(seen, ()), self._compiled(whole, ())

    def _of(self, bound: Bound, discs: Discs) -> tuple[TruthArray, ReasonArray]:
        """Test positions in one area: by their discs where those decide, else by a search."""
        region, ground = self._region_of(bound)
        alone = discs.alone()
        found, inside = region.measure(alone), ground.truth(alone)
        truth, doubts = found.truth.copy(), found.doubts.copy()
        has_disc = np.isfinite(discs.lon_deg) & np.isfinite(discs.radius_m)
        misses = has_disc & (inside == Truth.FALSE)
        truth[misses], doubts[misses] = Truth.UNKNOWN, Reason.PLACE_UNRESOLVED
        # A disc that is decided, or lies in the area whole, needs no look at what both leave.
        is_known = has_disc & ((found.truth != Truth.UNKNOWN) | (inside != Truth.UNKNOWN))
        rows = np.flatnonzero(~is_known)
        truth[rows], doubts[rows] = self._searched(bound, discs.take(rows))
        return truth, doubts

    def _searched(self, bound: Bound, discs: Discs) -> tuple[TruthArray, ReasonArray]:
        """Answer for positions in one area that their discs alone do not decide."""
        places, place_of = _places(discs)
        known = self._found.of(bound, dict)
        new = [disc for disc in places if disc not in known]
        if new:
            answers = self._answers(bound, new)
            known.update(
                zip(new, zip(*(one.tolist() for one in answers), strict=True), strict=True)
            )
        found = np.array([known[disc] for disc in places], dtype=np.int64).reshape(-1, 2)
        truth, doubts = found[place_of].T
        return truth.astype(np.int8), doubts.astype(np.uint32)

    def _answers(self, bound: Bound, places: list[Disc | None]) -> tuple[TruthArray, ReasonArray]:
        region, ground = self._region_of(bound)
        truth = np.full(len(places), Truth.UNKNOWN, dtype=np.int8)
        doubts = np.full(len(places), Reason.PLACE_VAGUE, dtype=np.uint32)
        spot, rows = self._spot(bound), [*range(len(places))]
        if spot is not None and None in places:
            found, at = region.measure(_discs([spot])), places.index(None)
            truth[at], doubts[at] = found.truth[0], found.doubts[0]
            rows = [row for row in rows if row != at]
        searched, grounds = self._grounds(bound, places, rows)
        truth[searched], doubts[searched] = answers_of(region, ground, grounds)
        return truth, doubts

    def _rooms_m(self, bound: Bound, discs: Discs) -> FloatArray:
        """Return how far decided positions in an area may move, NaN where that is not found."""
        places, place_of = _places(discs)
        known = self._rooms.of(bound, dict)
        new = [disc for disc in places if disc not in known]
        if new:
            known.update(zip(new, self._found_rooms_m(bound, new).tolist(), strict=True))
        return np.array([known[disc] for disc in places], dtype=np.float64)[place_of]

    def _found_rooms_m(self, bound: Bound, places: list[Disc | None]) -> FloatArray:
        region, ground = self._region_of(bound)
        room_m = np.zeros(len(places))
        # A disc that is decided as seen from the area has what it has alone.
        alone = [self._spot(bound) if disc is None else disc for disc in places]
        rows = [row for row, disc in enumerate(alone) if disc is not None]
        room_m[rows] = region.room_m(_discs([disc for disc in alone if disc is not None]))
        searched, grounds = self._grounds(bound, places, np.flatnonzero(room_m <= 0.0).tolist())
        room_m[searched] = rooms_of(region, ground, grounds)
        return room_m

    def _spot(self, bound: Bound) -> Disc | None:
        """Return the disc that a report of a point alone is, None of an area."""
        named = self._areas[bound[0]] if bound[0] >= 0 else bound[1]
        if isinstance(named, Named) and isinstance(named.shape, Point):
            return named.shape.lon_deg, named.shape.lat_deg, named.shape.accuracy_m
        return None

    def _grounds(
        self, bound: Bound, places: list[Disc | None], rows: Iterable[int]
    ) -> tuple[list[int], list[Ground]]:
        """Return which of some places are bounded, by their discs or their area, and their grounds.

        What is bounded by both is looked at within the smaller of the two.
        """
        extent = extent_of(self._areas[bound[0]]) if bound[0] >= 0 else None
        found, grounds = [], []
        for row in rows:
            disc = places[row]
            within = disc if disc and not (extent and extent[2] <= disc[2]) else extent
            if within is not None:
                found.append(row)
                grounds.append((disc, within))
        return found, grounds


def _bounds(discs: Discs, rows: NDArray[np.intp]) -> Iterator[tuple[Bound, NDArray[np.intp]]]:
    """Yield what holds some positions beside their discs, and which of ``rows`` each holds."""
    own = np.full(len(discs), -1) if discs.own is None else discs.own
    pairs = np.stack([discs.area[rows], own[rows]], axis=-1)
    if not len(rows):
        return
    different, of = np.unique(pairs, axis=0, return_inverse=True)
    order = np.argsort(of.ravel(), kind="stable")
    parts = np.split(order, np.cumsum(np.bincount(of.ravel(), minlength=len(different)))[:-1])
    for (area, ground), part in zip(different.tolist(), parts, strict=True):
        bound = max(area, -1), discs.grounds[ground] if ground >= 0 else None
        yield bound, rows[part]


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
