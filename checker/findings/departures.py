"""Whether a duty to leave was met after all: every breach after its date is answered later."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from checker.evaluate.columns import Columns
from checker.evaluate.parts import pattern_parts
from checker.evaluate.run import JudgedBatch, JudgedRun
from checker.findings.alike import list_codes
from checker.findings.coverage import is_watched
from checker.findings.incidents import text_at
from checker.folds.departures import Actors, Departures, all_answered
from checker.operators.presence import is_own_place
from checker.plan.speakers import covers_of
from checker.reports.batch import Batch
from checker.values.civil import day_of_us
from checker.values.truth import Truth, all_of
from checker.values.verdict import Standing, Verdict
from checker.values.window import InstantArray

__all__ = ["departures_in", "has_left"]


def departures_in(run: JudgedRun, batch: JudgedBatch, place: tuple[int, int]) -> Departures:
    """Gather what a batch says about who has to leave, under a clause and reading."""
    judged, columns = batch.readings[place[0]][place[1]], batch.columns
    live = ~columns.excluded
    frame, reports = columns.frame, columns.batch
    breaks = np.flatnonzero(live & (judged.verdict == Verdict.VIOLATION))
    # Who stays by an exception complies, and has not left.
    gone = np.flatnonzero(live & (judged.standing == Standing.COMPLIANT))
    empty = np.flatnonzero(live & _is_empty(run, columns, place))
    ends_us = frame.to_us[_may_be_there(run, batch, place)]
    nobody = {
        _named(reports, row, is_count=True): instant_us
        for row, instant_us in _last(frame.from_us, empty, *_who(reports, empty))
    }
    return Departures(
        breaches={
            (text_at(reports, int(reports.unit.written[row])), _named(reports, row)): instant_us
            for row, instant_us in _last(frame.to_us, breaks, *_who(reports, breaks))
        },
        elsewhere={
            unit: instant_us
            for row, instant_us in _last(frame.from_us, gone, reports.unit.written[gone])
            if (unit := text_at(reports, int(reports.unit.written[row]))) is not None
        },
        nobody={actors: instant_us for actors, instant_us in nobody.items() if actors},
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


def _who(reports: Batch, rows: NDArray[np.intp]) -> tuple[NDArray[np.generic], ...]:
    """Return what tells apart who some reports are about: shape (k,) each."""
    return (
        *(reports.unit.written[rows], reports.is_one_of[rows]),
        list_codes(reports.actors, rows),
    )


def _last(
    instants_us: InstantArray, rows: NDArray[np.intp], *who: NDArray[np.generic]
) -> Iterator[tuple[int, int]]:
    """Yield a row and the latest instant of each group of rows; rows of a group are alike in all.

    Groups come in the order of their latest instants, so that the last one of a name is the latest.
    """
    order = np.lexsort((instants_us[rows], *who))
    is_last = np.zeros(len(order), dtype=np.bool_)
    is_last[-1:] = True
    for column in who:
        is_last[:-1] |= column[order][1:] != column[order][:-1]
    last = rows[order[is_last]]
    for row in last[np.argsort(instants_us[last], kind="stable")].tolist():
        yield row, int(instants_us[row])


def _named(reports: Batch, row: int, *, is_count: bool = False) -> Actors:
    """Return the actors that a report speaks for: a count of one of several speaks for none."""
    start, end = reports.actors.offsets[row : row + 2]
    actors = frozenset(reports.actors.codes[start:end].tolist())
    return frozenset() if is_count and reports.is_one_of[row] and len(actors) > 1 else actors
