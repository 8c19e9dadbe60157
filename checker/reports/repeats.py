"""Ids given twice: nothing is held of ids that rise, and of others only those that may be doubles.

Ids mostly rise, within a file and from one to the next: then none stands twice, and one look at
each pair of neighbours says so. Where they do not, the hashes of all ids are sorted once; only an
id whose hash stands twice is ever compared, as a text, with the others like it.
"""

from bisect import bisect
from collections.abc import Callable, Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from checker.reports.batch import Batch
from checker.reports.doubles import doubles_in
from checker.reports.identity import place_of
from checker.reports.names import Names
from checker.reports.rejected import Fault
from checker.reports.strings import Hashes, strings_of

__all__ = ["Key", "Repeats", "Rising", "Suspects", "hashes_of"]

Key = tuple[int, bytes]
"""An id as it is compared: its length, and its bytes."""


class Suspects:
    """Know which ids may be given twice, for all passes; ``every`` reads the ids of all files.

    It may yield the ids of rows that are not accepted, too: what is compared is more then.
    """

    def __init__(self, every: Callable[[], Iterable[Names]], *, are_none: bool = False) -> None:
        self._every = every
        self._hashes: Hashes | None = np.empty(0, dtype=np.uint64) if are_none else None

    @property
    def are_known(self) -> bool:
        """Say whether it was found out already."""
        return self._hashes is not None

    def find(self) -> None:
        """Read all ids, and note those whose hashes stand twice.

        Raises ``CheckerError`` where there is no room on disk for very many.
        """
        self._hashes = doubles_in(hashes_of(names) for names in self._every())

    def settle(self) -> None:
        """Note that all ids were read and rise, so that none is given twice."""
        if self._hashes is None:
            self._hashes = np.empty(0, dtype=np.uint64)

    def among(self, names: Names) -> NDArray[np.intp]:
        """Return the rows whose ids may be given twice."""
        if self._hashes is None or not len(self._hashes):
            return np.empty(0, dtype=np.intp)
        found = hashes_of(names)
        at = np.minimum(np.searchsorted(self._hashes, found), len(self._hashes) - 1)
        return np.flatnonzero(self._hashes[at] == found)


class Rising:
    """Follow ids as they come: file by file, each one after all those before it in its file.

    The ids of one file lie wholly before or after those of each other one.
    """

    def __init__(self) -> None:
        self._file = ""
        self._now: tuple[Key, Key] | None = None
        self._spans: list[tuple[Key, Key]] = []

    @property
    def span(self) -> tuple[Key, Key] | None:
        """Return the least and the greatest id of the file that was followed last, None for none.

        They are comparable: the shorter one is the lesser.
        """
        return self._now

    def takes(self, batch: Batch) -> bool:
        """Say whether the ids of a batch rise on; once they do not, ask no more."""
        written = batch.ids.written
        if not len(batch):
            return True
        if written is None or not batch.ids.are_all_written or not written.is_rising():
            return False
        low, high = (_key(written[row]) for row in (0, len(batch) - 1))
        if self._now is None or batch.file != self._file:
            if self._now is not None:
                self._spans.insert(bisect(self._spans, self._now), self._now)
            self._file, self._now = batch.file, (low, high)
        elif low <= self._now[1]:
            return False
        self._now = self._now[0], high
        at = bisect(self._spans, self._now)
        is_after = at == 0 or self._spans[at - 1][1] < self._now[0]
        return is_after and (at == len(self._spans) or high < self._spans[at][0])


class Repeats:
    """Find, in one pass, the rows whose id an earlier accepted report has already.

    ``before`` reads anew the accepted reports that this pass handed out so far.
    """

    def __init__(self, suspects: Suspects, before: Callable[[], Iterable[Batch]]) -> None:
        self._suspects = suspects
        self._before = before
        self._rising = Rising()
        self._places: dict[str, str] = {}

    def rows(
        self, batch: Batch, is_bad: Callable[[], NDArray[np.bool_]]
    ) -> Iterator[tuple[int, Fault]]:
        """Yield the rows at fault; a row that is bad already takes no id."""
        if not self._suspects.are_known:
            if self._rising.takes(batch):
                return
            self._suspects.find()
            for earlier in self._before():
                for row in self._suspects.among(earlier.ids).tolist():
                    self._places[earlier.ids[row]] = _place(earlier, row)
        rows = self._suspects.among(batch.ids)
        for row in rows[~is_bad()[rows]].tolist() if len(rows) else ():
            name = batch.ids[row]
            if name in self._places:
                reason = f"the id '{name}' is given twice, first at {self._places[name]}"
                hint = "give each row its own id; a correction names the old one in 'supersedes'"
                yield row, Fault("R208", reason, hint)
            else:
                self._places[name] = _place(batch, row)

    def end(self) -> None:
        """Say that all batches have come."""
        self._suspects.settle()


def hashes_of(names: Names) -> Hashes:
    """Return a hash of 64 bits of each id; equal ids have equal ones; shape (n,)."""
    if names.written is not None and names.are_all_written:
        return names.written.hashes()
    return strings_of([*names]).hashes()


def _place(batch: Batch, row: int) -> str:
    return place_of(batch.file, int(batch.line[row]), int(batch.row[row]))


def _key(text: str) -> Key:
    raw = text.encode()
    return len(raw), raw
