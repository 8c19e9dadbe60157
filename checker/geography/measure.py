"""What is known of where reports lie to a region: truth, doubts, the signed interval, its parts."""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from checker.geography.discs import FloatArray
from checker.geography.region import Length
from checker.values.truth import TruthArray
from checker.values.verdict import ReasonArray

__all__ = ["Distance", "Measure"]

Item = TypeVar("Item", bound=np.generic)


@dataclass(frozen=True, slots=True)
class Distance:
    """Hold the distances of n reports to one drawn thing, in metres, as findings show them.

    ``limit`` is the depth that the text sets there, None where it sets none. NaN where the report
    gives no position; infinite ends where the radius or the map is not known.
    """

    name: str
    limit: Length | None
    low_m: FloatArray
    best_m: FloatArray
    high_m: FloatArray

    def replaced(self, rows: NDArray[np.intp], other: "Distance") -> "Distance":
        """Return a copy that has the distances of ``other`` at ``rows``."""
        return Distance(
            self.name,
            self.limit,
            _put(self.low_m, rows, other.low_m),
            _put(self.best_m, rows, other.best_m),
            _put(self.high_m, rows, other.high_m),
        )

    def take(self, index: NDArray[np.intp]) -> "Distance":
        """Return the reports at ``index``."""
        return Distance(
            self.name, self.limit, self.low_m[index], self.best_m[index], self.high_m[index]
        )


@dataclass(frozen=True, slots=True)
class Measure:
    """Hold what n reports are to one region; arrays of shape (n,).

    ``low_m`` and ``high_m`` bound the signed distance of every point of the disc to the region,
    negative inside; NaN where no position is given, or a named area leaves it open. A report that
    moves by less than the near end of what is decided keeps its answer; where it takes its area to
    decide, that end is a bound, and the far one infinite.
    ``decides_radius_m`` is the largest radius at the same centre that would decide, NaN where none
    would or nothing is open. ``needs_all`` says where none of the ``doubts`` alone, removed, would
    decide.
    """

    truth: TruthArray
    doubts: ReasonArray
    needs_all: NDArray[np.bool_]
    low_m: FloatArray
    high_m: FloatArray
    decides_radius_m: FloatArray
    legs: tuple[Distance, ...]

    def take(self, index: NDArray[np.intp]) -> "Measure":
        """Return the reports at ``index``, in that order."""
        return Measure(
            self.truth[index],
            self.doubts[index],
            self.needs_all[index],
            self.low_m[index],
            self.high_m[index],
            self.decides_radius_m[index],
            tuple(leg.take(index) for leg in self.legs),
        )

    def replaced(self, rows: NDArray[np.intp], other: "Measure") -> "Measure":
        """Return a copy that has what ``other`` holds at ``rows``."""
        return Measure(
            _put(self.truth, rows, other.truth),
            _put(self.doubts, rows, other.doubts),
            _put(self.needs_all, rows, other.needs_all),
            _put(self.low_m, rows, other.low_m),
            _put(self.high_m, rows, other.high_m),
            _put(self.decides_radius_m, rows, other.decides_radius_m),
            tuple(
                mine.replaced(rows, theirs)
                for mine, theirs in zip(self.legs, other.legs, strict=True)
            ),
        )


def _put(into: NDArray[Item], rows: NDArray[np.intp], values: NDArray[Item]) -> NDArray[Item]:
    found = into.copy()
    found[rows] = values
    return found
