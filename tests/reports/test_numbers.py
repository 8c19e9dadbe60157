"""Cells that hold numbers: finite, within range, and never guessed at."""

import numpy as np
import pytest

from checker.reports.cells import texts_of
from checker.reports.columns import BY_NAME
from checker.reports.numbers import number_column, plain_number
from checker.reports.rejected import Faults


def column(name: str, *cells: str, comma: bool = False) -> tuple[list[float], list[str]]:
    """Return the numbers, 999 for none, and the codes and hints of what is wrong."""
    faults = Faults()
    values = number_column(
        texts_of(list(cells)), BY_NAME[name], name, faults, has_decimal_comma=comma
    )
    said = [f"{row}: {fault.code}: {fault.hint}" for row, _, fault in faults]
    return np.nan_to_num(values, nan=999.0).tolist(), said


@pytest.mark.parametrize(
    ("text", "number"),
    [("36.5", 36.5), ("-36.5", -36.5), ("+1", 1.0), (".5", 0.5), ("1e2", 100.0), (" 7 ", 7.0)],
)
def test_a_number_is_digits_with_at_most_one_point(text: str, number: float) -> None:
    assert column("lon", text) == ([number], [])


@pytest.mark.parametrize("text", ["36,5", "1 000", "0x10", "12:30", "36.5E", "٣٦", "--1", "1_0"])
def test_anything_else_is_no_number(text: str) -> None:
    values, said = column("lon", text)
    assert values == [999.0]
    assert said[0].startswith("0: R202: ")


def test_a_blank_cell_is_missing_and_no_fault() -> None:
    assert column("radius_m", "", "5") == ([999.0, 5.0], [])


@pytest.mark.parametrize("text", ["nan", "NaN", "inf", "-Infinity", "1e999"])
def test_what_is_not_finite_is_refused(text: str) -> None:
    assert column("radius_m", text)[0] == [999.0]
    assert len(column("radius_m", text)[1]) == 1


def test_a_decimal_comma_is_one_only_where_the_separator_is_another() -> None:
    assert column("lon", "36,5", comma=True) == ([36.5], [])
    assert "write 36.5" in column("lon", "36,5")[1][0]
    assert plain_number("1,234,5", has_decimal_comma=True) is None


def test_what_may_part_thousands_is_not_taken_for_a_decimal_sign() -> None:
    # A radius of 1.5 m for one of 1500 m would make a position certain that nobody knows.
    assert column("radius_m", "1,500", comma=True)[1] == ["0: R202: write 1500, or 1,5"]
    assert column("radius_m", "3.000", comma=True)[1] == ["0: R202: write 3000, or 3"]
    assert column("radius_m", "3.000") == ([3.0], [])
    assert column("count_low", "1,000", comma=True)[1] == ["0: R202: write 1000, or 1"]
    assert column("radius_m", "0,500", "1500,0", "12,25", comma=True) == ([0.5, 1500.0, 12.25], [])
    assert column("lon", "35,867", comma=True) == ([35.867], [])


def test_a_power_of_ten_as_a_german_sheet_writes_it_is_a_number() -> None:
    assert column("radius_m", "1,25E+03", "1,5e-1", "-0,0", comma=True) == ([1250, 0.15, 0], [])
    for text in ("1.250,5", "1,250.5", "1250,", "1,5e+"):
        assert plain_number(text, has_decimal_comma=True) is None
    assert plain_number("1,25E+03", has_decimal_comma=False) is None


@pytest.mark.parametrize(
    ("name", "inside", "outside"),
    [
        ("lon", "-180", "-180.0001"),
        ("lon", "180", "180.0001"),
        ("lat", "90", "90.0001"),
        ("radius_m", "0", "-0.001"),
        ("radius_m", "20037509", "20037510"),
        ("count_low", "0", "-1"),
        ("count_low", "7", "7.5"),
    ],
)
def test_a_number_at_the_end_of_its_range_is_in_it(name: str, inside: str, outside: str) -> None:
    assert column(name, inside) == ([float(inside)], [])
    values, said = column(name, outside)
    assert values == [999.0]
    assert said[0].startswith("0: R203: ")


def test_a_latitude_that_is_a_longitude_says_that_they_may_be_swapped() -> None:
    assert "swapped" in column("lat", "136.2")[1][0]


def test_the_same_text_in_several_rows_is_told_for_each() -> None:
    assert [one[0] for one in column("lon", "x", "1", "x")[1]] == ["0", "2"]
