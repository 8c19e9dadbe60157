"""The tests that make one variant of a clause, side by side: what applies, where, what excepts."""

from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

import numpy as np
from numpy.typing import NDArray

from checker.evaluate.columns import Blurred, Columns
from checker.language.core.pattern import Period
from checker.plan.plan import PatternPlan, PlannedReading, PlannedVariant
from checker.values.truth import Scope, Truth, TruthArray, truths
from checker.values.verdict import Reason, ReasonArray

__all__ = ["Part", "Parts", "parts_of", "pattern_parts", "place_of"]


@dataclass(frozen=True, slots=True)
class Part:
    """Hold one test of every candidate, shape (m,).

    ``face`` differs from ``truth`` for conditions alone: they are read as proved, and at face value
    for the word "apparent". ``name`` tells the tests apart.
    ``blurred`` are the answers where it is not proved who acted, or where.
    """

    name: str
    truth: TruthArray
    face: TruthArray
    doubts: ReasonArray
    blurred: Blurred = ()

    def value(
        self,
        *,
        at_face: bool,
        weak: ReasonArray | None,
        removed: Reason | None,
        by: Truth = Truth.TRUE,
    ) -> TruthArray:
        """Return the answers with what is ``weak`` (m,) unproved, or with one doubt removed.

        A test from which the doubt is removed answers ``by``.
        """
        answer = self.face if at_face else self.truth
        if removed is not None:
            answer = np.where(
                (answer == Truth.UNKNOWN) & (self.doubts & np.uint32(removed) != 0),
                np.int8(by),
                answer,
            )
        if weak is not None:
            for unproved, blurred in self.blurred:
                answer = np.where(weak & np.uint32(unproved) == unproved, blurred, answer)
        return answer.astype(np.int8)

    def take(self, rows: NDArray[np.intp]) -> "Part":
        """Return the test of some candidates."""
        return Part(
            self.name,
            self.truth[rows],
            self.face[rows],
            self.doubts[rows],
            tuple((unproved, blurred[rows]) for unproved, blurred in self.blurred),
        )


@dataclass(frozen=True, slots=True)
class Parts:
    """Hold the tests of one variant: ``applies`` are AND-ed, each exemption's too.

    ``conditions`` of an exemption are the last of its parts; ``exemption_conditions`` gives their
    numbers in the plan, ``own_conditions`` those of the clause itself. ``asked``, shape (n,), are
    the reports that a place is asked of, those that the clause may apply to; None for all.
    """

    applies: tuple[Part, ...]
    where: Part | None
    exemptions: tuple[tuple[Part, ...], ...]
    own_conditions: tuple[int, ...]
    exemption_conditions: tuple[tuple[int, ...], ...]
    asked: NDArray[np.bool_] | None = None

    @property
    def unproved(self) -> Reason:
        """Say which weaknesses of a report bear on some test."""
        every = [*self.applies, *((self.where,) if self.where is not None else ())]
        every += [part for exemption in self.exemptions for part in exemption]
        return reduce(or_, (one for part in every for one, _ in part.blurred), Reason(0))

    def take(self, rows: NDArray[np.intp]) -> "Parts":
        """Return the tests of some candidates."""
        return replace(
            self,
            applies=tuple(part.take(rows) for part in self.applies),
            where=self.where.take(rows) if self.where is not None else None,
            exemptions=tuple(
                tuple(part.take(rows) for part in exemption) for exemption in self.exemptions
            ),
        )


def parts_of(
    columns: Columns,
    reading: PlannedReading,
    variant: PlannedVariant,
    *,
    is_whole: bool = True,
) -> Parts:
    """Gather the tests of ``variant``, its conditions included.

    Unless ``is_whole``, places are asked only of reports that the clause may apply to.
    """
    pattern = variant.pattern
    periods = columns.periods(pattern.when)
    own = [_condition(columns, number, "some", periods) for number in reading.conditions]
    applies = (*pattern_parts(columns, pattern), *own)
    asked = None if is_whole else _may_apply(columns, applies)
    return Parts(
        applies=applies,
        where=place_of(columns, pattern, asked),
        exemptions=tuple(
            (
                *pattern_parts(columns, exemption.pattern),
                *((place,) if (place := place_of(columns, exemption.pattern, asked)) else ()),
                *(_condition(columns, number, "all", periods) for number in exemption.conditions),
            )
            for exemption in variant.exemptions
        ),
        own_conditions=reading.conditions,
        exemption_conditions=tuple(e.conditions for e in variant.exemptions),
        asked=asked,
    )


def _may_apply(columns: Columns, applies: tuple[Part, ...]) -> NDArray[np.bool_]:
    """Say to which reports a clause may apply; wherever they lie, it does to no other; shape (n,).

    A test that is FALSE may be open where what it rests on is not proved.
    """
    rows = columns.frame.row_of
    is_proved = columns.unsure[rows] == 0
    may = np.ones(len(rows), dtype=np.bool_)
    for part in applies:
        is_false = (part.truth == Truth.FALSE) & (part.face == Truth.FALSE)
        may &= ~(is_false & is_proved) if part.blurred else ~is_false
    asked = np.zeros(len(columns.batch), dtype=np.bool_)
    asked[rows[may]] = True
    return asked


def place_of(
    columns: Columns, pattern: PatternPlan, asked: NDArray[np.bool_] | None = None
) -> Part | None:
    """Return the test of the region that a pattern names, None where it names none.

    ``asked`` are the reports of which it is asked, shape (n,); of the others it is FALSE.
    """
    step = pattern.where
    if step is None:
        return None
    tested = columns.frame.spread(columns.placed(step, asked))
    return Part("where", tested.truth, tested.truth, tested.doubts, columns.blurred(step))


def pattern_parts(columns: Columns, pattern: PatternPlan) -> tuple[Part, ...]:
    """Gather all the tests of a pattern but its place; one that is always TRUE stands for none."""
    gathered = [
        part
        for name in ("who", "does", "things", "against", "when", "theatre")
        for part in _step(columns, name, getattr(pattern, name))
    ]
    gathered += [part for step in pattern.more for part in _step(columns, "more", step)]
    if gathered:
        return tuple(gathered)
    count = len(columns.frame.row_of)
    always = truths(count, Truth.TRUE)
    return (Part("always", always, always, np.zeros(count, dtype=np.uint32)),)


def _step(columns: Columns, name: str, step: int | None) -> tuple[Part, ...]:
    if step is None:
        return ()
    tested = columns.test(step)
    return (Part(name, tested.truth, tested.truth, tested.doubts, columns.blurred(step)),)


def _condition(columns: Columns, number: int, scope: Scope, applies: tuple[Period, ...]) -> Part:
    frame = columns.frame
    proved = frame.spread(columns.condition(number, scope, applies, is_proved=True))
    face = frame.spread(columns.condition(number, scope, applies, is_proved=False))
    return Part("condition", proved.truth, face.truth, proved.doubts)
