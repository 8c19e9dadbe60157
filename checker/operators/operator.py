"""What an operator is: its arguments and one three-valued test of every candidate of a batch.

A candidate is one actor of one report: a report of two actors has two, a report that names nobody
has one. Tests that don't look at the actor answer alike for all candidates of a report.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from checker.geography.field import Field
from checker.geography.region import Region
from checker.language.core.pattern import FOREVER_US
from checker.reports.batch import MISSING, MISSING_US, Batch, Lists
from checker.values.truth import Scope, Truth, TruthArray
from checker.values.verdict import Reason, ReasonArray

__all__ = ["Frame", "Operator", "Tested", "frame_of", "over_lists", "where_unknown"]

Arguments = TypeVar("Arguments")


@dataclass(frozen=True, slots=True)
class Tested:
    """Hold the answers of one test and, where UNKNOWN, why; both of shape (m,), m candidates."""

    truth: TruthArray
    doubts: ReasonArray


@dataclass(frozen=True, slots=True)
class Frame:
    """Lay out a batch for testing.

    ``row_of`` (m,) is each candidate's report, ``actor`` (m,) its actor code. ``from_us`` and
    ``to_us`` (n,) run over all time where the report gives none; ``has_time`` says which don't.
    ``field_of`` compiles a region, once. ``firsts`` dates the events that a report starts, as
    (low_us, high_us).
    """

    batch: Batch
    row_of: NDArray[np.intp]
    actor: NDArray[np.int32]
    from_us: NDArray[np.int64]
    to_us: NDArray[np.int64]
    has_time: NDArray[np.bool_]
    field_of: Callable[[Region], Field]
    firsts: Mapping[str, tuple[int, int]]
    timezone: str

    def spread(self, tested: Tested) -> Tested:
        """Give each candidate the answer of its report; ``tested`` has shape (n,)."""
        if len(self.row_of) == len(self.batch):  # every report has one
            return tested
        return Tested(tested.truth[self.row_of], tested.doubts[self.row_of])


@dataclass(frozen=True, slots=True)
class Operator(Generic[Arguments]):
    """Tie a word of the plan to its test; ``arguments`` is the type that selects it."""

    arguments: type[Arguments]
    test: Callable[[Arguments, Frame], Tested]


def frame_of(
    batch: Batch,
    field_of: Callable[[Region], Field],
    firsts: Mapping[str, tuple[int, int]],
    timezone: str,
) -> Frame:
    """Lay out ``batch``: a candidate per actor of each report, one MISSING where it has none."""
    counts = np.diff(batch.actors.offsets)
    repeats = np.maximum(counts, 1)
    row_of = np.repeat(np.arange(len(batch), dtype=np.intp), repeats)
    actor = np.full(len(row_of), MISSING, dtype=np.int32)
    actor[np.repeat(counts > 0, repeats)] = batch.actors.codes
    has_time = batch.from_us != MISSING_US
    return Frame(
        batch=batch,
        row_of=row_of,
        actor=actor,
        from_us=np.where(has_time, batch.from_us, np.int64(-FOREVER_US)),
        to_us=np.where(has_time, batch.to_us, np.int64(FOREVER_US)),
        has_time=has_time,
        field_of=field_of,
        firsts=firsts,
        timezone=timezone,
    )


def where_unknown(truth: TruthArray, reason: Reason) -> ReasonArray:
    """Return ``reason`` where the answer is UNKNOWN, else no reason; same shape."""
    return np.where(truth == Truth.UNKNOWN, np.uint32(reason), np.uint32(0))


def over_lists(answers: TruthArray, lists: Lists, scope: Scope) -> TruthArray:
    """Fold the answers of each row's list into one; an empty list is UNKNOWN.

    ``answers`` has one entry per list element; the result has shape (n,). ``some`` is OR, ``all``
    is AND.
    """
    counts = np.diff(lists.offsets)
    folded = np.full(len(counts), Truth.UNKNOWN, dtype=np.int8)
    filled = counts > 0
    if filled.any():
        fold = np.maximum if scope == "some" else np.minimum
        folded[filled] = fold.reduceat(answers, lists.offsets[:-1][filled])
    return folded
