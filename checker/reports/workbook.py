"""A workbook as openpyxl reads it: its sheets, and the rows of one, with what is odd about a cell.

openpyxl's own rows end where the sheet says that it ends, leave out rows that are out of order, and
don't tell a formula without a value from a blank. So its parser is asked, not its sheet.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import IO
from xml.etree.ElementTree import Element
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import ZipFile

import openpyxl
from defusedxml.common import DefusedXmlException
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

from checker.reports.archive import archive_of
from checker.reports.sheet_cells import cell_text, column_letters
from checker.reports.source import Source, refuse
from checker.values.diagnostic import CheckerError

__all__ = ["Merge", "RawCell", "Sheet", "SheetRow", "opened_workbook"]

_MOST_COLUMNS = 16_384
_MOST_ROWS = 1_048_576
"""What a sheet can have at most: ECMA-376, part 1, 18.3.1.73, as spreadsheet programs have it."""
_STREAMED = ("xl/worksheets/", "xl/media/", "xl/drawings/", "xl/embeddings/")
"""What is read row by row, or not at all."""
_MOST_HELD = 1 << 29
_PIECE_BYTES = 1 << 14
_FORMULA = "a formula without its value"


@dataclass(frozen=True, slots=True)
class Merge:
    """Hold cells that were merged: rows and columns from 1, the last ones included."""

    rows: tuple[int, int]
    columns: tuple[int, int]

    @property
    def place(self) -> str:
        """Return what a spreadsheet calls it, such as ``B2:B5``."""
        (top, bottom), (left, right) = self.rows, self.columns
        return f"{column_letters(left)}{top}:{column_letters(right)}{bottom}"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """Hold one row: its number, its cells from column A on, and what is odd, by column from 1."""

    number: int
    cells: list[str]
    odd: dict[int, str] = field(default_factory=dict)

    @property
    def is_blank(self) -> bool:
        """Say whether nothing at all is in the row."""
        return not self.odd and not any(text.strip() for text in self.cells)


@dataclass(frozen=True, slots=True)
class RawCell:
    """Hold a cell as the file has it; ``kind`` is openpyxl's word for it, ``s`` or ``f``."""

    column: int
    value: object
    kind: str
    number_format: str


class Sheet:
    """Read one sheet; ``merges`` is only known when its rows were read to the end."""

    def __init__(self, sheet: ReadOnlyWorksheet, book: Workbook, source: Source) -> None:
        self.title: str = sheet.title
        self.is_hidden: bool = sheet.sheet_state != "visible"
        self.merges: tuple[Merge, ...] = ()
        self._sheet = sheet
        self._book = book
        self._source = source

    def rows(self) -> Iterator[SheetRow]:
        """Yield the rows that the sheet holds, as they stand.

        Raises ``CheckerError`` where it is damaged, or its rows are not in order.
        """
        for number, cells in self._found():
            yield self._row(number, cells)

    def raw_rows(self) -> Iterator[tuple[int, list[RawCell]]]:
        """Yield the rows like ``rows``, with the cells that have something as they are.

        A formula without its value is its text; another one is its value.
        """
        for number, cells in self._found():
            yield number, [self._raw(cell) for cell in cells if _is_filled(cell)]

    def _raw(self, cell: dict[str, object]) -> RawCell:
        kind, value = str(cell["data_type"]), cell["value"]
        if kind == _FORMULA:
            kind, value = "f", cell["formula"]
        style = self._format(int(str(cell["style_id"])))
        return RawCell(int(str(cell["column"])), value, kind, style)

    def _found(self) -> Iterator[tuple[int, list[dict[str, object]]]]:
        last = 0
        sheet, book = self._sheet, self._book
        with sheet._get_source() as stream:  # noqa: SLF001 - see above
            parser = _Parser(
                stream,
                sheet._shared_strings,  # noqa: SLF001
                data_only=True,
                epoch=book.epoch,
                date_formats=book._date_formats,  # noqa: SLF001
                timedelta_formats=book._timedelta_formats,  # noqa: SLF001
            )
            rows = parser.parse()
            while True:
                with _told(self._source, f"sheet '{self.title}', below row {last}"):
                    found = next(rows, None)
                if found is None:
                    break
                number, cells = found
                if not last < number <= _MOST_ROWS:
                    said = f"the file is damaged: row {number} of the sheet follows row {last}"
                    raise refuse("R108", said, self._source.name, "save it again", max(last, 1))
                last = number
                parser.row_dimensions.clear()  # else it would hold something of every row
                yield number, cells
            self.merges = tuple(_merges(parser))

    def _row(self, number: int, cells: list[dict[str, object]]) -> SheetRow:
        texts: list[str] = []
        odd: dict[int, str] = {}
        for cell in cells:
            column = int(str(cell["column"]))
            kind, value = cell["data_type"], cell["value"]
            if value is None and kind != _FORMULA:
                continue
            if not len(texts) < column <= _MOST_COLUMNS:
                said = f"the file is damaged: the cells of row {number} are not in order"
                raise refuse("R108", said, self._source.name, "save it again", number)
            texts += [""] * (column - len(texts))
            if kind == _FORMULA:
                odd[column] = _FORMULA
            elif kind == "e":
                odd[column] = f"the error {value}"
            else:
                texts[column - 1] = cell_text(value, self._format(int(str(cell["style_id"]))))
        return SheetRow(number, texts, odd)

    def _format(self, style: int) -> str:
        """Return the number format of a style, such as ``000``."""
        book = self._book
        styles = book._cell_styles  # noqa: SLF001
        if not 0 <= style < len(styles):
            return "General"
        known = styles[style].numFmtId
        own = known - BUILTIN_FORMATS_MAX_SIZE
        formats = book._number_formats  # noqa: SLF001
        if own < 0:
            return str(BUILTIN_FORMATS.get(known, "General"))
        return str(formats[own]) if own < len(formats) else "General"


