from collections.abc import Callable
from functools import partial
from math import erf, exp, sqrt

import numpy as np
import pytest
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

FloatArray = NDArray[np.float64]


def test_the_cells_hold_the_whole_normal_and_are_centred() -> None:
    assert len(WEIGHT) == 288
    assert WEIGHT.sum() == pytest.approx(1.0, abs=1e-12)
    assert abs((WEIGHT * EAST).sum()) < 1e-12
    assert abs((WEIGHT * NORTH).sum()) < 1e-12
    assert np.hypot(EAST, NORTH).max() == pytest.approx(REACH)


def likely(away: Callable[[FloatArray, FloatArray], FloatArray]) -> float:
    """Return the sum over the cells; ``away`` is below 0 inside."""
    share = np.clip(0.5 - 0.5 * away(EAST, NORTH) / HALF, 0.0, 1.0)
    return float((share * WEIGHT).sum())


def _off_ring(radius: float, x: FloatArray, y: FloatArray) -> FloatArray:
    return np.asarray(np.hypot(x, y) - radius)


def test_beside_a_straight_border_they_err_by_less_than_a_five_hundredth() -> None:
    off = np.linspace(-3.0, 3.0, 241)[:, None]
    true = np.array([0.5 * (1.0 + erf(one / sqrt(2.0))) for one in off[:, 0]])
    for turn in np.linspace(0.0, 2.0 * np.pi, 361):
        along = EAST * np.cos(turn) + NORTH * np.sin(turn)
        found = (np.clip(0.5 - 0.5 * (along - off) / HALF, 0.0, 1.0) * WEIGHT).sum(axis=1)
        assert found == pytest.approx(true, abs=0.002)


@pytest.mark.parametrize(
    ("east", "north", "radius"), [(-0.437, 0.443, 1.178), (0.905, 0.067, 1.275), (-0.6, -0.5, 0.5)]
)
def test_of_a_disc_broader_than_a_cell_they_err_by_less_than_a_two_hundredth(
    east: float, north: float, radius: float
) -> None:
    away, turn = np.meshgrid((np.arange(300) + 0.5) / 300.0, np.arange(300) / 300.0 * 2.0 * np.pi)
    x, y = east + radius * away * np.sin(turn), north + radius * away * np.cos(turn)
    true = float((np.exp(-0.5 * (x**2 + y**2)) * away).sum()) * radius**2 / 300.0**2
    found = likely(lambda x, y: np.hypot(x - east, y - north) - radius)
    assert found == pytest.approx(true, abs=0.005)


def test_of_a_disc_about_the_very_centre_they_err_by_little_more_than_a_hundredth() -> None:
    for radius in np.linspace(0.2, 4.0, 300):
        found = likely(partial(_off_ring, radius))
        assert found == pytest.approx(1.0 - exp(-0.5 * radius**2), abs=0.0125)


@pytest.mark.parametrize("turn", np.linspace(0.0, 1.5, 16))
def test_of_a_box_broader_than_a_cell_they_err_by_less_than_a_two_hundredth(turn: float) -> None:
    def away(x: FloatArray, y: FloatArray) -> FloatArray:
        along = np.abs(x * np.cos(turn) + y * np.sin(turn) + 0.123) - 1.03
        across = np.abs(y * np.cos(turn) - x * np.sin(turn) + 0.096) - 0.809
        outside = np.hypot(np.maximum(along, 0.0), np.maximum(across, 0.0))
        return np.asarray(outside + np.minimum(np.maximum(along, across), 0.0))

    def within(middle: float, half: float) -> float:
        return 0.5 * (erf((middle + half) / sqrt(2.0)) - erf((middle - half) / sqrt(2.0)))

    true = within(-0.123, 1.03) * within(-0.096, 0.809)
    assert likely(away) == pytest.approx(true, abs=0.005)


def test_the_cells_spread_as_a_normal_does() -> None:
    within = HALF**2 / 3.0  # a cell is spread over its own width
    assert (WEIGHT * (EAST**2 + within)).sum() == pytest.approx(1.0, abs=0.005)
    assert (WEIGHT * (NORTH**2 + within)).sum() == pytest.approx(1.0, abs=0.005)


@pytest.mark.parametrize("patches", [CENTRE, *PATCHES])
def test_a_look_reaches_the_far_side_of_every_cell_of_its_patch(patches: Patches) -> None:
    count, each = patches.reach.shape
    assert count * each == len(WEIGHT)
    way = np.hypot(EAST - np.repeat(patches.east, each), NORTH - np.repeat(patches.north, each))
    assert patches.reach.ravel() == pytest.approx(way + HALF, abs=1e-12)


def test_patches_lie_within_those_before_and_hold_together() -> None:
    assert [len(patches.east) for patches in PATCHES] == [6, 36]
    assert (PATCHES[-1].reach.max() < PATCHES[0].reach.max()).all()
    away = np.hypot(EAST, NORTH).reshape(36, 8)
    assert (np.ptp(away, axis=1) < 1.7).all()


def test_patches_beside_a_cell_are_others_and_reach_to_it() -> None:
    last = PATCHES[-1]
    own = np.repeat(np.arange(36), 8)
    assert (BESIDE.patch != own[:, None]).all()
    way = np.hypot(
        EAST[:, None] - last.east[BESIDE.patch], NORTH[:, None] - last.north[BESIDE.patch]
    )
    assert pytest.approx(way + HALF[:, None]) == BESIDE.reach
