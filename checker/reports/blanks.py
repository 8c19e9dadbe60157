"""Columns that a file does not have: a few arrays for all of them, which nobody looks at."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from checker.geography.discs import Discs, FloatArray
from checker.reports.batch import MISSING, MISSING_US, CodeArray, Coded, Lists
from checker.reports.cells import Texts
from checker.values.window import InstantArray

__all__ = ["Blanks"]

Scalar = TypeVar("Scalar", bound=np.generic)


class Blanks:
    """Hand out columns of n blank cells; they share their memory, and nobody may write to it."""

    def __init__(self) -> None:
        self._codes = np.empty(0, dtype=np.int32)
        self._numbers = np.empty(0, dtype=np.float64)
        self._instants = np.empty(0, dtype=np.int64)
        self._flags = np.empty(0, dtype=np.bool_)
        self._offsets = np.empty(0, dtype=np.int64)

    def codes(self, count: int) -> CodeArray:
        """Return codes that are all MISSING."""
        if len(self._codes) < count:
            self._codes = _filled(count, np.int32(MISSING))
        return self._codes[:count]

    def numbers(self, count: int) -> FloatArray:
        """Return numbers that are all NaN."""
        if len(self._numbers) < count:
            self._numbers = _filled(count, np.float64("nan"))
        return self._numbers[:count]

    def instants(self, count: int) -> InstantArray:
        """Return instants that are all MISSING_US."""
        if len(self._instants) < count:
            self._instants = _filled(count, np.int64(MISSING_US))
        return self._instants[:count]

    def flags(self, count: int) -> NDArray[np.bool_]:
        """Return flags that are all False."""
        if len(self._flags) < count:
            self._flags = _filled(count, np.bool_(False))  # noqa: FBT003 - the value itself
        return self._flags[:count]

    def texts(self, count: int) -> Texts:
        """Return blank texts."""
        return Texts((), self.codes(count))

    def coded(self, count: int) -> Coded:
        """Return texts that are not there."""
        return Coded(self.codes(count))

    def lists(self, count: int) -> Lists:
        """Return empty lists."""
        if len(self._offsets) <= count:
            self._offsets = _filled(count + 1, np.int64(0))
        return Lists(self.codes(0), self.codes(0), self._offsets[: count + 1])

    def places(self, count: int) -> Discs:
        """Return places that are not given."""
        number = self.numbers(count)
        return Discs(number, number, number, self.codes(count))


def _filled(count: int, value: Scalar) -> NDArray[Scalar]:
    found = np.full(count, value, dtype=value.dtype)
    found.flags.writeable = False
    return found
