"""Whether the report names equipment or personnel that the clause means."""

from dataclasses import dataclass

import numpy as np

from checker.language.core.pattern import Words
from checker.operators.operator import Frame, Operator, Tested, over_lists, where_unknown
from checker.reports.batch import KINDS
from checker.values.truth import Scope, Truth
from checker.values.verdict import Reason

__all__ = ["OPERATOR", "Thing"]

_DENIED = KINDS.index("access_denied")


@dataclass(frozen=True, slots=True)
class Thing:
    """Ask whether a thing of ``words`` was there."""

    words: Words
    scope: Scope


def test(arguments: Thing, frame: Frame) -> Tested:
    """Test every report; an empty column or a word that nobody declared is UNKNOWN."""
    batch = frame.batch
    table = np.array(arguments.words.truths, dtype=np.int8)
    codes = batch.things.codes
    answers = np.where(codes >= 0, table[np.maximum(codes, 0)], np.int8(Truth.UNKNOWN))
    truth = over_lists(answers.astype(np.int8), batch.things, arguments.scope)
    denied = batch.kind == _DENIED
    truth[denied] = Truth.UNKNOWN
    doubts = where_unknown(truth, Reason.THING_UNKNOWN)
    doubts[denied] = Reason.ACCESS_DENIED
    return frame.spread(Tested(truth, doubts))


OPERATOR = Operator(Thing, test)
