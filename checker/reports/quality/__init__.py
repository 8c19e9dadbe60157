"""What looks wrong about accepted reports: told with their places, never mended and never dropped.

Each check sees every batch in the order of the input, and tells at the end what it found. It holds
numbers, and no reports; where it looks again at single ones, a second pass hands it the batches.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from checker.geography.axes import Cluster
from checker.reports.batch import Batch
from checker.reports.identity import place_of
from checker.values.diagnostic import Diagnostic
from checker.values.span import Span

__all__ = ["Check", "Found", "Limits", "at", "has_position", "warned"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Hold what a user states for the checks; each None if not.

    ``region_deg`` is west, south, east, north: a west greater than the east goes over the date
    line. ``as_of_us`` is when the reports were there; ``most_m_s`` how fast a unit can be.
    ``superseded`` are the ids of reports that others correct: of those no speed is worked out.
    ``among`` is where the places of an agreement lie together.
    """

    region_deg: tuple[float, float, float, float] | None = None
    as_of_us: int | None = None
    most_m_s: float | None = None
    superseded: frozenset[str] = frozenset()
    among: Cluster | None = None


class Check(Protocol):
    """Look at all reports once, and once more where ``is_open`` says so after the first pass."""

    @property
    def is_open(self) -> bool:
        """Say whether a second pass is needed."""

    @property
    def found(self) -> "Found":
        """Return what was found, once all passes are over."""

    def see(self, batch: Batch) -> None:
        """Take in a batch in the first pass."""

    def end(self) -> None:
        """Say that the first pass is over."""

    def look(self, batch: Batch) -> None:
        """Take in a batch in the second pass."""


class Found:
    """Hold the first findings of a check, in their order, and count all of them."""

    def __init__(self, most: int) -> None:
        self.told: list[Diagnostic] = []
        self.count = 0
        self._most = most

    def add(self, rows: NDArray[np.intp], tell: Callable[[int], Diagnostic]) -> None:
        """Take rows of a batch; only of those that are held a text is made."""
        room = max(0, self._most - len(self.told))
        self.told += [tell(row) for row in rows[:room].tolist()]
        self.count += len(rows)


def at(batch: Batch, row: int) -> str:
    """Return the place of a report: ``file:line``, or ``file#row`` without lines."""
    return place_of(batch.file, int(batch.line[row]), int(batch.row[row]))


def warned(code: str, batch: Batch, row: int, said: str, hint: str) -> Diagnostic:
    """Return a warning about a report, which is named, and located as far as it has a line."""
    line = int(batch.line[row])
    own = batch.ids.own(row)
    named = f"'{own}'" if own else "the report" if line else f"report {int(batch.row[row])}"
    span = Span(batch.file, max(line, 1), 1, max(line, 1), 1)
    return Diagnostic(code, f"{named} {said}", span, hint, "warning")


def has_position(batch: Batch) -> NDArray[np.bool_]:
    """Say which reports give coordinates; shape (n,)."""
    return np.isfinite(batch.at.lon_deg) & np.isfinite(batch.at.lat_deg)
