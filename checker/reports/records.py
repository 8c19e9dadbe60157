"""Where the records of a delimited text begin: whole blocks at once, or line by line if irregular.

A quotation mark counts only at the start of a cell, as in RFC 4180. A text is *regular* where every
mark opens at the start of a cell and closes at its end: then a line break is inside a cell exactly
if an odd number of marks stands before it, and blocks can be cut without reading their cells.
"""

import codecs
import io
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from checker.reports.rejected import Fault
from checker.reports.source import refuse

__all__ = [
    "LONGEST_LINE",
    "NUL",
    "Record",
    "Records",
    "cut_records",
    "physical_lines",
    "records_of",
    "split_record",
]

Bytes = NDArray[np.uint8]

_QUOTED = re.compile(r'"((?:[^"]|"")*+)"')
LONGEST_LINE = 1 << 26
"""A line of more characters is none: it would have to be held as a whole."""
_LONGEST_LINES = 500
"""A cell that runs over more lines than this has lost its closing mark."""

_UNCLOSED = Fault(
    "R215",
    "a quotation mark opens a cell and is never closed",
    "close it, or write a mark inside quotation marks twice",
)
_JUNK = Fault(
    "R215",
    "text follows a closing quotation mark",
    "write a quotation mark inside a quoted cell twice",
)
NUL = Fault(
    "R213",
    "the row holds a byte that is not text",
    "write it in UTF-8; or state --encoding for all",
)


@dataclass(frozen=True, slots=True)
class Records:
    """Hold a regular run of whole records: ``size`` bytes, ``line`` of each record from 0, (n,).

    ``line_count`` is the number of line breaks in it.
    """

    size: int
    line: NDArray[np.int64]
    line_count: int


@dataclass(frozen=True, slots=True)
class Record:
    """Hold one record: the line where it starts and its cells, or what is wrong with it."""

    line: int
    cells: tuple[str, ...]
    fault: Fault | None = None


def cut_records(text: bytes, separator: str, *, is_last: bool) -> Records | None:
    """Return the whole records at the start of ``text``, or None where it is not regular.

    ``text`` starts at a record. A size of 0 says that not even one record is whole.
    """
    breaks = text.count(b"\r")
    paired = text.count(b"\r\n") + (text.endswith(b"\r") and not is_last) if breaks else 0
    if b"\0" in text or breaks != paired:
        return None
    if not text:
        return Records(0, np.empty(0, dtype=np.int64), 0)
    data = np.frombuffer(text, dtype=np.uint8)
    newlines, quotes, ends = _marks(data, has_quotes=b'"' in text)
    size = len(text) if is_last else int(ends[-1]) + 1 if len(ends) else 0
    quotes = quotes[: np.searchsorted(quotes, size)]
    if not _are_regular(data, quotes, separator):
        return None
    starts = np.concatenate(([0], ends[ends < size] + 1))
    stops = np.append(ends[ends < size], size)
    lengths = stops - starts
    is_blank = (lengths <= 0) | ((lengths == 1) & (data[np.minimum(starts, size - 1)] == ord("\r")))
    has_breaks = len(ends) < len(newlines)  # within a cell
    lines = np.searchsorted(newlines, starts) if has_breaks else np.arange(len(starts))
    line = lines[~is_blank].astype(np.int64)
    return Records(size, line, int(np.searchsorted(newlines, size)))


