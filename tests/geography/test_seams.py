import numpy as np
import pytest

from checker.geography.seams import may_have_seam
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
    assert not may_have_seam(strand_of(path))
    assert seams(strand_of(path), 90_000.0) == 0


def test_an_end_that_turns_back_into_a_bend_leaves_one() -> None:
    assert seams(strand_of(HOOK), 20_000.0) == 1
    assert may_have_seam(strand_of(HOOK))
    assert may_have_seam(strand_of(HOOK[::-1]))
