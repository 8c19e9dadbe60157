"""What is to be told of accepted rows: each thing once, with how often, and where it was first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from checker.reports.batch import Batch
from checker.reports.rejected import Fault, Faults
from checker.values.diagnostic import Diagnostic
from checker.values.span import Span

__all__ = ["Noted", "noted_in", "warnings_of"]

_MOST = 200
"""So many different notes are told; how many more there are is told too."""


@dataclass(frozen=True, slots=True)
class Noted:
    """Hold a note with how many rows it is about and the first of them (``line`` 0: no lines)."""

    file: str
    line: int
    row: int
    column: str
    note: Fault
    count: int

    def warning(self) -> Diagnostic:
        """Return it as a warning, located where it was first."""
        line = max(self.line, 1)
        often = f" ({self.count} rows, first here)" if self.count > 1 else ""
        where = "" if self.line else f"report {self.row}: "
        message = f"{where}{self.column}: {self.note.reason}{often}"
        span = Span(self.file, line, 1, line, 1)
        return Diagnostic(self.note.code, message, span, self.note.hint, "warning")


def noted_in(batch: Batch, faults: Faults) -> Iterator[Noted]:
    """Yield the notes on the rows of a batch that are accepted."""
    if not faults.notes:
        return
    is_bad = faults.bad(len(batch))
    for rows, column, note in faults.notes:
        good = rows[~is_bad[rows]]
        if len(good):
            first = int(np.min(good))
            place = int(batch.line[first]), int(batch.row[first])
            yield Noted(batch.file, *place, column, note, len(good))


def warnings_of(notes: Iterable[Noted]) -> Iterator[Diagnostic]:
    """Yield a warning for each different note of a file, in the order in which they came up."""
    found: dict[tuple[str, str, Fault], Noted] = {}
    for one in notes:
        key = one.file, one.column, one.note
        old = found.get(key)
        found[key] = one if old is None else replace(old, count=old.count + one.count)
    yield from (one.warning() for one in [*found.values()][:_MOST])
    if len(found) > _MOST:
        message = f"{len(found) - _MOST} more notes on names and times are not told"
        yield Diagnostic("R165", message, None, "mend the ones above first", "warning")
