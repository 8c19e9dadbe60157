"""Where and when somebody looked: what a duty's ground has to have been for silence to count."""

from collections.abc import Callable

from checker.evaluate.run import JudgedRun
from checker.geography.containment import lies_in
from checker.geography.region import Region
from checker.language.core.agreement import Observed
from checker.language.core.pattern import FOREVER_US
from checker.operators.period import During, dated_edge
from checker.operators.place import Where
from checker.plan.plan import PlannedReading

__all__ = ["begins_us", "is_watched"]


def is_watched(run: JudgedRun, reading: PlannedReading, start_us: int, end_us: int) -> bool:
    """Say whether somebody watched all the ground of a duty all the while, [start, end).

    A row without a place, of the very place that the duty is about, or of one that certainly holds
    it, watches its ground. A denial in that time, wherever it was, leaves open what was done there.
    """
    coverage = run.plan.core.coverage
    if coverage is None:
        return False
    until_us, watches = start_us, _watching(run, reading)
    for row in sorted(coverage.rows, key=lambda row: row.start_us):
        # What was denied at an instant was denied then.
        is_within = row.start_us < end_us and max(row.end_us, row.start_us + 1) > start_us
        if row.status == "denied" and is_within:
            return False
        is_next = row.status == "watched" and row.start_us <= until_us < row.end_us
        if is_next and until_us < end_us and watches(row):
            until_us = row.end_us
    return until_us >= end_us


def begins_us(run: JudgedRun, reading: PlannedReading) -> int:
    """Return the earliest instant at which an act may have fulfilled a duty."""
    steps = (run.plan.steps[v.pattern.when] for v in reading.variants if v.pattern.when is not None)
    periods = [step.periods for step in steps if isinstance(step, During)]
    if len(periods) < len(reading.variants):
        return -FOREVER_US
    how = (run.facts.firsts, run.plan.core.timezone)
    starts = [[dated_edge(p.start, *how).low_us for p in some] for some in periods]
    return min(max(start, default=-FOREVER_US) for start in starts)


def _watching(run: JudgedRun, reading: PlannedReading) -> Callable[[Observed], bool]:
    """Return what says whether a row watches all the ground of a duty, each place asked once."""
    grounds = [_ground(run, variant.pattern.where) for variant in reading.variants]
    known: dict[int, bool] = {}

    def watches(row: Observed) -> bool:
        place = row.place
        if place is None:
            return True
        if id(place) not in known:
            known[id(place)] = all(one is not None and lies_in(one, place) for one in grounds)
        return known[id(place)]

    return watches


def _ground(run: JudgedRun, step: int | None) -> Region | None:
    """Return the ground that a duty is about, None where it may be met anywhere."""
    where = run.plan.steps[step] if step is not None else None
    return where.region if isinstance(where, Where) else None
