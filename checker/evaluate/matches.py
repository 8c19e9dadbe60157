"""Where the pattern of a condition or an event matches, at face value and proved."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from checker.evaluate.columns import Columns
from checker.evaluate.concern import is_silent, silenced
from checker.evaluate.parts import Part, Parts, pattern_parts
from checker.evaluate.weigh import weakness_of
from checker.folds.evidence import Cure, Evidence, Sighting
from checker.operators.presence import is_own_place
from checker.plan.plan import PatternPlan, PlannedCondition
from checker.values.truth import Truth, TruthArray, all_of
from checker.values.verdict import Reason

__all__ = ["Matches", "actors_of", "evidence_in", "matches_of", "tests_of"]


@dataclass(frozen=True, slots=True)
class Matches:
    """Hold the answers for each report, shape (n,), and for each candidate, shape (m,)."""

    proved: TruthArray
    face: TruthArray
    candidates: TruthArray


def matches_of(
    columns: Columns, patterns: Sequence[PatternPlan], *, is_start: bool = False
) -> Matches:
    """Ask whether any of the alternatives matches; ``is_start`` asks for the start of an event.

    Of ALL_OF one match is enough, of ONE_OF every candidate must match. A silent column is no
    match, and a claim is none; what is weakly proved may be one. A FALSE at face value stays.
    """
    count = len(columns.frame.row_of)
    face = np.full(count, Truth.FALSE, dtype=np.int8)
    proved = np.full(count, Truth.FALSE, dtype=np.int8)
    weakness = weakness_of(columns)
    for pattern in patterns:
        tests = tests_of(columns, pattern)
        parts = Parts(tests, None, (), (), ())
        silent = is_silent(columns, pattern, parts)
        # A statement proves no breach, yet it may date an event.
        quiet = silent if is_start else silenced(columns, silent)
        at_face = np.where(quiet, np.int8(Truth.FALSE), all_of(*(p.truth for p in tests)))
        degraded = all_of(
            *(p.value(at_face=True, weak=weakness.single, removed=None) for p in tests)
        )
        degraded = np.where(weakness.breach != 0, np.minimum(degraded, np.int8(1)), degraded)
        as_proved = np.where(at_face == Truth.TRUE, degraded, at_face)
        face = np.maximum(face, at_face).astype(np.int8)
        proved = np.maximum(proved, as_proved).astype(np.int8)
    return Matches(_rows(columns, proved), _rows(columns, face), face)


def evidence_in(columns: Columns, planned: PlannedCondition) -> Evidence:
    """Gather what the batch says about a condition; excluded rows say nothing."""
    found = matches_of(columns, planned.patterns)
    excluded = columns.excluded
    sightings = tuple(
        Sighting(
            from_us=int(columns.frame.from_us[row]),
            to_us=int(columns.frame.to_us[row]),
            row=(columns.key, int(row)),
            report=columns.batch.ids[row],
            is_throughout=bool(columns.batch.is_throughout[row]),
            proved=int(found.proved[row]),
            face=int(found.face[row]),
            actors=actors_of(columns, int(row), found.candidates),
            unit=None,
        )
        for row in np.flatnonzero((found.face != Truth.FALSE) & ~excluded)
    )
    return Evidence(sightings, _absences(columns, planned, excluded))


def actors_of(columns: Columns, row: int, candidates: TruthArray) -> tuple[int, ...]:
    """Return the declared actors of a report for which the pattern matches, or may."""
    chosen = (columns.frame.row_of == row) & (candidates != Truth.FALSE)
    return tuple(sorted({int(code) for code in columns.frame.actor[chosen]}))


def speakers_of(columns: Columns, row: int, candidates: TruthArray) -> tuple[int, ...]:
    """Return the actors that a report speaks for: none where it is one of several."""
    actors = actors_of(columns, row, candidates)
    return () if columns.batch.is_one_of[row] and len(actors) > 1 else actors


def _absences(
    columns: Columns,
    planned: PlannedCondition,
    excluded: "np.ndarray[tuple[int], np.dtype[np.bool_]]",
) -> tuple[Cure, ...]:
    """Find the reports of nobody there: a count of zero for the pattern's who and where."""
    if planned.cure is None:
        return ()
    batch = columns.batch
    is_zero = (batch.count_high == 0.0) & columns.kinds.proves_compliance & ~excluded
    is_zero &= is_own_place(columns.frame)
    if not is_zero.any():
        return ()
    tests = tests_of(columns, planned.cure)
    candidates = all_of(*(part.truth for part in tests))
    truth = _rows(columns, candidates)
    weak = (columns.unsure & np.uint32(Reason.PLACE_SWAPPED))[columns.frame.row_of]
    proved = _rows(
        columns, all_of(*(p.value(at_face=True, weak=weak, removed=None) for p in tests))
    )
    is_graded = (columns.source_weak | columns.attribution_weak) == 0
    return tuple(
        Cure(
            from_us=int(columns.frame.from_us[row]),
            to_us=int(columns.frame.to_us[row]),
            row=(columns.key, int(row)),
            report=batch.ids[row],
            is_proved=bool(is_graded[row] and proved[row] == Truth.TRUE),
            is_face=True,
            actors=speakers_of(columns, int(row), candidates),
            unit=None,
            is_throughout=bool(batch.is_throughout[row]),
        )
        for row in np.flatnonzero(is_zero & (truth == Truth.TRUE))
    )


def tests_of(columns: Columns, pattern: PatternPlan) -> tuple[Part, ...]:
    """Gather the tests of a pattern, its place included."""
    tests = pattern_parts(columns, pattern)
    if pattern.where is None:
        return tests
    tested = columns.test(pattern.where)
    blurred = columns.blurred(pattern.where)
    return (*tests, Part("where", tested.truth, tested.truth, tested.doubts, blurred))


def _rows(columns: Columns, candidates: TruthArray) -> TruthArray:
    """Fold the candidates of each report: ALL_OF is OR, ONE_OF what all agree on."""
    count = len(columns.batch)
    if count == len(candidates):
        return candidates
    starts = np.searchsorted(columns.frame.row_of, np.arange(count))
    most = np.maximum.reduceat(candidates, starts)
    least = np.minimum.reduceat(candidates, starts)
    agreed = np.where(most == least, most, np.int8(Truth.UNKNOWN))
    return np.where(columns.batch.is_one_of, agreed, most).astype(np.int8)
