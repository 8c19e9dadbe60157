"""From a plan and batches to answers: what is excluded, the facts, then every batch judged."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.evaluate.columns import Columns
from checker.evaluate.facts import Facts
from checker.evaluate.gather import gather
from checker.evaluate.judge import judge
from checker.evaluate.judged import Judged
from checker.evaluate.roll import Rolled, roll
from checker.geography.field import Field, compile_field
from checker.geography.region import Region
from checker.language.core.pattern import Edge
from checker.operators.period import dated_edge
from checker.plan.plan import Plan, PlannedReading
from checker.reports.batch import MISSING_US, Batch

__all__ = ["JudgedBatch", "JudgedRun", "fields_of", "judge_all", "latest_us"]


@dataclass(frozen=True, slots=True)
class JudgedBatch:
    """Hold a batch with the answers of every clause, in ``Plan.clauses`` order.

    ``readings[c][r]`` is clause c under its reading r; a permission has none. ``rolled[c]`` is the
    answer over all readings, None for a permission.
    """

    columns: Columns
    readings: tuple[tuple[Judged, ...], ...]
    rolled: tuple[Rolled | None, ...]


@dataclass(frozen=True, slots=True)
class JudgedRun:
    """Hold the whole run; ``superseded`` and ``after_as_of`` count what proves nothing."""

    plan: Plan
    facts: Facts
    batches: tuple[JudgedBatch, ...]
    superseded: int = 0
    after_as_of: int = 0

    def deadline(self, reading: PlannedReading) -> Edge | None:
        """Return the date of a duty, that of an event which a report starts included."""
        if reading.deadline is None:
            return None
        return dated_edge(reading.deadline, self.facts.firsts, self.plan.core.timezone)


def judge_all(
    plan: Plan,
    batches: Sequence[Batch],
    as_of_us: int | None = None,
    superseded: Sequence[NDArray[np.bool_]] = (),
) -> JudgedRun:
    """Judge every report under every clause and reading.

    ``as_of_us`` None takes the latest instant of the reports. Reports wholly after it are not
    read, nor those marked in ``superseded`` (one array per batch).
    """
    replaced = tuple(superseded) or tuple(np.zeros(len(b), dtype=np.bool_) for b in batches)
    latest = latest_us(batches, replaced) if as_of_us is None else as_of_us
    late = tuple(
        _is_after(batch, latest) & ~old for batch, old in zip(batches, replaced, strict=True)
    )
    excluded = tuple(old | after for old, after in zip(replaced, late, strict=True))
    field_of = fields_of(plan)
    facts = gather(plan, lambda: batches, field_of, Facts(excluded=excluded, as_of_us=latest))
    return JudgedRun(
        plan=plan,
        facts=facts,
        batches=tuple(
            _judge_batch(Columns(plan, batch, number, facts, field_of))
            for number, batch in enumerate(batches)
        ),
        superseded=int(sum(old.sum() for old in replaced)),
        after_as_of=int(sum(after.sum() for after in late)),
    )


def latest_us(batches: Sequence[Batch], superseded: Sequence[NDArray[np.bool_]]) -> int | None:
    """Return the latest instant that an accepted report gives, None where none gives any."""
    latest = [
        int(batch.to_us[kept].max())
        for batch, old in zip(batches, superseded, strict=True)
        if (kept := (batch.to_us != MISSING_US) & ~old).any()
    ]
    return max(latest, default=None)


def fields_of(plan: Plan) -> Callable[[Region], Field]:
    """Return a function that compiles each region once."""
    compiled: dict[Region, Field] = {}

    def field_of(region: Region) -> Field:
        if region not in compiled:
            compiled[region] = compile_field(region, plan.core.place_regions)
        return compiled[region]

    return field_of


def _is_after(batch: Batch, as_of_us: int | None) -> NDArray[np.bool_]:
    if as_of_us is None:
        return np.zeros(len(batch), dtype=np.bool_)
    has_time: NDArray[np.bool_] = batch.from_us != MISSING_US
    return has_time & (batch.from_us > as_of_us)


def _judge_batch(columns: Columns) -> JudgedBatch:
    readings = tuple(
        tuple(judge(columns, reading) for reading in clause.readings if reading.kind != "permits")
        for clause in columns.plan.clauses
    )
    return JudgedBatch(columns, readings, tuple(roll(r) if r else None for r in readings))
