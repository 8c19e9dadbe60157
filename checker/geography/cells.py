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

_RINGS = 12
_SPOKES = 24
_MOST = 4.0
"""Beyond lies 1 in 3,000, which is counted with the rest."""

_RING, _SPOKE = (
    # Patches of 12 x 4 cells, in them patches of 4 x 2.
    np.indices((_RINGS, _SPOKES))
    .reshape(2, 3, 4, 6, 2, 2)
    .transpose(0, 3, 1, 4, 2, 5)
    .reshape(2, -1)
)
"""Ring and spoke of each cell, in such an order that patches follow one another."""

_EDGES = np.append(
    0.0, _MOST * (1.0 + 2.0 * np.pi / _SPOKES) ** -np.arange(_RINGS - 1.0, -1.0, -1.0)
)
"""Cells are about as deep as they are broad, so that it matters little which way a border runs."""

_MASS = -np.diff(np.exp(-0.5 * _EDGES**2))


def _middles(inner: FloatArray, outer: FloatArray) -> FloatArray:
    """Return how far from the centre the middle of the probability of each ring lies."""
    # The integral of r^2 exp(-r^2 / 2) over r, by its probability.
    away = np.linspace(inner, outer, 201)
    dense = away * np.exp(-0.5 * away**2)
    return np.asarray((away * dense).sum(axis=0) / dense.sum(axis=0))


_AWAY = (_middles(_EDGES[:-1], _EDGES[1:]) * np.sinc(1.0 / _SPOKES))[_RING]
"""An arc's middle lies a little within it."""

# Every other ring is turned by half a spoke, so that no border runs between spokes all the way.
_TURN = (_SPOKE + 0.5 + 0.5 * (_RING % 2)) * 2.0 * np.pi / _SPOKES

WEIGHT: FloatArray = (_MASS / _MASS.sum() / _SPOKES)[_RING]
"""The probability of each cell."""

EAST: FloatArray = _AWAY * np.sin(_TURN)
NORTH: FloatArray = _AWAY * np.cos(_TURN)
"""The middles of the cells, in standard deviations from the centre."""

HALF: FloatArray = 0.5 * np.sqrt(
    0.5 * (np.diff(_EDGES)[_RING] ** 2 + (_AWAY * 2.0 * np.pi / _SPOKES) ** 2)
)
"""A cell's half width: half the root of the mean square of its depth and breadth.

In standard deviations. Beside straight borders the sum errs by 0.0018 at the most, beside strips,
discs, boxes and corners that are broader than half a standard deviation by less than 0.005, and by
0.012 where the border of a disc runs round the centre itself, along a ring.
"""

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

PATCHES = (_patches(6), _patches(36))
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
