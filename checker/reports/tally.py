"""What became of every row in one reading of all files: accepted or rejected, nothing else."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from checker.reports.batch import Batch
from checker.reports.cells import Block
from checker.reports.identity import place_of
from checker.reports.rejected import Fault, Faults, Rejected

__all__ = ["Tally"]

_Place = tuple[str, tuple[str, ...], NDArray[np.int64], NDArray[np.int64]]
"""A file, and the ids, lines and rows of some of its reports."""


class Tally:
    """Count the rows of each file, and hold what was rejected, in the order of the input.

    ``met`` are the reports that the mapping names and the files hold, ``rewritten`` how many it
    writes anew of each file.
    """

    def __init__(self) -> None:
        self.rejected: list[Rejected] = []
        self.met: set[str] = set()
        self.rewritten: list[int] = []
        self._counts: list[list[int]] = []
        self._ids: set[str] = set()
        self._read: list[_Place] = []

    @property
    def counts(self) -> tuple[tuple[int, int], ...]:
        """Return how many rows of each file were accepted, and how many quarantined."""
        return tuple((accepted, quarantined) for accepted, quarantined in self._counts)

    def begin(self) -> None:
        """Start with the next file."""
        self._counts.append([0, 0])

    def repeated(self, batch: Batch, is_bad: NDArray[np.bool_]) -> Iterator[tuple[int, Fault]]:
        """Yield the rows whose id an earlier accepted report has already."""
        fresh = set(batch.ids)
        if len(fresh) == len(batch) and fresh.isdisjoint(self._ids) and not is_bad.any():
            # Nearly every block: no row is looked at one by one.
            self._ids |= fresh
            self._read.append((batch.file, batch.ids, batch.line, batch.row))
            return
        for row in np.flatnonzero(~is_bad).tolist():
            name = batch.ids[row]
            if name in self._ids:
                reason = f"the id '{name}' is given twice, first at {self._first(name)}"
                hint = "give each row its own id; a correction names the old one in 'supersedes'"
                yield row, Fault("R208", reason, hint)
            else:
                self._ids.add(name)
                only = slice(row, row + 1)
                self._read.append((batch.file, (name,), batch.line[only], batch.row[only]))

    def _first(self, name: str) -> str:
        """Return the place of the first report of that id."""
        for file, ids, line, row in self._read:
            if name in ids:
                at = ids.index(name)
                return place_of(file, int(line[at]), int(row[at]))
        raise KeyError(name)

    def add(self, block: Block, batch: Batch, faults: Faults) -> None:
        """Count a block: the rows of ``batch`` with and without faults, and what made no row."""
        found = [
            Rejected(
                batch.file,
                int(batch.row[row]),
                int(batch.line[row]) or None,
                column or None,
                fault.code,
                fault.reason,
                fault.hint,
                batch.ids[row],
            )
            for row, column, fault in faults
        ]
        for one in block.faults:
            fault = one.fault
            found.append(
                Rejected(
                    batch.file,
                    one.row,
                    one.line or None,
                    None,
                    fault.code,
                    fault.reason,
                    fault.hint,
                    one.id or place_of(batch.file, one.line, one.row),
                )
            )
        self.rejected += sorted(found, key=lambda one: one.row)
        bad = int(faults.bad(len(batch)).sum())
        self._counts[-1][0] += len(batch) - bad
        self._counts[-1][1] += bad + len(block.faults)
