"""How far the time of a report may be off before a test of it answers otherwise, in hours."""

from math import inf

from checker.evaluate.columns import Columns
from checker.language.core.pattern import FOREVER_US, Period
from checker.operators.period import During, dated_edge, meet
from checker.values.truth import Truth

__all__ = ["hours_to_change"]

_HOUR_US = 3.6e9


def hours_to_change(columns: Columns, step: During, candidate: int, answer: Truth) -> float | None:
    """Return by how many hours the time would have to be off for another answer than this.

    None where the answer is open, where no time would change it, and of a report that speaks of
    all the while, which has no one time. The answer is that of the test ``step``.
    """
    frame = columns.frame
    row = int(frame.row_of[candidate])
    if answer == Truth.UNKNOWN or not frame.has_time[row] or frame.batch.is_throughout[row]:
        return None
    period = meet([_dated(one, columns) for one in step.periods])
    from_us, to_us = int(frame.from_us[row]), int(frame.to_us[row])
    start, end = period.start, period.end
    ways: tuple[tuple[int, int], ...]
    if answer == Truth.TRUE:
        ways = ((from_us, start.high_us), (end.low_us - 1, to_us))
    elif start.low_us >= end.high_us:
        return None
    elif to_us < start.low_us:
        ways = ((start.low_us, to_us),)
    else:
        ways = ((from_us, end.high_us - 1),)
    found = min((_apart_us(later, earlier) for later, earlier in ways), default=inf)
    return round(found / _HOUR_US, 3) if found < inf else None


def _apart_us(later_us: int, earlier_us: int) -> float:
    """Return the time between two instants; infinite where one is no instant."""
    if max(abs(later_us + 1), abs(earlier_us)) >= FOREVER_US:
        return inf
    return later_us - earlier_us


def _dated(period: Period, columns: Columns) -> Period:
    firsts, zone = columns.frame.firsts, columns.frame.timezone
    return Period(*(dated_edge(edge, firsts, zone) for edge in (period.start, period.end)))
