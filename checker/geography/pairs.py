"""Pairs of points and pieces of a line, point by point, and the least of each point's pairs."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.geography.discs import FloatArray

__all__ = ["IndexArray", "Pairs", "pairs_of"]

IndexArray = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Hold n points' pieces, in the order of the points, the pieces of each in their own order.

    ``point`` and ``piece`` have shape (pairs,); ``first``, shape (n,), is where each point's begin.
    Every point has a pair.
    """

    point: IndexArray
    piece: IndexArray
    first: IndexArray

    def least(self, values: FloatArray) -> FloatArray:
        """Return the least value of each point, shape (n,)."""
        return np.asarray(np.minimum.reduceat(values, self.first))

    def first_least(self, values: FloatArray) -> IndexArray:
        """Return which pair has the least value of each point, the first of equals; shape (n,)."""
        is_least = values == self.least(values)[self.point]
        place = np.where(is_least, np.arange(len(values)), len(values))
        return np.asarray(np.minimum.reduceat(place, self.first))

    def where(self, kept: NDArray[np.bool_]) -> "Pairs":
        """Return the pairs that are ``kept``; of every point at least one is."""
        count = np.add.reduceat(kept, self.first, dtype=np.intp)
        first = np.cumsum(count) - count
        return Pairs(self.point[kept], self.piece[kept], first)


def pairs_of(point: IndexArray, piece: IndexArray, count: int) -> Pairs:
    """Return pairs that stand in the order of their points, of which there are ``count``."""
    return Pairs(point, piece, np.searchsorted(point, np.arange(count)))