class _Parser(WorkSheetParser):  # type: ignore[misc]
    """Tell a formula whose value nobody worked out from a blank cell."""

    def parse_cell(self, element: Element) -> dict[str, object]:
        """Return a cell as openpyxl does, of another type where the formula has no value."""
        cell: dict[str, object] = super().parse_cell(element)
        if cell["value"] is None and element.find(FORMULA_TAG) is not None:
            # A text that came out empty is a value: it is kept as an empty <v>, or as none.
            cell["data_type"] = "s" if element.get("t") == "str" else _FORMULA
            cell["formula"] = self.parse_formula(element)
        return cell


@contextmanager
def opened_workbook(source: Source) -> Iterator[list[Sheet]]:
    """Yield the sheets with cells of a workbook, in order.

    Raises ``CheckerError`` where it is damaged, locked, packed to burst, or declares entities.
    """
    with archive_of(source) as archive, source.open() as stream:
        _refuse_tables(archive, source)
        with _told(source, "its parts don't fit together"):
            _refuse_entities(archive, source)
            book = openpyxl.load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        try:
            yield [
                Sheet(sheet, book, source)
                for sheet in book.worksheets
                if isinstance(sheet, ReadOnlyWorksheet)
            ]
        finally:
            book.close()


def _refuse_tables(archive: ZipFile, source: Source) -> None:
    """Raise ``CheckerError`` where what openpyxl holds as a whole, such as texts, is too much."""
    held = sum(
        member.file_size
        for member in archive.infolist()
        if not member.filename.startswith(_STREAMED)
    )
    if held > _MOST_HELD:
        said = f"the file has {held >> 20} MiB beside its sheets, which would have to be held"
        raise refuse("R121", said, source.name, "save the sheet as CSV")


def _refuse_entities(archive: ZipFile, source: Source) -> None:
    """Raise ``CheckerError`` where a part declares a document type, which comes before its root.

    openpyxl leaves that to defusedxml, but only where lxml is not installed.
    """
    for member in archive.infolist():
        if member.filename.endswith((".xml", ".rels")):
            with suppress(ExpatError), archive.open(member) as stream:
                if _declares_a_type(stream):
                    raise _entities(source)


def _declares_a_type(stream: IO[bytes]) -> bool:
    seen: list[bool] = []
    parser = ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *_: seen.append(True)
    parser.StartElementHandler = lambda *_: seen.append(False)
    while not seen and (piece := stream.read(_PIECE_BYTES)):
        parser.Parse(piece)
    return bool(seen) and seen[0]


def _entities(source: Source) -> CheckerError:
    said = "the file declares entities, which are not read"
    return refuse("R122", said, source.name, "save it anew from a spreadsheet program")


@contextmanager
def _told(source: Source, where: str) -> Iterator[None]:
    """Turn whatever openpyxl raises into one problem of the file."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except CheckerError:
        raise
    except Exception as error:
        # Of a damaged workbook openpyxl raises whatever came of it: a KeyError, a TypeError, ...
        if any(isinstance(one, DefusedXmlException) for one in (error, error.__cause__)):
            raise _entities(source) from error
        raise refuse(
            "R108",
            f"the file is damaged: it cannot be read ({where})",
            source.name,
            "open it in a spreadsheet program, and save it again",
        ) from error


def _is_filled(cell: dict[str, object]) -> bool:
    return cell["value"] is not None or cell["data_type"] == _FORMULA


def _merges(parser: WorkSheetParser) -> Iterator[Merge]:
    for one in parser.merged_cells.mergeCell if parser.merged_cells else ():
        left, top, right, bottom = one.bounds
        yield Merge((top, bottom), (left, right))
