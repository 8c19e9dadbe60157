"""Findings that differ in numbers, times and names alone: one of them whole, the rest by column."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from checker.findings.finding import Finding, ReadingFinding, ReportRef

__all__ = ["Column", "Series"]

Column = Sequence[str | float | int | None]
"""What one field of a finding is, finding by finding."""


@dataclass(frozen=True, slots=True)
class Series:
    """Hold n findings about the reports at ``rows`` of a batch, of one clause.

    ``like`` is the first of them; the others are like it, but for the fields in ``own``, each a
    column of n, and for their readings, which ``readings`` makes when they are asked for: an item
    for each finding. ``lines``, ``numbers`` and ``ids`` point at the reports in their file.
    ``told_m`` is the distance that each sentence tells: least, best, greatest; None where nothing
    was measured.
    """

    like: Finding
    rows: NDArray[np.intp]
    own: Mapping[str, Column]
    readings: Callable[[], Iterator[tuple[ReadingFinding, ...]]]
    lines: Sequence[int | None]
    numbers: Sequence[int]
    ids: Sequence[str]
    told_m: tuple[Column, Column, Column] | None

    def __len__(self) -> int:
        return len(self.rows)

    def bare(self) -> "Series":
        """Return the same columns, without the readings of each finding."""
        return replace(self, readings=_nothing_left)

    def findings(self) -> Iterator[Finding]:
        """Yield the findings in their order, whole."""
        same = same_fields(self.like, {*self.own, "readings", "reports", "measured"})
        (file,) = {report.file for report in self.like.reports}
        places = zip(self.lines, self.numbers, self.ids, strict=True)
        each = zip(*self.own.values(), strict=True)
        for place, own, readings in zip(places, each, self.readings(), strict=True):
            yield Finding(
                **same,  # type: ignore[arg-type]
                **dict(zip(self.own, own, strict=True)),
                readings=readings,
                reports=(ReportRef(file, *place),),
                measured=tuple(one for reading in readings for one in reading.measured),
            )


def _nothing_left() -> Iterator[tuple[ReadingFinding, ...]]:
    raise ValueError("the readings of these findings were left where they were made")


def same_fields(one: Finding | ReadingFinding, others: set[str]) -> dict[str, object]:
    """Return the fields of ``one`` but for ``others``, by name."""
    return {
        field.name: getattr(one, field.name) for field in fields(one) if field.name not in others
    }
