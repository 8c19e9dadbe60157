"""The table of a workbook: which sheet it is, its header, and the rows that are reports."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from checker.reports.aside import Aside
from checker.reports.aside.sheet_rows import write_sheet_rows
from checker.reports.header import column_names, doubt_of
from checker.reports.items import Item, open_items
from checker.reports.opened import Opened
from checker.reports.rejected import Fault
from checker.reports.sheet_cells import column_letters
from checker.reports.source import Source, refuse
from checker.reports.workbook import Merge, Sheet, SheetRow, opened_workbook
from checker.values.diagnostic import Diagnostic
from checker.values.span import Span

__all__ = ["open_table"]

_LOOKED_BELOW = 10


def open_table(source: Source) -> Opened:
    """Open a workbook; raises ``CheckerError`` where it is damaged or has no header.

    So it does where several sheets are shown that have cells, and nobody says which one it is.
    """
    table, warnings = _table(source)
    try:
        return _opened(table, warnings)
    except _MergedError as found:
        # They stand behind all rows; only now it is known which rows they touch.
        return _opened(replace(table, merges=found.merges), warnings)


class _MergedError(Exception):
    """Tell of merged cells that were not known when the rows were read."""

    def __init__(self, merges: tuple[Merge, ...]) -> None:
        super().__init__()
        self.merges = merges


@dataclass(frozen=True, slots=True)
class _Table:
    """Say where in a workbook the table is, and what its columns are."""

    source: Source
    title: str
    header: int
    columns: tuple[str, ...]
    doubt: Diagnostic | None
    merges: tuple[Merge, ...] | None = None

    def items(self) -> Iterator[Item]:
        """Yield the rows below the header; those in which nothing stands are none."""
        merged = _MergedRows(self.merges or (), len(self.columns))
        with opened_workbook(self.source) as sheets:
            sheet = next(one for one in sheets if one.title == self.title)
            for row in sheet.rows():
                if row.number > self.header and not row.is_blank:
                    yield Item(merged.fault(row.number) or self._cells(row), row.number)
            if sheet.merges and self.merges is None:
                raise _MergedError(sheet.merges)

    def _cells(self, row: SheetRow) -> dict[str, str] | Fault:
        """Return the cells of a row by name, or why it is no report."""
        for column, said in row.odd.items():
            place = f"{column_letters(column)}{row.number}"
            hint = "open the file in a spreadsheet program and save it, or paste the values"
            return Fault("R233", f"{place} holds {said}", hint)
        more = [text for text in row.cells[len(self.columns) :] if text.strip()]
        if more:
            place = f"{column_letters(len(row.cells))}{row.number}"
            said = f"the row has cells beyond the header, up to {place}"
            return Fault("R201", said, "name every column in the header")
        return dict(zip(self.columns, row.cells, strict=False))


class _MergedRows:
    """Tell the rows with merged cells in the first columns, where rows are asked for in order."""

    def __init__(self, merges: Sequence[Merge], width: int) -> None:
        found = sorted((one.rows, one.columns) for one in merges if one.columns[0] <= width)
        self._coming = [Merge(*one) for one in reversed(found)]
        self._here: list[Merge] = []

    def fault(self, row: int) -> Fault | None:
        """Return what is wrong with a row, None where none of its cells is merged."""
        while self._coming and self._coming[-1].rows[0] <= row:
            self._here.append(self._coming.pop())
        self._here = [one for one in self._here if one.rows[1] >= row]
        if not self._here:
            return None
        said = f"the cells {self._here[0].place} are merged: some have no value of their own"
        return Fault("R234", said, "unmerge them, and fill each cell")


def _opened(table: _Table, warnings: Sequence[Diagnostic]) -> Opened:
    for merge in table.merges or ():
        is_header = merge.rows[0] <= table.header <= merge.rows[1]
        if is_header and merge.columns[0] <= len(table.columns):
            raise refuse(
                "R104",
                f"the header has merged cells, {merge.place}",
                table.source.name,
                "unmerge them, and name every column",
                table.header,
            )
    sheet = table.source.form.sheet
    stated = [("sheet", sheet)] if sheet is not None else []
    opened = open_items(table.source, table.items, warnings, table.columns, stated)
    write = partial(write_sheet_rows, table.source, table.title, table.header)
    aside = Aside(".xlsx", write)
    # A text that looks like a number is as its writer's country has it.
    return replace(opened, doubt=table.doubt, aside=aside, may_part_thousands=True)


def _table(source: Source) -> tuple[_Table, list[Diagnostic]]:
    """Return the table of a workbook, and what to say about where it was found."""
    with opened_workbook(source) as sheets:
        filled = [sheet for sheet in sheets if _first_rows(sheet, 1)]
        sheet = _chosen(source, sheets, filled)
        first, *below = _first_rows(sheet, 1 + _LOOKED_BELOW)
        others = [one.title for one in filled if one is not sheet]
    if first.odd:
        column, said = next(iter(first.odd.items()))
        place = f"{column_letters(column)}{first.number}"
        said = f"the header holds {said}, in {place}"
        raise refuse("R104", said, source.name, "write the names as text", first.number)
    cells = _trimmed(first.cells)
    texts = [(row.number, "\t".join(row.cells)) for row in below]
    doubt = doubt_of(source.name, (first.number, cells), texts)
    table = _Table(
        source, sheet.title, first.number, column_names(cells, source, first.number), doubt
    )
    is_picked = others and source.form.sheet is None
    warnings = [_unread(source, sheet.title, others)] if is_picked else []
    return table, warnings


def _unread(source: Source, title: str, others: Sequence[str]) -> Diagnostic:
    named = ", ".join(f"'{other}'" for other in others)
    message = f"the sheet '{title}' was read, and not {named}"
    hint = "name another one with --sheet, or in the mapping with 'sheet:'"
    return Diagnostic("R161", message, Span(source.name, 1, 1, 1, 1), hint, "warning")


def _chosen(source: Source, sheets: Sequence[Sheet], filled: Sequence[Sheet]) -> Sheet:
    """Return the sheet that is named, else the only one that is shown and has cells."""
    wanted = source.form.sheet
    if wanted is not None:
        for sheet in sheets:
            if sheet.title == wanted and sheet in filled:
                return sheet
        titles = ", ".join(f"'{sheet.title}'" for sheet in filled) or "none"
        said = f"the file has no sheet '{wanted}' with cells"
        raise refuse("R123", said, source.name, f"there are {titles}")
    shown = [sheet for sheet in filled if not sheet.is_hidden]
    if len(shown) == 1:
        return shown[0]
    titles = ", ".join(f"'{sheet.title}'" for sheet in shown)
    if not shown:
        raise refuse("R104", "the file has no sheet with cells", source.name, "fill one")
    raise refuse(
        "R123",
        f"the file has several sheets, {titles}",
        source.name,
        f"say which one: --sheet '{shown[0].title}', or in the mapping 'sheet: {shown[0].title}'",
    )


def _first_rows(sheet: Sheet, count: int) -> list[SheetRow]:
    return list(islice((row for row in sheet.rows() if not row.is_blank), count))


def _trimmed(cells: Sequence[str]) -> list[str]:
    """Return the cells without the blank ones behind the last name."""
    width = max((at for at, text in enumerate(cells, start=1) if text.strip()), default=0)
    return list(cells[:width])
