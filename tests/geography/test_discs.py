import numpy as np

from tests.geography.oracle import discs


def test_discs_are_taken_in_the_order_that_is_asked() -> None:
    three = discs((1.0, 10.0), (2.0, 20.0), (3.0, 30.0), radius_m=5.0)
    assert three.take(np.array([2, 0])).lon_deg.tolist() == [3.0, 1.0]
    assert len(three) == 3
