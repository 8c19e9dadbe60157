"""Whether the number that the report gives stays within a bound."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.language.core.pattern import Bound
from checker.operators.operator import Frame, Operator, Tested, where_unknown
from checker.values.truth import Truth, TruthArray, all_of, truths
from checker.values.verdict import Reason

__all__ = ["OPERATOR", "Counted"]


@dataclass(frozen=True, slots=True)
class Counted:
    """Ask whether the count of the report keeps ``bound``."""

    bound: Bound


def test(arguments: Counted, frame: Frame) -> Tested:
    """Test every report; a missing count is UNKNOWN, and so is one astride the bound."""
    low, high = frame.batch.count_low, frame.batch.count_high
    answers = [truths(len(frame.batch), Truth.TRUE)]
    if arguments.bound.at_most is not None:
        least, most = arguments.bound.at_most
        answers.append(_between(high <= least, low > most))
    if arguments.bound.at_least is not None:
        least, most = arguments.bound.at_least
        answers.append(_between(low >= most, high < least))
    truth = all_of(*answers)
    return frame.spread(Tested(truth, where_unknown(truth, Reason.COUNT_VAGUE)))


def _between(is_kept: NDArray[np.bool_], is_broken: NDArray[np.bool_]) -> TruthArray:
    """Start from UNKNOWN and move only where a comparison holds; NaN holds nowhere."""
    return np.where(is_kept, Truth.TRUE, np.where(is_broken, Truth.FALSE, Truth.UNKNOWN)).astype(
        np.int8
    )


OPERATOR = Operator(Counted, test)
