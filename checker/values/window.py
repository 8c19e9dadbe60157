"""The part of each report's time in which a clause applies: for certain, and at most."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.values.truth import Scope, Truth, TruthArray

__all__ = ["InstantArray", "Met", "Window"]

InstantArray = NDArray[np.int64]
"""Microseconds since 1970-01-01T00:00Z."""

Met = Callable[[InstantArray, InstantArray], tuple[TruthArray, TruthArray]]
"""Return the least and the greatest answer that something takes within intervals; shapes (n,)."""


@dataclass(frozen=True, slots=True)
class Window:
    """Hold closed intervals of n reports, in microseconds; every array has shape (n,).

    A report of a moment keeps its whole interval. One that speaks of all the while is cut:
    ``from_us`` to ``to_us`` is what the clause may apply to, ``sure_from_us`` to ``sure_to_us``
    what it certainly does, with the end before the start where that is nothing.
    """

    from_us: InstantArray
    to_us: InstantArray
    sure_from_us: InstantArray
    sure_to_us: InstantArray
    is_throughout: NDArray[np.bool_]

    def take(self, index: NDArray[np.intp]) -> "Window":
        """Return the reports at ``index``."""
        return Window(
            self.from_us[index],
            self.to_us[index],
            self.sure_from_us[index],
            self.sure_to_us[index],
            self.is_throughout[index],
        )

    def answer(self, scope: Scope, met: Met) -> TruthArray:
        """Fold what is met: the one answer met throughout, else UNKNOWN.

        Of all the while, one TRUE in what certainly counts is enough for scope ``some``, and one
        FALSE there too much for ``all`` (design, semantics, Some and all).
        """
        least, most = met(self.from_us, self.to_us)
        truth = np.where(least == most, least, np.int8(Truth.UNKNOWN))
        least, most = met(self.sure_from_us, self.sure_to_us)
        is_sure = self.is_throughout & (self.sure_from_us <= self.sure_to_us)
        if scope == "some":
            truth = np.where(is_sure & (most == Truth.TRUE), np.int8(Truth.TRUE), truth)
        else:
            truth = np.where(is_sure & (least == Truth.FALSE), np.int8(Truth.FALSE), truth)
        return truth.astype(np.int8)
