"""One block on its way to a batch: each column read once, and every fault held against its row."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from checker.geography.discs import FloatArray
from checker.reports.batch import (
    MISSING_US,
    UNDECLARED,
    CodeArray,
    Coded,
    Lists,
    Vocabulary,
)
from checker.reports.blanks import Blanks
from checker.reports.cells import Block, Cells, Texts
from checker.reports.clock import FIRST_US, LAST_US, Clock
from checker.reports.columns import BY_NAME
from checker.reports.lists import Spellings, list_column, name_codes, text_column
from checker.reports.numbers import number_column, refuse_thousands
from checker.reports.position.atlas import NO_ATLAS, Atlas
from checker.reports.position.degrees import Axis, degree_texts
from checker.reports.rejected import Fault, Faults
from checker.reports.spelling import did_you_mean, normalised
from checker.reports.times.civil import Unknown
from checker.values.window import InstantArray

__all__ = ["Draft", "Reading"]

_BOUND = "write the first and the last day that it may have been, as in 2018-05-01/2018-06-30"
_SWAP = "swap them, or correct one of the two"


@dataclass(frozen=True, slots=True)
class Reading:
    """Say how the cells of one file are read.

    ``shown`` gives the file's own name of a column, for messages; ``blanks`` are the columns that
    the file does not have. ``atlas`` says where names lie that the agreement does not declare.
    """

    file: str
    vocabulary: Vocabulary
    clock: Clock
    has_decimal_comma: bool = False
    may_part_thousands: bool = False
    shown: dict[str, str] = field(default_factory=dict)
    blanks: Blanks = field(default_factory=Blanks)
    atlas: Atlas = NO_ATLAS

    def name(self, column: str) -> str:
        """Return what the file calls a column of the contract."""
        return self.shown.get(column, column)


@dataclass(frozen=True, slots=True)
class Draft:
    """Read the columns of one block; every answer has the block's n rows."""

    block: Block
    reading: Reading
    faults: Faults
    spellings: Spellings = field(default_factory=Spellings)
    _texts: dict[str, Texts] = field(default_factory=dict)
    _numbers: dict[str, FloatArray] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Say whether the file has a column."""
        return name in self.block.columns

    def cells(self, name: str) -> Cells:
        """Return a column, blank where the file lacks it."""
        return self.block.columns.get(name) or self.reading.blanks.texts(len(self.block))

    def texts(self, name: str) -> Texts:
        """Return a column as texts."""
        if name not in self._texts:
            self._texts[name] = self.cells(name).texts()
        return self._texts[name]

    def text(self, name: str) -> Coded:
        """Return a column of free text as indices into the spellings."""
        if not self.has(name):
            return self.reading.blanks.coded(len(self.block))
        return text_column(self.texts(name), self.spellings)

    def names(self, name: str, known: dict[str, int]) -> Lists:
        """Return a column of lists of names."""
        if not self.has(name):
            return self.reading.blanks.lists(len(self.block))
        return list_column(self.texts(name), known, self.spellings)

    def word(self, name: str) -> CodeArray:
        """Return a column of words as indices into its closed list, MISSING where blank."""
        if not self.has(name):
            return self.reading.blanks.codes(len(self.block))
        words = BY_NAME[name].words
        known = {normalised(word): index for index, word in enumerate(words)}
        texts = self.texts(name)
        codes = name_codes(texts, known)
        if (codes == UNDECLARED).any():
            for index, text in enumerate(texts.distinct):
                if text and normalised(text) not in known:
                    fault = Fault("R207", f"unknown {name} '{text}'", did_you_mean(text, words))
                    rows = np.flatnonzero(texts.codes == index)
                    self.faults.add(rows, self.reading.name(name), fault)
        return codes

    def number(self, name: str) -> FloatArray:
        """Return a column of numbers, NaN where blank."""
        if not self.has(name):
            return self.reading.blanks.numbers(len(self.block))
        if name not in self._numbers:
            has_comma = self.reading.has_decimal_comma
            shown, cells = self.reading.name(name), self.cells(name)
            axis: Axis = "lon" if name.endswith("lon") else "lat"
            is_angle = BY_NAME[name].unit == "degrees"
            if is_angle and cells.numbers(has_decimal_comma=has_comma) is None:
                cells = degree_texts(cells.texts(), axis, shown, self.faults)
            if self.reading.may_part_thousands:
                refuse_thousands(cells.texts(), BY_NAME[name], shown, self.faults)
            self._numbers[name] = number_column(
                cells, BY_NAME[name], shown, self.faults, has_decimal_comma=has_comma
            )
        return self._numbers[name]

    def counts(self) -> tuple[FloatArray, FloatArray]:
        """Return the least and the greatest count of each row, NaN where blank."""
        low, high = self.number("count_low"), self.number("count_high")
        fault = Fault("R206", "count_low is greater than count_high", _SWAP)
        self.faults.add(np.flatnonzero(low > high), self.reading.name("count_high"), fault)
        return low, high

    def times(self) -> tuple[InstantArray, InstantArray]:
        """Return the first and last microsecond of each row's time, MISSING_US where unknown."""
        first_us, first_end_us = self._instants("seen_from")
        if not self.has("seen_to"):
            return first_us, first_end_us
        last_start_us, last_us = self._instants("seen_to")
        # What is written and has no bound is not what the other end says.
        is_open = self._is_open("seen_from", first_us) | self._is_open("seen_to", last_us)
        from_us = np.where(first_us == MISSING_US, last_start_us, first_us)
        to_us = np.where(last_us == MISSING_US, first_end_us, last_us)
        from_us[is_open] = to_us[is_open] = MISSING_US
        fault = Fault("R206", "the end is before the start", _SWAP)
        self.faults.add(np.flatnonzero(to_us < from_us), self.reading.name("seen_to"), fault)
        return from_us, to_us

    def _is_open(self, name: str, at_us: InstantArray) -> NDArray[np.bool_]:
        """Say which cells hold a time that has no bound; shape (n,)."""
        is_missing: NDArray[np.bool_] = at_us == MISSING_US
        if not is_missing.any() or not self.has(name):
            return np.zeros(len(at_us), dtype=np.bool_)
        return np.asarray(is_missing & ~self.cells(name).blank())

    def _instants(self, name: str) -> tuple[InstantArray, InstantArray]:
        if not self.has(name):
            nothing = self.reading.blanks.instants(len(self.block))
            return nothing, nothing
        cells = self.cells(name)
        # What somebody states goes first, as in `Clock`: a midnight may be stated to be a day.
        at_us = None if self.reading.clock.patterns else cells.instants_us()
        if at_us is not None:
            is_read = (at_us == MISSING_US) | ((at_us >= FIRST_US) & (at_us < LAST_US))
            if is_read.all():
                return at_us, at_us
        texts = self.texts(name)
        starts = np.full(len(texts.distinct) + 1, MISSING_US)
        ends = np.full(len(texts.distinct) + 1, MISSING_US)
        for index, text in enumerate(texts.distinct):
            found = self.reading.clock.read(text) if text else (MISSING_US, MISSING_US)
            if isinstance(found, Fault):
                rows = np.flatnonzero(texts.codes == index)
                self.faults.add(rows, self.reading.name(name), found)
            elif isinstance(found, Unknown):
                rows = np.flatnonzero(texts.codes == index)
                note = Fault("R166", f"{found.why}, so the time is unknown", _BOUND)
                self.faults.note(rows, self.reading.name(name), note)
            else:
                starts[index], ends[index] = found
        return starts[texts.codes], ends[texts.codes]
