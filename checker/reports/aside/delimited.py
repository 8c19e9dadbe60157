"""Rows of a delimited text as they were: the same bytes under the same header."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np

from checker.reports.aside import Wanted
from checker.reports.cells import Block
from checker.reports.encoding import Encoding
from checker.reports.raw_lines import mark_of, raw_lines
from checker.reports.source import Source

__all__ = ["Delimited", "write_delimited"]

_BREAKS = b"\r\n\0"


@dataclass(frozen=True, slots=True)
class Delimited:
    """Name a delimited text: its first row begins below ``header_lines`` lines."""

    source: Source
    encoding: Encoding
    header_lines: int


def write_delimited(text: Delimited, blocks: Iterable[Block], wanted: Wanted, to: BinaryIO) -> int:
    """Write what stands up to the header, and each wanted row from its first line to its last.

    ``blocks`` are all rows of the text, of which only the numbers and lines are looked at.
    """
    spans = _spans(blocks, wanted)
    to.write(mark_of(text.source, text.encoding))
    lines = enumerate(raw_lines(text.source, text.encoding), start=1)
    to.writelines(line[1] for _, line in zip(range(text.header_lines), lines, strict=False))
    count = 0
    for held in _rows(lines, spans):
        to.writelines(held)
        count += 1
    return count


def _spans(blocks: Iterable[Block], wanted: Wanted) -> Iterator[tuple[int, int | None]]:
    """Yield the line of each wanted row, and that of the row behind it; None for the last row."""
    rows = np.fromiter(wanted, np.int64, len(wanted))
    open_line: int | None = None
    for block in blocks:
        numbers = np.concatenate((block.row, [one.row for one in block.faults])).astype(np.int64)
        starts = np.concatenate((block.line, [one.line for one in block.faults])).astype(np.int64)
        order = np.argsort(numbers, kind="stable")
        numbers, starts = numbers[order], starts[order]
        if not len(numbers):
            continue
        if open_line is not None:
            yield open_line, int(starts[0])
            open_line = None
        for at in np.flatnonzero(np.isin(numbers, rows)).tolist():
            if at + 1 < len(starts):
                yield int(starts[at]), int(starts[at + 1])
            else:
                open_line = int(starts[at])
    if open_line is not None:
        yield open_line, None


def _rows(
    lines: Iterator[tuple[int, bytes]], spans: Iterator[tuple[int, int | None]]
) -> Iterator[list[bytes]]:
    """Yield the lines of each span, without the blank ones behind it, which belong to no row."""
    number, line = next(lines, (0, b""))
    for start, end in spans:
        while number and number < start:
            number, line = next(lines, (0, b""))
        held: list[bytes] = []
        while number and (end is None or number < end):
            held.append(line)
            number, line = next(lines, (0, b""))
        while len(held) > 1 and not held[-1].strip(_BREAKS):
            held.pop()
        if held:
            yield held
