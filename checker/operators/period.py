"""Whether the report falls into a period, whose edges may themselves be known to an interval."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

import numpy as np

from checker.language.core.pattern import FOREVER_US, Edge, Openness, Period
from checker.operators.operator import Frame, Operator, Tested
from checker.values.civil import shift_us
from checker.values.truth import Scope, Truth
from checker.values.verdict import Reason, ReasonArray
from checker.values.window import Window

__all__ = ["OPERATOR", "During", "dated_edge", "meet", "window_of"]

_DOUBTS = {
    "exact": Reason.TIME_VAGUE,
    "vague": Reason.TIME_VAGUE,
    "unknown": Reason.EVENT_UNKNOWN,
}
"""Why a report astride an edge is open, by how well the edge is known."""


@dataclass(frozen=True, slots=True)
class During:
    """Ask whether the report lies in every one of ``periods``.

    For scope ``all``, of a report that speaks of all the while only the part within ``applies``
    has to be covered.
    """

    periods: tuple[Period, ...]
    scope: Scope
    applies: tuple[Period, ...] = ()


def test(arguments: During, frame: Frame) -> Tested:
    """Test every report; one without a time is UNKNOWN wherever time matters.

    Periods that have nothing in common hold at no time at all.
    """
    batch = frame.batch
    period = meet([_dated(p, frame) for p in arguments.periods])
    scope = window_of(arguments.applies if arguments.scope == "all" else (), frame)
    from_us, to_us = scope.from_us, scope.to_us
    start, end = period.start, period.end
    is_never = start.low_us >= end.high_us
    is_out = (to_us < start.low_us) | (from_us >= end.high_us) | is_never
    is_in = (from_us >= start.high_us) & (to_us < end.low_us)
    if arguments.scope == "some":
        touches = (to_us >= start.high_us) & (from_us < end.low_us) & (start.high_us < end.low_us)
        is_in = is_in | (batch.is_throughout & touches)
    else:
        # Only what the clause governs for certain must be covered: the rest may lie beyond it.
        is_sure = scope.sure_from_us <= scope.sure_to_us
        sticks_out = (scope.sure_from_us < start.low_us) | (scope.sure_to_us >= end.high_us)
        is_out = is_out | (batch.is_throughout & is_sure & sticks_out)
    truth = np.where(is_out, Truth.FALSE, np.where(is_in, Truth.TRUE, Truth.UNKNOWN))
    doubts = _doubts(arguments, frame, scope)
    doubts[truth != Truth.UNKNOWN] = 0
    return frame.spread(Tested(truth.astype(np.int8), doubts))


def _doubts(arguments: During, frame: Frame, scope: Window) -> ReasonArray:
    """Return why each report would be open: the edges that it lies astride, its own time if none.

    Of a report that speaks of all the while, the part that has to be covered is open only where an
    edge is not known: one of the periods, or one of what cuts that part out.
    """
    all_the_while = frame.batch.is_throughout & (arguments.scope == "all")
    own, cutting = (_edges(of, frame) for of in (arguments.periods, arguments.applies))
    asked = [(edge, ~all_the_while | (edge.openness != "exact")) for edge in own]
    asked += [(edge, all_the_while & (edge.openness != "exact")) for edge in cutting]
    doubts = np.zeros(len(frame.batch), dtype=np.uint32)
    for edge, is_asked in asked:
        is_astride = (scope.from_us < edge.high_us) & (scope.to_us >= edge.low_us)
        doubts[is_astride & is_asked] |= np.uint32(_DOUBTS[edge.openness])
    doubts[doubts == 0] = Reason.TIME_VAGUE
    return doubts


def window_of(periods: tuple[Period, ...], frame: Frame) -> Window:
    """Return the part of each report's time that lies in every one of ``periods``; shape (n,).

    Where nothing can lie in them the whole report is kept: then the time itself is FALSE.
    """
    period = meet([_dated(p, frame) for p in periods])
    is_throughout = frame.batch.is_throughout
    from_us = np.maximum(frame.from_us, period.start.low_us)
    to_us = np.minimum(frame.to_us, period.end.high_us - 1)
    is_cut = is_throughout & (from_us <= to_us)
    return Window(
        np.where(is_cut, from_us, frame.from_us),
        np.where(is_cut, to_us, frame.to_us),
        np.where(is_throughout, np.maximum(frame.from_us, period.start.high_us), frame.from_us),
        np.where(is_throughout, np.minimum(frame.to_us, period.end.low_us - 1), frame.to_us),
        is_throughout,
    )


def _dated(period: Period, frame: Frame) -> Period:
    """Put the dates of events that a report starts into the edges that hang on them."""
    start, end = (
        dated_edge(edge, frame.firsts, frame.timezone) for edge in (period.start, period.end)
    )
    return Period(start, end)


def meet(periods: list[Period]) -> Period:
    """Return the common part of ``periods``; all time for none."""
    whole = Period()
    if not periods:
        return whole
    start = Edge(
        max(p.start.low_us for p in periods),
        max(p.start.high_us for p in periods),
        _openness([p.start for p in periods]),
    )
    end = Edge(
        min(p.end.low_us for p in periods),
        min(p.end.high_us for p in periods),
        _openness([p.end for p in periods]),
    )
    return Period(start, end)


def _openness(edges: list[Edge]) -> Openness:
    if any(edge.openness == "unknown" for edge in edges):
        return "unknown"
    return "vague" if any(edge.openness == "vague" for edge in edges) else "exact"


def dated_edge(edge: Edge, firsts: Mapping[str, tuple[int, int]], timezone: str) -> Edge:
    """Put the date of the event on which an edge hangs into it; one not yet dated is open."""
    if edge.first is None:
        return edge
    low_us, high_us = firsts.get(edge.first, (-FOREVER_US, FOREVER_US))
    zone = ZoneInfo(timezone)
    low_us, high_us = (
        instant
        if abs(instant) >= FOREVER_US
        else shift_us(instant, edge.shift.us, edge.shift.days, zone)
        for instant in (low_us, high_us)
    )
    is_open = abs(low_us) >= FOREVER_US or abs(high_us) >= FOREVER_US
    openness: Openness = "unknown" if is_open else "exact" if low_us == high_us else "vague"
    return replace(edge, low_us=low_us, high_us=high_us, openness=openness, first=None)


def _edges(periods: tuple[Period, ...], frame: Frame) -> Iterator[Edge]:
    for period in periods:
        one = _dated(period, frame)
        yield from (one.start, one.end)


OPERATOR = Operator(During, test)
