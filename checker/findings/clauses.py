"""How a clause stands over the whole period under one reading: the first that is true."""

from collections import Counter

import numpy as np

from checker.evaluate.run import JudgedRun
from checker.findings.duties import Tally, dated_standing
from checker.findings.finding import SummaryRow
from checker.findings.incidents import Incidents
from checker.findings.owed import worth_of
from checker.plan.plan import PlannedClause, PlannedReading
from checker.values.truth import Truth
from checker.values.verdict import ClauseStanding, Standing, Verdict

__all__ = ["summary_rows"]


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


def _tally(run: JudgedRun, clause: int, number: int) -> Tally:
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
    return Tally(standings, compliant, late, possible, live)


def _standing(run: JudgedRun, clause: int, number: int, tally: Tally) -> ClauseStanding:
    reading = run.plan.clauses[clause].readings[number]
    dated = dated_standing(run, (clause, number), tally)
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


def _is_moot(run: JudgedRun, reading: PlannedReading) -> bool:
    """Say whether a condition of the clause is proved broken when due, or at the end."""
    instants = [us for us in (run.facts.as_of_us,) if us is not None]
    if (deadline := run.deadline(reading)) is not None:
        instants.append(deadline.low_us - 1)
    return any(worth_of(run, reading, instant, instant) == Truth.FALSE for instant in instants)
