"""What became of every row in one reading of all files: accepted or rejected, nothing else."""

from checker.reports.batch import Batch
from checker.reports.cells import Block
from checker.reports.identity import place_of
from checker.reports.noted import Noted, noted_in
from checker.reports.rejected import Faults, Rejected

__all__ = ["Tally"]


class Tally:
    """Count the rows of each file, and hold what was rejected, in the order of the input.

    ``met`` are the reports that the mapping names and the files hold, ``rewritten`` how many it
    writes anew of each file, ``handed`` how many batches were handed out. ``crossed`` are the rows
    that are bad beside others only, by the number of their block among those of its file; it is of
    use where one file, or a part of it, is read alone.
    """

    def __init__(self) -> None:
        self.rejected: list[Rejected] = []
        self.met: set[str] = set()
        self.rewritten: list[int] = []
        self.handed = 0
        self.crossed: dict[int, tuple[int, ...]] = {}
        self.notes: list[Noted] = []
        self._counts: list[list[int]] = []

    @property
    def counts(self) -> tuple[tuple[int, int], ...]:
        """Return how many rows of each file were accepted, and how many quarantined."""
        return tuple((accepted, quarantined) for accepted, quarantined in self._counts)

    def begin(self) -> None:
        """Start with the next file."""
        self._counts.append([0, 0])

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
        self.notes += noted_in(batch, faults)
        self.rejected += sorted(found, key=lambda one: one.row)
        bad = int(faults.bad(len(batch)).sum()) if len(faults) else 0
        self._counts[-1][0] += len(batch) - bad
        self._counts[-1][1] += bad + len(block.faults)
