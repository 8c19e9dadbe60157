"""Whether the report places its actor itself: its own position, with somebody there."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.operators.operator import Frame, Operator, Tested
from checker.reports.batch import KINDS, MISSING, WHOSE
from checker.values.truth import Truth, truths
from checker.values.verdict import Reason

__all__ = ["OPERATOR", "Presence", "is_own_place"]

_OWN = WHOSE.index("actor")
_DENIED = KINDS.index("access_denied")


@dataclass(frozen=True, slots=True)
class Presence:
    """Ask whether the actor was there."""


def test(arguments: Presence, frame: Frame) -> Tested:  # noqa: ARG001
    """Test every report; a count of zero is absence, a count that may be zero is UNKNOWN."""
    batch = frame.batch
    truth = truths(len(batch), Truth.TRUE)
    doubts = np.zeros(len(batch), dtype=np.uint32)
    may_be_none = batch.count_low == 0.0
    truth[may_be_none] = Truth.UNKNOWN
    doubts[may_be_none] = Reason.COUNT_VAGUE
    truth[batch.count_high == 0.0] = Truth.FALSE
    truth[~is_own_place(frame)] = Truth.FALSE
    denied = batch.kind == _DENIED
    truth[denied] = Truth.UNKNOWN
    doubts[denied] = Reason.ACCESS_DENIED
    doubts[truth != Truth.UNKNOWN] = 0
    return frame.spread(Tested(truth, doubts))


def is_own_place(frame: Frame) -> NDArray[np.bool_]:
    """Say which reports give the actor's own position, the default; shape (n,)."""
    return np.isin(frame.batch.position_of, (MISSING, _OWN))


OPERATOR = Operator(Presence, test)
