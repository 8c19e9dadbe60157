"""From a plan and batches to answers: the facts of all reports, then every batch judged."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from threading import Lock

import numpy as np

from checker.evaluate.columns import Columns
from checker.evaluate.engine import Here, Over
from checker.evaluate.facts import Facts
from checker.evaluate.gather import Gathering, gather
from checker.evaluate.judge import judge
from checker.evaluate.judged import Judged
from checker.evaluate.roll import Rolled, roll
from checker.geography.field import Field, compile_field
from checker.geography.region import Region
from checker.language.core.pattern import Edge
from checker.operators.period import dated_edge
from checker.plan.plan import Plan, PlannedReading
from checker.reports.batch import MISSING_US, Batch

__all__ = ["Fields", "JudgedBatch", "JudgedRun", "fields_of", "judge_all", "latest_us", "prepared"]


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
    """Hold what every report is judged with: the plan, the facts, and the regions compiled.

    ``batches`` are the judged reports, where they are held; empty where they stream by.
    """

    plan: Plan
    facts: Facts
    field_of: Callable[[Region], Field]
    batches: tuple[JudgedBatch, ...] = ()

    def deadline(self, reading: PlannedReading) -> Edge | None:
        """Return the date of a duty, that of an event which a report starts included."""
        if reading.deadline is None:
            return None
        return dated_edge(reading.deadline, self.facts.firsts, self.plan.core.timezone)

    def as_of(self, at_us: int | None) -> "JudgedRun":
        """Return the same run as of an instant that leaves no report out, None where none is."""
        return replace(self, facts=replace(self.facts, as_of_us=at_us))

    def judged(self, batches: Iterable[Batch]) -> Iterator[JudgedBatch]:
        """Yield every batch with its answers; nothing of one is held when the next is asked for."""
        return map(self.judge, batches)

    def judge(self, batch: Batch) -> JudgedBatch:
        """Judge one batch."""
        return _judge_batch(Columns(self.plan, batch, self.facts, self.field_of))


def prepared(
    plan: Plan,
    over: Over,
    as_of_us: int | None = None,
    superseded: frozenset[str] = frozenset(),
) -> JudgedRun:
    """Read the reports as often as the facts need it, and return the run to judge them with.

    Reports wholly after ``as_of_us`` prove nothing, nor do those whose ids are ``superseded``. None
    leaves no report out; when the latest of them was is known once all were read (``as_of``).
    """
    field_of = fields_of(plan)
    given = Facts(superseded=superseded, as_of_us=as_of_us)
    facts = gather(Gathering(plan, over, field_of), given)
    return JudgedRun(plan, facts, field_of)


def judge_all(
    plan: Plan,
    batches: Sequence[Batch],
    as_of_us: int | None = None,
    superseded: frozenset[str] = frozenset(),
) -> JudgedRun:
    """Judge every report under every clause and reading, and hold all of it (``prepared``).

    ``as_of_us`` None takes the latest instant of the reports.
    """
    coverage = plan.core.coverage
    dated = [one for one in batches if coverage is None or one.file not in coverage.files]
    latest = latest_us(dated, superseded) if as_of_us is None else as_of_us
    run = prepared(plan, Here(lambda: batches), latest, superseded)
    return replace(run, batches=tuple(run.judged(batches)))


def latest_us(batches: Iterable[Batch], superseded: frozenset[str] = frozenset()) -> int | None:
    """Return the latest instant that an accepted report gives, None where none gives any."""
    found: int | None = None
    for batch in batches:
        kept = batch.to_us != MISSING_US
        if superseded:
            kept &= np.fromiter((name not in superseded for name in batch.ids), bool, len(batch))
        if kept.any():
            latest = int(batch.to_us[kept].max())
            found = latest if found is None else max(found, latest)
    return found


class Fields:
    """Compile each region once; ``places`` are those that a region may speak of.

    Pickled, it is only that: another process compiles what it needs, once for all passes of a run.
    """

    def __init__(self, places: tuple[Region, ...]) -> None:
        self._places = places
        self._compiled: dict[Region, Field] = {}
        self._compiling = Lock()

    def __call__(self, region: Region) -> Field:
        """Return a region compiled."""
        if (known := self._compiled.get(region)) is not None:
            return known
        with self._compiling:  # what is learnt of a region, such as its screens, is learnt once
            if region not in self._compiled:
                self._compiled[region] = compile_field(region, self._places)
            return self._compiled[region]

    def __reduce__(self) -> tuple[Callable[[tuple[Region, ...]], "Fields"], tuple[object]]:
        """Leave out what was compiled: it is much, and soon compiled again."""
        return _fields_among, (self._places,)


def fields_of(plan: Plan) -> Fields:
    """Return what compiles each region of a plan once."""
    return Fields(plan.core.place_regions)


@lru_cache(maxsize=2)
def _fields_among(places: tuple[Region, ...]) -> Fields:
    return Fields(places)


def _judge_batch(columns: Columns) -> JudgedBatch:
    readings = tuple(
        tuple(judge(columns, reading) for reading in clause.readings if reading.kind != "permits")
        for clause in columns.plan.clauses
    )
    return JudgedBatch(columns, readings, tuple(roll(r) if r else None for r in readings))
