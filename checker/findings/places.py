"""What was measured of the reports that are told: their places alone, and each step once."""

import numpy as np
from numpy.typing import NDArray

from checker.evaluate.columns import Columns
from checker.geography.measure import Measure

__all__ = ["Places"]


class Places:
    """Hold the reports at ``rows`` of a batch; a measure has their order, shape (rows,)."""

    def __init__(self, columns: Columns, rows: NDArray[np.intp]) -> None:
        self._columns = columns
        self._rows = rows
        self._known: dict[int, Measure] = {}

    def measure(self, step: int) -> Measure:
        """Return what was measured for a place step of the plan."""
        if step not in self._known:
            self._known[step] = self._columns.measure(step, self._rows)
        return self._known[step]
