"""What findings take from their reports as they are: who they are, when and where, by column."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from checker.evaluate.run import JudgedBatch, JudgedRun
from checker.findings.incidents import text_at
from checker.findings.numbers import cells
from checker.values.civil import isos_of_us
from checker.values.digest import fingerprints

__all__ = ["Reported", "at", "reported_of"]

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Reported:
    """Hold n reports with the ids of their findings; every column has n items.

    ``lines``, ``numbers`` and ``ids`` point at the reports in their file: None for a format without
    lines. Times are ISO 8601 in the zone of the agreement, places in degrees and metres; None is
    not given.
    """

    findings: Sequence[str]
    lines: Sequence[int | None]
    numbers: Sequence[int]
    ids: Sequence[str]
    seen_from: Sequence[str | None]
    seen_to: Sequence[str | None]
    lon: Sequence[float | None]
    lat: Sequence[float | None]
    radius_m: Sequence[float | None]
    unit: Sequence[str | None]

    def take(self, some: NDArray[np.intp]) -> "Reported":
        """Return the reports at some places, in their order."""
        return Reported(*(at(getattr(self, column.name), some) for column in fields(self)))


def reported_of(
    run: JudgedRun, batch: JudgedBatch, clause: int, rows: NDArray[np.intp]
) -> Reported:
    """Return the reports at ``rows`` of a batch, with the ids of the findings under one clause."""
    reports, frame = batch.columns.batch, batch.columns.frame
    core = run.plan.core
    about = (core.id, core.clauses[clause].id, "report")
    places = rows.tolist()
    has_time = frame.has_time[rows]
    return Reported(
        findings=fingerprints(about, (reports.fingerprints[row] for row in places)),
        lines=[line or None for line in reports.line[rows].tolist()],
        numbers=reports.row[rows].tolist(),
        ids=[reports.ids[row] for row in places],
        seen_from=_isos(frame.from_us[rows], has_time, core.timezone),
        seen_to=_isos(frame.to_us[rows], has_time, core.timezone),
        lon=cells(reports.at.lon_deg[rows]),
        lat=cells(reports.at.lat_deg[rows]),
        radius_m=cells(reports.at.radius_m[rows]),
        unit=[text_at(reports, written) for written in reports.unit.written[rows].tolist()],
    )


def at(column: Sequence[Item], some: NDArray[np.intp]) -> list[Item]:
    """Return the items of a column at some places."""
    return [column[place] for place in some.tolist()]


def _isos(
    instants_us: NDArray[np.int64], is_given: NDArray[np.bool_], zone: str
) -> list[str | None]:
    found: list[str | None] = [None] * len(instants_us)
    given = np.flatnonzero(is_given)
    for place, text in zip(given.tolist(), isos_of_us(instants_us[given], zone), strict=True):
        found[place] = text
    return found
