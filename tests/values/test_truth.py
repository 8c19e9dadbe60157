"""Kleene's three-valued logic on arrays."""

import numpy as np

from checker.values.truth import Truth, all_of, any_of, known, negate, truths

EVERY = np.array([Truth.FALSE, Truth.UNKNOWN, Truth.TRUE], dtype=np.int8)


def test_and_is_the_least_of_the_answers() -> None:
    table = [all_of(truths(3, left), EVERY).tolist() for left in Truth]
    assert table == [[0, 0, 0], [0, 1, 1], [0, 1, 2]]


def test_or_is_the_greatest_of_the_answers() -> None:
    table = [any_of(truths(3, left), EVERY).tolist() for left in Truth]
    assert table == [[0, 1, 2], [1, 1, 2], [2, 2, 2]]


def test_the_negation_of_unknown_is_unknown() -> None:
    assert negate(EVERY).tolist() == [Truth.TRUE, Truth.UNKNOWN, Truth.FALSE]


def test_negating_twice_changes_nothing() -> None:
    assert negate(negate(EVERY)).tolist() == EVERY.tolist()


def test_a_flag_is_never_unknown() -> None:
    assert known(np.array([True, False])).tolist() == [Truth.TRUE, Truth.FALSE]
