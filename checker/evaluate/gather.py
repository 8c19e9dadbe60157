"""The first passes: from all the reports to the facts that single reports are judged with."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import product
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from checker.evaluate.columns import Columns
from checker.evaluate.engine import Over
from checker.evaluate.facts import ConditionFacts, Facts
from checker.evaluate.judge import judge
from checker.evaluate.kept import Node, Table, Watched, WatchedRow, resolve
from checker.evaluate.matches import evidence_in, matches_of
from checker.folds.evidence import Covers, Evidence, merge, timeline_of
from checker.folds.precedence import Began, precedence_of
from checker.folds.spells import spells
from checker.folds.timeline import Timeline
from checker.geography.field import Field
from checker.geography.region import Region
from checker.language.core.exemption import Condition
from checker.language.core.pattern import FOREVER_US, Edge
from checker.plan.plan import Plan, PlannedReading
from checker.plan.speakers import covers_of
from checker.reports.batch import Batch
from checker.values.truth import Truth
from checker.values.verdict import Reason, Standing, Verdict, VerdictArray

__all__ = ["Gathering", "OnBatch", "gather"]

FieldOf = Callable[[Region], Field]
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Gathering:
    """Hold what the passes share: the plan, and who reads the reports and works on them."""

    plan: Plan
    over: Over
    field_of: FieldOf

    def map(self, work: Callable[[Columns], Result], facts: Facts) -> Iterator[Result]:
        """Yield what ``work`` returns for each batch, with what is known by now."""
        return self.over(OnBatch(self.plan, facts, self.field_of, work))


@dataclass(frozen=True, slots=True)
class OnBatch(Generic[Result]):
    """Do ``work`` on a batch with what is known by now; it pickles, to be done elsewhere."""

    plan: Plan
    facts: Facts
    field_of: FieldOf
    work: Callable[[Columns], Result]

    def __call__(self, batch: Batch) -> Result:
        """Return what ``work`` returns for a batch."""
        return self.work(Columns(self.plan, batch, self.facts, self.field_of))


def gather(gathering: Gathering, facts: Facts) -> Facts:
    """Read the reports as often as needed and return the facts; not at all where nothing needs it.

    ``facts`` bring what proves nothing. Events that a report starts come first, since
    patterns may hang on them; then conditions on patterns; then conditions on other clauses.
    """
    plan = gathering.plan
    if plan.firsts:
        facts = replace(facts, firsts=_firsts(gathering, facts))
    facts = replace(facts, conditions=_patterned(gathering, facts))
    kept = {n: p.kept for n, p in enumerate(plan.conditions) if p.kept is not None}
    if kept:
        facts = replace(facts, conditions={**facts.conditions, **_kept(gathering, facts)})
    return facts


def _firsts(gathering: Gathering, facts: Facts) -> dict[str, tuple[int, int]]:
    """Date each event by the first report that proves it; without one it is wholly open."""
    plan = gathering.plan
    found: dict[str, tuple[int, int]] = {}
    for part in gathering.map(partial(_firsts_in, plan), facts):
        for name, (low, high) in part.items():
            before = found.get(name, (FOREVER_US, FOREVER_US))
            found[name] = (min(low, before[0]), min(high, before[1]))
    return found


def _firsts_in(plan: Plan, columns: Columns) -> dict[str, tuple[int, int]]:
    """Date each event by the first report of one batch that proves it."""
    found: dict[str, tuple[int, int]] = {}
    starts = columns.kinds.starts_event & columns.frame.has_time
    starts &= ~columns.excluded
    for first in plan.firsts:
        matched = matches_of(columns, first.patterns, is_start=True)
        rows = np.flatnonzero((matched.proved == Truth.TRUE) & starts)
        if len(rows):
            low = int(columns.frame.from_us[rows].min())
            # What is done all the while has begun at its start for certain.
            certain = np.where(
                columns.batch.is_throughout, columns.frame.from_us, columns.frame.to_us
            )
            found[first.event.name] = (low, int(certain[rows].min()))
    return found


def _patterned(gathering: Gathering, facts: Facts) -> dict[int, ConditionFacts]:
    """Draw the conditions on patterns and on events."""
    plan = gathering.plan
    wanted = [n for n, planned in enumerate(plan.conditions) if planned.patterns]
    gathered = dict.fromkeys(wanted, Evidence())
    evidence = partial(_evidence_in, plan, wanted)
    for part in gathering.map(evidence, facts) if wanted else ():
        gathered = {number: merge(gathered[number], part[number]) for number in wanted}
    zone, covers = ZoneInfo(plan.core.timezone), covers_of(plan)
    drawn = {}
    for number, planned in enumerate(plan.conditions):
        condition = planned.condition
        if planned.patterns:
            proved, face = (
                timeline_of(gathered[number], condition, zone, covers, is_proved=is_proved)
                for is_proved in (True, False)
            )
            drawn[number] = ConditionFacts(proved, face, gathered[number])
        elif condition.event is not None:
            drawn[number] = _on_event(condition.event, facts)
    return drawn


def _evidence_in(plan: Plan, wanted: list[int], columns: Columns) -> dict[int, Evidence]:
    """Return what one batch says for and against each of the wanted conditions."""
    return {number: evidence_in(columns, plan.conditions[number]) for number in wanted}


def _on_event(edge: Edge, facts: Facts) -> ConditionFacts:
    """Draw a condition on an event: FALSE before it, TRUE from it, open while nobody knows."""
    low_us, high_us, openness = edge.low_us, edge.high_us, edge.openness
    if edge.first is not None:
        never = (-FOREVER_US, FOREVER_US)
        low_us, high_us = facts.firsts.get(edge.first, never)
        openness = "vague" if edge.first in facts.firsts else "unknown"
    lapsed = [(-FOREVER_US, low_us - 1)]
    unknown = [(low_us, high_us - 1)]
    timeline = Timeline(
        baseline=Truth.TRUE,
        lapsed=spells(lapsed),
        open=spells(unknown),
        lapsed_or_open=spells(lapsed + unknown),
    )
    doubt = Reason.EVENT_UNKNOWN if openness == "unknown" else Reason.TIME_VAGUE
    return ConditionFacts(timeline, timeline, Evidence(), doubt=doubt)


def _kept(gathering: Gathering, facts: Facts) -> dict[int, ConditionFacts]:
    """Draw the conditions on other clauses, in the order in which those were broken."""
    plan = gathering.plan
    conditions = {
        number: (planned.condition, planned.kept)
        for number, planned in enumerate(plan.conditions)
        if planned.kept is not None
    }
    nodes = sorted({node for _, node in conditions.values()})
    rows: dict[Node, list[WatchedRow]] = {node: [] for node in nodes}
    watched_in = partial(_watched_in, [_reading(plan, node) for node in nodes], {*conditions})
    for part in gathering.map(watched_in, facts):
        for node, found_rows in zip(nodes, part, strict=True):
            rows[node] += found_rows
    watched = {
        node: Watched(tuple(rows[node]), *_numbers(_reading(plan, node), set(conditions)))
        for node in nodes
    }
    zone, covers = ZoneInfo(plan.core.timezone), covers_of(plan)
    found = resolve(watched, conditions, zone, covers)
    return {
        number: _watching(*found[node], condition, (zone, covers))
        for number, (condition, node) in conditions.items()
    }


def _watched_in(
    readings: list[PlannedReading], kept: set[int], columns: Columns
) -> list[list[WatchedRow]]:
    """Judge the reports of one batch under each of the watched readings (``_watched_rows``)."""
    return [_watched_rows(columns, reading, kept) for reading in readings]


def _watching(
    evidence: Evidence,
    began: tuple[Began, ...],
    condition: Condition,
    how: tuple[ZoneInfo, Covers],
) -> ConditionFacts:
    """Draw a condition on another clause, with the proof and at face value."""
    return ConditionFacts(
        timeline_of(evidence, condition, *how, is_proved=True),
        timeline_of(evidence, condition, *how, is_proved=False),
        evidence,
        (
            precedence_of(evidence, began, condition, how, is_proved=True),
            precedence_of(evidence, began, condition, how, is_proved=False),
        ),
    )


def _watched_rows(columns: Columns, reading: PlannedReading, kept: set[int]) -> list[WatchedRow]:
    """Judge every report under each worth of the conditions that are still to be worked out."""
    own, exempt = _numbers(reading, kept)
    known: dict[tuple[int, ...], tuple[VerdictArray, VerdictArray]] = {}
    verdicts: list[VerdictArray] = []
    faces: list[VerdictArray] = []
    for own_worth, exempt_worth in product(Truth, Truth):
        fixed = dict.fromkeys(own, int(own_worth)) | dict.fromkeys(exempt, int(exempt_worth))
        asked_of = tuple(fixed.values())
        if asked_of not in known:
            known[asked_of] = _worths(columns.with_fixed(fixed), reading)
        verdict, face = known[asked_of]
        verdicts.append(verdict)
        faces.append(face)
    relevant = np.zeros(len(columns.batch), dtype=np.bool_)
    for column in (*verdicts, *faces):
        relevant |= (column >= Verdict.UNDETERMINED) | (column == Verdict.COMPLIANT)
    rows = np.flatnonzero(relevant & ~columns.excluded)
    frame, batch = columns.frame, columns.batch
    asked = columns.asked(columns.periods(reading.variants[0].pattern.when))
    counts = np.diff(batch.actors.offsets)
    return [
        WatchedRow(
            from_us=int(frame.from_us[row]),
            to_us=int(frame.to_us[row]),
            row=(columns.key, int(row)),
            report=batch.ids[row],
            is_throughout=bool(batch.is_throughout[row]),
            asked=asked.take(np.array([row])) if own or exempt else None,
            is_joint=bool(counts[row] > 1 and not batch.is_one_of[row]),
            actors=_declared(columns, int(row)),
            unit=_unit(batch, int(row)),
            verdicts=verdict_table,
            faces=face_table,
        )
        for row, verdict_table, face_table in zip(
            rows.tolist(), _tables(verdicts, rows), _tables(faces, rows), strict=True
        )
    ]


def _worths(columns: Columns, reading: PlannedReading) -> tuple[VerdictArray, VerdictArray]:
    """Return the verdicts of every report, with the proof and at face value."""
    judged = judge(columns, reading)
    # What is lawful at its word, and not proved to be, is neither a break nor a cure.
    is_lawful = judged.standing == Standing.APPARENT_COMPLIANCE
    return np.where(is_lawful, np.int8(Verdict.NO_BREACH), judged.verdict), judged.face


def _tables(worths: Sequence[VerdictArray], rows: NDArray[np.intp]) -> list[Table]:
    """Return the verdicts of each row: three by three of what the conditions may be worth.

    Few tables differ, and those that do not are one object.
    """
    every = np.stack([worth[rows] for worth in worths], axis=1)
    different, which = np.unique(every, axis=0, return_inverse=True)
    tables: list[Table] = [(tuple(t[:3]), tuple(t[3:6]), tuple(t[6:])) for t in different.tolist()]
    return [tables[at] for at in which.reshape(-1).tolist()]


def _declared(columns: Columns, row: int) -> tuple[int, ...]:
    start, end = columns.batch.actors.offsets[row : row + 2]
    return tuple(sorted({int(code) for code in columns.batch.actors.codes[start:end]}))


def _unit(batch: Batch, row: int) -> str | None:
    written = int(batch.unit.written[row])
    return batch.spellings[written].strip() if written >= 0 else None


def _numbers(reading: PlannedReading, kept: set[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    own = tuple(n for n in reading.conditions if n in kept)
    exempt = {
        n
        for variant in reading.variants
        for exemption in variant.exemptions
        for n in exemption.conditions
        if n in kept
    }
    return own, tuple(sorted(exempt))


def _reading(plan: Plan, node: Node) -> PlannedReading:
    clause, reading = node
    return plan.clauses[clause].readings[reading]
