"""A region compiled: where discs lie to it, why that may be open, and what would decide it."""

from collections.abc import Iterator
from dataclasses import replace
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from checker.geography.deciding import deciding_radius_m, kept, near_end_m, truth_of
from checker.geography.discs import Discs, FloatArray
from checker.geography.enclosed import Enclosed
from checker.geography.legs import EVERYTHING, Leg, Raw, Span, Without
from checker.geography.likelihood import likelihood_of
from checker.geography.looks import Looks
from checker.geography.measure import Distance, Measure
from checker.geography.pairs import IndexArray
from checker.geography.region import Region
from checker.geography.screening import Screening
from checker.geography.survey import surveyed
from checker.geography.tree import (
    Raws,
    has_open_text,
    has_undrawn,
    limits_of,
    signed_span,
    tree_of,
)
from checker.values.truth import Truth, TruthArray
from checker.values.verdict import Reason, ReasonArray

__all__ = ["Field", "compile_field", "slack_of"]

BoolArray = NDArray[np.bool_]

_DOUBTS: tuple[tuple[Reason, tuple[Without, ...]], ...] = (
    (Reason.PLACE_VAGUE, (Without(radius=True),)),
    (Reason.PLACE_LINE_VAGUE, (Without(accuracy=True),)),
    (Reason.SIDE_UNKNOWN, (Without(side="with"), Without(side="against"))),
    (Reason.TEXT_VAGUE, (Without(text="low"), Without(text="high"))),
    (Reason.GEOMETRY_DEFERRED, (Without(deferred=True),)),
)
"""Each doubt with the tests in which it alone is left out; all of them must decide."""

_SURE_SHARE = 0.95
_SURE_OFF_M = 1.0


