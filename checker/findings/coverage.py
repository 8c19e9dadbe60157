"""Where and when somebody looked: what a duty's ground has to have been for silence to count."""

from checker.evaluate.run import JudgedRun
from checker.language.core.agreement import Observed
from checker.language.core.pattern import FOREVER_US
from checker.operators.period import During, dated_edge
from checker.operators.place import Where
from checker.plan.plan import PlannedReading

__all__ = ["begins_us", "is_watched"]


def is_watched(run: JudgedRun, reading: PlannedReading, start_us: int, end_us: int) -> bool:
    """Say whether somebody watched all the ground of a duty all the while, [start, end).

    A row without a place, or of the very place that the duty is about, watches its ground. A denial
    in that time, wherever it was, leaves open what was done there.
    """
    coverage = run.plan.core.coverage
    if coverage is None:
        return False
    until_us = start_us
    for row in sorted(coverage.rows, key=lambda row: row.start_us):
        is_within = row.start_us < end_us and row.end_us > start_us
        if row.status == "denied" and is_within:
            return False
        if row.status == "watched" and _watches(run, reading, row) and row.start_us <= until_us:
            until_us = max(until_us, row.end_us)
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


def _watches(run: JudgedRun, reading: PlannedReading, row: Observed) -> bool:
    if row.place is None:
        return True
    steps = [v.pattern.where for v in reading.variants]
    return all(
        step is not None
        and isinstance(where := run.plan.steps[step], Where)
        and where.region == row.place
        for step in steps
    )
