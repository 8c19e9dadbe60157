"""Codes of a batch, and the words that they stand for."""

import numpy as np
import pytest

from checker.reports.batch import MISSING, ROLES, word_of
from checker.reports.batch_rows import take
from tests.handmade import opened


@pytest.mark.parametrize(
    ("code", "word"), [(0, "acting"), (2, "target"), (MISSING, None), (3, None)]
)
def test_a_code_has_its_word_and_a_missing_one_none(code: int, word: str | None) -> None:
    assert word_of(ROLES, code) == word


def test_batches_are_told_apart_by_file_and_first_row_whatever_else_is_read() -> None:
    first, second = (opened({"id": "a"}, {"id": "b"}, name=name) for name in ("a.csv", "b.csv"))
    (batch,), (other,) = first.batches(), second.batches()
    later = take(batch, np.array([1]))
    assert (batch.key, later.key, other.key) == (("a.csv", 1), ("a.csv", 2), ("b.csv", 1))
    assert take(batch, np.array([], dtype=np.intp)).key == ("a.csv", 0)
