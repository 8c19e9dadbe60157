"""How likely a position lies in a region, as a second figure beside the verdict, never as one."""

from dataclasses import dataclass

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
from checker.geography.looks import Looks
from checker.geography.pairs import IndexArray
from checker.geography.tangent import Tangent, tangent_off_m

__all__ = ["likelihood_of"]

_SIGMAS_95 = 2.4477468306808161
"""The 95 % radius of a circular normal in standard deviations: sqrt(-2 ln 0.05)."""

_SURE = 6.0
"""A centre so many standard deviations off decides every cell."""

_ROUGH = 1e-3
_AT_ONCE = 512
_LOOKS = 16_384


def likelihood_of(discs: Discs, looks: Looks) -> FloatArray:
    """Return the probability that each of n positions lies where ``looks`` are negative.

    The position is a circular normal about the centre whose 95 % radius is ``radius_m``. It is cut
    into ``cells``; each counts by its probability and by the share of it that a straight border at
    its distance would leave inside, so the sum is good to 0.005 where the region is broader than a
    cell, and so is what it leaves out. Rows without a radius or position, and rows within an
    area or ground, are NaN.

    Not every cell is looked at. A signed distance changes by no more than one moves, so a look at
    the middle of a patch decides each cell whose middle is nearer than the look is deep, less the
    cell's half width: its share is 0 or 1. That spares four of five looks, and changes nothing.
    Where a side may change on open ground (``Looks.is_whole``) every cell is looked at.

    Looks are rough, at places of the tangent plane, where both together put each off by at most
    1/1000 of a standard deviation: that moves the figure by no more than such a shift of a border,
    less than 0.0005 (measured: 0.00001). Elsewhere they are geodesics.
    """
    found = np.full(len(discs), np.nan)
    rows = np.flatnonzero(
        np.isfinite(discs.lon_deg) & np.isfinite(discs.radius_m) & discs.are_discs()
    )
    lon, lat = discs.lon_deg[rows], discs.lat_deg[rows]
    sigma_m = discs.radius_m[rows] / _SIGMAS_95
    deep_m = looks.drawn_m(lon, lat)
    found[rows] = np.where(deep_m < 0.0, 1.0, 0.0)
    near = np.abs(deep_m) < _SURE * sigma_m
    rows, normals = rows[near], _Normals(lon[near], lat[near], sigma_m[near], deep_m[near])
    is_rough = normals.may_be_rough(looks)
    for kind in (True, False):
        alike = np.flatnonzero(is_rough == kind)
        for first in range(0, len(alike), _AT_ONCE):
            some = alike[first : first + _AT_ONCE]
            found[rows[some]] = _Sums(looks, normals.take(some), is_rough=kind).found()
    return found


@dataclass(frozen=True, slots=True)
class _Normals:
    """Hold n circular normals: centres, standard deviations above 0, and how deep centres lie."""

    lon_deg: FloatArray
    lat_deg: FloatArray
    sigma_m: FloatArray
    deep_m: FloatArray

    def __len__(self) -> int:
        return len(self.sigma_m)

    def take(self, index: IndexArray) -> "_Normals":
        return _Normals(
            self.lon_deg[index], self.lat_deg[index], self.sigma_m[index], self.deep_m[index]
        )

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
        self._tangent = Tangent(normals.lon_deg, normals.lat_deg) if is_rough else None
        self._held = np.zeros((len(normals), len(WEIGHT)))
        self._left = np.ones((len(normals), len(WEIGHT)), dtype=np.bool_)

    def found(self) -> FloatArray:
        """Return the probabilities, shape (n,)."""
        normals = self._normals
        is_whole = self._looks.is_whole(normals.lon_deg, normals.lat_deg, REACH * normals.sigma_m)
        # A look that is not deep decides nothing.
        deep = np.where(is_whole, normals.deep_m / normals.sigma_m, 0.0)
        self._decide(CENTRE, deep[:, None])
        for patches in PATCHES:
            asked = self._left.reshape(-1, *patches.reach.shape).any(axis=2) & is_whole[:, None]
            row, patch = np.nonzero(asked)
            deep = np.zeros(asked.shape)
            deep[row, patch] = self._looked(row, patches.east[patch], patches.north[patch])
            self._decide(patches, deep)
        self._decide_beside(deep)
        row, cell = np.nonzero(self._left)
        off = self._looked(row, EAST[cell], NORTH[cell]) / HALF[cell]
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

    def _looked(self, row: IndexArray, east: FloatArray, north: FloatArray) -> FloatArray:
        """Look at places off the centres of rows; all in standard deviations, shape (k,)."""
        found = np.empty(len(row))
        for first in range(0, len(row), _LOOKS):
            some = slice(first, first + _LOOKS)
            # Of less than a nanometre there is no share.
            wide_m = np.maximum(self._normals.sigma_m[row[some]], 1e-9)
            places = self._places(row[some], east[some] * wide_m, north[some] * wide_m)
            found[some] = self._looks.drawn_m(*places) / wide_m
        return found

    def _places(
        self, row: IndexArray, east_m: FloatArray, north_m: FloatArray
    ) -> tuple[FloatArray, FloatArray, FloatArray | None]:
        """Return longitude, latitude and, where that is good enough, about where; for a look."""
        if self._tangent is not None:
            return self._tangent.places(row, east_m, north_m)
        turn_deg = np.degrees(np.arctan2(east_m, north_m))
        lon_deg, lat_deg = self._normals.lon_deg[row], self._normals.lat_deg[row]
        return *direct(lon_deg, lat_deg, turn_deg, np.hypot(east_m, north_m)), None
