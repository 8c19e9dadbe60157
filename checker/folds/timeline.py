"""What a condition was worth at each instant: spells over a baseline, asked about in columns."""

from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from checker.folds.spells import NONE, Spells
from checker.values.truth import Scope, Truth, TruthArray
from checker.values.window import InstantArray, Window

__all__ = ["Asked", "Timeline"]


@dataclass(frozen=True, slots=True)
class Asked:
    """Hold the reports that are asked about; every array has shape (n,).

    ``from_us`` and ``to_us`` are each report's own interval, ``window`` the part of it in which the
    clause applies. ``is_one_day`` says that it lies within one civil day: two rows within one civil
    day count as one instant.
    """

    from_us: InstantArray
    to_us: InstantArray
    is_one_day: NDArray[np.bool_]
    window: Window

    def take(self, index: NDArray[np.intp]) -> "Asked":
        """Return the reports at ``index``."""
        return Asked(
            self.from_us[index],
            self.to_us[index],
            self.is_one_day[index],
            self.window.take(index),
        )


@dataclass(frozen=True, slots=True)
class Timeline:
    """Hold FALSE, UNKNOWN and TRUE spells over a baseline; TRUE beats FALSE beats UNKNOWN.

    The ``same_day`` spells speak to reports of one civil day alone.
    """

    baseline: int
    lapsed: Spells = NONE
    open: Spells = NONE
    lapsed_or_open: Spells = NONE
    held: Spells = NONE
    same_day_lapsed: Spells = NONE
    same_day_held: Spells = NONE
    same_day_open: Spells = NONE

    def until(self, last_us: int) -> "Timeline":
        """Return what reports that end at an instant, or before it, can ask of the timeline."""
        spells = {
            one.name: getattr(self, one.name).until(last_us)
            for one in fields(self)
            if one.name != "baseline"
        }
        return replace(self, **spells)

    def truth(self, asked: Asked, scope: Scope) -> TruthArray:
        """Answer for each report, by what it meets in the time in which the clause applies."""
        truth = asked.window.answer(scope, self._range)
        lapsed = asked.is_one_day & self.same_day_lapsed.touches(asked.from_us, asked.to_us)
        held = asked.is_one_day & self.same_day_held.touches(asked.from_us, asked.to_us)
        opened = asked.is_one_day & self.same_day_open.touches(asked.from_us, asked.to_us)
        truth = np.where(held & ~opened, np.int8(Truth.TRUE), truth)
        truth = np.where(opened, np.minimum(truth, np.int8(Truth.UNKNOWN)), truth)
        return np.where(lapsed, np.int8(Truth.FALSE), truth).astype(np.int8)

    def _range(self, from_us: InstantArray, to_us: InstantArray) -> tuple[TruthArray, TruthArray]:
        """Return the least and the greatest answer met in each interval."""
        is_lapsed = self.lapsed.touches(from_us, to_us)
        is_open = self.open.touches(from_us, to_us)
        is_held = self.held.touches(from_us, to_us)
        all_held = self.held.covers(from_us, to_us)
        all_lapsed = self.lapsed.covers(from_us, to_us)
        all_spoken = self.lapsed_or_open.covers(from_us, to_us)
        base = np.int8(self.baseline)
        quiet = np.where(all_spoken, np.int8(Truth.TRUE), base)
        least = np.minimum(np.where(is_open, np.int8(Truth.UNKNOWN), quiet), quiet)
        least = np.where(is_lapsed, np.int8(Truth.FALSE), least)
        least = np.where(all_held, np.int8(Truth.TRUE), least)
        most = np.where(all_spoken, np.int8(Truth.UNKNOWN), base)
        most = np.where(all_lapsed, np.int8(Truth.FALSE), most)
        most = np.where(is_held, np.int8(Truth.TRUE), most)
        return least.astype(np.int8), most.astype(np.int8)
