"""What all reports together say of one clause under one reading, gathered batch by batch."""

from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from checker.evaluate.run import JudgedBatch
from checker.values.verdict import Verdict

__all__ = ["Place", "Tally", "merge", "tally_of"]

Place = tuple[int, int]
"""A clause and one of its readings, by their numbers in the plan."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Count reports: by standing, proved compliant, late, maybe in time, and all that count."""

    standings: Counter[int] = field(default_factory=Counter)
    compliant: int = 0
    late: int = 0
    possible: int = 0
    live: int = 0


def tally_of(batch: JudgedBatch, place: Place) -> Tally:
    """Count the reports of a batch."""
    judged = batch.readings[place[0]][place[1]]
    kept = ~batch.columns.excluded
    counts = np.bincount(judged.standing[kept])
    return Tally(
        standings=Counter({value: int(counts[value]) for value in np.flatnonzero(counts).tolist()}),
        compliant=int((kept & (judged.verdict == Verdict.COMPLIANT)).sum()),
        late=int(judged.is_late[kept].sum()),
        possible=int(judged.may_be_timely[kept].sum()),
        live=int(kept.sum()),
    )


def merge(first: Tally, second: Tally) -> Tally:
    """Add two counts."""
    return Tally(
        first.standings + second.standings,
        first.compliant + second.compliant,
        first.late + second.late,
        first.possible + second.possible,
        first.live + second.live,
    )
