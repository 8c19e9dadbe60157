"""Numbers that stand twice among very many."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.reports.doubles import doubles_in
from checker.values import spilled

WORDS = st.integers(0, 2**64 - 1) | st.integers(0, 3) | st.integers(2**56 - 2, 2**56 + 1)


@pytest.mark.parametrize("most", [8, 24, 1 << 25])
@given(parts=st.lists(st.lists(WORDS, max_size=5), max_size=6))
def test_doubles_are_found_in_one_part_or_many(parts: list[list[int]], most: int) -> None:
    every = [word for part in parts for word in part]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spilled, "_MOST_BYTES", most)
        found = doubles_in(np.array(part, dtype=np.uint64) for part in parts)
    assert found.tolist() == sorted({word for word in every if every.count(word) > 1})
