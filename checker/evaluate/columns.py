"""The columns of one batch: each step of the plan is tested once, when it is first asked for."""

from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import replace
from functools import cached_property
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from checker.evaluate.facts import Answers, ConditionFacts, Facts
from checker.folds.timeline import Asked
from checker.geography.axes import are_swapped
from checker.geography.extent import extent_of
from checker.geography.field import Field
from checker.geography.measure import Measure
from checker.geography.region import Region
from checker.language.core.pattern import Period
from checker.operators import OPERATORS, Step, Tested, frame_of
from checker.operators.operator import Frame
from checker.operators.period import During, window_of
from checker.operators.place import Where, likelihood_of, measure_of, placed
from checker.operators.proof import Kinds, attribution_weakness, kinds_of, source_weakness
from checker.operators.register import InRegister
from checker.operators.who import Who
from checker.plan.plan import Plan
from checker.reports.batch import Batch
from checker.values.civil import days_of_us
from checker.values.once import Once
from checker.values.truth import Scope, Truth, TruthArray, truths
from checker.values.verdict import Reason, ReasonArray

__all__ = ["Blurred", "Columns"]

Blurred = tuple[tuple[Reason, TruthArray], ...]
"""The answers of a test, shape (m,), where some things are not proved: more of them come later."""


_BESIDE = 0.3
"""A share of the radius of the disc that holds a place."""


