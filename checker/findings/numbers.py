"""The numbers of findings, column by column: margins, likelihoods, radii and distances.

Every array has one item for each row that is told; NaN stands for what is not known. Lengths are
metres, rounded to a millimetre.
"""

from dataclasses import dataclass
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from checker.evaluate.judged import Judged
from checker.evaluate.run import JudgedBatch, JudgedRun
from checker.findings.places import Places
from checker.geography.discs import FloatArray
from checker.plan.plan import PlannedClause, PlannedReading, PlannedVariant
from checker.values.truth import Truth
from checker.values.verdict import ReasonArray, Verdict

__all__ = ["Ends", "Numbers", "cell", "cells"]

_HOUR_US = 3.6e9


@dataclass(frozen=True, slots=True)
class Ends:
    """Hold the distances to one drawn thing: least, from the centre, most; and its limit.

    ``limit_m`` are the two ends of the limit, None where the text sets none there; what nobody
    published is infinite.
    """

    name: str
    low_m: FloatArray
    best_m: FloatArray
    high_m: FloatArray
    limit_m: tuple[float, float] | None


def cell(value: float) -> float | None:
    """Return a number as a finding holds it, None for one that is not known."""
    return float(value) if np.isfinite(value) else None


def cells(values: FloatArray) -> list[float | None]:
    """Return numbers as a finding holds them, None for those that are not known."""
    listed: list[float | None] = values.tolist()
    unknown = np.flatnonzero(~np.isfinite(values))
    for at in unknown.tolist():
        listed[at] = None
    return listed


class Numbers:
    """Work out the numbers of one clause for the reports at ``rows`` of a batch."""

    def __init__(
        self, run: JudgedRun, batch: JudgedBatch, clause: PlannedClause, rows: NDArray[np.intp]
    ) -> None:
        self.rows = rows
        self._run = run
        self._batch = batch
        self._clause = clause
        self._places = Places(batch.columns, rows)
        self._ends: dict[int, tuple[Ends, ...]] = {}
        self._likelihoods: dict[int, tuple[FloatArray, NDArray[np.bool_]]] = {}

    def margin_m(self, number: int) -> FloatArray:
        """Return the near end of the region's signed interval, positive on the lawful side.

        Where several actors or sides are concerned, the least favourable one's. A duty to act has
        no lawful side: to do it elsewhere breaks nothing.
        """
        reading = self._reading(number)
        if reading.kind == "act":
            return self._unknown()
        concerned = self._judged(number).concerned[:, self.rows]
        margins = (
            np.where(is_concerned, self._margin_of(variant), np.nan)
            for variant, is_concerned in zip(reading.variants, concerned, strict=True)
            if is_concerned.any()
        )
        return reduce(np.fmin, margins, self._unknown())

    def margin_h(self, number: int) -> FloatArray:
        """Return the hours from the report to a duty's date, positive before it."""
        deadline = self._run.deadline(self._reading(number))
        if deadline is None or deadline.low_us != deadline.high_us:
            return self._unknown()
        frame = self._batch.columns.frame
        hours = np.round((deadline.low_us - frame.to_us[self.rows]) / _HOUR_US, 3)
        return np.where(frame.has_time[self.rows], hours, np.nan)

    def likelihood(self, number: int, asked: NDArray[np.bool_]) -> FloatArray:
        """Return how likely each row that is ``asked`` lies in the region, where it applies.

        This takes longer than all the rest, so it is worked out once for a row and a region.
        """
        judged = self._judged(number)
        found = self._unknown()
        for index, variant in enumerate(self._reading(number).variants):
            if (step := variant.pattern.where) is not None:
                chosen = asked & (judged.variant[self.rows] == index)
                chosen &= judged.verdict[self.rows] != Verdict.NOT_APPLICABLE
                found = np.where(chosen, self._likely(step, chosen), found)
        return found

    def _likely(self, step: int, wanted: NDArray[np.bool_]) -> FloatArray:
        """Return the likelihoods for a region, of the wanted rows and those asked for before."""
        if step not in self._likelihoods:
            self._likelihoods[step] = (self._unknown(), np.zeros(len(self.rows), dtype=np.bool_))
        found, is_known = self._likelihoods[step]
        fresh = np.flatnonzero(wanted & ~is_known)
        if len(fresh):
            likely = self._batch.columns.likelihood(step, self.rows[fresh])
            found[fresh] = np.round(likely, 3)
            is_known[fresh] = True
        return found

    def radius_m(self, number: int) -> FloatArray:
        """Return the largest radius at the same centre that would decide an open place."""
        judged = self._judged(number)
        is_open = judged.verdict[self.rows] == Verdict.UNDETERMINED
        found = self._unknown()
        for index, variant in enumerate(self._reading(number).variants):
            wanted = is_open & (judged.variant[self.rows] == index)
            if wanted.any():
                found = np.where(wanted, self._radius_of(variant), found)
        return found

    def together(self, number: int) -> ReasonArray:
        """Return the doubts about the place of which none alone would decide it."""
        judged = self._judged(number)
        found = np.zeros(len(self.rows), dtype=np.uint32)
        for index, variant in enumerate(self._reading(number).variants):
            wanted = judged.variant[self.rows] == index
            for step in _steps(variant) if wanted.any() else ():
                measure = self._places.measure(step)
                joint = np.where(measure.needs_all & wanted, measure.doubts, np.uint32(0))
                found |= joint.astype(np.uint32)
        return found

    def ends(self, variant: PlannedVariant) -> tuple[Ends, ...]:
        """Return the distances to everything that a variant's region is drawn by."""
        step = variant.pattern.where
        if step is None:
            return ()
        if step not in self._ends:
            self._ends[step] = tuple(
                Ends(
                    name=f"distance to {leg.name}",
                    low_m=np.round(leg.low_m, 3),
                    best_m=np.round(leg.best_m, 3),
                    high_m=np.round(leg.high_m, 3),
                    limit_m=(round(leg.limit.low_m, 3), round(leg.limit.high_m, 3))
                    if leg.limit is not None
                    else None,
                )
                for leg in self._places.measure(step).legs
            )
        return self._ends[step]

    def _margin_of(self, variant: PlannedVariant) -> FloatArray:
        step, theatre = variant.pattern.where, variant.pattern.theatre
        if step is None:
            return self._unknown()
        measure = self._places.measure(step)
        end = np.where(measure.truth == Truth.TRUE, measure.high_m, measure.low_m)
        is_known = (measure.truth != Truth.UNKNOWN) & np.isfinite(end)
        if theatre is not None:
            is_known &= self._places.measure(theatre).truth == Truth.TRUE
        return np.where(is_known, np.round(end, 3), np.nan)

    def _radius_of(self, variant: PlannedVariant) -> FloatArray:
        """Return the least radius over the places that are open; NaN if one of them has none."""
        least = np.full(len(self.rows), np.inf)
        for step in _steps(variant):
            measure = self._places.measure(step)
            is_open = measure.truth == Truth.UNKNOWN
            # NaN, which no radius would decide, is the least.
            least = np.where(is_open, np.minimum(least, measure.decides_radius_m), least)
        return np.where(np.isfinite(least), np.round(least, 3), np.nan)

    def _reading(self, number: int) -> PlannedReading:
        return self._clause.readings[number]

    def _judged(self, number: int) -> Judged:
        return self._batch.readings[self._clause.index][number]

    def _unknown(self) -> FloatArray:
        return np.full(len(self.rows), np.nan)


def _steps(variant: PlannedVariant) -> tuple[int, ...]:
    pattern = variant.pattern
    return tuple(step for step in (pattern.theatre, pattern.where) if step is not None)
