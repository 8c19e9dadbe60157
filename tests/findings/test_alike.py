"""Which rows are alike: those that have the same of everything that is compared."""

import numpy as np
import pytest

from checker.findings import alike as module
from checker.findings.alike import alike, list_codes, text_codes
from checker.reports.batch import Lists


def test_rows_are_alike_that_have_the_same_in_every_column() -> None:
    columns = (np.array([1, 2, 1, 1]), np.array([True, True, True, False]), np.zeros(4))
    assert [group.tolist() for group in alike(4, columns)] == [[3], [0, 2], [1]]
    assert [group.tolist() for group in alike(3, ())] == [[0, 1, 2]]
    assert alike(0, ()) == []


def test_many_columns_are_told_apart_however_large_their_numbers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rng = np.random.default_rng(1)
    columns = [rng.integers(0, 2, 200) for _ in range(6)]
    wanted = {tuple(row) for row in np.stack(columns, axis=1).tolist()}
    for most in (1 << 40, 4):
        monkeypatch.setattr(module, "_MOST", most)
        groups = alike(200, columns)
        assert len(groups) == len(wanted)
        assert sorted(row for group in groups for row in group.tolist()) == [*range(200)]
        for group in groups:
            assert len({tuple(column[row] for column in columns) for row in group}) == 1


def test_lists_have_one_number_for_the_same_list() -> None:
    lists = Lists(
        codes=np.zeros(6, dtype=np.int32),
        written=np.array([4, 4, 5, 4, 5, 5], dtype=np.int32),
        offsets=np.array([0, 1, 3, 3, 5, 6]),
    )
    codes = list_codes(lists, np.arange(5))
    assert codes[1] == codes[3]
    assert len(set(codes.tolist())) == 4
    empty = Lists(np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(3, np.int64))
    assert list_codes(empty, np.arange(2)).tolist() == [-1, -1]


def test_texts_have_one_number_for_the_same_text() -> None:
    assert text_codes(["a", None, "a", ("b",), None]).tolist() == [0, 1, 0, 2, 1]
