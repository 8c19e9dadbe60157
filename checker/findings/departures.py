"""Whether a duty to leave was met after all: every breach after its date is answered later."""

from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from checker.evaluate.columns import Columns
from checker.evaluate.run import JudgedRun
from checker.findings.coverage import watches_after
from checker.folds.evidence import Covers
from checker.operators.presence import is_own_place
from checker.plan.speakers import covers_of
from checker.values.civil import day_of_us
from checker.values.truth import Truth
from checker.values.verdict import Standing, Verdict

__all__ = ["has_left"]


@dataclass(frozen=True, slots=True)
class _Seen:
    """Hold who a report saw, and when; ``is_count`` marks a count of zero."""

    from_us: int
    to_us: int
    unit: str | None
    actors: frozenset[int]
    is_count: bool


def has_left(run: JudgedRun, place: tuple[int, int]) -> bool:
    """Say whether every proved breach of a clause and reading is followed by proof of departure.

    Proof is a report of the same unit outside, a later count of zero of the breach's actors in
    the region, or that somebody watched all of it on a later day and nobody may have been there. A
    breach without a unit is answered only by the latter two.
    """
    breaches: list[_Seen] = []
    cleared: list[_Seen] = []
    maybe: list[tuple[int, int]] = []
    for batch in run.batches:
        judged, columns = batch.readings[place[0]][place[1]], batch.columns
        live = ~run.facts.excluded[columns.number]
        breaches += _seen(columns, live & (judged.verdict == Verdict.VIOLATION))
        # Who stays by an exception complies, and has not left.
        cleared += _seen(columns, live & (judged.standing == Standing.COMPLIANT))
        cleared += _seen(columns, live & _is_empty(run, columns, place), is_count=True)
        rows = np.flatnonzero(live & (judged.verdict >= Verdict.UNDETERMINED))
        maybe += zip(columns.frame.from_us[rows], columns.frame.to_us[rows], strict=True)
    covers, zone = covers_of(run.plan), ZoneInfo(run.plan.core.timezone)
    reading = run.plan.clauses[place[0]].readings[place[1]]

    def is_empty_after(breach: _Seen) -> bool:
        _, next_day_us = day_of_us(breach.to_us, zone)
        return any(
            all(to_us < start_us or from_us >= end_us for from_us, to_us in maybe)
            for start_us, end_us in watches_after(run, reading, next_day_us)
        )

    return all(
        any(_answers(later, breach, covers) for later in cleared) or is_empty_after(breach)
        for breach in breaches
    )


def _answers(later: _Seen, breach: _Seen, covers: Covers) -> bool:
    if later.from_us <= breach.to_us:
        return False
    if not later.is_count:
        return breach.unit is not None and later.unit == breach.unit
    return bool(breach.actors) and all(
        any(covers(speaker, actor) for speaker in later.actors) for actor in breach.actors
    )


def _is_empty(run: JudgedRun, columns: Columns, place: tuple[int, int]) -> NDArray[np.bool_]:
    """Say which reports prove that nobody was there, in the region of the duty; shape (n,)."""
    is_zero: NDArray[np.bool_] = columns.batch.count_high == 0.0
    is_zero &= columns.kinds.proves_compliance
    is_zero &= (columns.source_weak | columns.attribution_weak) == 0
    is_zero &= is_own_place(columns.frame)
    inside = np.zeros(len(columns.batch), dtype=np.bool_)
    for variant in run.plan.clauses[place[0]].readings[place[1]].variants:
        if variant.pattern.where is None:
            return is_zero
        inside |= columns.placed(variant.pattern.where).truth == Truth.TRUE
    return is_zero & inside


def _seen(columns: Columns, rows: NDArray[np.bool_], *, is_count: bool = False) -> Iterator[_Seen]:
    batch = columns.batch
    for row in np.flatnonzero(rows):
        start, end = batch.actors.offsets[row : row + 2]
        written = int(batch.unit.written[row])
        yield _Seen(
            int(columns.frame.from_us[row]),
            int(columns.frame.to_us[row]),
            batch.spellings[written] if written >= 0 else None,
            _named(batch.actors.codes[start:end], is_one_of=is_count and batch.is_one_of[row]),
            is_count,
        )


def _named(codes: NDArray[np.int32], *, is_one_of: bool) -> frozenset[int]:
    """Return the actors that a report speaks for: none where it is one of several."""
    actors = frozenset(int(code) for code in codes)
    return frozenset() if is_one_of and len(actors) > 1 else actors
