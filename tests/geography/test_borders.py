import pytest

from checker.geography.borders import adjoin
from checker.geography.shapes import Area
from tests.geography.oracle import edge_of, ring, square

WEST = square(20.0, 45.0, 20.2, 45.2)
MIDDLE = edge_of((20.2, 45.0), (20.2, 45.2), "geodesic")(0.5)


@pytest.mark.parametrize(
    "other",
    [
        square(20.2, 45.0, 20.4, 45.2),
        # 0.6 m off, cut elsewhere, and longer than the west.
        Area((((*ring(20.200008, 44.9, 20.4, 45.3)[:-1], MIDDLE, (20.200008, 44.9)),),), 0.0),
        # A short neighbour in the middle of the west's eastern edge.
        Area(((ring(20.2, 45.05, 20.3, 45.1),),), 0.0),
        square(20.0, 45.0, 20.2, 45.2),
        Area(((ring(22.0, 45.0, 22.2, 45.2),), (ring(20.2, 45.0, 20.4, 45.2),)), 0.0),
        Area(((ring(19.0, 44.0, 21.0, 46.0), ring(20.0, 45.0, 20.2, 45.2)),), 0.0),
    ],
)
def test_outlines_that_run_along_each_other_adjoin(other: Area) -> None:
    assert adjoin(WEST, other)
    assert adjoin(other, WEST)


@pytest.mark.parametrize(
    "other",
    [
        square(20.3, 45.0, 20.4, 45.2),
        # They meet in one corner.
        square(20.2, 45.2, 20.4, 45.4),
        # They overlap.
        square(20.1, 45.1, 20.3, 45.3),
        # One lies in the other, clear of its border.
        square(20.05, 45.05, 20.1, 45.1),
        # 16 m off.
        square(20.2002, 45.0, 20.4, 45.2),
    ],
)
def test_outlines_that_meet_cross_or_stay_apart_do_not(other: Area) -> None:
    assert not adjoin(WEST, other)
    assert not adjoin(other, WEST)
