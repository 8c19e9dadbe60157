"""Straight pieces between earth-centred points, and how far other points lie from them."""

from dataclasses import dataclass

import numpy as np

from checker.geography.discs import FloatArray
from checker.geography.pairs import IndexArray

__all__ = ["Axes", "Chords", "Nearness", "axes_of"]

Axes = tuple[FloatArray, FloatArray, FloatArray]
"""Earth-centred coordinates, metres, one array an axis: three times as fast as shape (n, 3)."""

_SHORTEST_M2 = 1e-18


@dataclass(frozen=True, slots=True)
class Nearness:
    """Hold the nearest points of pieces to points, shape (pairs,).

    ``share`` runs from 0 at a piece's start to 1 at its end, ``off_m`` leads from there to the
    point and ``chord_m`` is its length.
    """

    share: FloatArray
    off_m: Axes
    chord_m: FloatArray


class Chords:
    """Hold k straight pieces."""

    def __init__(self, start_m: FloatArray, end_m: FloatArray) -> None:
        """Take earth-centred ends, metres, shape (k, 3); a piece may be a spot."""
        self._start_m = axes_of(start_m)
        self._along_m = axes_of(end_m - start_m)
        x, y, z = self._along_m
        self._square_m2 = np.maximum(x * x + y * y + z * z, _SHORTEST_M2)

    def __len__(self) -> int:
        return len(self._square_m2)

    def nearness(self, here_m: Axes, point: IndexArray, piece: IndexArray) -> Nearness:
        """Measure pairs of a point and a piece.

        Each pair is worked out by itself, so that its last bit does not hang on the others.
        """
        x, y, z = (
            here[point] - start[piece] for here, start in zip(here_m, self._start_m, strict=True)
        )
        along_x, along_y, along_z = (along[piece] for along in self._along_m)
        share = (x * along_x + y * along_y + z * along_z) / self._square_m2[piece]
        share = np.minimum(np.maximum(share, 0.0), 1.0)
        off_m = (x - share * along_x, y - share * along_y, z - share * along_z)
        return Nearness(share, off_m, np.sqrt(off_m[0] ** 2 + off_m[1] ** 2 + off_m[2] ** 2))

    def foot_m(self, piece: IndexArray, share: FloatArray) -> FloatArray:
        """Return the points at shares of pieces, earth-centred metres, shape (n, 3)."""
        return np.stack(
            [
                start[piece] + share * along[piece]
                for start, along in zip(self._start_m, self._along_m, strict=True)
            ],
            axis=-1,
        )


def axes_of(xyz_m: FloatArray) -> Axes:
    """Return coordinates of shape (n, 3) axis by axis."""
    x, y, z = np.ascontiguousarray(xyz_m.T)
    return x, y, z
