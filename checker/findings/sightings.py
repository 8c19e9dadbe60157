"""What may be one incident with others: breaches of named units and events, batch by batch."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from checker.evaluate.run import JudgedBatch
from checker.findings.tally import Place
from checker.folds.sightings import CLEAR, SEEN, Records
from checker.language.core.agreement import Core
from checker.values.digest import fingerprints
from checker.values.spilled import Spilled
from checker.values.verdict import Standing, Verdict

__all__ = ["Sightings", "incident_parts", "sightings_of"]

_ABOVE = np.uint64(56)

_State = tuple[Counter[Place], Counter[Place], list[str], Records, Records]


class Sightings:
    """Hold the reports of named units and events; every other breach is an incident of its own.

    ``violated`` counts those that are proved, by clause and reading, ``apparent`` the rest. A
    breach takes 85 bytes and a compliant sighting 40, on disk where they are many; pickled, all of
    them are in memory.
    """

    def __init__(self) -> None:
        self.violated: Counter[Place] = Counter()
        self.apparent: Counter[Place] = Counter()
        self.files: dict[str, int] = {}
        self._seen = Spilled(SEEN, "the sightings of units")
        self._clear = Spilled(CLEAR, "the sightings of units")

    def count(self, place: Place, violated: int, apparent: int) -> None:
        """Count breaches of nobody's unit, and of no event."""
        self.violated[place] += violated
        self.apparent[place] += apparent

    def take(self, files: Iterable[str], seen: Records, clear: Records) -> None:
        """Take breaches and compliant sightings; ``seen`` counts its files among ``files``."""
        codes = [self.files.setdefault(file, len(self.files)) for file in files]
        if len(seen):
            seen = seen.copy()
            seen["file"] = np.array(codes, np.int32)[seen["file"]]
        for kept, records in ((self._seen, seen), (self._clear, clear)):
            kept.add(records, (records["unit"][:, 0] >> _ABOVE).astype(np.uint8))

    def add(self, other: "Sightings") -> None:
        """Take all that others are; they stay as they are."""
        self.violated.update(other.violated)
        self.apparent.update(other.apparent)
        for seen, clear in other.parts():
            self.take(other.files, seen, clear)

    def parts(self) -> Iterator[tuple[Records, Records]]:
        """Yield breaches and compliant sightings, each unit wholly in one part."""
        both = self._seen, self._clear
        if any(one.is_on_disk for one in both):
            for one in both:
                one.spill()
        return zip(self._seen.parts(), self._clear.parts(), strict=True)

    def __getstate__(self) -> _State:
        """Return what is sent to another process, or kept."""
        seen, clear = (np.concatenate(some) for some in zip(*self.parts(), strict=True))
        return self.violated, self.apparent, [*self.files], seen, clear

    def __setstate__(self, state: _State) -> None:
        """Take what was sent."""
        violated, apparent, files, seen, clear = state
        Sightings.__init__(self)
        self.violated.update(violated)
        self.apparent.update(apparent)
        self.take(files, seen, clear)


def sightings_of(core: Core, batch: JudgedBatch, places: Iterable[Place]) -> Sightings:
    """Gather the breaches of a batch, and the proved compliance of named units."""
    found, names = Sightings(), _Names(core, batch)
    for place in places:
        judged, live = batch.readings[place[0]][place[1]], ~batch.columns.excluded
        is_breach = (judged.standing <= Standing.APPARENT_VIOLATION) & live
        is_proved = judged.verdict == Verdict.VIOLATION
        alone = is_breach & ~names.is_named
        violated = int((alone & is_proved).sum())
        found.count(place, violated, int(alone.sum()) - violated)
        rows = np.flatnonzero(is_breach & names.is_named)
        is_clear = (judged.verdict == Verdict.COMPLIANT) & live & names.has_unit
        if len(rows) or is_clear.any():
            seen = names.seen(place, rows)
            seen["is_proved"] = is_proved[rows]
            clear = names.clear(place, np.flatnonzero(is_clear))
            found.take([batch.columns.batch.file], seen, clear)
    return found


class _Names:
    """Write records of the reports of a batch; each name is hashed once."""

    def __init__(self, core: Core, batch: JudgedBatch) -> None:
        self._core = core
        self._columns = batch.columns
        reports = batch.columns.batch
        self.has_unit = reports.unit.written >= 0
        self.is_named = self.has_unit | (reports.event.written >= 0)

    @cached_property
    def _hashes(self) -> NDArray[np.uint64]:
        """Return the hash of each spelling, and of none last; shape (k + 1, 2)."""
        reports = self._columns.batch
        used = np.unique(np.concatenate((reports.unit.written, reports.event.written)))
        found = np.zeros((len(reports.spellings) + 1, 2), np.uint64)
        for written in used[used >= 0].tolist():
            raw = sha256(reports.spellings[written].encode()).digest()[:16]
            found[written] = np.frombuffer(raw, ">u8")
        return found

    def clear(self, place: Place, rows: NDArray[np.intp]) -> Records:
        """Return compliant sightings."""
        return self._filled(np.zeros(len(rows), CLEAR), place, rows)

    def seen(self, place: Place, rows: NDArray[np.intp]) -> Records:
        """Return breaches, all but whether they are proved."""
        found = self._filled(np.zeros(len(rows), SEEN), place, rows)
        found["event"] = self._hashes[self._columns.batch.event.written[rows]]
        found["identity"] = self._identities(place, rows)
        found["first"] = self._columns.key[1]
        found["row"] = rows
        return found

    def _filled(self, records: Records, place: Place, rows: NDArray[np.intp]) -> Records:
        records["clause"], records["reading"] = place
        records["unit"] = self._hashes[self._columns.batch.unit.written[rows]]
        records["from_us"] = self._columns.frame.from_us[rows]
        records["to_us"] = self._columns.frame.to_us[rows]
        return records

    def _identities(self, place: Place, rows: NDArray[np.intp]) -> NDArray[np.uint64]:
        """Return the name of the incident that would begin with each row: by its event or unit."""
        reports = self._columns.batch
        event, unit = reports.event.written[rows], reports.unit.written[rows]
        named = np.where(event >= 0, event, unit)
        found = np.empty(len(rows), np.uint64)
        for written in np.unique(named).tolist():
            about = incident_parts(self._core, place, reports.spellings[written])
            some = np.flatnonzero(named == written)
            prints = (reports.fingerprints[row] for row in rows[some].tolist())
            found[some] = [int(one, 16) for one in fingerprints(about, prints)]
        return found


def incident_parts(core: Core, place: Place, named: str) -> tuple[str, ...]:
    """Return what an incident is named by, beside its first breach."""
    return core.id, core.clauses[place[0]].id, "incident", named
