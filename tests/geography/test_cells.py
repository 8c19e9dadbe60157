import numpy as np
import pytest

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


def test_the_cells_hold_the_whole_normal_and_are_centred() -> None:
    assert len(WEIGHT) == 240
    assert WEIGHT.sum() == pytest.approx(1.0, abs=1e-12)
    assert abs((WEIGHT * EAST).sum()) < 1e-12
    assert abs((WEIGHT * NORTH).sum()) < 1e-12
    assert np.hypot(EAST, NORTH).max() == pytest.approx(REACH)


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
    assert [len(patches.east) for patches in PATCHES] == [5, 30]
    assert (PATCHES[-1].reach.max() < PATCHES[0].reach.max()).all()
    away = np.hypot(EAST, NORTH).reshape(30, 8)
    assert (np.ptp(away, axis=1) < 1.1).all()


def test_patches_beside_a_cell_are_others_and_reach_to_it() -> None:
    last = PATCHES[-1]
    own = np.repeat(np.arange(30), 8)
    assert (BESIDE.patch != own[:, None]).all()
    way = np.hypot(
        EAST[:, None] - last.east[BESIDE.patch], NORTH[:, None] - last.north[BESIDE.patch]
    )
    assert pytest.approx(way + HALF[:, None]) == BESIDE.reach
