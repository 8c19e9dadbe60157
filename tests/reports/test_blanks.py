"""Columns that a file does not have."""

import numpy as np
import pytest

from checker.reports.batch import MISSING_US
from checker.reports.blanks import Blanks


def test_blank_columns_have_as_many_rows_as_asked_for() -> None:
    blanks = Blanks()
    for count in (3, 1, 5, 0):
        assert blanks.codes(count).tolist() == [-1] * count
        assert np.isnan(blanks.numbers(count)).sum() == count
        assert blanks.instants(count).tolist() == [MISSING_US] * count
        assert blanks.flags(count).tolist() == [False] * count
        assert blanks.lists(count).offsets.tolist() == [0] * (count + 1)
        assert blanks.texts(count).strings() == [""] * count
        assert len(blanks.places(count)) == len(blanks.coded(count).written) == count


def test_nobody_writes_to_what_others_read() -> None:
    with pytest.raises(ValueError, match="read-only"):
        Blanks().codes(2)[0] = 1
