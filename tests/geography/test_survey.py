from collections.abc import Callable

import numpy as np

from checker.geography.discs import Discs, FloatArray
from checker.geography.legs import Leg, Raw, beside_legs, plain_leg
from checker.geography.shapes import Area, Line, Point, Shape
from checker.geography.survey import surveyed

BORDER = Line((((20.0, 44.0), (20.0, 46.0)),), 30.0)
ZONE = Area((((((20.0, 44.0), (21.0, 44.0), (21.0, 46.0), (20.0, 46.0), (20.0, 44.0))),),), 30.0)
LEGS: dict[str, Callable[[], Leg]] = {
    "a line": lambda: plain_leg("border", BORDER),
    "an area": lambda: plain_leg("zone", ZONE),
    "a point": lambda: plain_leg("post", Point(20.0, 45.0, 5.0)),
    "one side of a line": lambda: beside_legs((("border", BORDER),), Point(21.0, 45.0))[0],
}


def batch(count: int = 40) -> Discs:
    rng = np.random.default_rng(2)
    lon, lat = 20.0 + rng.normal(size=count), 45.0 + rng.normal(size=count)
    return Discs(lon, lat, np.full(count, 5.0), np.full(count, -1, dtype=np.int32))


class _Counting(Leg):
    """Count the positions that are measured."""

    def __init__(self, shape: Shape) -> None:
        super().__init__("counted", shape)
        self.measured = 0

    def read(self, lon_deg: FloatArray, lat_deg: FloatArray) -> Raw:
        self.measured += len(lon_deg)
        return super().read(lon_deg, lat_deg)


def test_some_positions_are_measured_as_among_all_of_them() -> None:
    for leg_of in LEGS.values():
        whole = surveyed(leg_of(), batch())
        several, leg = batch(), leg_of()
        for rows in ([3, 1, 4], [1, 5, 9, 2], [6, 5], []):
            index = np.array(rows, dtype=np.intp)
            some, same = surveyed(leg, several, index), whole.take(index)
            assert some.exact_m.tobytes() == same.exact_m.tobytes()
            assert some.least_m.tobytes() == same.least_m.tobytes()
            assert some.most_m.tobytes() == same.most_m.tobytes()
            assert some.signed_m().tobytes() == same.signed_m().tobytes()
            if some.stretch is not None and same.stretch is not None:
                assert some.stretch.excess_m.tobytes() == same.stretch.excess_m.tobytes()
                assert some.stretch.beyond_m.tobytes() == same.stretch.beyond_m.tobytes()


def test_no_position_is_measured_twice() -> None:
    leg, several = _Counting(BORDER), batch()
    surveyed(leg, several, np.array([3, 1, 4]))
    surveyed(leg, several, np.array([4, 1, 5]))
    assert leg.measured == 4
    surveyed(leg, several)
    assert leg.measured == len(several)


def test_legs_that_measure_the_same_share_it_whatever_the_radius() -> None:
    leg, other, several = _Counting(BORDER), _Counting(BORDER), batch()
    surveyed(leg, several)
    surveyed(other, several.with_radius(900.0))
    assert (leg.measured, other.measured) == (len(several), 0)
    surveyed(other, batch())
    assert other.measured == len(several)
