import numpy as np

from checker.geography.field import compile_field
from checker.geography.measure import Measure
from checker.geography.region import Length, Named, Within
from checker.geography.shapes import Point
from checker.values.truth import Truth
from tests.geography.oracle import discs

TEN_KM = Within(Length(10_000.0, 10_000.0, "10 km"), (Named("town", Point(36.0, 33.0)),))
INSIDE, OUTSIDE, BETWEEN = (36.0, 33.01), (36.3, 33.0), (36.1071, 33.0)


def measured(*places: tuple[float, float]) -> Measure:
    return compile_field(TEN_KM).measure(discs(*places, radius_m=200.0))


def test_reports_are_taken_in_the_order_that_is_asked() -> None:
    found = measured(INSIDE, OUTSIDE, BETWEEN).take(np.array([2, 0]))
    assert found.truth.tolist() == [Truth.UNKNOWN, Truth.TRUE]
    assert np.isnan(found.decides_radius_m).tolist() == [False, True]
    assert len(found.legs[0].best_m) == 2


def test_reports_are_replaced_where_it_is_asked() -> None:
    found = measured(INSIDE, OUTSIDE, BETWEEN).replaced(np.array([1]), measured(INSIDE))
    assert found.truth.tolist() == [Truth.TRUE, Truth.TRUE, Truth.UNKNOWN]
    assert found.legs[0].best_m[1] == found.legs[0].best_m[0]
    assert found.low_m[1] == found.low_m[0]
