"""How a clause stands over the whole period under one reading: the first that is true."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from checker.evaluate.run import JudgedRun
from checker.findings.coverage import begins_us, is_watched
from checker.findings.departures import has_left
from checker.findings.finding import SummaryRow
from checker.findings.incidents import Incidents
from checker.folds.timeline import Asked
from checker.plan.plan import PlannedClause, PlannedReading
from checker.values.truth import Truth
from checker.values.verdict import ClauseStanding, Standing, Verdict
from checker.values.window import Window

__all__ = ["summary_rows"]

_DATED = ("leave", "be_in", "act")


@dataclass(frozen=True, slots=True)
class _Tally:
    """Count what the reports came to under one clause and reading."""

    standings: Counter[int]
    compliant: int
    late: int
    possible: int
    live: int


def summary_rows(run: JudgedRun, incidents: Incidents) -> tuple[SummaryRow, ...]:
    """Return one row per clause and reading; permissions have no verdict and no row."""
    return tuple(
        _row(run, clause, number, incidents)
        for clause in run.plan.clauses
        for number, reading in enumerate(clause.readings)
        if reading.kind != "permits"
    )


def _row(run: JudgedRun, clause: PlannedClause, number: int, incidents: Incidents) -> SummaryRow:
    reading = clause.readings[number]
    tally = _tally(run, clause.index, number)
    standing = _standing(run, clause.index, number, tally)
    place = (clause.index, number)
    count = incidents.violated.get(place, 0)
    if standing == ClauseStanding.APPARENTLY_VIOLATED:
        count = incidents.apparent.get(place, 0)
    reports = tuple(
        (word, tally.standings[word])
        for word in Standing
        if word not in (Standing.BREAKS_CONDITION, Standing.DEPENDS_ON_READING)
    )
    return SummaryRow(clause.id, reading.answers, reports, standing, count)


def _tally(run: JudgedRun, clause: int, number: int) -> _Tally:
    standings: Counter[int] = Counter()
    compliant = late = possible = live = 0
    for batch in run.batches:
        judged = batch.readings[clause][number]
        kept = ~run.facts.excluded[batch.columns.number]
        values, counts = np.unique(judged.standing[kept], return_counts=True)
        standings.update(dict(zip(values.tolist(), counts.tolist(), strict=True)))
        compliant += int((judged.verdict[kept] == Verdict.COMPLIANT).sum())
        late += int(judged.is_late[kept].sum())
        possible += int(judged.may_be_timely[kept].sum())
        live += int(kept.sum())
    return _Tally(standings, compliant, late, possible, live)


def _standing(run: JudgedRun, clause: int, number: int, tally: _Tally) -> ClauseStanding:
    reading = run.plan.clauses[clause].readings[number]
    if reading.kind in _DATED:
        dated = _dated(run, (clause, number), reading, tally)
        if dated is not None:
            return dated
    counts = tally.standings
    if tally.live and counts[Standing.NOT_IN_FORCE] == tally.live:
        return ClauseStanding.NOT_IN_FORCE
    for word, standing in (
        (Standing.VIOLATION, ClauseStanding.VIOLATED),
        (Standing.APPARENT_VIOLATION, ClauseStanding.APPARENTLY_VIOLATED),
        (Standing.UNDETERMINED, ClauseStanding.UNDETERMINED),
    ):
        if counts[word]:
            return standing
    if tally.compliant:
        return ClauseStanding.NO_BREACH_SEEN
    return ClauseStanding.MOOT if _is_moot(run, reading) else ClauseStanding.NO_EVIDENCE


def _dated(
    run: JudgedRun, place: tuple[int, int], reading: PlannedReading, tally: _Tally
) -> ClauseStanding | None:
    """Return the word for a duty with a date, None where none of those words is true."""
    deadline, as_of_us = run.deadline(reading), run.facts.as_of_us
    if deadline is None or as_of_us is None:
        # Without an as_of nothing has been read, and no date can be said to have passed.
        return None
    if as_of_us < deadline.low_us:
        return ClauseStanding.OUTSTANDING
    if reading.kind == "act":
        is_over = as_of_us >= deadline.high_us
        return _done(run, reading, tally) if is_over or tally.compliant else None
    if as_of_us < deadline.high_us or not tally.standings[Standing.VIOLATION]:
        return None
    return ClauseStanding.LATE if has_left(run, place) else ClauseStanding.OVERDUE


def _done(run: JudgedRun, reading: PlannedReading, tally: _Tally) -> ClauseStanding | None:
    """Return how a duty to act was met; without anybody watching, silence proves nothing.

    Where a report may be the act, and in time, nobody can say that it came late or not at all.
    """
    deadline, as_of_us = run.deadline(reading), run.facts.as_of_us
    assert deadline is not None
    assert as_of_us is not None
    wanted = reading.bound.at_least[1] if reading.bound.at_least else 1.0
    if tally.compliant >= wanted:
        return ClauseStanding.COMPLIED
    if as_of_us < deadline.high_us:
        return None
    if tally.compliant + tally.possible >= wanted:
        return ClauseStanding.UNDETERMINED
    if tally.compliant + tally.late >= wanted:
        return ClauseStanding.LATE
    # A date that is known to an interval may be as late as its end: so may be the act in time.
    is_watched_over = is_watched(run, reading, begins_us(run, reading), deadline.high_us)
    return ClauseStanding.OVERDUE if is_watched_over else None


def _is_moot(run: JudgedRun, reading: PlannedReading) -> bool:
    """Say whether a condition of the clause is proved broken when due, or at the end."""
    instants = [us for us in (run.facts.as_of_us,) if us is not None]
    if (deadline := run.deadline(reading)) is not None:
        instants.append(deadline.low_us - 1)
    never = np.array([False])
    for number in reading.conditions:
        facts = run.facts.conditions.get(number)
        for instant in instants if facts is not None else ():
            at = np.array([instant], dtype=np.int64)
            asked = Asked(at, at, never, Window(at, at, at, at, never))
            truth = facts.proved.truth(asked, "some")  # type: ignore[union-attr]
            if truth[0] == Truth.FALSE:
                return True
    return False
