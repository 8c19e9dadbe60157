"""How a clause stands over the whole period under one reading: the first that is true."""

from checker.evaluate.run import JudgedRun
from checker.findings.duties import dated_standing
from checker.findings.finding import SummaryRow
from checker.findings.gathered import Gathered
from checker.findings.incidents import Incidents
from checker.findings.owed import worth_of
from checker.findings.tally import Place
from checker.folds.departures import Departures
from checker.plan.plan import PlannedReading
from checker.values.truth import Truth
from checker.values.verdict import ClauseStanding, Standing

__all__ = ["summary_rows"]


def summary_rows(run: JudgedRun, found: Gathered, incidents: Incidents) -> tuple[SummaryRow, ...]:
    """Return one row per clause and reading; permissions have no verdict and no row."""
    return tuple(_row(run, place, found, incidents) for place in found.tallies)


def _row(run: JudgedRun, place: Place, found: Gathered, incidents: Incidents) -> SummaryRow:
    clause, tally = run.plan.clauses[place[0]], found.tallies[place]
    reading = clause.readings[place[1]]
    standing = _standing(run, place, found)
    count = incidents.violated.get(place, 0)
    if standing == ClauseStanding.APPARENTLY_VIOLATED:
        count = incidents.apparent.get(place, 0)
    reports = tuple(
        (word, tally.standings[word])
        for word in Standing
        if word not in (Standing.BREAKS_CONDITION, Standing.DEPENDS_ON_READING)
    )
    return SummaryRow(clause.id, reading.answers, reports, standing, count)


def _standing(run: JudgedRun, place: Place, found: Gathered) -> ClauseStanding:
    reading, tally = run.plan.clauses[place[0]].readings[place[1]], found.tallies[place]
    dated = dated_standing(run, place, tally, found.departures.get(place, Departures()))
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
