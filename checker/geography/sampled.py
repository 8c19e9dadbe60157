"""Distances from places round the centres of discs, kept, so that no region has them taken again.

Regions that differ in their limits look at the same places, from the same outlines.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from checker.geography.discs import Discs, FloatArray
from checker.geography.pairs import IndexArray

__all__ = ["Sampled", "sampled_of"]

_MOST_BYTES = 1 << 24


class Sampled:
    """Keep what was measured for n discs at so many places each.

    Nothing is kept for the first who asks: mostly nobody else does. Of each 16 MiB are kept at the
    most; what has no room is measured anew.
    """

    def __init__(self, discs: Discs, places: int) -> None:
        self._most = min(len(discs), _MOST_BYTES // (9 * places))
        self._places = places
        self._radius_m = discs.radius_m
        self._first: object = None
        self._used = 0
        self._slot: IndexArray = np.empty(0, dtype=np.intp)
        self._found: FloatArray = np.empty((0, places))
        self._has: NDArray[np.bool_] = np.empty((0, places), dtype=np.bool_)

    def is_of(self, discs: Discs) -> bool:
        """Say whether it is of these discs: others may have the same centres."""
        return self._radius_m is discs.radius_m

    def of(
        self,
        asker: object,
        row: IndexArray,
        place: IndexArray,
        measure: Callable[[IndexArray], FloatArray],
    ) -> FloatArray:
        """Return the distances of k pairs of a disc and one of its places, shape (k,).

        ``measure`` takes which of the pairs it is asked for.
        """
        if self._first is None:
            self._first = asker
        if asker is self._first:
            return measure(np.arange(len(row)))
        slot = self._slots(row)
        found = np.empty(len(row))
        has = slot >= 0
        has[has] = self._has[slot[has], place[has]]
        found[has] = self._found[slot[has], place[has]]
        lacks = np.flatnonzero(~has)
        if len(lacks):
            found[lacks] = measure(lacks)
            kept = lacks[slot[lacks] >= 0]
            self._found[slot[kept], place[kept]] = found[kept]
            self._has[slot[kept], place[kept]] = True
        return found

    def _slots(self, row: IndexArray) -> IndexArray:
        """Return where each row is kept, -1 for nowhere."""
        if not len(self._slot):
            self._slot = np.full(len(self._radius_m), -1, dtype=np.intp)
        new = np.unique(row[self._slot[row] < 0])[: self._most - self._used]
        if self._used + len(new) > len(self._found):
            self._grow(min(self._most, 2 * self._used + len(new)))
        self._slot[new] = self._used + np.arange(len(new))
        self._used += len(new)
        return self._slot[row]

    def _grow(self, rows: int) -> None:
        """Make room for so many rows: no more than are needed, for most batches need few."""
        found, has = self._found, self._has
        self._found = np.empty((rows, self._places))
        self._has = np.zeros((rows, self._places), dtype=np.bool_)
        self._found[: len(found)] = found
        self._has[: len(has)] = has


def sampled_of(discs: Discs, leg: object, places: int, *, is_rough: bool) -> Sampled:
    """Return what is kept of the looks from some discs at a leg, that of its ``key``."""
    name = "sampled", leg, is_rough
    kept = discs.known.get(name)
    if not isinstance(kept, Sampled) or not kept.is_of(discs):
        kept = Sampled(discs, places)
        discs.known[name] = kept
    return kept
