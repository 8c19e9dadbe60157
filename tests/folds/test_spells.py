"""Merged stretches of time, asked about in columns; checked against a slow search."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.folds.spells import NONE, spells

pairs = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda p: (min(p), max(p)))


def test_intervals_that_adjoin_are_one() -> None:
    merged = spells([(5, 9), (0, 4), (20, 25)])
    assert merged.start_us.tolist() == [0, 20]
    assert merged.end_us.tolist() == [9, 25]


def test_an_empty_interval_vanishes() -> None:
    assert len(spells([(5, 4)]).start_us) == 0


def test_nothing_touches_or_covers_no_spell() -> None:
    at = np.array([3])
    assert not NONE.touches(at, at)[0]
    assert not NONE.covers(at, at)[0]


@settings(max_examples=200, derandomize=True)
@given(st.lists(pairs, max_size=6), st.lists(pairs, min_size=1, max_size=10))
def test_touching_and_covering_agree_with_a_slow_search(
    intervals: list[tuple[int, int]], asked: list[tuple[int, int]]
) -> None:
    merged = spells(intervals)
    held = {us for start, end in intervals for us in range(start, end + 1)}
    starts, ends = (np.array(column, dtype=np.int64) for column in zip(*asked, strict=True))
    touches = [any(us in held for us in range(a, b + 1)) for a, b in asked]
    covers = [all(us in held for us in range(a, b + 1)) for a, b in asked]
    assert merged.touches(starts, ends).tolist() == touches
    assert merged.covers(starts, ends).tolist() == covers


@settings(max_examples=200, derandomize=True)
@given(st.lists(pairs, max_size=6), st.lists(pairs, max_size=6))
def test_what_two_have_in_common_and_what_one_has_alone_agree_with_a_slow_search(
    mine: list[tuple[int, int]], theirs: list[tuple[int, int]]
) -> None:
    def instants(of: list[tuple[int, int]]) -> set[int]:
        return {us for start, end in of for us in range(start, end + 1)}

    one, other = spells(mine), spells(theirs)
    assert instants(one.meet(other).pairs()) == instants(mine) & instants(theirs)
    assert instants(one.minus(other).pairs()) == instants(mine) - instants(theirs)