class Field:
    """Measure discs against one region.

    Distances are to 1 mm + 1e-9 of the distance; an end of the signed interval nearer to 0 than
    that decides nothing (``slack_of``). A position in a named area, with or without a disc, is
    tested over the ground that both leave (``Enclosed``).
    """

    def __init__(self, region: Region, areas: tuple[Region, ...]) -> None:
        self.region = region
        self._tree = tree_of(region)
        self._depths = limits_of(self._tree)
        self._legs: dict[int, Leg] = {id(leg): leg for d in self._depths for leg in d.legs}
        self._looks = Looks(self._tree, self._legs)
        self._enclosed = Enclosed(region, areas, compile_field)
        # Whether a disc lies across a seam is asked at its rim, which a smaller one has elsewhere.
        is_whole = not any(leg.may_have_seam for leg in self._legs.values())
        self._screening = Screening(self.sure_m) if self._legs and is_whole else None

    @property
    def is_screened(self) -> bool:
        """Say whether many discs may be decided without a distance."""
        return self._screening is not None

    def truth(self, discs: Discs) -> TruthArray:
        """Say for n discs whether they lie in the region; UNKNOWN without a place."""
        if not discs.are_discs().all():
            return self._answers(discs)[0]
        low, high, slack = self._interval(discs)
        return truth_of((low, high), slack)

    def test(self, discs: Discs, rows: IndexArray | None = None) -> tuple[TruthArray, ReasonArray]:
        """Say whether n discs, or those at ``rows``, lie in the region and, where UNKNOWN, why.

        The answers are those of ``measure``, which is asked where a screen leaves them open.
        """
        rows = np.arange(len(discs)) if rows is None else rows
        truth = np.full(len(rows), Truth.UNKNOWN, dtype=np.int8)
        doubts = np.zeros(len(rows), dtype=np.uint32)
        if self._screening is not None:
            plain = np.flatnonzero(discs.are_discs()[rows])
            at = rows[plain]
            axes = (axis[at] for axis in (discs.lon_deg, discs.lat_deg, discs.radius_m))
            truth[plain] = self._screening.truth(*axes)
        left = np.flatnonzero(truth == Truth.UNKNOWN)
        truth[left], doubts[left] = self._answers(discs, rows[left])
        return truth, doubts

    def measure(self, discs: Discs, rows: IndexArray | None = None) -> Measure:
        """Measure n discs, or those at ``rows``."""
        raws = self._raws(discs, rows)
        discs = discs if rows is None else discs.take(rows)
        found = self._alone(raws, discs)
        low, high = self._kept(raws, discs, (found.low_m, found.high_m))
        found = self._enclosed.amended(discs, replace(found, low_m=low, high_m=high))
        return self._enclosed.bounded(discs, found)

    def room_m(self, discs: Discs) -> FloatArray:
        """Return how far n discs may move and keep their answers, metres; 0 where they have none.

        Of a disc alone, without its named area. Infinite where no place is asked.
        """
        raws = self._raws(discs)
        span = signed_span(self._tree, raws, _radius(discs), EVERYTHING)
        is_open = truth_of(span, slack_of(raws, len(discs))) == Truth.UNKNOWN
        return np.where(is_open, 0.0, near_end_m(self._kept(raws, discs, span)))

    def _kept(self, raws: Raws, discs: Discs, span: Span) -> Span:
        return kept(self._tree, raws, _radius(discs), span, slack_of(raws, len(discs)))

    def _answers(
        self, discs: Discs, rows: IndexArray | None = None
    ) -> tuple[TruthArray, ReasonArray]:
        """Say of n discs, or those at ``rows``, what ``measure`` does, without their margins."""
        raws = self._raws(discs, rows)
        discs = discs if rows is None else discs.take(rows)
        found = self._enclosed.amended(discs, self._alone(raws, discs))
        return found.truth, found.doubts

    def _alone(self, raws: Raws, discs: Discs) -> Measure:
        """Measure n discs without their named areas."""
        radius_m = _radius(discs)
        low, high = signed_span(self._tree, raws, radius_m, EVERYTHING)
        slack = slack_of(raws, len(discs))
        truth = truth_of((low, high), slack)
        doubts = np.zeros(len(discs), dtype=np.uint32)
        needs_all = np.zeros(len(discs), dtype=np.bool_)
        decides_m = np.full(len(discs), np.nan)
        is_open = np.flatnonzero((truth == Truth.UNKNOWN) & np.isfinite(discs.lon_deg))
        if len(is_open):
            some = {key: raw.take(is_open) for key, raw in raws.items()}
            found_doubts = self._doubts(some, radius_m[is_open], slack[is_open])
            doubts[is_open], needs_all[is_open] = found_doubts
            decides_m[is_open] = deciding_radius_m(self._tree, some, slack[is_open])
        lacks = ~np.isfinite(discs.lon_deg) & (truth == Truth.UNKNOWN)
        doubts[lacks] = Reason.PLACE_UNRESOLVED
        legs = tuple(self._distances(raws, radius_m))
        return Measure(truth, doubts, needs_all, low, high, decides_m, legs)

    def likelihood(self, discs: Discs, rows: IndexArray | None = None) -> FloatArray:
        """Return how likely n positions, or those at ``rows``, lie in the region as drawn.

        From a circular normal whose 95 % radius is the stated one (design, semantics). NaN where
        nobody can say: without a radius, with a named area, and where the text or the map is open.
        """
        rows = np.arange(len(discs)) if rows is None else rows
        if has_open_text(self._tree):
            return np.full(len(rows), np.nan)
        return likelihood_of(discs, self._looks, rows)

    def sure_m(self, lon_deg: FloatArray, lat_deg: FloatArray) -> FloatArray:
        """Return how large discs about n positions may be and still be decided (``screen.Sure``).

        Every end of the signed interval, and every test of whether a side is told, changes by no
        more than the radius grows or the centre moves, so that a disc within a decided one is
        decided, and alike. The slack of an open end alone grows faster than it should, by 3.3e-3
        (distance / earth's radius)^2 a metre: that, and rounding, is what is taken off.
        """
        raws = {key: leg.read(lon_deg, lat_deg) for key, leg in self._legs.items()}
        slack = slack_of(raws, len(lon_deg))
        low, high = signed_span(self._tree, raws, np.zeros(len(lon_deg)), EVERYTHING)
        decides_m = deciding_radius_m(self._tree, raws, slack)
        most_m = np.maximum(decides_m * _SURE_SHARE - _SURE_OFF_M, 0.0)
        sure_m = np.where(truth_of((low, high), slack) == Truth.TRUE, -most_m, most_m)
        return np.where(np.isnan(most_m), 0.0, sure_m)

    def drawn_m(self, lon_deg: FloatArray, lat_deg: FloatArray) -> FloatArray:
        """Return signed distances of n positions to the region as drawn, in metres; NaN stays."""
        return self._looks.drawn_m(lon_deg, lat_deg)

    def _raws(self, discs: Discs, rows: IndexArray | None = None) -> Raws:
        return {key: surveyed(leg, discs, rows) for key, leg in self._legs.items()}

    def _interval(self, discs: Discs) -> tuple[FloatArray, FloatArray, FloatArray]:
        raws = self._raws(discs)
        low, high = signed_span(self._tree, raws, _radius(discs), EVERYTHING)
        return low, high, slack_of(raws, len(discs))

    def _doubts(
        self, raws: Raws, radius_m: FloatArray, slack: FloatArray
    ) -> tuple[ReasonArray, BoolArray]:
        """Return every doubt that alone keeps a test open; all that are present if none does.

        Also say where none does.
        """
        alone = np.zeros(len(slack), dtype=np.uint32)
        present = np.zeros(len(slack), dtype=np.uint32)
        for (reason, tests), is_there in zip(_DOUBTS, self._present(raws, radius_m), strict=True):
            if not is_there.any():
                continue
            spans = [signed_span(self._tree, raws, radius_m, test) for test in tests]
            decides = reduce(
                np.logical_and, [truth_of(span, slack) != Truth.UNKNOWN for span in spans]
            )
            alone[is_there & decides] |= np.uint32(reason)
            present[is_there] |= np.uint32(reason)
        low, high = signed_span(self._tree, raws, radius_m, EVERYTHING)
        close = np.minimum(np.abs(low), np.abs(high)) <= slack
        alone[close] |= np.uint32(Reason.NUMERICALLY_CLOSE)
        return np.where(alone != 0, alone, present), alone == 0

    def _present(self, raws: Raws, radius_m: FloatArray) -> Iterator[BoolArray]:
        """Say where each doubt is there at all, in the order of ``_DOUBTS``."""
        count = len(radius_m)
        none = np.zeros(count, dtype=np.bool_)
        legs = list(raws.values())
        limits = [depth.limit for depth in self._depths if depth.limit is not None]
        is_vague = any(one.low_m != one.high_m and not one.is_deferred for one in limits)
        is_deferred = has_undrawn(self._tree) or any(one.is_deferred for one in limits)
        yield radius_m > 0.0
        yield reduce(np.logical_or, [_is_drawn_vaguely(leg) for leg in legs], none)
        yield reduce(np.logical_or, [leg.is_open(radius_m, EVERYTHING) for leg in legs], none)
        yield none | is_vague
        yield none | is_deferred

    def _distances(self, raws: Raws, radius_m: FloatArray) -> Iterator[Distance]:
        """Yield what findings show: a line with a limit once, though its side be asked too."""
        limited = {leg.name for depth in self._depths if depth.limit for leg in depth.legs}
        seen = set()
        for depth in self._depths:
            for leg in depth.legs:
                if (leg.name, depth.limit) in seen or (depth.limit is None and leg.name in limited):
                    continue
                seen.add((leg.name, depth.limit))
                raw = raws[id(leg)]
                (low, high), (other_low, other_high) = raw.spans(radius_m, EVERYTHING)
                yield Distance(
                    leg.name,
                    depth.limit,
                    np.minimum(low, other_low),
                    raw.signed_m() if not raw.is_deferred else np.full(len(low), np.nan),
                    np.maximum(high, other_high),
                )


def compile_field(region: Region, areas: tuple[Region, ...] = ()) -> Field:
    """Compile a region; ``areas`` are those that reports may name, by their index in ``Discs``."""
    return Field(region, areas)


def slack_of(raws: Raws, count: int) -> FloatArray:
    """Return the numerical error that an end of an interval may have: 1 mm + 1e-9 of the distance.

    The stated bound of design/geography.md; the farthest leg counts. Shape (n,), metres.
    """
    far = [np.abs(raw.exact_m) for raw in raws.values() if not raw.is_deferred]
    farthest = reduce(np.maximum, far, np.zeros(count))
    return np.asarray(1e-3 + 1e-9 * np.where(np.isfinite(farthest), farthest, 0.0))


def _radius(discs: Discs) -> FloatArray:
    """Return radii; one that is not known may be any."""
    return np.where(np.isnan(discs.radius_m), np.inf, discs.radius_m)


def _is_drawn_vaguely(raw: Raw) -> BoolArray:
    if raw.is_deferred:
        return np.zeros(len(raw.exact_m), dtype=np.bool_)
    return np.asarray(raw.most_m > raw.least_m)