def _marks(
    data: Bytes, *, has_quotes: bool
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    """Return where line breaks stand, where quotation marks, and which breaks are in no cell."""
    is_mark = data == ord("\n")
    if not has_quotes:
        newlines = np.flatnonzero(is_mark)
        return newlines, newlines[:0], newlines
    is_mark |= data == ord('"')
    marks = np.flatnonzero(is_mark)
    is_quote = data[marks] == ord('"')
    is_break = ~is_quote
    newlines = marks[is_break]
    is_outside = np.cumsum(is_quote)[is_break] % 2 == 0
    return newlines, marks[is_quote], newlines if is_outside.all() else newlines[is_outside]


def _are_regular(data: Bytes, quotes: NDArray[np.intp], separator: str) -> bool:
    """Say whether marks open after a separator or break (or double), and close before one."""
    if len(quotes) % 2:
        return False
    edges = np.zeros(256, dtype=np.bool_)
    edges[[ord(separator), ord("\n"), ord("\r"), ord('"')]] = True
    opening, closing = quotes[0::2], quotes[1::2]
    before = opening[opening > 0] - 1
    after = closing[closing < len(data) - 1] + 1
    return bool(edges[data[before]].all() and edges[data[after]].all())


def physical_lines(pieces: Iterable[bytes], file: str = "") -> Iterator[str]:
    """Yield the lines of a UTF-8 text without their breaks (LF, CR LF or CR).

    Raises ``CheckerError`` for a line of ``file`` that is longer than ``LONGEST_LINE``.
    """
    decoder = io.IncrementalNewlineDecoder(
        codecs.getincrementaldecoder("utf-8")("replace"), translate=True
    )
    parts: list[str] = []
    size = count = 0
    for piece in chain(pieces, (None,)):
        text = decoder.decode(piece or b"", final=piece is None)
        first, *whole = text.split("\n")
        parts.append(first)
        size += len(first)
        if size > LONGEST_LINE:
            said = f"the line is longer than {LONGEST_LINE >> 20} MiB"
            raise refuse("R108", said, file, "write one report a line", count + 1)
        if whole:
            yield "".join(parts)
            yield from whole[:-1]
            count += len(whole)
            parts, size = [whole[-1]], len(whole[-1])
    if rest := "".join(parts):
        yield rest


def records_of(lines: Iterable[str], separator: str, first_line: int) -> Iterator[Record]:
    """Yield the records of ``lines``; after a broken one reading resumes on its second line."""
    upcoming = iter(lines)
    waiting: deque[str] = deque()
    line = first_line
    while True:
        taken = _take(upcoming, waiting)
        if not taken:
            return
        if taken[0]:
            cells, fault = _assembled(taken, upcoming, waiting, separator)
            yield Record(line, cells, fault)
        line += len(taken)


def split_record(text: str, separator: str) -> tuple[str, ...] | Fault | None:
    """Return the cells of one record, the fault it has, or None where a mark is still open."""
    cells: list[str] = []
    at = 0
    while True:
        if text.startswith('"', at):
            quoted = _QUOTED.match(text, at)
            if quoted is None:
                return None
            cells.append(quoted[1].replace('""', '"'))
            end = quoted.end()
            if end < len(text) and text[end] != separator:
                return _JUNK
        else:
            found = text.find(separator, at)
            end = len(text) if found < 0 else found
            cells.append(text[at:end])
        if end >= len(text):
            return tuple(cells)
        at = end + 1


def _assembled(
    taken: list[str], upcoming: Iterator[str], waiting: deque[str], separator: str
) -> tuple[tuple[str, ...], Fault | None]:
    """Add lines to ``taken`` until the record is whole; give all but the first back if broken."""
    found = split_record(taken[0], separator)
    size = len(taken[0])
    while found is None and len(taken) < _LONGEST_LINES and size < LONGEST_LINE:
        more = _take(upcoming, waiting)
        if not more:
            break
        taken += more
        size += len(more[0])
        found = split_record("\n".join(taken), separator)
    if isinstance(found, tuple):
        return found, NUL if "\0" in "".join(taken) else None
    # A mark that closes on a later line, before more text, was the opening mark of another cell.
    fault = found if found is not None and len(taken) == 1 else _UNCLOSED
    waiting.extendleft(reversed(taken[1:]))
    del taken[1:]
    return (), fault


def _take(upcoming: Iterator[str], waiting: deque[str]) -> list[str]:
    """Return the next line as a list, an empty one at the end."""
    if waiting:
        return [waiting.popleft()]
    line = next(upcoming, None)
    return [] if line is None else [line]
