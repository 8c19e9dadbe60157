import numpy as np
import pytest

from checker.geography.shapes import Line, Path
from checker.geography.strands import Strand, strands_of
from tests.geography.oracle import Place, moved, positions
from tests.geography.test_strokes import HAIRPIN, WINDING

START: Place = (36.0, 33.0)
FAR = moved(START, 240.0, 3_600.0)
HOOK: Path = (START, FAR, moved(FAR, 0.0, 50.0), moved(FAR, 5.0, 55.0), moved(FAR, 20.0, 8.0))
RING: Path = tuple(moved(START, turn, 900.0) for turn in (0.0, 90.0, 180.0, 270.0, 0.0))


def strand_of(path: Path) -> Strand:
    (strand,) = strands_of((Line((path,), 0.0),))
    return strand


def seams(strand: Strand, away_m: float) -> int:
    """Count where the side changes on a circle that keeps clear of the line and of its ends."""
    around = [moved(START, turn, away_m) for turn in np.arange(0.0, 360.0, 0.1)]
    stretch = strand.stretch(*positions(*around))
    told = ~stretch.is_open(np.zeros(len(around)), is_wide=False)
    told &= np.roll(told, -1)
    return int((told & (stretch.is_left != np.roll(stretch.is_left, -1))).sum())


@pytest.mark.parametrize("path", [WINDING, HAIRPIN, RING, (START, FAR)])
def test_ends_that_lie_outermost_leave_no_seam(path: Path) -> None:
    assert not strand_of(path).may_have_seam
    assert seams(strand_of(path), 90_000.0) == 0


def test_an_end_that_turns_back_into_a_bend_leaves_one() -> None:
    assert seams(strand_of(HOOK), 20_000.0) == 1
    assert strand_of(HOOK).may_have_seam
    assert strand_of(HOOK[::-1]).may_have_seam


def test_a_disc_across_a_seam_has_no_side_and_one_beside_it_has() -> None:
    strand = strand_of(HOOK)
    around = [moved(START, turn, 20_000.0) for turn in np.arange(0.0, 360.0, 0.01)]
    stretch = strand.stretch(*positions(*around))
    told = ~stretch.is_open(np.zeros(len(around)), is_wide=False)
    turns = told & np.roll(told, -1) & (stretch.is_left != np.roll(stretch.is_left, -1))
    (at,) = np.flatnonzero(turns)
    middle = around[at]
    for away_m in (-3_000.0, -800.0, 800.0):
        side = 52.0 if away_m > 0.0 else 232.0
        here = strand.stretch(*positions(moved(middle, side, abs(away_m))))
        wide, narrow = np.array([1.05 * abs(away_m)]), np.array([0.95 * abs(away_m)])
        assert not here.is_open(narrow, is_wide=False)[0]
        assert here.is_open(wide, is_wide=False)[0]
