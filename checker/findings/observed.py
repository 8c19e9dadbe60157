"""How often monitors went where a clause holds, and how often they were refused: denominators."""

from collections import Counter

import numpy as np
from numpy.typing import NDArray

from checker.evaluate.run import JudgedRun
from checker.findings.finding import ObservedClause
from checker.geography.discs import Discs
from checker.language.core.agreement import Coverage
from checker.operators.period import During, dated_edge
from checker.operators.place import Where
from checker.plan.plan import PlannedClause, PlannedReading, PlannedVariant
from checker.values.truth import Truth

__all__ = ["observed_clauses"]

_UNDECLARED = -2


def observed_clauses(run: JudgedRun) -> tuple[ObservedClause, ...]:
    """Count the visits and refusals that may concern each clause, under any of its readings.

    One that began after the instant of judgement counts for none, nor does a visit of an area that
    the agreement does not know; a refusal there may concern every clause. Empty where no file says
    who looked; permissions have no row.
    """
    coverage = run.plan.core.coverage
    if coverage is None or not coverage.files:
        return ()
    return tuple(
        _counted(run, coverage, clause)
        for clause in run.plan.clauses
        if any(reading.kind != "permits" for reading in clause.readings)
    )


def _counted(run: JudgedRun, coverage: Coverage, clause: PlannedClause) -> ObservedClause:
    concerned = np.zeros(len(coverage.visits), dtype=np.bool_)
    for reading in clause.readings:
        for variant in reading.variants:
            concerned |= _concerned(run, coverage, reading, variant)
    as_of_us = run.facts.as_of_us
    counts = Counter(
        visit.status
        for visit, is_concerned in zip(coverage.visits, concerned.tolist(), strict=True)
        if is_concerned
        and (as_of_us is None or visit.from_us <= as_of_us)
        and (visit.area is not None or visit.status == "denied")
    )
    partial = counts["partial"]
    return ObservedClause(clause.id, counts["watched"] + partial, partial, counts["denied"])


def _concerned(
    run: JudgedRun, coverage: Coverage, reading: PlannedReading, variant: PlannedVariant
) -> NDArray[np.bool_]:
    """Say which visits may have been on the ground of a clause, at its time; shape (n,)."""
    count = len(coverage.visits)
    found = np.ones(count, dtype=np.bool_)
    pattern = variant.pattern
    areas = [_UNDECLARED if visit.area is None else visit.area for visit in coverage.visits]
    nowhere = np.full(count, np.nan)
    discs = Discs(nowhere, nowhere, nowhere, np.array(areas, dtype=np.int32))
    for number in (pattern.where, pattern.theatre):
        step = run.plan.steps[number] if number is not None else None
        if isinstance(step, Where):
            truth, _ = run.field_of(step.region).test(discs)
            found &= truth != Truth.FALSE
    step = run.plan.steps[pattern.when] if pattern.when is not None else None
    if isinstance(step, During) and reading.kind != "act":
        how = (run.facts.firsts, run.plan.core.timezone)
        from_us = np.array([visit.from_us for visit in coverage.visits], dtype=np.int64)
        to_us = np.array([visit.to_us for visit in coverage.visits], dtype=np.int64)
        for period in step.periods:
            found &= to_us >= dated_edge(period.start, *how).low_us
            found &= from_us < dated_edge(period.end, *how).high_us
    return found
