"""What became of a condition: when it held, was open or lapsed, and which report made it so."""

from collections.abc import Iterable, Iterator

import numpy as np

from checker.evaluate.facts import ConditionFacts
from checker.evaluate.run import JudgedRun
from checker.findings.finding import ConditionSpell, Finding
from checker.findings.phrases import condition_said, moment_text
from checker.findings.turns import Turn, Turns
from checker.folds.timeline import Timeline
from checker.language.core.clause import Answers
from checker.language.core.exemption import Condition
from checker.language.core.pattern import FOREVER_US
from checker.operators.period import During, dated_edge
from checker.plan.plan import PlannedReading
from checker.values.civil import iso_of_us
from checker.values.truth import Truth
from checker.values.window import InstantArray

__all__ = ["condition_spells", "decided_by_lapse", "is_lapse_of", "lapse_of"]


_STATES = {Truth.FALSE: "lapsed", Truth.UNKNOWN: "open", Truth.TRUE: "holds"}


def lapse_of(run: JudgedRun, number: int, answers: Answers, at_us: int) -> str:
    """Say which condition had lapsed at an instant, since when and by which report."""
    planned = run.plan.conditions[number]
    facts = run.facts.conditions[number]
    cause = _turn(facts, at_us, planned.condition, Truth.FALSE)
    condition = condition_said(run.plan.core, answers, planned.condition)
    if planned.condition.event is not None:
        return f"{_owned(planned.condition.owner)}{condition}) did not hold yet"
    said = f"{_owned(planned.condition.owner)}{condition}) had lapsed"
    if cause is None:
        return said
    if cause.since_us > at_us:
        return f"{said} by report {cause.report} of the same day"
    since = moment_text(cause.since_us, run.plan.core.timezone)
    return f"{said} by report {cause.report}, from {since}"


def decided_by_lapse(findings: Iterable[Finding], clause: str) -> Iterator[Finding]:
    """Yield the findings on which the lapse of a condition of ``clause`` decided, in some reading.

    ``findings`` may be those of a stored result.
    """
    for finding in findings:
        if any(is_lapse_of(reading.lapse, clause) for reading in finding.readings):
            yield finding


def is_lapse_of(lapse: str | None, clause: str) -> bool:
    """Say whether what ``lapse_of`` said is of a condition of a clause."""
    return lapse is not None and lapse.startswith(_owned(clause))


def condition_spells(run: JudgedRun) -> tuple[ConditionSpell, ...]:
    """List what every condition was worth over time, under each reading of its clause."""
    return tuple(
        spell
        for clause in run.plan.clauses
        for reading in clause.readings
        for number in reading.owned
        for spell in _spells(run, clause.id, reading, number)
    )


def _owned(clause: str) -> str:
    """Return how what is said of a condition of a clause begins."""
    return f"the condition of {clause} ("


def _spells(
    run: JudgedRun, clause: str, reading: PlannedReading, number: int
) -> Iterator[ConditionSpell]:
    facts = run.facts.conditions.get(number)
    if facts is None:
        return
    condition, zone = run.plan.conditions[number].condition, run.plan.core.timezone
    said = condition_said(run.plan.core, reading.answers, condition)
    for state, start, end in _pieces(facts.proved, _begins_us(run, reading, number)):
        is_told = state != facts.proved.baseline
        cause = _turn(facts, start, condition, state) if is_told else None
        yield ConditionSpell(
            clause=clause,
            answers=reading.answers,
            condition=said,
            state=_STATES[Truth(state)],  # type: ignore[arg-type]
            from_at=iso_of_us(start, zone) if start > -FOREVER_US else None,
            to_at=iso_of_us(end, zone) if end < FOREVER_US else None,
            cause=cause.report if cause is not None else None,
        )


def _begins_us(run: JudgedRun, reading: PlannedReading, number: int) -> int:
    """Return the instant from which a condition of a reading is watched: its owner's first.

    A report may begin before what it breaks did.
    """
    core = run.plan.core
    if number in reading.conditions:
        # A duty with a date sleeps until then, and what happens before may end it.
        steps = [] if reading.kind in ("leave", "be_in") else [reading.variants[0].pattern.when]
    else:
        steps = [
            exemption.pattern.when
            for variant in reading.variants
            for exemption in variant.exemptions
            if number in exemption.conditions
        ]
    periods = [
        dated_edge(period.start, run.facts.firsts, core.timezone).low_us
        for step in steps
        if step is not None and isinstance(during := run.plan.steps[step], During)
        for period in during.periods
    ]
    return max(periods, default=-FOREVER_US)


def _pieces(timeline: Timeline, begins_us: int) -> Iterator[tuple[int, int, int]]:
    """Cut time where the answer changes; pieces are (answer, start, last instant).

    Before ``begins_us`` nobody watched: the answer is what stands while nothing is proved.
    """
    cuts = {-FOREVER_US, begins_us}
    for spells in (timeline.lapsed, timeline.open, timeline.held):
        cuts.update(int(us) for us in spells.start_us)
        cuts.update(int(us) + 1 for us in spells.end_us if us < FOREVER_US)
    ordered = sorted(cut for cut in cuts if cut < FOREVER_US)
    state, since = None, -FOREVER_US
    for start, drawn in zip(ordered, _at(timeline, np.array(ordered)), strict=True):
        answer = drawn if start >= begins_us else timeline.baseline
        if answer != state:
            if state is not None:
                yield state, since, start - 1
            state, since = answer, start
    if state is not None:
        yield state, since, FOREVER_US


def _at(timeline: Timeline, instants_us: InstantArray) -> list[int]:
    answers = np.full(len(instants_us), timeline.baseline)
    for spells, answer in (
        (timeline.open, Truth.UNKNOWN),
        (timeline.lapsed, Truth.FALSE),
        (timeline.held, Truth.TRUE),
    ):
        answers[spells.touches(instants_us, instants_us)] = answer
    return answers.tolist()


def _turn(facts: ConditionFacts, at_us: int, condition: Condition, state: int) -> Turn | None:
    """Return the report that made the condition what it is by then: a certain one before others.

    Where a break ends the condition the first one did; where it suspends it, the last one does.
    """
    by_absence = condition.some is not None and state != Truth.TRUE
    turns = facts.once.of(
        ("turns", by_absence), lambda: Turns(_turns(facts, condition, by_absence=by_absence))
    )
    return turns.by(at_us, is_first=condition.lapse == "ends")


def _turns(facts: ConditionFacts, condition: Condition, *, by_absence: bool) -> Iterator[Turn]:
    """Yield the reports that speak against a condition, or for one that something be there."""
    if by_absence:
        for absence in facts.evidence.cures:
            yield Turn(absence.report, absence.from_us, absence.since_us, absence.is_proved)
        return
    for sighting in facts.evidence.sightings:
        # A clause that has to be kept is broken at strictly earlier instants alone.
        is_sure_at_once = sighting.is_throughout and condition.kept is None
        since_us = sighting.from_us if is_sure_at_once else sighting.to_us
        is_proved = sighting.proved == Truth.TRUE
        yield Turn(sighting.report, sighting.from_us, since_us, is_proved)
