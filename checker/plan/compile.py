"""Core to plan: equal steps become one step, and equal conditions one condition."""

from dataclasses import replace
from typing import Literal

import numpy as np

from checker.geography.axes import Cluster, cluster_of
from checker.geography.extent import extent_of
from checker.language.core.agreement import Core
from checker.language.core.clause import Answers, Clause, Variant
from checker.language.core.exemption import Condition, Exemption
from checker.language.core.pattern import FOREVER_US, Group, Pattern, Period, Words
from checker.operators import Step
from checker.operators.count import Counted
from checker.operators.doing import Doing
from checker.operators.period import During
from checker.operators.place import Places, Where
from checker.operators.presence import Presence
from checker.operators.register import InRegister
from checker.operators.thing import Thing
from checker.operators.who import Who
from checker.plan.plan import (
    PatternPlan,
    Plan,
    PlannedClause,
    PlannedCondition,
    PlannedExemption,
    PlannedFirst,
    PlannedReading,
    PlannedVariant,
)
from checker.values.truth import Scope, Truth

__all__ = ["compile_plan", "places_cluster"]

_PRESENCE = 0
_ConditionKey = tuple[Condition, tuple[int, int] | None, tuple[Period, ...]]


def compile_plan(core: Core) -> Plan:
    """Plan every clause of ``core`` under every reading; ``core`` stays as it was."""
    return _Compiler(core).plan()


