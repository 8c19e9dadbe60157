"""What tells sightings apart."""

import numpy as np

from checker.folds.sightings import CLEAR, columns_of


def test_a_unit_is_told_by_clause_reading_and_both_halves_of_its_hash() -> None:
    records = np.array([(1, 2, (3, 4), 0, 0)], CLEAR)
    assert [column.tolist() for column in columns_of(records, "unit")] == [[1], [2], [3], [4]]
