"""Looks at a region as drawn: how deep places lie in it, exactly or roughly."""

from collections.abc import Mapping
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from checker.geography.discs import FloatArray
from checker.geography.legs import Leg, Without
from checker.geography.tree import Tree, signed_span

__all__ = ["Looks"]

_AS_DRAWN = Without(accuracy=True)


class Looks:
    """Look at a region as drawn, by the legs of its tree."""

    def __init__(self, tree: Tree, legs: Mapping[int, Leg]) -> None:
        self._tree = tree
        self._legs = legs

    def drawn_m(
        self, lon_deg: FloatArray, lat_deg: FloatArray, about_m: FloatArray | None = None
    ) -> FloatArray:
        """Return signed distances of n positions, metres, negative inside; NaN stays.

        Rough ones, as of ``Strokes.nearest``, are off by at most ``rough_off_m``.
        """
        raws = {
            key: leg.drawn(lon_deg, lat_deg, about_m=about_m) for key, leg in self._legs.items()
        }
        return signed_span(self._tree, raws, np.zeros(len(lon_deg)), _AS_DRAWN)[0]

    def rough_off_m(
        self, lon_deg: FloatArray, lat_deg: FloatArray, radius_m: FloatArray
    ) -> FloatArray:
        """Return the most that a rough distance in each of n discs may be off, metres."""
        off_m = [leg.rough_off_m(lon_deg, lat_deg, radius_m) for leg in self._legs.values()]
        return reduce(np.maximum, off_m, np.zeros(len(lon_deg)))

    def is_whole(
        self, lon_deg: FloatArray, lat_deg: FloatArray, radius_m: FloatArray
    ) -> NDArray[np.bool_]:
        """Say in which of n discs no distance changes faster than one moves.

        It does where a side changes on open ground, off an end or on a seam. Never says so of a
        disc in which it does.
        """
        found = np.ones(len(lon_deg), dtype=np.bool_)
        for leg in self._legs.values():
            rows = np.flatnonzero(found)
            found[rows] = leg.is_whole(lon_deg[rows], lat_deg[rows], radius_m[rows])
        return found