class _Compiler:
    """Number the distinct steps and conditions while the clauses are walked once."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._steps: dict[Step, int] = {}
        self._conditions: dict[_ConditionKey, int] = {}
        self._planned: list[PlannedCondition] = []

    def plan(self) -> Plan:
        firsts = tuple(
            PlannedFirst(event, self._alternatives(event.pattern)) for event in self._core.firsts
        )
        clauses = tuple(
            PlannedClause(
                index, clause.id, tuple(self._reading(reading) for reading in clause.readings)
            )
            for index, clause in enumerate(self._core.clauses)
        )
        steps, conditions = tuple(self._steps), tuple(self._planned)
        return Plan(self._core, steps, clauses, conditions, firsts, places_cluster(self._core))

    def _reading(self, clause: Clause) -> PlannedReading:
        variants = tuple(
            planned
            for variant in clause.variants
            for planned in self._variants(variant, clause.answers)
        )
        when = _spoken_of(clause)
        own = tuple(self._condition(c, clause.answers, when) for c in clause.conditions)
        carried = tuple(
            number
            for variant in variants
            for exemption, source in zip(
                variant.exemptions, _exemptions_of(clause, variant.side), strict=True
            )
            for number, condition in zip(exemption.conditions, source.conditions, strict=True)
            if condition.owner == clause.id
        )
        is_permission = clause.kind == "permits"
        return PlannedReading(
            answers=clause.answers,
            kind=clause.kind,
            variants=() if is_permission else variants,
            conditions=() if is_permission else own,
            owned=tuple(dict.fromkeys(own + carried)),
            deadline=clause.deadline,
            bound=clause.bound,
        )

    def _variants(self, variant: Variant, answers: Answers) -> list[PlannedVariant]:
        """Split a clause about presence and about acts into two, since they look elsewhere."""
        planned = []
        for part in _parts(variant.pattern):
            is_presence = _is_presence(part.does)
            pattern = self._pattern(part, variant, is_act=not is_presence)
            exemptions = tuple(
                self._exemption(exemption, part, answers) for exemption in variant.exemptions
            )
            planned.append(PlannedVariant(variant.side, pattern, exemptions))
        return planned

    def _pattern(self, pattern: Pattern, variant: Variant | None, *, is_act: bool) -> PatternPlan:
        planned = self._steps_of(pattern, "some", is_act=is_act)
        if variant is None or variant.theatre is None:
            return planned
        where = Where(variant.theatre, planned.places, "some")
        return replace(planned, theatre=self._step(where))

    def _exemption(self, exemption: Exemption, part: Pattern, answers: Answers) -> PlannedExemption:
        """Plan an exception to ``part``, the presence or the acts that a clause forbids."""
        is_act = not _is_presence(part.does)
        pattern = self._steps_of(
            replace(exemption.pattern, does=None), "all", is_act=is_act, clause_when=part
        )
        pattern = replace(pattern, does=self._cover(exemption.pattern.does, part))
        more = []
        if exemption.registered is not None:
            more.append(
                self._step(
                    InRegister(exemption.registered, part.does if is_act else None, part.when)
                )
            )
        if exemption.bound is not None:
            more.append(self._step(Counted(exemption.bound)))
        when = exemption.pattern.when
        conditions = tuple(self._condition(c, answers, when) for c in exemption.conditions)
        return PlannedExemption(exemption.name, replace(pattern, more=tuple(more)), conditions)

    def _steps_of(
        self, pattern: Pattern, scope: Scope, *, is_act: bool, clause_when: Pattern | None = None
    ) -> PatternPlan:
        places: Places = "act" if is_act else "own"
        applies = clause_when.when if clause_when is not None else pattern.when
        return PatternPlan(
            who=self._who(pattern.who, "actor", scope, applies),
            does=self._does(pattern.does, scope),
            things=self._step(Thing(pattern.things, scope)) if pattern.things else None,
            against=self._who(pattern.against, "against", scope, applies),
            when=self._step(During(pattern.when, scope, applies)) if pattern.when else None,
            where=self._step(Where(pattern.where, places, scope)) if pattern.where else None,
            theatre=None,
            more=(),
            places=places,
        )

    def _who(
        self,
        group: Group | None,
        column: Literal["actor", "against"],
        scope: Scope,
        applies: tuple[Period, ...],
    ) -> int | None:
        if group is None:
            return None
        is_dated = any(
            (start, end) != (-FOREVER_US, FOREVER_US)
            for member in group.members
            for start, end, _ in member.spans
        )
        return self._step(Who(group, column, scope, applies if is_dated else ()))

    def _does(self, words: Words | None, scope: Scope) -> int | None:
        if words is None:
            return None
        return self._step(Presence() if _is_presence(words) else Doing(words, scope))

    def _cover(self, words: Words | None, part: Pattern) -> int | None:
        """Return the test that an exception covers what was done: none for presence, if it does."""
        if words is None or (_is_presence(part.does) and _is_presence(words)):
            return None
        return self._step(Doing(words, "all", None if _is_presence(part.does) else part.does))

    def _alternatives(self, pattern: Pattern) -> tuple[PatternPlan, ...]:
        return tuple(
            self._pattern(part, None, is_act=not _is_presence(part.does))
            for part in _parts(pattern)
        )

    def _condition(self, condition: Condition, answers: Answers, when: tuple[Period, ...]) -> int:
        """Return the number of a condition; it is watched while its owner is in force."""
        kept = self._kept(condition.kept, answers) if condition.kept is not None else None
        key = (condition, kept, when)
        if key not in self._conditions:
            pattern = condition.none or condition.some
            if pattern is not None:
                pattern = replace(pattern, when=(*pattern.when, *when))
            patterns = self._alternatives(pattern) if pattern is not None else ()
            cure = (
                self._pattern(replace(pattern, does=None, things=None), None, is_act=False)
                if pattern is not None
                else None
            )
            self._conditions[key] = len(self._planned)
            self._planned.append(PlannedCondition(condition, patterns, cure, kept))
        return self._conditions[key]

    def _kept(self, clause_id: str, answers: Answers) -> tuple[int, int]:
        """Find the watched clause under the same answers, as far as it depends on them."""
        given = dict(answers)
        for index, clause in enumerate(self._core.clauses):
            if clause.id == clause_id:
                for number, reading in enumerate(clause.readings):
                    if all(given.get(question) == answer for question, answer in reading.answers):
                        return index, number
        raise LookupError(clause_id)

    def _step(self, step: Step) -> int:
        return self._steps.setdefault(step, len(self._steps))


def places_cluster(core: Core) -> Cluster | None:
    """Return where the drawn places of an agreement lie together."""
    extents = [extent_of(place) for place in core.places if place is not None]
    middles = [extent[:2] for extent in extents if extent is not None]
    lon_deg, lat_deg = np.array(middles, dtype=np.float64).reshape(-1, 2).T
    return cluster_of(lon_deg, lat_deg)


def _exemptions_of(clause: Clause, side: str | None) -> tuple[Exemption, ...]:
    return next(v.exemptions for v in clause.variants if v.side == side)


def _spoken_of(clause: Clause) -> tuple[Period, ...]:
    """Return the period in which a clause's own conditions are watched.

    A duty with a date sleeps until then, but what happens before may already end it.
    """
    if clause.kind in ("leave", "be_in"):
        return ()
    return clause.variants[0].pattern.when if clause.variants else ()


def _is_presence(words: Words | None) -> bool:
    return words is not None and words.truths[_PRESENCE] == Truth.TRUE


def _parts(pattern: Pattern) -> list[Pattern]:
    """Split a pattern that names both presence and acts."""
    words = pattern.does
    if not _is_presence(words) or words is None:
        return [pattern]
    acts = (int(Truth.FALSE), *words.truths[1:])
    presence = Words(words.said, (int(Truth.TRUE), *(0 for _ in acts[1:])))
    parts = [replace(pattern, does=presence)]
    if any(answer == Truth.TRUE for answer in acts):
        parts.append(replace(pattern, does=Words(words.said, acts)))
    return parts
