"""Dates that a code calls inexact: as wide as the code says, as two dates."""

import pytest

from checker.reports.cells import texts_of
from checker.reports.exactness import widened
from checker.reports.mapping import Exactness
from checker.reports.times.patterns import pattern_of
from checker.values.span import Span

HOW = Exactness(
    "seen_from", "p", {"1": "day", "2": "7", "3": "month", "4": "year"}, Span("m", 1, 1, 1, 1)
)


@pytest.mark.parametrize(
    ("date", "code", "first", "last"),
    [
        ("2018-02-14", "1", "2018-02-14", "2018-02-14"),
        ("2018-02-26", "2", "2018-02-19", "2018-03-05"),
        ("2018-02-14", "3", "2018-02-01", "2018-02-28"),
        ("31 December 2018", "3", "2018-12-01", "2018-12-31"),
        ("2018-02-14", "4", "2018-01-01", "2018-12-31"),
        ("2018-02-14", "9", "", ""),
        ("2018-02-14", "", "", ""),
        ("", "1", "", ""),
        ("June", "2", "June", "June"),
        ("2018-02-14T10:00", "1", "2018-02-14T10:00", "2018-02-14T10:00"),
        ("2018-02-14T00:00:00.000", "1", "2018-02-14", "2018-02-14"),
        ("2018-02-14 00:00:00", "3", "2018-02-01", "2018-02-28"),
        ("2018-02-14T10:00", "2", "2018-02-07", "2018-02-21"),
        ("2018-02-14T10:00Z", "2", "2018-02-06", "2018-02-22"),
        ("2018-02-28T22:00Z", "3", "2018-02-01", "2018-03-31"),
        ("2018-02-14T10:00Z", "9", "", ""),
        ("2018-02-14T00:00:00+02:00", "1", "2018-02-14", "2018-02-14"),
        ("2/14/2018", "1", "2018-02-14", "2018-02-14"),
        ("2/14/2018", "2", "2018-02-07", "2018-02-21"),
        ("14.2.2018", "3", "2018-02-01", "2018-02-28"),
        ("February 14, 2018", "2", "2018-02-07", "2018-02-21"),
        ("20180214", "9", "", ""),
        ("2018-W07-3", "4", "2018-01-01", "2018-12-31"),
        ("February 2018", "1", "February 2018", "February 2018"),
        ("February 2018", "2", "2018-01-25", "2018-03-07"),
        ("2018-02-14~", "2", "2018-02-06", "2018-02-22"),
        ("2018-02-14/2018-03-01", "3", "2018-02-01", "2018-03-31"),
        ("14 February 2018 10:00 UTC", "2", "2018-02-06", "2018-02-22"),
        ("2018-02-14/..", "2", "2018-02-14/..", "2018-02-14/.."),
        ("03/04/2018", "2", "03/04/2018", "03/04/2018"),
    ],
)
def test_a_date_is_as_wide_as_its_code_says(date: str, code: str, first: str, last: str) -> None:
    pattern = pattern_of("DD MMMM YYYY")
    assert pattern is not None
    found = widened(texts_of([date]), texts_of([code]), HOW, (pattern,))
    assert [texts.strings() for texts in found] == [[first], [last]]
