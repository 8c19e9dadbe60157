"""How likely a position lies in a region, as a second figure beside the verdict, never as one."""

from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from checker.geography.cells import (
    BESIDE,
    CENTRE,
    EAST,
    HALF,
    NORTH,
    PATCHES,
    REACH,
    WEIGHT,
    Patches,
)
from checker.geography.discs import Discs, FloatArray
from checker.geography.geodesic import direct
from checker.geography.looks import Around, Looks
from checker.geography.pairs import IndexArray
from checker.geography.tangent import Tangent, tangent_off_m

__all__ = ["likelihood_of"]

_SIGMAS_95 = 2.4477468306808161
"""The 95 % radius of a circular normal in standard deviations: sqrt(-2 ln 0.05)."""

_SURE = 6.0
"""A centre so many standard deviations off decides every cell."""

_EAST, _NORTH = (
    np.concatenate((cells, *(getattr(patches, name) for patches in PATCHES)))
    for cells, name in ((EAST, "east"), (NORTH, "north"))
)
"""Where to look about a centre, in standard deviations: at each cell, and then at each patch."""

_FIRST = len(EAST) + np.cumsum([0, *(len(patches.east) for patches in PATCHES[:-1])])

_ROUGH = 1e-3
_AT_ONCE = 512
_LOOKS = 16_384


def likelihood_of(discs: Discs, looks: Looks, rows: IndexArray) -> FloatArray:
    """Return the probability that the position at each of ``rows`` lies where looks are negative.

    The position is a circular normal about the centre whose 95 % radius is ``radius_m``. It is cut
    into ``cells``; each counts by its probability and by the share of it that a straight border at
    its distance would leave inside, so the sum is good to 0.005 where the region is broader than a
    cell, and so is what it leaves out; to 0.012 if its border is a circle about the very centre.
    Rows without a radius or position, and rows within an area or ground, are NaN.

    Not every cell is looked at. A signed distance changes by no more than one moves, so a look at
    the middle of a patch decides each cell whose middle is nearer than the look is deep, less the
    cell's half width: its share is 0 or 1. That spares four of five looks, and changes nothing.
    Where a side may change on open ground (``Looks.is_whole``) every cell is looked at.

    Looks are rough, at places of the tangent plane, where both together put each off by at most
    1/1000 of a standard deviation: that moves the figure by no more than such a shift of a border,
    less than 0.0005 (measured: 0.00001). Elsewhere they are geodesics.
    """
    found = np.full(len(rows), np.nan)
    asked = discs.take(rows)
    at = np.flatnonzero(
        np.isfinite(asked.lon_deg) & np.isfinite(asked.radius_m) & asked.are_discs()
    )
    sigma_m = asked.radius_m[at] / _SIGMAS_95
    deep_m = looks.centres_m(discs, rows[at])
    found[at] = np.where(deep_m < 0.0, 1.0, 0.0)
    near = np.abs(deep_m) < _SURE * sigma_m
    at = at[near]
    normals = _Normals(discs, rows[at], sigma_m[near], deep_m[near])
    is_rough = normals.may_be_rough(looks)
    for kind in (True, False):
        alike = np.flatnonzero(is_rough == kind)
        for first in range(0, len(alike), _AT_ONCE):
            some = alike[first : first + _AT_ONCE]
            found[at[some]] = _Sums(looks, normals.take(some), is_rough=kind).found()
    return found


@dataclass(frozen=True, slots=True)
class _Normals:
    """Hold n circular normals about the centres of discs at ``row``.

    With their standard deviations, above 0, and how deep the centres lie.
    """

    discs: Discs
    row: IndexArray
    sigma_m: FloatArray
    deep_m: FloatArray

    @property
    def lon_deg(self) -> FloatArray:
        """Return the longitudes of the centres, shape (n,)."""
        return self.discs.lon_deg[self.row]

    @property
    def lat_deg(self) -> FloatArray:
        """Return their latitudes."""
        return self.discs.lat_deg[self.row]

    def __len__(self) -> int:
        return len(self.sigma_m)

    def take(self, index: IndexArray) -> "_Normals":
        return _Normals(self.discs, self.row[index], self.sigma_m[index], self.deep_m[index])

    def may_be_rough(self, looks: Looks) -> NDArray[np.bool_]:
        """Say where rough looks, and places by the tangent plane, are good enough."""
        reach_m = REACH * self.sigma_m
        off_m = looks.rough_off_m(self.lon_deg, self.lat_deg, reach_m) + tangent_off_m(reach_m)
        return np.asarray(off_m <= _ROUGH * self.sigma_m)


