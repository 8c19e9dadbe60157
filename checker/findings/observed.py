"""How often monitors went where a clause holds, and how often they were refused: denominators."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from checker.evaluate.run import JudgedRun
from checker.findings.finding import ObservedClause
from checker.geography.discs import Discs
from checker.geography.extent import extent_of
from checker.language.core.agreement import Coverage, Visit
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
        and (_is_known(visit) or visit.status == "denied")
    )
    partial = counts["partial"]
    return ObservedClause(clause.id, counts["watched"] + partial, partial, counts["denied"])


def _is_known(visit: Visit) -> bool:
    return visit.area is not None or visit.ground is not None


def _discs_of(visits: Sequence[Visit]) -> Discs:
    """Return visits as positions that may be anywhere on the ground that each is about."""
    grounds = tuple(dict.fromkeys(one.ground for one in visits if one.ground is not None))
    number = {ground: index for index, ground in enumerate(grounds)}
    own = [-1 if one.ground is None else number[one.ground] for one in visits]
    drawn = [-1 if one.ground is not None else _UNDECLARED for one in visits]
    areas = [at if one.area is None else one.area for one, at in zip(visits, drawn, strict=True)]
    nowhere = (np.nan, np.nan, np.nan)
    discs = [(extent_of(one.ground) if one.ground else None) or nowhere for one in visits]
    lon, lat, radius_m = np.array(discs, dtype=np.float64).reshape(-1, 3).T
    area, held = np.array(areas, dtype=np.int32), np.array(own, dtype=np.int32)
    return Discs(lon, lat, radius_m, area, own=held, grounds=grounds)


def _concerned(
    run: JudgedRun, coverage: Coverage, reading: PlannedReading, variant: PlannedVariant
) -> NDArray[np.bool_]:
    """Say which visits may have been on the ground of a clause, at its time; shape (n,)."""
    count = len(coverage.visits)
    found = np.ones(count, dtype=np.bool_)
    pattern = variant.pattern
    discs = _discs_of(coverage.visits)
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
