"""Rows come back part by part, from memory or from disk."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.values import spilled
from checker.values.diagnostic import CheckerError
from checker.values.spilled import Spilled

KIND = np.dtype([("shelf", "i4"), ("at", "i4")])
PARTS = st.lists(st.lists(st.tuples(st.integers(0, 3), st.integers(-9, 9)), max_size=4), max_size=5)


def rows_of(part: list[tuple[int, int]]) -> np.ndarray:
    return np.array(part, KIND)


@given(parts=PARTS, most=st.sampled_from([1, 40, 1 << 20]))
def test_each_shelf_comes_back_whole_and_in_order(
    parts: list[list[tuple[int, int]]], most: int
) -> None:
    kept = Spilled(KIND, "things", most)
    for part in parts:
        kept.add(rows_of(part), np.array([shelf for shelf, _ in part], np.uint8))
    found = [rows.tolist() for rows in kept.parts()]
    assert len(found) == (256 if kept.is_on_disk else 1)
    every = [row for part in parts for row in rows_of(part).tolist()]
    assert sorted(every) == sorted(row for rows in found for row in rows)
    for shelf in range(4):
        mine = [row for row in every if row[0] == shelf]
        (part,) = [rows for rows in found if any(row in mine for row in rows)] or [[]]
        assert [row for row in part if row in mine] == mine
    assert [rows.tolist() for rows in kept.parts()] == found


def test_little_stays_in_memory_and_much_goes_to_disk() -> None:
    kept = Spilled(np.dtype(np.uint64), "things", 80)
    kept.add(np.arange(10, dtype=np.uint64), np.zeros(10, np.uint8))
    assert not kept.is_on_disk
    kept.add(np.arange(1, dtype=np.uint64), np.full(1, 255, np.uint8))
    assert kept.is_on_disk


def test_a_full_disk_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(spilled, "TemporaryFile", full)
    kept = Spilled(np.dtype(np.uint64), "the things", 1)
    with pytest.raises(CheckerError, match=r"R112.*the things cannot be sorted.*no space") as told:
        kept.add(np.arange(3, dtype=np.uint64), np.zeros(3, np.uint8))
    assert "8 bytes" in told.value.diagnostics[0].hint
