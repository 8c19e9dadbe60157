"""Rows of a sheet as they were: the values, with the formats of their numbers and dates.

A formula is written as its value, which it had when the file was saved; one without a value stays
a formula. Colours, widths, notes and merged cells are not copied, nor any other sheet.
"""

from collections.abc import Iterable
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from checker.reports.aside import Wanted
from checker.reports.source import Source
from checker.reports.workbook import RawCell, opened_workbook

__all__ = ["write_sheet_rows"]


def write_sheet_rows(source: Source, title: str, header: int, wanted: Wanted, to: BinaryIO) -> int:
    """Write the header and the wanted rows of one sheet as a new workbook."""
    rows = {header, *wanted.values()}
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    count = 0
    with opened_workbook(source) as sheets:
        found = next(one for one in sheets if one.title == title)
        for number, cells in found.raw_rows():
            if number in rows:
                sheet.append(_row(sheet, cells))
                count += number != header
    book.save(to)
    return count


def _row(sheet: WriteOnlyWorksheet, cells: Iterable[RawCell]) -> list[Cell | None]:
    row: list[Cell | None] = []
    for cell in cells:
        row += [None] * (cell.column - 1 - len(row))
        made = WriteOnlyCell(sheet, cell.value)
        made.number_format = cell.number_format
        if isinstance(cell.value, str):
            # A text that begins with = is none the less a text.
            made.data_type = cell.kind
        row.append(made)
    return row
