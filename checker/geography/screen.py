"""How large a disc may be and still be decided, cell by cell, so that few need a distance."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.geography.discs import FloatArray
from checker.geography.grid import NO_CELL, Grid
from checker.geography.pairs import IndexArray
from checker.values.truth import TruthArray

__all__ = ["Screen", "Sure", "screen_of"]

Sure = Callable[[FloatArray, FloatArray], FloatArray]
"""How large discs about n positions may be and still be decided, in metres.

Positive where they are certainly out, negative where they are certainly in, 0 where even the
position itself is open.
"""

_ROUNDED = 1.0 - 1e-6
"""Single precision is good to 6e-8: what is rounded up is taken back."""


@dataclass(frozen=True, slots=True)
class Screen:
    """Hold for each cell of a grid the radius up to which every disc in it is decided.

    A disc of radius r about any place of a cell lies in the disc of radius r + reach about the
    cell's middle. Where that is decided, so is each disc in it, and alike: it has fewer places to
    be. So ``free_m`` is what is sure at the middle less the reach, with the sign of ``Sure``; the
    quarters of a cell have at least what the cell has. Its last entry, 0, is for no cell.
    """

    grid: Grid
    free_m: NDArray[np.float32]

    def truth(
        self, lon_deg: FloatArray, lat_deg: FloatArray, radius_m: FloatArray
    ) -> tuple[TruthArray, NDArray[np.bool_]]:
        """Return what is sure of n discs, and which of them a cell holds.

        UNKNOWN is what has to be measured; NaN is, and so is what no cell holds.
        """
        cells = self.grid.cells(lon_deg, lat_deg)
        free_m = self.free_m[cells]
        # FALSE, UNKNOWN and TRUE are 0, 1 and 2.
        found = 1 + (-free_m > radius_m).view(np.int8) - (free_m > radius_m).view(np.int8)
        return found, cells != NO_CELL

    def halved(self, sure_m: Sure, enough_m: float) -> "Screen":
        """Return a screen of cells of half the side; what has ``enough_m`` is not asked again."""
        finer = self.grid.halved()
        free_m = np.zeros(len(finer) + 1, dtype=np.float32)
        quarters = self.grid.quarters(np.arange(len(self.grid)))
        free_m[quarters] = self.free_m[:-1, None]
        scarce = np.flatnonzero(np.abs(free_m[:-1]) < enough_m)
        found_m = _free_m(finer, scarce, sure_m)
        more = np.abs(found_m) > np.abs(free_m[scarce])
        free_m[scarce[more]] = found_m[more]
        return Screen(finer, free_m)


def screen_of(grid: Grid, sure_m: Sure) -> Screen:
    """Return the screen of a grid."""
    return Screen(grid, np.append(_free_m(grid, np.arange(len(grid)), sure_m), np.float32(0.0)))


def _free_m(grid: Grid, cells: IndexArray, sure_m: Sure) -> NDArray[np.float32]:
    """Return what is sure all over cells, metres, shape (n,)."""
    found_m = sure_m(*grid.centres(cells))
    left_m = np.maximum(np.abs(found_m) - grid.reach_m(cells), 0.0) * _ROUNDED
    return np.copysign(left_m, found_m).astype(np.float32)
