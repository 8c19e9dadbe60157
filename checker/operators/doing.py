"""Whether the report tells of an act that the words name, done by its actor."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.language.core.pattern import Words
from checker.operators.operator import Frame, Operator, Tested, over_lists, where_unknown
from checker.reports.batch import KINDS, MISSING, ROLES, Batch, Lists
from checker.values.truth import Scope, Truth, TruthArray
from checker.values.verdict import Reason, ReasonArray

__all__ = ["OPERATOR", "Doing"]

_ACTING = ROLES.index("acting")
_DENIED = KINDS.index("access_denied")


@dataclass(frozen=True, slots=True)
class Doing:
    """Ask whether an act of ``words`` was done.

    Where an exception or a register must cover all that was done, ``among`` has the words that its
    clause may forbid: what else a report names needs no cover, and whether the actor did it is the
    clause's own question, so the words alone are asked. None asks for everything.
    """

    words: Words
    scope: Scope
    among: Words | None = None


def test(arguments: Doing, frame: Frame) -> Tested:
    """Test every report.

    A word that nobody declared, or none, is UNKNOWN. Who was struck or aimed at did not act; who
    has no role may have (design, semantics, Role). A report of zero tells of no act, one of a
    number that may be zero of an act that may not have been.
    """
    batch = frame.batch
    truth = _named(arguments, batch)
    doubts = where_unknown(truth, Reason.DOING_UNKNOWN)
    if arguments.among is None:
        truth, doubts = _acted(truth, batch)
    denied = batch.kind == _DENIED
    truth[denied] = Truth.UNKNOWN
    doubts[denied] = Reason.ACCESS_DENIED
    doubts[truth != Truth.UNKNOWN] = 0
    return frame.spread(Tested(truth, doubts))


def _acted(truth: TruthArray, batch: Batch) -> tuple[TruthArray, ReasonArray]:
    """Ask beside the words whether the actor did it, and whether anything was done."""
    role = np.full(len(batch), Truth.FALSE, dtype=np.int8)
    role[batch.role == MISSING] = Truth.UNKNOWN
    role[batch.role == _ACTING] = Truth.TRUE
    truth = np.minimum(truth, role)
    doubts = where_unknown(truth, Reason.DOING_UNKNOWN)
    may_be_none = (batch.count_low == 0.0) & (truth != Truth.FALSE)
    truth[may_be_none] = Truth.UNKNOWN
    doubts[may_be_none] |= np.uint32(Reason.COUNT_VAGUE)
    truth[batch.count_high == 0.0] = Truth.FALSE
    return truth, doubts


def _named(arguments: Doing, batch: Batch) -> TruthArray:
    """Compare the words alone, whoever did it; shape (n,)."""
    table = np.array(arguments.words.truths, dtype=np.int8)
    codes = batch.does.codes
    answers = np.where(codes >= 0, table[np.maximum(codes, 0)], np.int8(Truth.UNKNOWN))
    if arguments.among is not None:
        answers = np.where(_needs_cover(arguments.among, batch.does), answers, np.int8(Truth.TRUE))
    return over_lists(answers.astype(np.int8), batch.does, arguments.scope)


def _needs_cover(among: Words, does: Lists) -> NDArray[np.bool_]:
    """Say which words of the column the clause may forbid; all of a row that names none of them."""
    forbidden = np.array(among.truths, dtype=np.int8) != Truth.FALSE
    is_meant = (does.codes < 0) | forbidden[np.maximum(does.codes, 0)]
    counts = np.diff(does.offsets)
    row_of = np.repeat(np.arange(len(counts)), counts)
    meant = np.bincount(row_of[is_meant], minlength=len(counts)) > 0
    return np.asarray(is_meant | ~meant[row_of])


OPERATOR = Operator(Doing, test)
