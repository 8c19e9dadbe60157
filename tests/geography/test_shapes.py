"""What is drawn: areas are found again by what they draw."""

from checker.geography.shapes import Area
from tests.geography.oracle import ring, square


def test_areas_that_draw_the_same_are_one_key() -> None:
    one, same = square(36.0, 33.0, 36.1, 33.1), square(36.0, 33.0, 36.1, 33.1)
    assert len({one, same}) == 1
    # Alike at first sight, and not the same: a hole, another accuracy, other edges.
    outer = ring(36.0, 33.0, 36.1, 33.1)
    holed = Area(((outer, ring(36.02, 33.02, 36.04, 33.04)),), one.accuracy_m)
    others = {holed, Area(((outer,),), 7.0), Area(((outer,),), one.accuracy_m, "planar")}
    assert len({one} | others) == 4
