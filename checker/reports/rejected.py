"""What makes one row unreadable: where, under which code, why, and what to write instead."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["CODES", "Fault", "Faults", "Rejected", "Rows", "told"]

Rows = NDArray[np.intp]

_MOST_TOLD = 400

CODES = {
    "R101": "the file cannot be opened or read",
    "R102": "the file's format is not read by this version",
    "R103": "the file's text cannot be decoded",
    "R104": "the header is empty, names a column twice, or is none",
    "R105": "the file does not say where, when or who",
    "R106": "the file does not say the kind of its reports",
    "R107": "the file gives positions without their radius",
    "R108": "the file is damaged",
    "R109": "the mapping does not fit",
    "R110": "what is stated for all files does not fit",
    "R111": "the file changed while it was read",
    "R112": "there is no room on disk to sort ids or sightings",
    "R113": "no other process can read it",
    "R114": "the file that an address names cannot be read",
    "R121": "the file would unpack to too much",
    "R122": "the file declares entities or a document type",
    "R123": "the file has several tables, and none is named",
    "R151": "columns that nobody reads (warning)",
    "R152": "the file is not UTF-8 (warning)",
    "R153": "columns that no rule uses yet (warning)",
    "R154": "the mapping names a report that no file holds (warning)",
    "R155": "the mapping names no column of this file, which was read without it (warning)",
    "R161": "other sheets that were not read (warning)",
    "R162": "an error of position that was taken as its radius (warning)",
    "R163": "a name that several places of the gazetteer bear (warning)",
    "R164": "a name that the gazetteer spells with other accents or marks (warning)",
    "R165": "a name that the gazetteer does not know (warning)",
    "R166": "a time without a bound, and so unknown (warning)",
    "R170": "a position at 0, 0 (warning)",
    "R171": "a position outside the region (warning)",
    "R172": "a position in the region only with swapped axes (warning)",
    "R173": "a report of a later time than it can be (warning)",
    "R174": "a report that says the same as another (warning)",
    "R175": "a report that corrects another (warning)",
    "R176": "a unit that would have been too fast (warning)",
    "R177": "sightings that were not compared (warning)",
    "R201": "the row has too many or too few cells",
    "R202": "not a number",
    "R203": "a number out of range",
    "R204": "not a time",
    "R205": "an instant without a zone",
    "R206": "an end before its start",
    "R207": "not a word of the column's list",
    "R208": "an id given twice",
    "R209": "no grid reference, or one that contradicts itself",
    "R210": "corrections that contradict each other",
    "R211": "skipped by the mapping",
    "R212": "actors stated in contradicting ways",
    "R213": "a character that is not text",
    "R214": "a shape that is damaged, or none that is read",
    "R215": "a quotation mark that is never closed",
    "R216": "half a position",
    "R217": "a row without any value",
    "R231": "no JSON object",
    "R232": "a column that the row gives twice",
    "R233": "a formula without its value, or an error",
    "R234": "merged cells",
    "R235": "a time span that is open at one end",
    "R236": "no sighting: a plan, a forecast, a link",
    "R237": "a report that is too long",
    "R240": "no angle in degrees, minutes and seconds",
    "R241": "a drawn place that cannot be read",
    "R242": "places of one row that have no ground in common",
    "R243": "a date that may be two",
    "R244": "a time in words that lacks its year",
    "R250": "the gazetteer cannot be read",
    "R251": "the gazetteer lacks a column",
    "R252": "a row of the gazetteer cannot be read",
    "R260": "another report of the same row that is not accepted",
    "R261": "several reports of a row without an id",
    "R281": "observations without a column that they need",
    "R282": "a row of observations with a blank cell or an unknown status",
    "R283": "a row of observations whose time cannot be read",
    "R310": "a unit of a column of codes",
    "R311": "codes that are taken for lengths",
    "R312": "a radius that is less than the codebook's",
    "R313": "an event that was stale before it starts",
    "R314": "each of several times",
    "R315": "a time that lasted nobody knows how long (warning)",
    "R320": "a row of observations that draws no area",
}
"""Every code of this layer; R1 are about files, R15 and R16 are warnings, R2 are about rows.

R310 to R312 are about what a mapping makes of codes, and R313 to R315 are about rows.
"""


@dataclass(frozen=True, slots=True)
class Fault:
    """Say what is wrong with a value, wherever it stands."""

    code: str
    reason: str
    hint: str


@dataclass(frozen=True, slots=True, order=True)
class Rejected:
    """Say one thing wrong with one row; a row with two problems has two of these.

    ``line`` counts from 1 and is None where the format has no lines; ``row`` counts the file's
    reports from 1. ``column`` is named as the file names it, None where the whole row is at fault.
    """

    file: str
    row: int
    line: int | None
    column: str | None
    code: str
    reason: str
    hint: str = ""
    id: str = ""

    @property
    def place(self) -> str:
        """Return ``file:line``, or ``file#row`` where there are no lines."""
        return f"{self.file}:{self.line}" if self.line else f"{self.file}#{self.row}"

    def __str__(self) -> str:
        column = f"{self.column}: " if self.column else ""
        return f"{self.place}: {self.code}: {column}{self.reason}"


def told(reason: str) -> str:
    """Return a reason to be read: of one that quotes a cell of any length, its two ends."""
    is_long = len(reason) > _MOST_TOLD
    return f"{reason[: _MOST_TOLD // 2]} ... {reason[-_MOST_TOLD // 2 :]}" if is_long else reason


class Faults:
    """Collect what is wrong with the rows of one block, by index into the block.

    ``notes`` are what is to be told of rows that are right.
    """

    def __init__(self) -> None:
        self._found: list[tuple[int, str, Fault]] = []
        self.notes: list[tuple[Rows, str, Fault]] = []

    def add(self, rows: Iterable[int] | Rows, column: str, fault: Fault) -> None:
        """Hold ``fault`` against ``column`` of each of ``rows``; an empty column is the row."""
        self._found.extend((int(row), column, fault) for row in rows)

    def note(self, rows: Rows, column: str, note: Fault) -> None:
        """Hold a note beside ``column`` of ``rows``."""
        if len(rows):
            self.notes.append((rows, column, note))

    def bad(self, count: int) -> NDArray[np.bool_]:
        """Say of ``count`` rows which have a fault; shape (count,)."""
        flags = np.zeros(count, dtype=np.bool_)
        flags[[row for row, _, _ in self._found]] = True
        return flags

    def __iter__(self) -> Iterator[tuple[int, str, Fault]]:
        return iter(sorted(self._found, key=lambda found: found[0]))

    def __len__(self) -> int:
        return len(self._found)
