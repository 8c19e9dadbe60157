"""Which pieces of a line may be nearest, cell by cell: no list lacks one, and lists are short."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.geography.chords import Chords, axes_of
from checker.geography.discs import FloatArray
from checker.geography.geodesic import chord_slack_m, ecef
from checker.geography.grid import Grid
from checker.geography.pairs import IndexArray, Pairs

__all__ = ["Nearby", "nearby_of"]

_PAIRS = 262_144
_ROUNDING_M = 1e-6
"""Earth-centred coordinates are good to 1e-9 m, and a handful of operations to less than this."""


@dataclass(frozen=True, slots=True)
class Nearby:
    """Hold, for every cell of a grid, each piece whose chord may be the nearest from within it.

    That is: for every point p of a cell, every piece whose chord is as near as the nearest, or
    within ``chord_slack_m`` of it. Let the cell lie in the ball of radius r about c, let d_j be the
    distance to the chord of piece j, i the nearest at c, f_i its foot there and u_j the unit vector
    from the foot on j to c. For v = p - c, |v| <= r:

    - d_j is convex, as the distance to a convex set is, with the gradient u_j at c, so that
      d_j(p) >= d_j(c) + u_j v;
    - d_i(p) <= |p - f_i| = sqrt(d_i^2 + 2 d_i u_i v + |v|^2) <= d_i + u_i v + r^2 / 2 d_i, for
      sqrt(1 + x) <= 1 + x / 2;
    - each d changes by at most r.

    So d_j(p) - d_i(p) >= d_j(c) - d_i(c) - min(2 r, |u_j - u_i| r + r^2 / 2 d_i), and j is left out
    where that exceeds the slack at the largest distance that the nearest may have, d_i(c) + r.
    A cell passes its list to its quarters, which shorten it further.

    The list of cell k is ``pieces[first[k] : first[k + 1]]``, in order, and never empty.
    """

    grid: Grid
    chords: Chords
    pieces: NDArray[np.int32]
    first: IndexArray

    def halved(self) -> "Nearby":
        """Return lists for cells of half the side."""
        coarse = np.arange(len(self.grid))
        parent = np.empty(4 * len(coarse), dtype=np.intp)
        parent[self.grid.quarters(coarse)] = coarse[:, None]
        place, first = self._places(parent)
        return _shortened(Nearby(self.grid.halved(), self.chords, self.pieces[place], first))

    def pairs(self, cells: IndexArray) -> Pairs:
        """Return n points, given by their cells, with the pieces that may be nearest to each."""
        place, first = self._places(cells)
        point = np.repeat(np.arange(len(cells)), np.diff(first))
        return Pairs(point, self.pieces[place].astype(np.intp), first[:-1])

    def _places(self, cells: IndexArray) -> tuple[IndexArray, IndexArray]:
        """Return where the lists of cells stand, one after another, and where each begins."""
        start = self.first[cells]
        first = np.zeros(len(cells) + 1, dtype=np.intp)
        np.cumsum(self.first[cells + 1] - start, out=first[1:])
        return np.arange(first[-1]) + np.repeat(start - first[:-1], np.diff(first)), first


def nearby_of(chords: Chords, grid: Grid) -> Nearby:
    """Return the lists of a grid."""
    cells = len(grid)
    pieces = np.tile(np.arange(len(chords), dtype=np.int32), cells)
    first = np.arange(cells + 1, dtype=np.intp) * len(chords)
    return _shortened(Nearby(grid, chords, pieces, first))


def _shortened(lists: Nearby) -> Nearby:
    """Leave out of each list what cannot be the nearest."""
    cells = np.arange(len(lists.grid))
    step = max(_PAIRS * len(cells) // len(lists.pieces), 1)
    kept = np.concatenate(
        [_may_be_nearest(lists, cells[at : at + step]) for at in range(0, len(cells), step)]
    )
    count = np.add.reduceat(kept, lists.first[:-1], dtype=np.intp)
    return Nearby(lists.grid, lists.chords, lists.pieces[kept], np.append(0, np.cumsum(count)))


def _may_be_nearest(lists: Nearby, cells: IndexArray) -> NDArray[np.bool_]:
    """Say of every piece of some cells' lists, one after another, whether it may be the nearest."""
    pairs = lists.pairs(cells)
    point = pairs.point
    centre_m = axes_of(ecef(*lists.grid.centres(cells)))
    reach_m = lists.grid.reach_m(cells)
    found = lists.chords.nearness(centre_m, point, pairs.piece)
    least_m, nearest = pairs.least(found.chord_m), pairs.first_least(found.chord_m)
    with np.errstate(invalid="ignore", divide="ignore"):
        bend2 = np.zeros(len(point))
        for off_m in found.off_m:
            unit = off_m / found.chord_m
            bend2 += (unit - unit[nearest][point]) ** 2
        bent_m = np.sqrt(bend2) * reach_m[point] + (0.5 * reach_m**2 / least_m)[point]
    # On a piece there is no direction to it, and NaN leaves the other bound.
    wide_m: FloatArray = np.fmin(2.0 * reach_m[point], bent_m)
    slack_m = chord_slack_m(least_m + reach_m) + _ROUNDING_M
    return np.asarray(found.chord_m - least_m[point] <= wide_m + slack_m[point])
