"""Looks at a region as drawn: how deep places lie in it, exactly or roughly."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial, reduce

import numpy as np
from numpy.typing import NDArray

from checker.geography.discs import Discs, FloatArray
from checker.geography.legs import Leg, Raw, Without
from checker.geography.pairs import IndexArray
from checker.geography.sampled import sampled_of
from checker.geography.survey import surveyed
from checker.geography.tree import Tree, signed_span

__all__ = ["Around", "Looks"]

_AS_DRAWN = Without(accuracy=True)


@dataclass(frozen=True, slots=True)
class Around:
    """Name k places round discs: the one numbered ``place``, of ``count``, of the disc at ``row``.

    ``where`` says of some of the k where they lie: longitude, latitude and, where that is good
    enough (``is_rough``), about where, earth-centred.
    """

    discs: Discs
    row: IndexArray
    place: IndexArray
    count: int
    is_rough: bool
    where: Callable[[IndexArray], tuple[FloatArray, FloatArray, FloatArray | None]]


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
        return self._span(
            {
                key: leg.drawn(lon_deg, lat_deg, about_m=about_m).exact_m
                for key, leg in self._legs.items()
            },
            len(lon_deg),
        )

    def centres_m(self, discs: Discs, rows: IndexArray) -> FloatArray:
        """Return the signed distances of the centres of discs at ``rows``, metres; NaN stays."""
        away_m = {key: surveyed(leg, discs, rows).signed_m() for key, leg in self._legs.items()}
        return self._span(away_m, len(rows))

    def around_m(self, around: Around) -> FloatArray:
        """Return signed distances of places round the centres of discs, metres; shape (k,)."""
        away_m = {}
        for key, leg in self._legs.items():
            kept = sampled_of(around.discs, leg.key, around.count, is_rough=around.is_rough)
            measure = partial(_measured, leg, around)
            away_m[key] = kept.of(self, around.row, around.place, measure)
        return self._span(away_m, len(around.row))

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

    def _span(self, away_m: Mapping[int, FloatArray], count: int) -> FloatArray:
        raws = {key: Raw(one, one, one) for key, one in away_m.items()}
        return signed_span(self._tree, raws, np.zeros(count), _AS_DRAWN)[0]


def _measured(leg: Leg, around: Around, some: IndexArray) -> FloatArray:
    lon_deg, lat_deg, about_m = around.where(some)
    return leg.drawn(lon_deg, lat_deg, about_m=about_m).exact_m
