"""Stretches of time: closed intervals of microseconds, merged, asked about in columns."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.language.core.pattern import FOREVER_US
from checker.values.window import InstantArray

__all__ = ["NONE", "Spells", "spells"]


@dataclass(frozen=True, slots=True)
class Spells:
    """Hold disjoint closed intervals in order; both arrays have shape (k,)."""

    start_us: InstantArray
    end_us: InstantArray

    def touches(self, from_us: InstantArray, to_us: InstantArray) -> NDArray[np.bool_]:
        """Say which intervals [from_us, to_us] share an instant with a spell; shape (n,)."""
        if not len(self.start_us):
            return np.zeros(len(from_us), dtype=np.bool_)
        following = np.searchsorted(self.end_us, from_us, side="left")
        has_one = following < len(self.start_us)
        start = self.start_us[np.minimum(following, len(self.start_us) - 1)]
        return has_one & (start <= to_us)

    def covers(self, from_us: InstantArray, to_us: InstantArray) -> NDArray[np.bool_]:
        """Say which intervals [from_us, to_us] lie wholly in one spell; shape (n,)."""
        if not len(self.start_us):
            return np.zeros(len(from_us), dtype=np.bool_)
        previous = np.searchsorted(self.start_us, from_us, side="right") - 1
        end = self.end_us[np.maximum(previous, 0)]
        return (previous >= 0) & (to_us <= end)

    def pairs(self) -> list[tuple[int, int]]:
        """Return the spells as pairs (start, end)."""
        return list(zip(self.start_us.tolist(), self.end_us.tolist(), strict=True))

    def meet(self, other: "Spells") -> "Spells":
        """Return what both have in common."""
        found, theirs, index = [], other.pairs(), 0
        for start, end in self.pairs():
            while index < len(theirs) and theirs[index][1] < start:
                index += 1
            for first, last in theirs[index:]:
                if first > end:
                    break
                found.append((max(start, first), min(end, last)))
        return spells(found)

    def until(self, last_us: int) -> "Spells":
        """Return what intervals that end at an instant, or before it, can tell from the spells."""
        begun = self.start_us <= last_us
        return Spells(self.start_us[begun], np.minimum(self.end_us[begun], last_us + 1))

    def minus(self, other: "Spells") -> "Spells":
        """Return what is left without the other's instants."""
        gaps, edge = [], -FOREVER_US
        for start, end in other.pairs():
            gaps.append((edge, start - 1))
            edge = end + 1
        return self.meet(spells([*gaps, (edge, FOREVER_US)]))


def spells(intervals: Iterable[tuple[int, int]]) -> Spells:
    """Merge closed intervals that overlap or adjoin; empty ones (end before start) vanish."""
    merged: list[list[int]] = []
    for start, end in sorted(pair for pair in intervals if pair[0] <= pair[1]):
        if merged and start <= merged[-1][1] + 1:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return Spells(
        np.array([start for start, _ in merged], dtype=np.int64),
        np.array([end for _, end in merged], dtype=np.int64),
    )


NONE = spells(())
