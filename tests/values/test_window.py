"""What is met in the part of a report's time in which a clause applies."""

import numpy as np
import pytest

from checker.values.truth import Scope, Truth, TruthArray
from checker.values.window import InstantArray, Window

U, T, F = Truth.UNKNOWN, Truth.TRUE, Truth.FALSE


def window(most: tuple[int, int], sure: tuple[int, int], throughout: bool = True) -> Window:
    start, end, first, last = (np.array([us], dtype=np.int64) for us in (*most, *sure))
    return Window(start, end, first, last, np.array([throughout]))


def false_until_5(from_us: InstantArray, to_us: InstantArray) -> tuple[TruthArray, TruthArray]:
    """Return what is met where something is FALSE before 5 and TRUE from 5 on."""
    least = np.where(from_us < 5, F, T).astype(np.int8)
    return least, np.where(to_us < 5, F, T).astype(np.int8)


def met(scope: Scope, of: Window) -> int:
    return int(of.answer(scope, false_until_5)[0])


def test_one_answer_met_throughout_is_the_answer() -> None:
    assert met("some", window((5, 9), (5, 9))) == T
    assert met("all", window((0, 4), (0, 4))) == F


def test_of_all_the_while_some_is_enough_to_forbid_and_all_is_needed_to_except() -> None:
    assert met("some", window((0, 9), (0, 9))) == T
    assert met("all", window((0, 9), (0, 9))) == F


def test_a_moment_at_one_of_several_instants_is_open() -> None:
    assert met("some", window((0, 9), (0, 9), throughout=False)) == U
    assert met("all", window((0, 9), (0, 9), throughout=False)) == U


@pytest.mark.parametrize(
    ("sure", "some", "whole"),
    [
        ((3, 4), U, F),
        ((4, 4), U, F),
        ((5, 5), T, U),
        ((5, 6), T, U),
        ((4, 5), T, F),
        ((7, 6), U, U),
    ],
)
def test_only_what_certainly_counts_decides_of_what_is_mixed(
    sure: tuple[int, int], some: int, whole: int
) -> None:
    of = window((0, 9), sure)
    assert (met("some", of), met("all", of)) == (some, whole)
