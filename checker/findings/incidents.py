"""Which incident each breaching report belongs to, per clause and reading."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.evaluate.run import JudgedBatch
from checker.findings.tally import Place
from checker.folds.incidents import Seen, incidents_of
from checker.language.core.agreement import Core
from checker.reports.batch import Batch, RowKey
from checker.values.digest import fingerprint, fingerprints
from checker.values.verdict import Standing, Verdict

__all__ = ["Incidents", "Sightings", "incidents_from", "merge", "sightings_of", "text_at"]


@dataclass(frozen=True, slots=True)
class Sightings:
    """Hold what may be one incident with others: reports of a named event or unit.

    Every other breach is an incident of its own: ``violated`` are the proved ones, ``apparent``
    the rest. Only the reports of events and units take memory, about 300 bytes each.
    """

    named: tuple[Seen, ...] = ()
    violated: int = 0
    apparent: int = 0


@dataclass(frozen=True, slots=True)
class Incidents:
    """Hold the incidents of a run.

    ``ids`` gives the incident of each report of an event or a unit; ``violated`` and ``apparent``
    count the incidents with a proved violation and those without.
    """

    core: Core
    ids: Mapping[tuple[Place, RowKey], str]
    violated: Mapping[Place, int]
    apparent: Mapping[Place, int]

    def by_file(self) -> dict[str, "Incidents"]:
        """Return, for each file of which a report has one, the incidents of its reports alone.

        The counts are left out: they are of all files.
        """
        found: dict[str, dict[tuple[Place, RowKey], str]] = {}
        for (place, row), identity in self.ids.items():
            found.setdefault(row[0][0], {})[place, row] = identity
        return {file: Incidents(self.core, ids, {}, {}) for file, ids in found.items()}

    def of(self, batch: JudgedBatch, place: Place, rows: NDArray[np.intp]) -> list[str | None]:
        """Return the incidents to which the reports at ``rows`` belong; None for one of none."""
        columns, judged = batch.columns, batch.readings[place[0]][place[1]]
        is_breach = judged.standing[rows] <= Standing.APPARENT_VIOLATION
        is_breach &= ~columns.excluded[rows]
        alone = np.flatnonzero(is_breach)
        prints = columns.batch.fingerprints
        clause = self.core.clauses[place[0]].id
        own = fingerprints(
            _parts(self.core, clause, ""), (prints[row] for row in rows[alone].tolist())
        )
        found: list[str | None] = [None] * len(rows)
        for at, identity in zip(alone.tolist(), own, strict=True):
            found[at] = identity
        if self.ids:
            for at, row in enumerate(rows.tolist()):
                found[at] = self.ids.get((place, (columns.key, row)), found[at])
        return found


def sightings_of(batch: JudgedBatch, place: Place) -> Sightings:
    """Gather the breaches of a batch, and the proved compliance of named units."""
    judged, columns = batch.readings[place[0]][place[1]], batch.columns
    reports, live = columns.batch, ~columns.excluded
    is_breach = (judged.standing <= Standing.APPARENT_VIOLATION) & live
    is_clear = (judged.verdict == Verdict.COMPLIANT) & live
    is_named = (reports.event.written >= 0) | (reports.unit.written >= 0)
    is_proved = judged.verdict == Verdict.VIOLATION
    named = tuple(
        Seen(
            from_us=int(columns.frame.from_us[row]),
            to_us=int(columns.frame.to_us[row]),
            row=(columns.key, int(row)),
            identity=reports.fingerprints[row],
            event=text_at(reports, int(reports.event.written[row])),
            unit=text_at(reports, int(reports.unit.written[row])),
            is_breach=bool(is_breach[row]),
            is_proved=bool(is_proved[row]),
        )
        for row in np.flatnonzero((is_breach | is_clear) & is_named)
    )
    alone = is_breach & ~is_named
    violated = int((alone & is_proved).sum())
    return Sightings(named, violated, int(alone.sum()) - violated)


def merge(first: Sightings, second: Sightings) -> Sightings:
    """Join two gatherings."""
    return Sightings(
        first.named + second.named,
        first.violated + second.violated,
        first.apparent + second.apparent,
    )


def incidents_from(core: Core, found: Mapping[Place, Sightings]) -> Incidents:
    """Merge sightings into incidents for every clause under every reading."""
    ids: dict[tuple[Place, RowKey], str] = {}
    violated: dict[Place, int] = {}
    apparent: dict[Place, int] = {}
    for place, sightings in found.items():
        incidents = incidents_of(sightings.named)
        proved = sum(any(one.is_proved for one in incident) for incident in incidents)
        violated[place] = sightings.violated + proved
        apparent[place] = sightings.apparent + len(incidents) - proved
        clause = core.clauses[place[0]].id
        for incident in incidents:
            first = incident[0]
            identity = _identity(core, clause, first.event or first.unit or "", first.identity)
            ids.update({(place, one.row): identity for one in incident})
    return Incidents(core, ids, violated, apparent)


def text_at(batch: Batch, written: int) -> str | None:
    """Return a spelling of the batch, None where the cell was empty."""
    return batch.spellings[written] if written >= 0 else None


def _identity(core: Core, clause: str, named: str, first: str) -> str:
    return fingerprint(*_parts(core, clause, named), first)


def _parts(core: Core, clause: str, named: str) -> tuple[str, ...]:
    return core.id, clause, "incident", named
