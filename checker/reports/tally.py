"""What became of every row in one reading of all files: accepted or rejected, nothing else."""

from dataclasses import dataclass

import numpy as np

from checker.reports.batch import Batch
from checker.reports.cells import Block
from checker.reports.identity import place_of
from checker.reports.noted import Noted, noted_in
from checker.reports.rejected import Faults, Rejected, told

__all__ = ["RowCount", "Tally"]


@dataclass(frozen=True, slots=True)
class RowCount:
    """Count the rows of a file, or of a part of it: each one is accepted or quarantined.

    ``reports`` are those that the accepted rows made, more than one of a row where a mapping says
    so. ``read`` is counted where rows come in, the others where they go.
    """

    reports: int = 0
    accepted: int = 0
    quarantined: int = 0
    read: int = 0

    def __add__(self, other: "RowCount") -> "RowCount":
        return RowCount(
            self.reports + other.reports,
            self.accepted + other.accepted,
            self.quarantined + other.quarantined,
            self.read + other.read,
        )


class Tally:
    """Count the rows of each file, and hold what was rejected, in the order of the input.

    ``met`` are the reports that the mapping names and the files hold, ``rewritten`` how many it
    writes anew of each file, ``handed`` how many batches were handed out. ``crossed`` are the rows
    that are bad beside others only, by the number of their block among those of its file; it is of
    use where one file, or a part of it, is read alone. ``lost`` are the reports that rejected ones
    correct: what these say otherwise nobody knows.
    """

    def __init__(self) -> None:
        self.rejected: list[Rejected] = []
        self.met: set[str] = set()
        self.rewritten: list[int] = []
        self.handed = 0
        self.crossed: dict[int, tuple[int, ...]] = {}
        self.lost: set[str] = set()
        self.notes: list[Noted] = []
        self._counts: list[RowCount] = []
        self._starts: list[int] = []

    @property
    def counts(self) -> tuple[RowCount, ...]:
        """Return what became of the rows of each file."""
        return tuple(self._counts)

    @property
    def by_file(self) -> tuple[tuple[Rejected, ...], ...]:
        """Return what was rejected of each file; two may bear one name."""
        ends = (*self._starts[1:], len(self.rejected))
        pairs = zip(self._starts, ends, strict=True)
        return tuple(tuple(self.rejected[start:end]) for start, end in pairs)

    def begin(self) -> None:
        """Start with the next file."""
        self._counts.append(RowCount())
        self._starts.append(len(self.rejected))

    def read(self, source: Block) -> None:
        """Count the rows of a block as the file has them."""
        self._counts[-1] += RowCount(read=len(source) + len(source.faults))

    def add(self, block: Block, batch: Batch, faults: Faults) -> None:
        """Count a block: the rows of ``batch`` with and without faults, and what made no row."""
        found = [
            Rejected(
                batch.file,
                int(batch.row[row]),
                int(batch.line[row]) or None,
                column or None,
                fault.code,
                told(fault.reason),
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
                    told(fault.reason),
                    fault.hint,
                    one.id or place_of(batch.file, one.line, one.row),
                )
            )
        self.notes += noted_in(batch, faults)
        self.rejected += sorted(found, key=lambda one: one.row)
        is_bad = faults.bad(len(batch))
        bad = len(np.unique(batch.row[is_bad]))
        if bad:
            self.lost |= {old for row, old in batch.supersedes.given() if is_bad[row]}
        good = len(np.unique(batch.row[~is_bad])) if block.is_spread else len(batch) - bad
        reports = int(np.count_nonzero(~is_bad))
        self._counts[-1] += RowCount(reports, good, bad + len(block.faults))
