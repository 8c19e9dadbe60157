"""A duty done late, or not done: a finding about the clause, not about one report."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.evaluate.run import JudgedRun
from checker.findings.blank import blank_clause_finding
from checker.findings.finding import Finding, ReadingFinding, SummaryRow
from checker.findings.message import message_of
from checker.findings.phrases import moment_text
from checker.plan.plan import PlannedClause, PlannedReading
from checker.values.verdict import ClauseStanding, Standing, Verdict

__all__ = ["deadline_findings"]

_MISSED = (ClauseStanding.LATE, ClauseStanding.OVERDUE)


def deadline_findings(run: JudgedRun, rows: Sequence[SummaryRow]) -> Iterator[Finding]:
    """Yield a finding for each clause that is late or overdue under some reading."""
    for clause in run.plan.clauses:
        own = [row for row in rows if row.clause == clause.id]
        missed = [row for row in own if row.standing in _MISSED]
        if not missed:
            continue
        is_every = len(missed) == len(own)
        worst = max(row.standing for row in missed)
        finding = replace(
            blank_clause_finding(run, clause.index, "deadline"),
            verdict=Verdict.VIOLATION if is_every else Verdict.UNDETERMINED,
            standing=worst if is_every else Standing.DEPENDS_ON_READING,
            reasons=() if is_every else ("readings_differ",),
            readings=tuple(_reading(row) for row in own),
            violated_yes=len(missed),
            violated_no=len(own) - len(missed),
        )
        yield replace(finding, message=message_of(finding, tuple(_notes(run, clause, own))))


def _notes(run: JudgedRun, clause: PlannedClause, own: Sequence[SummaryRow]) -> Iterator[str]:
    """Say which dates were missed, and what shows that they were."""
    by_answers = {reading.answers: reading for reading in clause.readings}
    missed = [(row.standing, by_answers[row.answers]) for row in own if row.standing in _MISSED]
    dates = dict.fromkeys(_date(run, reading) for _, reading in missed)
    yield f"the date is {' or '.join(dates)}"
    overdue = [reading.kind for standing, reading in missed if standing == ClauseStanding.OVERDUE]
    if "act" in overdue:
        yield "its ground was watched all the time, and no report shows the act"
    elif overdue:
        yield "reports prove a breach after it, and none that it ended"


def _date(run: JudgedRun, reading: PlannedReading) -> str:
    deadline, zone = run.deadline(reading), run.plan.core.timezone
    assert deadline is not None, "only a duty with a date is missed"
    # What is due by a date is due before the next day begins.
    before = (moment_text(us - 1, zone) for us in (deadline.low_us, deadline.high_us))
    exact = (moment_text(us, zone) for us in (deadline.low_us, deadline.high_us))
    ends = dict.fromkeys(
        day if day.startswith("the end") else instant
        for day, instant in zip(before, exact, strict=True)
    )
    return " at the earliest, and at the latest ".join(ends)


def _reading(row: SummaryRow) -> ReadingFinding:
    is_missed = row.standing in _MISSED
    return ReadingFinding(
        answers=row.answers,
        verdict=Verdict.VIOLATION if is_missed else Verdict.NOT_APPLICABLE,
        standing=Standing.VIOLATION if is_missed else Standing.NOT_APPLICABLE,
        reasons=(),
        margin_m=None,
        margin_h=None,
        likelihood=None,
        decides=None,
        decides_radius_m=None,
        exception=None,
        lapse=None,
    )
