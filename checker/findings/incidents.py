"""Which incident each breaching report belongs to, per clause and reading."""

from dataclasses import dataclass

import numpy as np

from checker.evaluate.run import JudgedBatch, JudgedRun
from checker.folds.incidents import Seen, incidents_of, merge
from checker.language.core.agreement import Core
from checker.reports.batch import Batch
from checker.values.digest import fingerprint
from checker.values.verdict import Standing, Verdict

__all__ = ["Incidents", "incidents_in", "text_at"]

Place = tuple[int, int]
"""A clause and one of its readings, by their numbers in the plan."""


@dataclass(frozen=True, slots=True)
class Incidents:
    """Hold the incidents of a run.

    ``ids`` gives each breaching report's incident under a clause and reading; ``violated`` and
    ``apparent`` count the incidents with a proved violation and those without.
    """

    ids: dict[tuple[Place, tuple[int, int]], str]
    violated: dict[Place, int]
    apparent: dict[Place, int]


def incidents_in(run: JudgedRun) -> Incidents:
    """Merge sightings into incidents for every clause under every reading."""
    ids: dict[tuple[Place, tuple[int, int]], str] = {}
    violated: dict[Place, int] = {}
    apparent: dict[Place, int] = {}
    for clause in run.plan.clauses:
        for number in range(len(clause.readings)):
            place = (clause.index, number)
            seen: tuple[Seen, ...] = ()
            for batch in run.batches:
                seen = merge(seen, _seen(batch, place))
            found = incidents_of(seen)
            violated[place] = sum(any(one.is_proved for one in incident) for incident in found)
            apparent[place] = len(found) - violated[place]
            for incident in found:
                identity = _identity(run.plan.core, clause.id, incident)
                ids.update({(place, one.row): identity for one in incident})
    return Incidents(ids, violated, apparent)


def _seen(batch: JudgedBatch, place: Place) -> tuple[Seen, ...]:
    clause, number = place
    if not batch.readings[clause]:
        return ()
    judged = batch.readings[clause][number]
    is_breach = judged.standing <= Standing.APPARENT_VIOLATION
    is_clear = judged.verdict == Verdict.COMPLIANT
    columns = batch.columns
    live = ~columns.facts.excluded[columns.number]
    return tuple(
        Seen(
            from_us=int(columns.frame.from_us[row]),
            to_us=int(columns.frame.to_us[row]),
            row=(columns.number, int(row)),
            identity=columns.batch.fingerprints[row],
            event=text_at(columns.batch, int(columns.batch.event.written[row])),
            unit=text_at(columns.batch, int(columns.batch.unit.written[row])),
            is_breach=bool(is_breach[row]),
            is_proved=bool(judged.verdict[row] == Verdict.VIOLATION),
        )
        for row in np.flatnonzero((is_breach | is_clear) & live)
    )


def text_at(batch: Batch, written: int) -> str | None:
    """Return a spelling of the batch, None where the cell was empty."""
    return batch.spellings[written] if written >= 0 else None


def _identity(core: Core, clause: str, incident: tuple[Seen, ...]) -> str:
    first = incident[0]
    named = first.event or first.unit or ""
    return fingerprint(core.id, clause, "incident", named, first.identity)