class Columns:
    """Answer for one batch; ``key`` tells it from the others of the run.

    ``once`` keeps what is worked out of the batch under what is fixed, for whoever asks again.
    """

    def __init__(
        self,
        plan: Plan,
        batch: Batch,
        facts: Facts,
        field_of: Callable[[Region], Field],
    ) -> None:
        self.plan = plan
        self.batch = batch
        self.key = batch.key
        self.facts = facts
        self.frame: Frame = frame_of(batch, field_of, facts.firsts, plan.core.timezone)
        self.kinds: Kinds = kinds_of(batch)
        self.source_weak: ReasonArray = source_weakness(batch, plan.core.standard)
        self.attribution_weak: ReasonArray = attribution_weakness(batch, plan.core.standard)
        self._placed = facts.placed.of(self.key, len(batch))
        self._tested: dict[int, Tested] = {}
        self._asked: dict[tuple[Period, ...], Asked] = {}
        self._fixed: Mapping[int, int] = {}
        self.once = Once()

    def with_fixed(self, worth: Mapping[int, int]) -> "Columns":
        """Return the same columns with some conditions worth a fixed answer; tests are shared."""
        other = copy(self)
        other._fixed, other.once = worth, Once()  # noqa: SLF001
        return other

    @cached_property
    def superseded(self) -> NDArray[np.bool_]:
        """Say which reports another one supersedes; shape (n,)."""
        old, count = self.facts.superseded, len(self.batch)
        if not old:
            return np.zeros(count, dtype=np.bool_)
        return np.fromiter((name in old for name in self.batch.ids), np.bool_, count)

    @cached_property
    def excluded(self) -> NDArray[np.bool_]:
        """Say which reports prove nothing: superseded, or wholly after the date; shape (n,)."""
        if self.facts.as_of_us is None:
            return self.superseded
        # No report without a time lies after a date: it may lie before it.
        is_after = self.frame.has_time & (self.frame.from_us > self.facts.as_of_us)
        return np.asarray(self.superseded | is_after)

    @cached_property
    def swapped(self) -> NDArray[np.bool_]:
        """Say which reports may have longitude and latitude swapped; shape (n,).

        None that lies beside a place, as far as that is wide: 100 km off an area of 500 km are not
        far from it.
        """
        at = self.batch.at
        found = are_swapped(at.lon_deg, at.lat_deg, self.plan.cluster)
        if at.own is not None:
            # Of a square, an outline or words nobody typed the middle.
            found &= at.own < 0
        for place in self.plan.core.places if found.any() else ():
            if place is not None and (extent := extent_of(place)) is not None:
                rows = np.flatnonzero(found)
                away_m = self.frame.field_of(place).drawn_m(at.lon_deg[rows], at.lat_deg[rows])
                found[rows] = away_m > _BESIDE * extent[2]
        return found

    @cached_property
    def unsure(self) -> ReasonArray:
        """Return what keeps single tests of each report from proof: of who it was, and where.

        Shape (n,).
        """
        swapped = np.where(self.swapped, np.uint32(Reason.PLACE_SWAPPED), np.uint32(0))
        return (self.attribution_weak | swapped).astype(np.uint32)

    def test(self, step: int) -> Tested:
        """Return the answers of a step, shape (m,)."""
        if step not in self._tested:
            arguments = self.plan.steps[step]
            if isinstance(arguments, Where):
                tested = self.frame.spread(self.placed(step))
            else:
                tested = OPERATORS[type(arguments)].test(arguments, self.frame)
            self._tested[step] = tested
        return self._tested[step]

    def placed(self, step: int, asked: NDArray[np.bool_] | None = None) -> Tested:
        """Return the answers of a place step, report by report; shape (n,).

        Where only some are ``asked``, FALSE of the others: geometry never sees these.
        """
        found = self._placed.setdefault(step, Answers.none(len(self.batch)))
        lacks = ~found.is_known if asked is None else asked & ~found.is_known
        if lacks.any():
            rows = np.flatnonzero(lacks)
            tested = placed(self._where(step), self.frame, rows)
            found.truth[rows], found.doubts[rows] = tested.truth, tested.doubts
            found.is_known[rows] = True
        if asked is None or asked.all():
            return Tested(found.truth, found.doubts)
        truth = np.where(asked, found.truth, np.int8(Truth.FALSE))
        return Tested(truth, np.where(asked, found.doubts, np.uint32(0)))

    def measure(self, step: int, rows: NDArray[np.intp]) -> Measure:
        """Return the distances of some reports to the region of a place step, in their order."""
        return measure_of(self._where(step), self.frame, rows)

    def periods(self, step: int | None) -> tuple[Period, ...]:
        """Return the periods that a step of time asks for; none for no step."""
        arguments = self.plan.steps[step] if step is not None else None
        return arguments.periods if isinstance(arguments, During) else ()

    def likelihood(self, step: int, rows: NDArray[np.intp]) -> NDArray[np.float64]:
        """Return how likely each of ``rows`` lies in the region of a place step."""
        return likelihood_of(self._where(step), self.frame, rows)

    def _where(self, step: int) -> Where:
        arguments = self.plan.steps[step]
        assert isinstance(arguments, Where)
        return arguments

    def blurred(self, step: int) -> Blurred:
        """Return the answers of a step if it is not proved who acted, or where, or neither.

        There is none for what the step does not ask, and for what every report of the batch proves.
        """
        arguments = self.plan.steps[step]
        unproved = [one for one in _unproved_in(arguments) if (self.unsure & np.uint32(one)).any()]
        if len(unproved) > 1:
            unproved.append(Reason.ATTRIBUTION_WEAK | Reason.PLACE_SWAPPED)
        if isinstance(arguments, InRegister):
            return tuple(
                (
                    one,
                    OPERATORS[InRegister].test(replace(arguments, unproved=one), self.frame).truth,
                )
                for one in unproved
            )
        return tuple((one, truths(len(self.frame.row_of), Truth.UNKNOWN)) for one in unproved)

    def asked(self, applies: tuple[Period, ...]) -> Asked:
        """Return the reports as conditions are asked about them, in the time of a clause."""
        if applies not in self._asked:
            frame, zone = self.frame, ZoneInfo(self.plan.core.timezone)
            first, last = days_of_us(frame.from_us, zone), days_of_us(frame.to_us, zone)
            is_one_day = frame.has_time & (first == last)
            window = window_of(applies, frame)
            self._asked[applies] = Asked(frame.from_us, frame.to_us, is_one_day, window)
        return self._asked[applies]

    def condition(
        self, number: int, scope: Scope, applies: tuple[Period, ...], *, is_proved: bool
    ) -> Tested:
        """Return what a condition is worth for each report, shape (n,).

        Of a report that speaks of all the while, the part within ``applies`` counts.

        A report that itself proves the break of a ``none`` condition finds it lapsed; one that may
        be the break finds it open. A condition not yet drawn is open.
        """
        count = len(self.batch)
        if number in self._fixed:
            truth = np.full(count, self._fixed[number], dtype=np.int8)
            return Tested(truth, np.full(count, Reason.CONDITION_OPEN, dtype=np.uint32))
        facts = self.facts.conditions.get(number)
        if facts is None:
            truth = np.full(count, Truth.UNKNOWN, dtype=np.int8)
            return Tested(truth, np.full(count, Reason.CONDITION_OPEN, dtype=np.uint32))
        if facts.order is not None:
            order = facts.order[0 if is_proved else 1]
            return Tested(*order.answer(self.asked(applies), scope, self.key))
        timeline = facts.proved if is_proved else facts.face
        truth = timeline.truth(self.asked(applies), scope)
        truth = self._itself(truth, facts, number, is_proved=is_proved)
        is_open = truth == Truth.UNKNOWN
        doubts = np.where(is_open, np.uint32(facts.doubt), np.uint32(0))
        return Tested(truth, doubts.astype(np.uint32))

    def _itself(
        self, truth: TruthArray, facts: ConditionFacts, number: int, *, is_proved: bool
    ) -> TruthArray:
        condition = self.plan.conditions[number].condition
        if condition.none is None and condition.some is None:
            return truth
        truth = truth.copy()
        sightings, cures = facts.against(self.key)
        for sighting in sightings:
            state = sighting.proved if is_proved else sighting.face
            row = sighting.row[1]
            if condition.none is not None:
                truth[row] = min(truth[row], 2 - state)
            elif state == Truth.TRUE and (condition.lapse == "suspends" or truth[row]):
                truth[row] = Truth.TRUE
        for absence in cures if condition.some is not None else ():
            is_certain = absence.is_proved if is_proved else absence.is_face
            row = absence.row[1]
            truth[row] = Truth.FALSE if is_certain else min(truth[row], Truth.UNKNOWN)
        return truth


def _unproved_in(arguments: Step) -> list[Reason]:
    """Return which weaknesses of a report bear on a step."""
    match arguments:
        case Who(group, "actor"):
            return [Reason.ATTRIBUTION_WEAK] if group.needs_attribution else []
        case Where():
            return [Reason.PLACE_SWAPPED]
        case InRegister():
            named = (
                (arguments.names_actors, Reason.ATTRIBUTION_WEAK),
                (arguments.names_places, Reason.PLACE_SWAPPED),
            )
            return [reason for is_named, reason in named if is_named]
        case _:
            return []
