"""Which reports of those that are told differ in numbers, times and names alone."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from checker.findings.alike import alike, list_codes, text_codes
from checker.findings.borders import SAME_M
from checker.findings.figures import asked_of
from checker.findings.numbers import Ends
from checker.findings.quoted import quoted_of
from checker.findings.told import Told, ToldRow
from checker.geography.discs import FloatArray

__all__ = ["alike_rows"]

Border = tuple[int, int]
BoolArray = NDArray[np.bool_]


def alike_rows(told: Told) -> Iterator[tuple[NDArray[np.intp], Border | None]]:
    """Yield places among the rows that are told, group by group, with the border that is told.

    A border is a reading and which of its distances it is; None where nothing was measured. All
    that a finding says in words is the same within a group: words follow from what is compared
    here, so whatever they come to follow from has to be added.
    """
    for some in alike(len(told.rows), [*_of_reports(told), *_of_answers(told)]):
        first = ToldRow(told, int(some[0]))
        borders = _borders(told, first)
        ends = [first.ends(number)[leg] for number, leg in borders]
        chosen, is_known = _chosen(ends, told.margin_m[first.gravest], some)
        for part in alike(len(some), (chosen, is_known, _differs(told, first, some))):
            yield some[part], borders[int(chosen[part[0]])] if borders else None


def _of_reports(told: Told) -> Iterator[NDArray[np.generic]]:
    """Yield what is compared of the reports themselves."""
    rows, reports = told.rows, told.batch.columns.batch
    for codes in (
        *(reports.kind, reports.role, reports.position_of, reports.is_one_of),
        *(reports.attribution, reports.reliability, reports.credibility),
        *(reports.at.area, reports.at.are_discs(), told.batch.columns.frame.has_time),
    ):
        yield codes[rows]
    for axis in (reports.at.lon_deg, reports.at.lat_deg, reports.at.radius_m):
        yield np.isfinite(axis[rows])
    if np.isfinite(reports.quoted_distance_m[rows]).any():
        yield quoted_of(reports.quoted_distance_m[rows])
        yield told.is_unlike
    yield list_codes(reports.actors, rows)
    yield list_codes(reports.does, rows)
    if asked_of(told.run, told.clause.index):
        yield list_codes(reports.things, rows)


def _of_answers(told: Told) -> Iterator[NDArray[np.generic]]:
    """Yield what is compared of the answers under each reading; what they come to follows."""
    rows = told.rows
    for number in told.readings:
        judged = told.judged(number)
        for answer in (judged.verdict, judged.standing, judged.reasons):
            yield answer[rows]
        for choice in (judged.variant, judged.exemption, judged.needs_all, judged.clearing):
            yield choice[rows]
        yield told.together[number]
        yield np.isfinite(told.radius_m[number])
        yield text_codes(told.lapse[number])
        yield text_codes(told.links[number])


def _borders(told: Told, first: ToldRow) -> list[Border]:
    """Return the borders of which one is told: those of the gravest reading, if it has any."""
    own = [(first.gravest, leg) for leg in range(len(first.ends(first.gravest)))]
    return own or [
        (number, leg) for number in told.readings for leg in range(len(first.ends(number)))
    ]


def _chosen(
    borders: Sequence[Ends], margin_m: FloatArray, some: NDArray[np.intp]
) -> tuple[NDArray[np.intp], BoolArray]:
    """Return which border is told of each row, and whether its distance is known.

    The one that ``findings/borders.told_of`` chooses.
    """
    chosen = np.full(len(some), -1, dtype=np.intp)
    known = [np.isfinite(ends.low_m[some]) & np.isfinite(ends.high_m[some]) for ends in borders]
    margin = np.abs(margin_m[some])
    for tells in (_is_limit, _is_drawn, _is_any):
        for index, ends in enumerate(borders):
            fits = (chosen < 0) & known[index] & tells(ends, margin, some)
            chosen[fits] = index
    chosen[chosen < 0] = 0
    is_known = np.zeros(len(some), dtype=np.bool_)
    for index, knows in enumerate(known):
        is_known |= (chosen == index) & knows
    return chosen, is_known


def _is_limit(ends: Ends, margin: FloatArray, some: NDArray[np.intp]) -> BoolArray:
    """Say where a margin is to the limit of a border."""
    low, high = ends.limit_m or (np.nan, np.nan)
    if not np.isfinite(high):
        return np.zeros(len(some), dtype=np.bool_)
    return _is_off(ends.low_m[some] - high, margin) | _is_off(ends.high_m[some] - low, margin)


def _is_drawn(ends: Ends, margin: FloatArray, some: NDArray[np.intp]) -> BoolArray:
    """Say where a margin is to a border itself."""
    return _is_off(ends.low_m[some], margin) | _is_off(ends.high_m[some], margin)


def _is_any(ends: Ends, margin: FloatArray, some: NDArray[np.intp]) -> BoolArray:
    del ends, margin
    return np.ones(len(some), dtype=np.bool_)


def _is_off(end: FloatArray, margin: FloatArray) -> BoolArray:
    return np.asarray(np.abs(np.abs(end) - margin) <= SAME_M)


def _differs(told: Told, first: ToldRow, some: NDArray[np.intp]) -> BoolArray:
    """Say where readings that measure something do not measure the same."""
    each = [ends for number in told.readings if (ends := first.ends(number))]
    found = np.zeros(len(some), dtype=np.bool_)
    for other in each[1:]:
        if [_of_what(ends) for ends in other] != [_of_what(ends) for ends in each[0]]:
            return np.ones(len(some), dtype=np.bool_)
        for one, two in zip(each[0], other, strict=True):
            found |= ~_is_same(one.low_m[some], two.low_m[some])
            found |= ~_is_same(one.best_m[some], two.best_m[some])
            found |= ~_is_same(one.high_m[some], two.high_m[some])
    return found


def _of_what(ends: Ends) -> tuple[str, tuple[float, float] | None]:
    return ends.name, ends.limit_m


def _is_same(one: FloatArray, two: FloatArray) -> BoolArray:
    return np.asarray((one == two) | ~(np.isfinite(one) | np.isfinite(two)))
