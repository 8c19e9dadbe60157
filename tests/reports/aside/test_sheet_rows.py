"""Rows of a sheet as they were: the values, with the formats of their numbers and dates."""

import datetime as dt
import io
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.reports.books import HEAD, ROW, book


def test_values_formats_and_formulas_without_a_value_stay(apart: Any) -> None:
    day = dt.datetime(2018, 6, 1)  # noqa: DTZ001 - a sheet has no zones

    def formats(sheet: Worksheet) -> None:
        sheet["A3"].number_format = "000"
        sheet["F3"].number_format = "dd.mm.yyyy"

    rows = (ROW, (7, "position", "=1+1", 32.7, True, day, "red"), ("=x", *ROW[1:]))
    content = book(HEAD, *rows, change=formats)
    found = load_workbook(io.BytesIO(apart(content, "r.xlsx", 2))).active
    assert found is not None
    head, row = found.iter_rows()
    assert tuple(cell.value for cell in head) == HEAD
    assert [cell.value for cell in row] == [7, "position", "=1+1", 32.7, True, day, "red"]
    assert (row[0].number_format, row[5].number_format) == ("000", "dd.mm.yyyy")


def test_a_text_that_begins_as_a_formula_does_stays_a_text(apart: Any) -> None:
    def text(sheet: Worksheet) -> None:
        sheet["A2"].data_type = "s"

    content = book(HEAD, ("=x", *ROW[1:]), ROW, change=text)
    found = load_workbook(io.BytesIO(apart(content, "r.xlsx", 1))).active
    assert found is not None
    assert (found["A2"].value, found["A2"].data_type) == ("=x", "s")
