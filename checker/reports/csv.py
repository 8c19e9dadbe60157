"""Delimited text: every cell is read as text, so ``007`` stays and nothing is guessed by likeness.

Regular blocks are parsed by Arrow; a block that holds a broken row is read record by record, to say
which line it is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import BinaryIO

import numpy as np
import pyarrow as pa
import pyarrow.csv as pa_csv
from numpy.typing import NDArray

from checker.reports.aside import Aside, Wanted
from checker.reports.aside.delimited import Delimited, write_delimited
from checker.reports.cells import ArrowCells, Block, Cells, StructureFault, texts_of
from checker.reports.encoding import Encoding, encoding_of_rows
from checker.reports.header import column_names, doubt_of, separator_of
from checker.reports.opened import BLOCK_ROWS, Opened, Reader
from checker.reports.records import Record, cut_records, physical_lines, records_of
from checker.reports.rejected import Fault
from checker.reports.source import PIECE_BYTES, Source, refuse

__all__ = ["READER", "open_csv"]

_LOOKED_BELOW = 10
"""So many lines under the first one are looked at for a header, where the first is none."""
_SEPARATOR = re.compile(r'"?sep=([^"\w\s]|\t)"?[;,\t]*', re.IGNORECASE)
_LARGEST_RECORD = 16 * PIECE_BYTES


def open_csv(source: Source) -> Opened:
    """Open a CSV file; raises ``CheckerError`` for an empty file or a header that is no header.

    The separator is what a first line such as ``sep=;`` says, else the one of ``, ; TAB`` that
    parts the most names of the contract in the header, or that it holds most; a decimal comma is
    accepted in numbers where it is not the comma.
    """
    encoding = encoding_of_rows(source, has_header=True)
    layout = _Layout(source, encoding)
    return Opened(
        source,
        layout.columns,
        layout.blocks,
        encoding.warnings(source.name),
        has_decimal_comma=layout.separator != ",",
        doubt=layout.doubt,
        stated=encoding.stated,
        aside=Aside(layout.suffix, layout.write_aside),
    )


READER = Reader("CSV", (".csv", ".tsv", ".txt"), lambda _: True, open_csv)


class _Layout:
    """Hold how one file is laid out, as its header says."""

    def __init__(self, source: Source, encoding: Encoding) -> None:
        self.source = source
        self.encoding = encoding
        lines = physical_lines(encoding.utf8_pieces(source), source.name)
        skipped, header, stated = _first_line(lines, source)
        self.separator = stated or separator_of(header)
        record = next(records_of(chain([header], lines), self.separator, skipped + 1))
        if record.fault:
            raise refuse("R104", record.fault.reason, source.name, record.fault.hint, record.line)
        self.first_line = record.line + 1 + "".join(record.cells).count("\n")
        self.columns = column_names(record.cells, source, record.line)
        below = [
            (number, text)
            for number, text in enumerate(islice(lines, _LOOKED_BELOW), self.first_line)
            if text.strip()
        ]
        self.doubt = doubt_of(source.name, (record.line, record.cells), below)

    @property
    def suffix(self) -> str:
        """Return how the name of a file ends that is so laid out."""
        return ".tsv" if self.separator == "\t" else ".csv"

    def write_aside(self, wanted: Wanted, to: BinaryIO) -> int:
        """Write rows as they were, under the same header."""
        text = Delimited(self.source, self.encoding, self.first_line - 1)
        return write_delimited(text, self.blocks(self.columns[:1]), wanted, to)

    def blocks(self, only: Sequence[str] | None = None) -> Iterator[Block]:
        """Yield the rows; from the first irregular block on they are read line by line."""
        pieces = self.encoding.utf8_pieces(self.source)
        text = _after_lines(pieces, self.first_line - 1)
        line, row, is_last = self.first_line, 1, False
        while text or not is_last:
            found = cut_records(text, self.separator, is_last=is_last)
            if found is None or len(text) > _LARGEST_RECORD:
                yield from self._slow_blocks(chain([text], pieces), line, row)
                return
            whole = pa.py_buffer(text).slice(0, found.size)  # no copy
            for block in self._blocks_of(whole, found.line + line, row, only):
                yield block
                row += len(block) + len(block.faults)
            line += found.line_count
            rest = text[found.size :]
            piece = None if is_last else next(pieces, None)
            is_last = piece is None
            text = rest + piece if piece else rest

    def _blocks_of(
        self, whole: pa.Buffer, line: NDArray[np.int64], row: int, only: Sequence[str] | None
    ) -> Iterator[Block]:
        """Yield whole records as blocks: one, or several where they were read one by one."""
        if len(line) == 0:
            return
        parsed = self._parsed(whole, only)
        if parsed is None or parsed.num_rows != len(line):
            text = whole.to_pybytes()
            start = int(line[0]) - _leading_breaks(text)
            yield from self._slow_blocks([text], start, row)
            return
        columns: dict[str, Cells] = {
            name: ArrowCells(parsed.column(name).combine_chunks()) for name in parsed.column_names
        }
        yield Block(columns, np.arange(row, row + len(line), dtype=np.int64), line)

    def _parsed(self, whole: pa.Buffer, only: Sequence[str] | None) -> pa.Table | None:
        """Return the cells as strings, null where blank; None where a row has too many or few."""
        broken: list[pa_csv.InvalidRow] = []

        def skip(row: pa_csv.InvalidRow) -> str:
            broken.append(row)
            return "skip"

        table = pa_csv.read_csv(
            pa.BufferReader(whole),
            pa_csv.ReadOptions(
                column_names=list(self.columns), use_threads=False, block_size=whole.size + 1
            ),
            pa_csv.ParseOptions(
                delimiter=self.separator, newlines_in_values=True, invalid_row_handler=skip
            ),
            pa_csv.ConvertOptions(
                include_columns=list(only or ()),
                column_types=dict.fromkeys(self.columns, pa.string()),
                null_values=[""],
                strings_can_be_null=True,
                quoted_strings_can_be_null=True,
                check_utf8=False,
            ),
        )
        return None if broken else table

    def _slow_blocks(self, pieces: Iterable[bytes], line: int, row: int) -> Iterator[Block]:
        records = records_of(physical_lines(pieces, self.source.name), self.separator, line)
        while taken := list(islice(records, BLOCK_ROWS)):
            yield self._block(taken, row)
            row += len(taken)

    def _block(self, records: list[Record], first_row: int) -> Block:
        width = len(self.columns)
        faults: list[StructureFault] = []
        whole: list[tuple[int, Record]] = []
        for row, record in enumerate(records, first_row):
            fault = record.fault or _miscounted(len(record.cells), width)
            if fault:
                faults.append(StructureFault(row, record.line, fault))
            else:
                whole.append((row, record))
        columns: dict[str, Cells] = {
            name: texts_of([record.cells[index] for _, record in whole])
            for index, name in enumerate(self.columns)
        }
        return Block(
            columns,
            np.array([row for row, _ in whole], dtype=np.int64),
            np.array([record.line for _, record in whole], dtype=np.int64),
            tuple(faults),
        )


def _first_line(lines: Iterator[str], source: Source) -> tuple[int, str, str]:
    """Return how many lines stand before the header, its first line, and the separator if stated.

    Blank lines may stand before it, and ``sep=;``, with which Excel is told how to part cells.
    """
    separator = ""
    for skipped, line in enumerate(lines):
        if (found := _SEPARATOR.fullmatch(line)) is not None:
            separator = found[1]
        elif line.strip():
            return skipped, line, separator
    raise refuse(
        "R104",
        "the file is empty: it has no header",
        source.name,
        "write the names of the columns in the first line",
    )


def _miscounted(found: int, wanted: int) -> Fault | None:
    if found == wanted:
        return None
    few = "few" if found < wanted else "many"
    return Fault(
        "R201",
        f"the row has too {few} cells: {found}, where the header has {wanted}",
        "put a cell that holds the separator or a line break between quotation marks",
    )


def _after_lines(pieces: Iterator[bytes], count: int) -> bytes:
    """Return what follows the first ``count`` lines, of as many pieces as it takes to find it."""
    lines = re.compile(rb"(?:[^\r\n]*(?:\r\n|\n|\r)){%d}" % count)
    text = b""
    for piece in pieces:
        text += piece
        before = lines.match(text)
        # At the very end a break may be cut in two.
        if before and before.end() < len(text):
            return text[before.end() :]
    return b""


def _leading_breaks(text: bytes) -> int:
    """Count the blank lines at the start of ``text``."""
    return text[: len(text) - len(text.lstrip(b"\r\n"))].count(b"\n")
