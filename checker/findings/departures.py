"""Whether a duty to leave was met after all: every breach after its date is answered later."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from checker.evaluate.columns import Columns
from checker.evaluate.parts import pattern_parts
from checker.evaluate.run import JudgedBatch, JudgedRun
from checker.findings.coverage import is_watched
from checker.folds.departures import Departures, Spotted, all_answered
from checker.operators.presence import is_own_place
from checker.plan.speakers import covers_of
from checker.values.civil import day_of_us
from checker.values.truth import Truth, all_of
from checker.values.verdict import Standing, Verdict

__all__ = ["departures_in", "has_left"]


def departures_in(run: JudgedRun, batch: JudgedBatch, place: tuple[int, int]) -> Departures:
    """Gather what a batch says about who has to leave, under a clause and reading."""
    judged, columns = batch.readings[place[0]][place[1]], batch.columns
    live = ~columns.excluded
    # Who stays by an exception complies, and has not left.
    gone = _spotted(columns, live & (judged.standing == Standing.COMPLIANT))
    none_left = _spotted(columns, live & _is_empty(run, columns, place), is_count=True)
    ends_us = columns.frame.to_us[_may_be_there(run, batch, place)]
    return Departures(
        breaches=tuple(_spotted(columns, live & (judged.verdict == Verdict.VIOLATION))),
        cleared=(*gone, *none_left),
        last_us=int(ends_us.max()) if len(ends_us) else None,
    )


def has_left(run: JudgedRun, place: tuple[int, int], found: Departures) -> bool:
    """Say whether every proved breach of a clause and reading is followed by proof of departure.

    Proof is a report of the same unit outside, or a later count of zero of the breach's actors
    in the region. A breach without a unit is answered only by the count. Whoever is left has left
    where somebody watched since, and nobody was seen.
    """
    return all_answered(found, covers_of(run.plan)) or _is_unseen(run, place, found.last_us)


def _is_unseen(run: JudgedRun, place: tuple[int, int], last_us: int | None) -> bool:
    """Say whether the ground was watched, and nobody seen, from the last sighting to the end.

    A sighting speaks for its civil day, as the break of a condition does. Watching has to go on
    without a gap from the next day to the instant of judgement, for one whole day at least.
    """
    as_of_us, zone = run.facts.as_of_us, ZoneInfo(run.plan.core.timezone)
    if as_of_us is None or last_us is None or last_us > as_of_us:
        return False
    start_us = day_of_us(last_us, zone)[1]
    if as_of_us + 1 < day_of_us(start_us, zone)[1]:
        return False
    return is_watched(run, run.plan.clauses[place[0]].readings[place[1]], start_us, as_of_us)


def _may_be_there(run: JudgedRun, batch: JudgedBatch, place: tuple[int, int]) -> NDArray[np.bool_]:
    """Say which reports may be a sighting of who has to leave, at whatever time; shape (n,).

    Who is there by an exception need not leave.
    """
    columns = batch.columns
    judged = batch.readings[place[0]][place[1]]
    found = np.zeros(len(columns.batch), dtype=np.bool_)
    for variant in run.plan.clauses[place[0]].readings[place[1]].variants:
        tests = [
            part.truth for part in pattern_parts(columns, variant.pattern) if part.name != "when"
        ]
        if variant.pattern.where is not None:
            tests.append(columns.test(variant.pattern.where).truth)
        found[columns.frame.row_of[all_of(*tests) != Truth.FALSE]] = True
    found &= ~columns.kinds.is_claim & ~columns.excluded
    found &= judged.verdict != Verdict.COMPLIANT
    return found


def _is_empty(run: JudgedRun, columns: Columns, place: tuple[int, int]) -> NDArray[np.bool_]:
    """Say which reports prove that nobody was there, in the region of the duty; shape (n,)."""
    is_zero: NDArray[np.bool_] = columns.batch.count_high == 0.0
    is_zero &= columns.kinds.proves_compliance
    is_zero &= (columns.source_weak | columns.attribution_weak) == 0
    is_zero &= is_own_place(columns.frame) & ~columns.swapped
    inside = np.zeros(len(columns.batch), dtype=np.bool_)
    for variant in run.plan.clauses[place[0]].readings[place[1]].variants:
        grounds = (variant.pattern.where, variant.pattern.theatre)
        found = [columns.placed(step).truth == Truth.TRUE for step in grounds if step is not None]
        inside |= np.all(found, axis=0) if found else True
    return is_zero & inside


def _spotted(
    columns: Columns, rows: NDArray[np.bool_], *, is_count: bool = False
) -> Iterator[Spotted]:
    batch = columns.batch
    for row in np.flatnonzero(rows):
        start, end = batch.actors.offsets[row : row + 2]
        written = int(batch.unit.written[row])
        yield Spotted(
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
