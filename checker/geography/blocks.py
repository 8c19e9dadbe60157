"""Which pieces of a line may be nearest to a point, by spheres about blocks of eight pieces."""

import numpy as np
from numpy.typing import NDArray

from checker.geography.chords import Axes, Chords, axes_of
from checker.geography.discs import FloatArray
from checker.geography.geodesic import chord_slack_m, ecef
from checker.geography.pairs import Pairs, pairs_of

__all__ = ["Blocks"]

_BLOCK = 8
_PAIRS = 131_072
_ROUNDING_M = 1.0
"""Distances to blocks come from squares of earth radii, which cost up to 0.1 m of precision."""


class Blocks:
    """Hold the pieces of a line in blocks, each with a bounding sphere.

    Nothing is worked out before it is asked for, so it serves a few points at once, and any that
    lie where no lists were made.
    """

    def __init__(self, chords: Chords, start_m: FloatArray, end_m: FloatArray) -> None:
        self._chords = chords
        padded = np.minimum(np.arange(-(-len(chords) // _BLOCK) * _BLOCK), len(chords) - 1)
        self._members = padded.reshape(-1, _BLOCK)
        both = np.concatenate([start_m[self._members], end_m[self._members]], axis=1)
        self._low_m = np.minimum(start_m, end_m).min(axis=0)
        self._high_m = np.maximum(start_m, end_m).max(axis=0)
        self._centre_m = 0.5 * (both.min(axis=1) + both.max(axis=1))
        self._reach_m = np.linalg.norm(both - self._centre_m[:, None], axis=2).max(axis=1)

    def may_be_near(
        self, lon_deg: FloatArray, lat_deg: FloatArray, reach_m: float
    ) -> NDArray[np.bool_]:
        """Say which of n positions may lie within ``reach_m``; never misses one, spares most.

        No chord is longer than its geodesic, so what lies farther from a block's sphere is farther.
        """
        here_m = ecef(lon_deg, lat_deg)
        wide_m = reach_m + _ROUNDING_M
        may = ((here_m >= self._low_m - wide_m) & (here_m <= self._high_m + wide_m)).all(axis=1)
        may[may] = (self._away_m(here_m[may]) - self._reach_m <= wide_m).any(axis=1)
        return np.asarray(may)

    def pairs(self, here_m: FloatArray) -> Pairs:
        """Return n points with each piece whose chord may be the nearest, or within its slack."""
        axes_m, count = axes_of(here_m), len(here_m)
        away_m = self._away_m(here_m)
        first = (away_m + self._reach_m).argmin(axis=1)
        some = self._members[first]
        at = np.repeat(np.arange(count), _BLOCK)
        chord_m = self._chords.nearness(axes_m, at, some.ravel()).chord_m
        least_m = chord_m.reshape(count, -1).min(axis=1)
        return self._within(axes_m, away_m, least_m + chord_slack_m(least_m))

    def within(self, here_m: FloatArray, reach_m: FloatArray) -> Pairs:
        """Return n points with each piece whose chord is within ``reach_m``, of which each has."""
        return self._within(axes_of(here_m), self._away_m(here_m), reach_m)

    def _within(self, axes_m: Axes, away_m: FloatArray, reach_m: FloatArray) -> Pairs:
        point, block = np.nonzero(away_m - self._reach_m <= (reach_m + _ROUNDING_M)[:, None])
        points, pieces = [], []
        step = _PAIRS // _BLOCK
        for start in range(0, len(point), step):
            at = np.repeat(point[start : start + step], _BLOCK)
            piece = self._members[block[start : start + step]].ravel()
            near = self._chords.nearness(axes_m, at, piece).chord_m <= reach_m[at]
            points.append(at[near])
            pieces.append(piece[near])
        return pairs_of(np.concatenate(points), np.concatenate(pieces), len(reach_m))

    def _away_m(self, here_m: FloatArray) -> FloatArray:
        """Return how far n places are from the middles of all blocks, metres, shape (n, blocks)."""
        square = (
            np.sum(here_m**2, axis=1)[:, None]
            + np.sum(self._centre_m**2, axis=1)
            - 2.0 * here_m @ self._centre_m.T
        )
        return np.asarray(np.sqrt(np.maximum(square, 0.0)))
