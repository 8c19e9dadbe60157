"""Which incident each breaching report belongs to, per clause and reading."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.evaluate.run import JudgedBatch
from checker.findings.sightings import Sightings, incident_parts
from checker.findings.tally import Place
from checker.folds.incidents import Joining
from checker.folds.sightings import Records
from checker.language.core.agreement import Core
from checker.reports.batch import Batch, BatchKey
from checker.values.digest import fingerprints
from checker.values.verdict import Standing

__all__ = ["Incidents", "Named", "incidents_from", "text_at"]


@dataclass(frozen=True, slots=True)
class Named:
    """Hold the incidents of some reports of a batch; ``rows`` rise, and both have shape (n,)."""

    rows: NDArray[np.int32]
    incidents: NDArray[np.uint64]

    def of(self, rows: NDArray[np.intp]) -> tuple[NDArray[np.bool_], NDArray[np.uint64]]:
        """Say which rows have one here, and return it; shape (m,)."""
        at = np.minimum(np.searchsorted(self.rows, rows), len(self.rows) - 1)
        return self.rows[at] == rows, self.incidents[at]


@dataclass(frozen=True, slots=True)
class Incidents:
    """Hold the incidents of a run.

    ``named`` gives the incidents of the reports of events and units, 12 bytes for each breach;
    ``violated`` and ``apparent`` count the incidents with a proved violation and those without.
    """

    core: Core
    named: Mapping[tuple[Place, BatchKey], Named]
    violated: Mapping[Place, int]
    apparent: Mapping[Place, int]

    def by_file(self) -> dict[str, "Incidents"]:
        """Return, for each file of which a report has one, the incidents of its reports alone.

        The counts are left out: they are of all files.
        """
        found: dict[str, dict[tuple[Place, BatchKey], Named]] = {}
        for (place, batch), named in self.named.items():
            found.setdefault(batch[0], {})[place, batch] = named
        return {file: Incidents(self.core, named, {}, {}) for file, named in found.items()}

    def of(self, batch: JudgedBatch, place: Place, rows: NDArray[np.intp]) -> list[str | None]:
        """Return the incidents to which the reports at ``rows`` belong; None for one of none."""
        columns, judged = batch.columns, batch.readings[place[0]][place[1]]
        is_alone = judged.standing[rows] <= Standing.APPARENT_VIOLATION
        is_alone &= ~columns.excluded[rows]
        found: list[str | None] = [None] * len(rows)
        named = self.named.get((place, columns.key))
        if named is not None:
            has_one, incidents = named.of(rows)
            is_alone &= ~has_one
            for at in np.flatnonzero(has_one).tolist():
                found[at] = f"{incidents[at]:016x}"
        alone = np.flatnonzero(is_alone)
        prints = columns.batch.fingerprints
        own = fingerprints(
            incident_parts(self.core, place, ""), (prints[row] for row in rows[alone].tolist())
        )
        for at, identity in zip(alone.tolist(), own, strict=True):
            found[at] = identity
        return found


def incidents_from(core: Core, sightings: Sightings) -> Incidents:
    """Merge sightings into incidents for every clause under every reading."""
    joining = Joining()
    for seen, clear in sightings.parts():
        joining.add(seen, clear)
    found = joining.found()
    return Incidents(
        core,
        _by_batch(found.rows, [*sightings.files]),
        sightings.violated + found.proved,
        sightings.apparent + found.unproved,
    )


def text_at(batch: Batch, written: int) -> str | None:
    """Return a spelling of the batch, None where the cell was empty."""
    return batch.spellings[written] if written >= 0 else None


def _by_batch(joined: Records, files: list[str]) -> dict[tuple[Place, BatchKey], Named]:
    keys = ("row", "first", "file", "reading", "clause")
    rows = joined[np.lexsort([joined[key] for key in keys])]
    of_batch = rows[[*keys[:0:-1]]]
    starts = np.flatnonzero(of_batch[1:] != of_batch[:-1]) + 1
    found = {}
    for some in np.split(rows, starts) if len(rows) else ():
        clause, reading, file, first = some[0][["clause", "reading", "file", "first"]].item()
        named = Named(some["row"].copy(), some["incident"].copy())
        found[(clause, reading), (files[file], first)] = named
    return found
