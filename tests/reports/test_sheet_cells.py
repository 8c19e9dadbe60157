"""What a cell of a spreadsheet says as text."""

import datetime as dt

import pytest

from checker.reports.sheet_cells import cell_text, column_letters

NOON = dt.datetime(2018, 6, 1, 12, 0)  # noqa: DTZ001 - a sheet has no zones
DAY = dt.datetime(2018, 6, 1)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (None, "General", ""),
        ("007", "General", "007"),
        (7, "General", "7"),
        (7, "000", "007"),
        (7.0, "000", "007"),
        (1234, "000", "1234"),
        (-7, "000", "-7"),
        (7, "0", "7"),
        (7, "0.00", "7"),
        (20.18, "0.0", "20.18"),
        (1e20, "General", "1e+20"),
        (1.125, "General", "1.1250"),
        (0.125, "General", "0.125"),
        (True, "General", "true"),
        (DAY, "mm-dd-yy", "2018-06-01"),
        (DAY, "dd/mm/yyyy hh:mm", "2018-06-01T00:00:00"),
        (DAY, '[$-x-sysdate]dddd, "hours" d', "2018-06-01"),
        (DAY, "mmm-yy", "2018-06"),
        (DAY, "[$-407]MMMM YYYY", "2018-06"),
        (DAY, "yyyy", "2018"),
        (DAY, "mmmm", "2018-06"),
        (DAY, "General", "2018-06-01"),
        (DAY, "d. mmm", "2018-06-01"),
        (NOON, "dd.mm.yyyy", "2018-06-01T12:00:00"),
        (NOON.replace(microsecond=500_000), "h:mm", "2018-06-01T12:00:00.500"),
        (dt.date(2018, 6, 1), "", "2018-06-01"),
        (dt.time(14, 30), "h:mm", "14:30:00"),
        (dt.timedelta(hours=30), "[h]:mm", "30:00:00"),
        (0.07, "0.00%", "7%"),
        (0.0712, "0%", "7.12%"),
        (0.5, '0.0" %"', "0.5"),
    ],
)
def test_a_cell_says_what_a_person_sees(value: object, number_format: str, text: str) -> None:
    assert cell_text(value, number_format) == text


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (16384, "XFD")])
def test_columns_are_called_by_letters(number: int, letters: str) -> None:
    assert column_letters(number) == letters
