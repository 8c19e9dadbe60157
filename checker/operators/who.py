"""Whether an actor is of a group when it was reported: as acting, or as acted against."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from checker.language.core.pattern import FOREVER_US, Group, Membership, Period
from checker.operators.operator import Frame, Operator, Tested, over_lists
from checker.operators.period import window_of
from checker.reports.batch import KINDS, MISSING
from checker.values.truth import Scope, Truth, TruthArray
from checker.values.verdict import Reason
from checker.values.window import InstantArray, Window

__all__ = ["OPERATOR", "Who", "membership"]


_DENIED = KINDS.index("access_denied")


@dataclass(frozen=True, slots=True)
class Who:
    """Ask whether the actor (or whom the act was against) is of ``group``.

    Of a report that speaks of all the while, the part within ``applies`` counts: a membership
    that ended before the clause began bound nobody.
    """

    group: Group
    column: Literal["actor", "against"]
    scope: Scope
    applies: tuple[Period, ...] = ()


def test(arguments: Who, frame: Frame) -> Tested:
    """Test every candidate; a missing or undeclared name has the group's answer for those.

    Where access was refused and nobody is named, nobody knows who is there, for that reason alone.
    """
    batch = frame.batch
    if arguments.column == "actor":
        found = membership(arguments, frame.actor, frame, frame.row_of)
        is_hidden = (frame.actor == MISSING) & (batch.kind == _DENIED)[frame.row_of]
        found.doubts[is_hidden & (found.truth == Truth.UNKNOWN)] = Reason.ACCESS_DENIED
        return found
    rows = np.repeat(np.arange(len(batch), dtype=np.intp), np.diff(batch.against.offsets))
    answers = membership(arguments, batch.against.codes, frame, rows)
    truth = over_lists(answers.truth, batch.against, arguments.scope)
    if not arguments.group.needs_attribution:
        truth = np.maximum(truth, np.int8(arguments.group.undeclared))
    doubts = np.full(len(batch), Reason.ACTOR_UNRESOLVED, dtype=np.uint32)
    filled = np.diff(batch.against.offsets) > 0
    if filled.any():
        starts = batch.against.offsets[:-1][filled]
        doubts[filled] = np.bitwise_or.reduceat(answers.doubts, starts)
    doubts[truth != Truth.UNKNOWN] = 0
    return frame.spread(Tested(truth, doubts))


def membership(
    arguments: Who, codes: NDArray[np.int32], frame: Frame, rows: NDArray[np.intp]
) -> Tested:
    """Answer for each actor code of ``rows``; codes below 0 are names nobody declared.

    A dated membership must hold over the whole interval to be certain; of a report that speaks of
    all the while, some part of it is enough for a prohibition. The time is to blame where the
    membership is certain at each instant, else the name. Shape (k,).
    """
    group = arguments.group
    steady = np.array(
        [_steady(member) for member in group.members] or [Truth.UNKNOWN], dtype=np.int8
    )
    truth = np.where(codes >= 0, steady[np.maximum(codes, 0)], np.int8(group.undeclared))
    truth = truth.astype(np.int8)
    doubts = np.full(len(codes), Reason.ACTOR_UNRESOLVED, dtype=np.uint32)
    is_dated = np.array([_is_dated(member) for member in group.members] or [False])
    dated = (codes >= 0) & is_dated[np.maximum(codes, 0)]
    if dated.any():
        window = window_of(arguments.applies, frame)
        for code in np.unique(codes[dated]):
            chosen = np.flatnonzero(codes == code)
            within = window.take(rows[chosen])
            truth[chosen], is_certain = _dated(group.members[code], within, arguments.scope)
            doubts[chosen[is_certain]] = Reason.TIME_VAGUE
    return Tested(truth, np.where(truth == Truth.UNKNOWN, doubts, np.uint32(0)).astype(np.uint32))


def _is_dated(member: Membership) -> bool:
    return bool(member.spans) and (
        len(member.spans) > 1 or member.spans[0][0] > -FOREVER_US or member.spans[0][1] < FOREVER_US
    )


def _steady(member: Membership) -> int:
    return member.spans[0][2] if member.spans else Truth.FALSE


def _dated(
    member: Membership, window: Window, scope: Scope
) -> tuple[TruthArray, NDArray[np.bool_]]:
    """Fold the piecewise membership over each interval, and say where it is certain throughout."""
    cursor = -FOREVER_US
    pieces: list[tuple[int, int, int]] = []
    for start, end, answer in member.spans:
        pieces += [(cursor, start, Truth.FALSE), (start, end, answer)]
        cursor = end
    pieces.append((cursor, FOREVER_US, Truth.FALSE))

    def met(from_us: InstantArray, to_us: InstantArray) -> tuple[TruthArray, TruthArray]:
        least = np.full(len(from_us), Truth.TRUE, dtype=np.int8)
        most = np.full(len(from_us), Truth.FALSE, dtype=np.int8)
        for start, end, answer in pieces:
            touched = (from_us < end) & (to_us >= start) & (start < end)
            least[touched] = np.minimum(least[touched], np.int8(answer))
            most[touched] = np.maximum(most[touched], np.int8(answer))
        return least, most

    unsure = [(s, e) for s, e, answer in pieces if answer == Truth.UNKNOWN]
    is_certain = np.ones(len(window.from_us), dtype=np.bool_)
    for start, end in unsure:
        is_certain &= ~((window.from_us < end) & (window.to_us >= start))
    return window.answer(scope, met), is_certain


OPERATOR = Operator(Who, test)
