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
        assert here.is_open(np.array([1.05 * abs(away_m)]), is_wide=False)[0]
    beside = strand.stretch(*positions(moved(middle, 232.0, 3_000.0)))
    assert not beside.is_open(np.array([1_500.0]), is_wide=False)[0]


def told_of(strand: Strand, place: Place, radius_m: float) -> set[bool] | None:
    """Return the sides told at places all over a disc; None where the disc has none."""
    if strand.stretch(*positions(place)).is_open(np.array([radius_m]), is_wide=False)[0]:
        return None
    walks = [(turn, radius_m * share) for turn in range(0, 360, 5) for share in (0.25, 0.6, 0.999)]
    stretch = strand.stretch(*positions(place, *(moved(place, *walk) for walk in walks)))
    return {bool(side) for side in stretch.is_left}


def test_between_two_seams_a_strip_is_missed_by_no_disc() -> None:
    # Both ends lie in bends of the line; between them 100 m of its other side look out north.
    strand = strand_of(
        (
            *((19.99936586, 44.999730051), (19.99936586, 45.0), (20.00063414, 45.0)),
            *((20.00063414, 44.999460102), (19.999112205, 44.999460102), (19.999112205, 45.0)),
            *((19.936586046, 45.0), (19.936586046, 44.928013533), (20.063413954, 44.928013533)),
            *((20.063413954, 45.0), (20.000887795, 45.0), (20.000887795, 44.999640068)),
        )
    )
    for place, radius_m in (
        ((20.005073116, 45.179966166), 3_000.0),
        ((20.002536558, 45.044991542), 1_000.0),
        ((20.006341395, 45.089983083), 5_000.0),
    ):
        assert told_of(strand, place, radius_m) is None
    assert told_of(strand, (20.2, 44.96), 900.0) == {False}


@pytest.mark.parametrize("path", [HOOK, HOOK[::-1]])
def test_whatever_side_a_disc_has_all_of_its_places_have(path: Path) -> None:
    strand, rng = strand_of(path), np.random.default_rng(3)
    sides = [
        told_of(strand, moved(START, rng.uniform(0.0, 360.0), away_m), radius_m)
        for away_m in (6_000.0, 20_000.0, 90_000.0)
        for radius_m in (5.0, 300.0, 2_500.0)
        for _ in range(6)
    ]
    assert all(side is None or len(side) == 1 for side in sides)
    # Off the ends, which is half of all around, no side is told anyway.
    assert sum(side is not None for side in sides) > 8
