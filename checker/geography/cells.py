"""The cells in which a circular normal is summed, and patches of them that one look may decide."""

from dataclasses import dataclass

import numpy as np

from checker.geography.discs import FloatArray
from checker.geography.pairs import IndexArray

__all__ = [
    "BESIDE",
    "CENTRE",
    "EAST",
    "HALF",
    "NORTH",
    "PATCHES",
    "REACH",
    "WEIGHT",
    "Beside",
    "Patches",
]

_RINGS = 20
_SPOKES = 24
_MOST = 4.5
"""Beyond lies less than 1 in 20,000, which is counted with the rest."""

_RING, _SPOKE = (
    # Patches of 20 x 8 cells, in them patches of 10 x 4, in them patches of 5 x 2.
    np.indices((_RINGS, _SPOKES))
    .reshape(2, 2, 2, 5, 3, 2, 2, 2)
    .transpose(0, 4, 1, 5, 2, 6, 3, 7)
    .reshape(2, -1)
)
"""Ring and spoke of each cell, in such an order that patches follow one another."""

_EDGES = np.linspace(0.0, _MOST, _RINGS + 1)
_MASS = -np.diff(np.exp(-0.5 * _EDGES**2))
_AWAY = (0.5 * (_EDGES[:-1] + _EDGES[1:]))[_RING]
_TURN = (_SPOKE + 0.5) * 2.0 * np.pi / _SPOKES

WEIGHT: FloatArray = (_MASS / _MASS.sum() / _SPOKES)[_RING]
"""The probability of each cell."""

EAST: FloatArray = _AWAY * np.sin(_TURN)
NORTH: FloatArray = _AWAY * np.cos(_TURN)
"""The middles of the cells, in standard deviations from the centre."""

HALF: FloatArray = 0.5 * np.maximum(_MOST / _RINGS, _AWAY * 2.0 * np.pi / _SPOKES)
"""A cell's half width: half the larger of its depth and its breadth, in standard deviations."""

REACH = float(_AWAY.max())
"""How far the farthest middle lies from the centre."""


@dataclass(frozen=True, slots=True)
class Patches:
    """Hold p patches of so many cells each, in their order; all lengths are standard deviations.

    ``east`` and ``north``, shape (p,), are where to look. ``reach``, shape (p, cells of one), says
    for each cell how deep a look has to be to decide it: the way from there to its middle, and its
    half width. No geodesic is longer than that way in the plane, for the ellipsoid bends the same
    way everywhere (Toponogov's theorem).
    """

    east: FloatArray
    north: FloatArray
    reach: FloatArray


def _patches(count: int) -> Patches:
    """Cut the cells into patches, each looked at in its middle."""
    east, north = EAST.reshape(count, -1), NORTH.reshape(count, -1)
    to_east, to_north = east.mean(axis=1), north.mean(axis=1)
    way = np.hypot(east - to_east[:, None], north - to_north[:, None])
    return Patches(to_east, to_north, way + HALF.reshape(count, -1))


CENTRE = _patches(1)
"""All cells, looked at in the centre."""

PATCHES = (_patches(3), _patches(12), _patches(48))
"""Smaller and smaller; of all such cuts these leave the fewest looks by a straight border."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Hold for each cell the nearest patches but its own, and how deep a look there has to be.

    Both have shape (cells, 3). Across a border the patches that lie deeper decide some more cells.
    """

    patch: IndexArray
    reach: FloatArray


def _beside(patches: Patches) -> Beside:
    way = np.hypot(EAST[:, None] - patches.east, NORTH[:, None] - patches.north)
    reach = way + HALF[:, None]
    own = np.repeat(np.arange(len(patches.east)), patches.reach.shape[1])
    way[np.arange(len(own)), own] = np.inf
    patch = np.argsort(way, axis=1, kind="stable")[:, :3]
    return Beside(patch, np.take_along_axis(reach, patch, axis=1))


BESIDE = _beside(PATCHES[-1])
