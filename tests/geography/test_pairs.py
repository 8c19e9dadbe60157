import numpy as np

from checker.geography.pairs import pairs_of

PAIRS = pairs_of(np.array([0, 0, 0, 1, 2, 2]), np.array([4, 7, 9, 7, 1, 4]), 3)
VALUES = np.array([3.0, 1.0, 1.0, 8.0, 6.0, 5.0])


def test_every_point_has_its_least_value() -> None:
    assert PAIRS.first.tolist() == [0, 3, 4]
    assert PAIRS.least(VALUES).tolist() == [1.0, 8.0, 5.0]


def test_of_equals_the_first_counts() -> None:
    assert PAIRS.first_least(VALUES).tolist() == [1, 3, 5]


def test_what_is_kept_stands_in_the_same_order() -> None:
    kept = PAIRS.where(np.array([False, True, True, True, True, False]))
    assert kept.point.tolist() == [0, 0, 1, 2]
    assert kept.piece.tolist() == [7, 9, 7, 1]
    assert kept.first.tolist() == [0, 2, 3]
