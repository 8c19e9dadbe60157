"""What silence proves: whether somebody watched the ground of a duty, and was let in."""

from collections.abc import Iterator

from checker.evaluate.run import JudgedRun
from checker.language.core.agreement import Observed
from checker.language.core.pattern import FOREVER_US, Edge
from checker.operators.period import During
from checker.operators.place import Where
from checker.plan.plan import PlannedReading

__all__ = ["is_watched", "watches_after"]


def is_watched(run: JudgedRun, reading: PlannedReading, deadline: Edge) -> bool:
    """Say whether somebody watched all the ground of a duty for all of its time.

    A row without a place, or of the very place that the duty is about, watches its ground. A denial
    in that time, wherever it was, leaves open what was done there.
    """
    coverage, start_us = run.plan.core.coverage, _begins_us(run, reading)
    if coverage is None:
        return False
    until_us = start_us
    for row in sorted(coverage.rows, key=lambda row: row.start_us):
        is_within = row.start_us < deadline.high_us and row.end_us > start_us
        if row.status == "denied" and is_within:
            return False
        if row.status == "watched" and _watches(run, reading, row) and row.start_us <= until_us:
            until_us = max(until_us, row.end_us)
    # A date that is known to an interval may be as late as its end: so may be the act in time.
    return until_us >= deadline.high_us


def watches_after(
    run: JudgedRun, reading: PlannedReading, from_us: int
) -> Iterator[tuple[int, int]]:
    """Yield when all the ground of a duty was watched, from an instant on until the run's as_of.

    Half-open stretches, one a row. A row that a denial overlaps, wherever that was, is left out.
    """
    coverage, as_of_us = run.plan.core.coverage, run.facts.as_of_us
    if coverage is None or as_of_us is None:
        return
    denials = [row for row in coverage.rows if row.status == "denied"]
    for row in coverage.rows:
        start_us, end_us = max(row.start_us, from_us), min(row.end_us, as_of_us + 1)
        is_denied = any(one.start_us < end_us and one.end_us > start_us for one in denials)
        is_meant = row.status == "watched" and _watches(run, reading, row)
        if is_meant and not is_denied and start_us < end_us:
            yield start_us, end_us


def _begins_us(run: JudgedRun, reading: PlannedReading) -> int:
    """Return the earliest instant at which an act may have fulfilled a duty."""
    steps = (run.plan.steps[v.pattern.when] for v in reading.variants if v.pattern.when is not None)
    periods = [step.periods for step in steps if isinstance(step, During)]
    if len(periods) < len(reading.variants):
        return -FOREVER_US
    return min(max((p.start.low_us for p in some), default=-FOREVER_US) for some in periods)


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
