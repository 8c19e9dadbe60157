"""What was put to which clause, file by file: how many reports have which standing."""

from collections import Counter
from collections.abc import Iterable, Mapping

import numpy as np

from checker.evaluate.run import JudgedBatch, JudgedRun
from checker.findings.finding import Checked
from checker.values.verdict import Standing

__all__ = ["Checks", "checked", "checks_in", "merge"]

Checks = Mapping[tuple[str, int], Counter[int]]
"""Of a file and the number of a clause, how many reports have which standing over all readings."""


def checks_in(batch: JudgedBatch) -> Checks:
    """Count the reports of a batch under each clause; those that prove nothing do not count."""
    live = ~batch.columns.excluded
    found: dict[tuple[str, int], Counter[int]] = {}
    for clause, rolled in enumerate(batch.rolled):
        if rolled is not None:
            values, counts = np.unique(rolled.standing[live], return_counts=True)
            pairs = zip(values.tolist(), counts.tolist(), strict=True)
            found[batch.columns.batch.file, clause] = Counter(dict(pairs))
    return found


def merge(first: Checks, second: Checks) -> Checks:
    """Add two counts."""
    none: Counter[int] = Counter()
    return {
        place: first.get(place, none) + second.get(place, none)
        for place in dict.fromkeys((*first, *second))
    }


def checked(run: JudgedRun, checks: Checks, files: Iterable[str]) -> tuple[Checked, ...]:
    """Return the counts of every file under every clause that has verdicts, zeros left out.

    They stand in the order of ``files``, then of the clauses; of a file without an accepted report
    the counts are empty.
    """
    clauses = [
        clause
        for clause in run.plan.clauses
        if any(reading.kind != "permits" for reading in clause.readings)
    ]
    return tuple(
        Checked(file, clause.id, _told(checks.get((file, clause.index), Counter())))
        for file in files
        for clause in clauses
    )


def _told(counts: Counter[int]) -> tuple[tuple[Standing, int], ...]:
    return tuple((word, counts[word]) for word in Standing if counts[word])
