"""Chains of breaches of one unit, by columns (`test_incidents` holds them to the slow way)."""

import numpy as np

from checker.folds.chains import chains_of, numbered
from checker.folds.sightings import CLEAR, SEEN


def test_rows_alike_in_all_columns_have_one_number() -> None:
    found = numbered(np.array([1, 2, 1, 2]), np.array([5, 5, 5, 6]))
    assert found[0] == found[2]
    assert len({*found.tolist()}) == 3


def test_nothing_has_no_chain() -> None:
    order, chain = chains_of(np.empty(0, SEEN), np.empty(0, CLEAR))
    assert len(order) == len(chain) == 0