class _Sums:
    """Sum the cells of n normals: what is held of each, and which are left to look at."""

    def __init__(self, looks: Looks, normals: _Normals, *, is_rough: bool) -> None:
        self._looks = looks
        self._normals = normals
        self._lon_deg, self._lat_deg = normals.lon_deg, normals.lat_deg
        self._tangent = Tangent(self._lon_deg, self._lat_deg) if is_rough else None
        self._held = np.zeros((len(normals), len(WEIGHT)))
        self._left = np.ones((len(normals), len(WEIGHT)), dtype=np.bool_)

    def found(self) -> FloatArray:
        """Return the probabilities, shape (n,)."""
        normals = self._normals
        is_whole = self._looks.is_whole(self._lon_deg, self._lat_deg, REACH * normals.sigma_m)
        # A look that is not deep decides nothing.
        deep = np.where(is_whole, normals.deep_m / normals.sigma_m, 0.0)
        self._decide(CENTRE, deep[:, None])
        for patches, first in zip(PATCHES, _FIRST, strict=True):
            asked = self._left.reshape(-1, *patches.reach.shape).any(axis=2) & is_whole[:, None]
            row, patch = np.nonzero(asked)
            deep = np.zeros(asked.shape)
            deep[row, patch] = self._looked(row, first + patch)
            self._decide(patches, deep)
        self._decide_beside(deep)
        row, cell = np.nonzero(self._left)
        off = self._looked(row, cell) / HALF[cell]
        self._held[row, cell] = np.clip(0.5 - 0.5 * off, 0.0, 1.0)
        return np.asarray((self._held * WEIGHT).sum(axis=1))

    def _decide(self, patches: Patches, deep: FloatArray) -> None:
        """Hold the cells that looks at patches, shape (n, p), decide: all or nothing of each."""
        shape = (len(deep), *patches.reach.shape)
        is_sure = np.abs(deep)[:, :, None] > patches.reach
        np.copyto(self._held.reshape(shape), (deep < 0.0)[:, :, None], where=is_sure)
        left = self._left.reshape(shape)
        np.logical_and(left, ~is_sure, out=left)

    def _decide_beside(self, deep: FloatArray) -> None:
        """Hold the cells that looks at the smallest patches beside their own decide."""
        row, cell = np.nonzero(self._left)
        for patch, reach in zip(BESIDE.patch.T, BESIDE.reach.T, strict=True):
            found = deep[row, patch[cell]]
            is_sure = np.abs(found) > reach[cell]
            self._held[row[is_sure], cell[is_sure]] = found[is_sure] < 0.0
            self._left[row[is_sure], cell[is_sure]] = False

    def _looked(self, row: IndexArray, place: IndexArray) -> FloatArray:
        """Look at places about the centres of rows (``_EAST``), in standard deviations; (k,)."""
        normals, found = self._normals, np.empty(len(row))
        for first in range(0, len(row), _LOOKS):
            some = slice(first, first + _LOOKS)
            at, to = row[some], place[some]
            around = Around(
                *(normals.discs, normals.row[at], to, len(_EAST)),
                is_rough=self._tangent is not None,
                where=partial(self._places, at, to),
            )
            found[some] = self._looks.around_m(around) / self._wide_m(at)
        return found

    def _places(
        self, row: IndexArray, place: IndexArray, some: IndexArray
    ) -> tuple[FloatArray, FloatArray, FloatArray | None]:
        """Return longitude, latitude and, where that is good enough, about where, of some."""
        at, wide_m = row[some], self._wide_m(row[some])
        east_m, north_m = _EAST[place[some]] * wide_m, _NORTH[place[some]] * wide_m
        if self._tangent is not None:
            return self._tangent.places(at, east_m, north_m)
        turn_deg = np.degrees(np.arctan2(east_m, north_m))
        length_m = np.hypot(east_m, north_m)
        return *direct(self._lon_deg[at], self._lat_deg[at], turn_deg, length_m), None

    def _wide_m(self, row: IndexArray) -> FloatArray:
        # Of less than a nanometre there is no share.
        return np.maximum(self._normals.sigma_m[row], 1e-9)
