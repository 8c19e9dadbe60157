"""The findings as CSV, one row each, for a spreadsheet; no cell is taken for a formula."""

import csv
from typing import TextIO

from checker.findings.block import Block
from checker.findings.finding import Header, Summary
from checker.outputs.flat import COLUMNS, Cell, columns_of
from checker.outputs.writer import Format, Page

__all__ = ["FORMAT", "CsvWriter"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula at the start of a cell (OWASP, CSV injection)."""


class CsvWriter:
    """Write block by block; what is only known at the end has no place in a table."""

    def __init__(self, stream: TextIO, page: Page) -> None:
        del page
        self._rows = csv.writer(stream, lineterminator="\n")
        self._edition: list[str] = []

    def begin(self, header: Header) -> None:
        """Write the names of the columns; a public edition says so in one more, on every line."""
        if header.edition is not None:
            self._edition = [header.edition.said]
        more = ["edition"] if self._edition else []
        self._rows.writerow([*(column.name for column in COLUMNS), *more])

    def add(self, block: Block) -> None:
        """Write a row for each finding; several reasons are parted by semicolons, as in reports."""
        for cells in zip(*columns_of(block), strict=True):
            self._rows.writerow([*map(_cell, cells), *self._edition])

    def end(self, summary: Summary) -> None:
        """Add nothing: counts and warnings stand in the other formats."""


FORMAT = Format("csv", "a table for spreadsheets, one row a finding", CsvWriter, takes_columns=True)


def _cell(cell: Cell) -> str:
    """Write a cell; a text that a spreadsheet would run stands behind an apostrophe."""
    match cell:
        case None:
            return ""
        case str() as text:
            return f"'{text}" if text.startswith(_FORMULA) else text
        case list():
            return ";".join(cell)
        case _:
            return repr(cell)
