"""How a duty with a date stands: outstanding, complied, late, overdue, or none of these."""

from checker.evaluate.run import JudgedRun
from checker.findings.coverage import begins_us, is_watched
from checker.findings.departures import has_left
from checker.findings.owed import worth_of
from checker.findings.tally import Place, Tally
from checker.folds.departures import Departures
from checker.plan.plan import PlannedReading
from checker.values.truth import Truth
from checker.values.verdict import ClauseStanding, Standing

__all__ = ["dated_standing"]

_DATED = ("leave", "be_in", "act")


def dated_standing(
    run: JudgedRun, place: Place, tally: Tally, left: Departures
) -> ClauseStanding | None:
    """Return the word for a duty with a date, None where none of those words is true."""
    reading = run.plan.clauses[place[0]].readings[place[1]]
    if reading.kind not in _DATED:
        return None
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
    return ClauseStanding.LATE if has_left(run, place, left) else ClauseStanding.OVERDUE


def _done(run: JudgedRun, reading: PlannedReading, tally: Tally) -> ClauseStanding | None:
    """Return how a duty to act was met; without anybody watching, silence proves nothing.

    Where a report may be the act, and in time, nobody can say that it came late or not at all; nor
    where the conditions of the duty may not have stood when it fell due. Where they certainly did
    not, nothing was owed.
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
    is_late = tally.compliant + tally.late >= wanted
    # A date that is known to an interval may be as late as its end: so may be the act in time.
    if not is_late and not is_watched(run, reading, begins_us(run, reading), deadline.high_us):
        return None
    stood = worth_of(run, reading, deadline.low_us - 1, deadline.high_us - 1)
    if stood == Truth.TRUE:
        return ClauseStanding.LATE if is_late else ClauseStanding.OVERDUE
    return ClauseStanding.UNDETERMINED if stood == Truth.UNKNOWN else None
