"""Evidence against a condition: a finding of its own, beside the report's own finding."""

from collections.abc import Iterator
from dataclasses import replace

from checker.evaluate.run import JudgedBatch, JudgedRun
from checker.findings.blank import blank_report_finding, named_actor
from checker.findings.finding import Finding, ReadingFinding
from checker.findings.message import message_of
from checker.plan.plan import PlannedClause
from checker.values.truth import Truth
from checker.values.verdict import Standing, Verdict

__all__ = ["condition_findings"]

_OPEN = ("condition_open",)


def condition_findings(run: JudgedRun, batch: JudgedBatch) -> Iterator[tuple[int, Finding]]:
    """Yield (row, finding) for each report that breaks, or may break, a clause's condition.

    Proof under every reading breaks it; under some it depends on the reading; evidence that is
    unproved or open leaves it undetermined (design, semantics, Standings).
    """
    for clause in run.plan.clauses:
        states = [_states(run, batch, reading.owned) for reading in clause.readings]
        for row in sorted({row for state in states for row in state}):
            yield row, _finding(run, batch, clause, row, [s.get(row, 0) for s in states])


def _states(run: JudgedRun, batch: JudgedBatch, owned: tuple[int, ...]) -> dict[int, int]:
    """Return, by row, TRUE where a report breaks one of the conditions and UNKNOWN where it may."""
    found: dict[int, int] = {}
    for number in owned:
        facts = run.facts.conditions.get(number)
        if facts is None:
            continue
        breaks, absences = facts.against(batch.columns.key)
        against = [(one.row[1], one.proved == Truth.TRUE) for one in breaks]
        if run.plan.conditions[number].condition.some is not None:
            # What must be is broken by a report that it is not there: a count of zero.
            against = [(one.row[1], one.is_proved) for one in absences]
        for row, is_proved in against:
            state = Truth.TRUE if is_proved else Truth.UNKNOWN
            found[row] = max(found.get(row, 0), state)
    return found


def _finding(
    run: JudgedRun, batch: JudgedBatch, clause: PlannedClause, row: int, states: list[int]
) -> Finding:
    breaks = states.count(Truth.TRUE)
    opened = states.count(Truth.UNKNOWN)
    verdict, standing = Verdict.UNDETERMINED, Standing.UNDETERMINED
    reasons: tuple[str, ...] = _OPEN
    if breaks == len(states):
        verdict, standing, reasons = Verdict.NOT_APPLICABLE, Standing.BREAKS_CONDITION, ()
    elif breaks:
        standing = Standing.DEPENDS_ON_READING
        reasons = (*(_OPEN if opened else ()), "readings_differ")
    readings = tuple(
        _reading(reading.answers, state)
        for reading, state in zip(clause.readings, states, strict=True)
    )
    finding = replace(
        blank_report_finding(run, batch, row, clause.index, "condition"),
        verdict=verdict,
        standing=standing,
        reasons=reasons,
        readings=readings,
        violated_yes=breaks,
        violated_open=opened,
        violated_no=len(states) - breaks - opened,
    )
    return replace(finding, message=message_of(finding, who=named_actor(run, batch, row)))


def _reading(answers: tuple[tuple[str, str], ...], state: int) -> ReadingFinding:
    verdict, standing = Verdict.NOT_APPLICABLE, Standing.NOT_APPLICABLE
    reasons: tuple[str, ...] = ()
    if state == Truth.TRUE:
        standing = Standing.BREAKS_CONDITION
    elif state == Truth.UNKNOWN:
        verdict, standing, reasons = Verdict.UNDETERMINED, Standing.UNDETERMINED, _OPEN
    return ReadingFinding(
        answers=answers,
        verdict=verdict,
        standing=standing,
        reasons=reasons,
        margin_m=None,
        margin_h=None,
        likelihood=None,
        decides=None,
        decides_radius_m=None,
        exception=None,
        lapse=None,
    )
