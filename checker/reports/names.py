"""What the reports of a batch are called, told of a report where somebody asks for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import index
from typing import Protocol, SupportsIndex

import numpy as np
from numpy.typing import NDArray

from checker.reports.strings import Strings

__all__ = ["Named", "Names", "Unnamed"]

Rows = NDArray[np.intp]


class Unnamed(Protocol):
    """Say what a report without a name of its own is called instead."""

    def of(self, row: int) -> str:
        """Return it by the row of the block that the report was read in."""


@dataclass(frozen=True, slots=True)
class Names:
    """Hold n names: those ``written``, empty where blank, and ``unnamed`` for the others.

    ``rows`` are those of the block, shape (n,). ``written`` None says that no report has a name.
    """

    written: Strings | None
    unnamed: Unnamed
    rows: Rows

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, row: SupportsIndex) -> str:
        return self.own(index(row)) or self.unnamed.of(int(self.rows[row]))

    def __iter__(self) -> Iterator[str]:
        written = self.written or [""] * len(self)
        rows = self.rows.tolist()
        return (name or self.unnamed.of(row) for name, row in zip(written, rows, strict=True))

    @property
    def are_all_written(self) -> bool:
        """Say whether every report has a name of its own."""
        return self.written is not None and bool(self.written.sizes.all())

    def own(self, row: int) -> str:
        """Return the name that a report has itself, empty if none."""
        return self.written[row] if self.written is not None else ""

    def without_own(self, row: int) -> str:
        """Return what a report would be called if it had no name of its own."""
        return self.unnamed.of(int(self.rows[row]))

    def take(self, rows: Rows) -> "Names":
        """Return the names at ``rows``, in that order."""
        written = self.written.take(rows) if self.written is not None else None
        return Names(written, self.unnamed, self.rows[rows])


@dataclass(frozen=True, slots=True)
class Named:
    """Hold of n reports which other one each names, as a text that is empty for none.

    ``written`` None says that no report names any; ``count`` is n.
    """

    written: Strings | None
    count: int

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, row: int) -> str | None:
        return (self.written[row] if self.written is not None else "") or None

    def __iter__(self) -> Iterator[str | None]:
        return (self[row] for row in range(self.count))

    def given(self) -> Iterator[tuple[int, str]]:
        """Yield the rows that name one, each with the name."""
        if self.written is not None:
            for row in np.flatnonzero(self.written.sizes).tolist():
                yield row, self.written[row]

    def take(self, rows: Rows) -> "Named":
        """Return the rows at ``rows``, in that order."""
        return Named(self.written.take(rows) if self.written is not None else None, len(rows))
