"""What the kernel answers for one clause under one reading: columns over the reports of a batch."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.values.verdict import ReasonArray, StandingArray, VerdictArray

__all__ = ["IntArray", "Judged"]

IntArray = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Judged:
    """Hold the answers; every array has shape (n,).

    ``face`` is the verdict at face value. ``needs_all`` says that no reason alone would decide;
    ``clearing`` are those that would alone clear the report if they spoke for it.
    ``variant`` says which variant of the clause decided, ``candidate`` which candidate of the
    frame. ``exemption`` is the number of the exemption that excepts the report in that variant,
    ``lapse`` that of the condition whose lapse decided; -1 for none. ``is_late`` marks acts that
    fulfil a duty after its deadline, ``may_be_timely`` those that may have fulfilled it before, and
    are not proved to. ``concerned`` (k, n) says which of the k variants apply, or
    may, to some candidate.
    """

    verdict: VerdictArray
    face: VerdictArray
    standing: StandingArray
    reasons: ReasonArray
    needs_all: NDArray[np.bool_]
    clearing: ReasonArray
    variant: IntArray
    candidate: IntArray
    exemption: IntArray
    lapse: IntArray
    is_late: NDArray[np.bool_]
    may_be_timely: NDArray[np.bool_]
    concerned: NDArray[np.bool_]
