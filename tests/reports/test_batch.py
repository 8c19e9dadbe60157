"""Codes of a batch, and the words that they stand for."""

import pytest

from checker.reports.batch import MISSING, ROLES, word_of


@pytest.mark.parametrize(
    ("code", "word"), [(0, "acting"), (2, "target"), (MISSING, None), (3, None)]
)
def test_a_code_has_its_word_and_a_missing_one_none(code: int, word: str | None) -> None:
    assert word_of(ROLES, code) == word
