"""Whether an actor is of a group when it was reported: as acting, or as acted against."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from checker.language.core.pattern import FOREVER_US, Group, Membership
from checker.operators.operator import Frame, Operator, Tested, over_lists, where_unknown
from checker.values.truth import Scope, Truth, TruthArray
from checker.values.verdict import Reason

__all__ = ["OPERATOR", "Who", "membership"]


@dataclass(frozen=True, slots=True)
class Who:
    """Ask whether the actor (or whom the act was against) is of ``group``."""

    group: Group
    column: Literal["actor", "against"]
    scope: Scope


@dataclass(frozen=True, slots=True)
class _Times:
    """Hold the interval of each tested element; shape (k,)."""

    from_us: NDArray[np.int64]
    to_us: NDArray[np.int64]
    is_throughout: NDArray[np.bool_]


def test(arguments: Who, frame: Frame) -> Tested:
    """Test every candidate; a missing or undeclared name has the group's answer for those."""
    batch = frame.batch
    if arguments.column == "actor":
        times = _times(frame, frame.row_of)
        truth = membership(arguments.group, frame.actor, times, arguments.scope)
        return Tested(truth, _doubts(arguments.group, frame.actor, truth))
    rows = np.repeat(np.arange(len(batch), dtype=np.intp), np.diff(batch.against.offsets))
    answers = membership(arguments.group, batch.against.codes, _times(frame, rows), arguments.scope)
    truth = over_lists(answers, batch.against, arguments.scope)
    if not arguments.group.needs_attribution:
        truth = np.maximum(truth, np.int8(arguments.group.undeclared))
    return frame.spread(Tested(truth, where_unknown(truth, Reason.ACTOR_UNRESOLVED)))


def membership(group: Group, codes: NDArray[np.int32], times: _Times, scope: Scope) -> TruthArray:
    """Answer for each actor code over its interval; codes below 0 are names nobody declared.

    A dated membership must hold over the whole interval to be certain; of a report that speaks of
    all the while, some part of it is enough for a prohibition. Shape (k,).
    """
    steady = np.array(
        [_steady(member) for member in group.members] or [Truth.UNKNOWN], dtype=np.int8
    )
    truth = np.where(codes >= 0, steady[np.maximum(codes, 0)], np.int8(group.undeclared))
    truth = truth.astype(np.int8)
    for code in np.unique(codes[codes >= 0]):
        if _is_dated(group.members[code]):
            chosen = np.flatnonzero(codes == code)
            truth[chosen] = _dated(group.members[code], _pick(times, chosen), scope)
    return truth


def _times(frame: Frame, rows: NDArray[np.intp]) -> _Times:
    return _Times(frame.from_us[rows], frame.to_us[rows], frame.batch.is_throughout[rows])


def _pick(times: _Times, chosen: NDArray[np.intp]) -> _Times:
    return _Times(times.from_us[chosen], times.to_us[chosen], times.is_throughout[chosen])


def _is_dated(member: Membership) -> bool:
    return bool(member.spans) and (
        len(member.spans) > 1 or member.spans[0][0] > -FOREVER_US or member.spans[0][1] < FOREVER_US
    )


def _steady(member: Membership) -> int:
    return member.spans[0][2] if member.spans else Truth.FALSE


def _dated(member: Membership, times: _Times, scope: Scope) -> TruthArray:
    """Fold the piecewise membership over each interval: the least and the greatest answer met."""
    least = np.full(len(times.from_us), Truth.TRUE, dtype=np.int8)
    greatest = np.full(len(times.from_us), Truth.FALSE, dtype=np.int8)
    cursor = -FOREVER_US
    pieces: list[tuple[int, int, int]] = []
    for start, end, answer in member.spans:
        pieces += [(cursor, start, Truth.FALSE), (start, end, answer)]
        cursor = end
    pieces.append((cursor, FOREVER_US, Truth.FALSE))
    for start, end, answer in pieces:
        touched = (times.from_us < end) & (times.to_us >= start)
        least[touched] = np.minimum(least[touched], np.int8(answer))
        greatest[touched] = np.maximum(greatest[touched], np.int8(answer))
    moment = np.where(least == greatest, least, np.int8(Truth.UNKNOWN))
    all_the_while = greatest if scope == "some" else least
    return np.where(times.is_throughout, all_the_while, moment).astype(np.int8)


def _doubts(group: Group, codes: NDArray[np.int32], truth: TruthArray) -> NDArray[np.uint32]:
    """Blame the time where a dated membership is astride its dates, else the name."""
    reason = np.full(len(codes), Reason.ACTOR_UNRESOLVED, dtype=np.uint32)
    for code in np.unique(codes[codes >= 0]):
        member = group.members[code]
        if _is_dated(member) and all(answer == Truth.TRUE for _, _, answer in member.spans):
            reason[codes == code] = Reason.TIME_VAGUE
    return np.where(truth == Truth.UNKNOWN, reason, np.uint32(0)).astype(np.uint32)


OPERATOR = Operator(Who, test)
