"""Clauses resolved: one under each set of answers, for each side that it binds."""

import math
from dataclasses import dataclass, field, replace

from checker.geography.region import Everywhere
from checker.language.bounds import bound_of
from checker.language.core.clause import Answers, Clause, Variant
from checker.language.core.exemption import Condition, Exemption
from checker.language.core.pattern import FOREVER_US, NONE_ALLOWED, Bound, Edge, Pattern, Period
from checker.language.document import entries_of, text_of
from checker.language.drafts import Draft, words_in
from checker.language.exemptions import conditions_of, exemptions_of
from checker.language.reading import Deferred, Reading
from checker.language.regions import theatre_of
from checker.language.terms import Terms
from checker.language.text import Node, Scalar, Table
from checker.language.times import edge_of, period_of

__all__ = ["Clauses"]


@dataclass(frozen=True, slots=True)
class Clauses:
    """Resolve the clauses of one agreement."""

    terms: Terms
    drafts: tuple[Draft, ...]
    _known: dict[tuple[str, Answers], Clause] = field(default_factory=dict, repr=False)

    def clause(self, draft: Draft, answers: Answers) -> Clause:
        """Resolve a clause; raises ``Unanswered`` at a question that ``answers`` leaves open.

        It is read once: first to learn of its questions, and mostly under the same answers again.
        """
        if (draft.id, answers) not in self._known:
            self._known[draft.id, answers] = self._resolved(draft, answers)
        return self._known[draft.id, answers]

    def _resolved(self, draft: Draft, answers: Answers) -> Clause:
        reading = self._reading(draft, answers)
        conditions = self._conditions(draft, reading)
        deadline = self._deadline(draft, reading)
        if (lifts := draft.written.get("lifts")) is not None:
            # What a permission lifts is one of the things through which it depends on a question.
            reading.settle(lifts, f"clauses.{draft.id}.lifts")
        variants = tuple(
            self._variant(draft, reading.of_side(side), deadline, len(conditions))
            for side in self._sides(draft)
        )
        return Clause(
            id=draft.id,
            kind=draft.kind,
            answers=answers,
            variants=variants,
            conditions=conditions,
            deadline=deadline,
            bound=self._bound(draft, reading),
            assumed=tuple(reading.assumed),
        )

    def _reading(self, draft: Draft, answers: Answers) -> Reading:
        theatre = draft.written.get("theatre")
        return Reading(self.terms.document, dict(answers), theatre=theatre)

    def _sides(self, draft: Draft) -> tuple[str | None, ...]:
        """Return the sides for each of which the clause is read, None for a clause without."""
        if text_of(draft.core.get("binds")) != "each_side":
            return (None,)
        sides = tuple(self.terms.document.section("sides"))
        if not sides:
            binds = draft.core.get("binds")
            assert binds is not None
            message, hint = "each_side needs sides", "declare sides: with their forces"
            self.terms.document.problems.add("L806", message, binds.span, hint)
        for side in sides:
            self.terms.document.use("sides", side)
        return sides or (None,)

    def _variant(
        self, draft: Draft, reading: Reading, deadline: Edge | None, first: int
    ) -> Variant:
        theatre = theatre_of(reading, self.terms.atlas)
        pattern = self._pattern(draft, reading, deadline)
        unless = draft.core.get("unless")
        own = exemptions_of(self.terms, reading, draft.id, unless, first)
        lifted = () if draft.kind == "permits" else self._lifted(draft, reading)
        return Variant(
            side=reading.side,
            pattern=pattern,
            theatre=None if theatre == Everywhere() else theatre,
            exemptions=(*own, *lifted),
        )

    def _pattern(self, draft: Draft, reading: Reading, deadline: Edge | None) -> Pattern:
        binds = draft.core.get("binds")
        table = draft.core
        if text_of(binds) == "each_side":
            # A side without forces, and a deal without sides, have their own problem.
            binds = self._forces(reading)
        if binds is not None:
            who = (Scalar("who", binds.span), binds)
            table = Table((who, *(e for e in table.entries if e[0].text != "who")), table.span)
        pattern = self.terms.pattern(reading, table, f"clauses.{draft.id}")
        return replace(pattern, when=self._when(draft, reading, pattern, deadline))

    def _forces(self, reading: Reading) -> Node | None:
        side = self.terms.document.section("sides").get(reading.side or "")
        return side.value.get("forces") if side and isinstance(side.value, Table) else None

    def _when(
        self, draft: Draft, reading: Reading, pattern: Pattern, deadline: Edge | None
    ) -> tuple[Period, ...]:
        """Return the periods all of which must hold: in force, the clause's own, from a date on."""
        in_force = draft.written.get("in_force") or self.terms.document.root.get("in_force")
        periods = [*period_of(reading, in_force), *pattern.when]
        if deadline is not None and draft.kind in ("leave", "be_in"):
            periods.append(Period(start=deadline))
        _check_meet(draft, reading, periods)
        return tuple(periods)

    def _deadline(self, draft: Draft, reading: Reading) -> Edge | None:
        by = draft.core.get("by")
        return edge_of(reading, by, is_end=True) if by is not None else None

    def _bound(self, draft: Draft, reading: Reading) -> Bound:
        bound = bound_of(reading, draft.core, f"clauses.{draft.id}")
        if bound is None or draft.kind == "permits":
            return NONE_ALLOWED
        if draft.kind == "act":
            return bound
        most = draft.core.get("at_most")
        if bound.at_most is not None and bound.at_most[1] > 0.0 and most is not None:
            is_readable = not isinstance(most, Scalar) or bound.at_most[1] < math.inf
            if is_readable:
                message = "ceilings other than 0 come in a later version"
                hint = "write 0, or leave the clause out and say so in SOURCE.md"
                reading.say("L900", message, most, hint)
        return NONE_ALLOWED

    def _conditions(self, draft: Draft, reading: Reading) -> tuple[Condition, ...]:
        return conditions_of(self.terms, reading, draft.id, draft.core.get("while"))

    def _lifted(self, draft: Draft, reading: Reading) -> tuple[Exemption, ...]:
        """Return what permissions except from this clause under the answers given."""
        return tuple(
            exemption
            for permission in self.drafts
            if permission.kind == "permits" and _may_lift(permission, draft)
            for exemption in self._permitted(permission, draft, reading)
        )

    def _permitted(self, permission: Draft, draft: Draft, reading: Reading) -> list[Exemption]:
        path, lifts = f"clauses.{permission.id}.lifts", permission.written.get("lifts")
        assert lifts is not None
        settled = reading.settle(lifts, path)
        is_open = isinstance(settled, Deferred)
        if not isinstance(settled, Deferred) and draft.id not in map(text_of, entries_of(settled)):
            return []
        own = replace(reading, theatre=permission.written.get("theatre"))
        conditions = self._conditions(permission, own)
        if is_open:
            # Nobody said what it lifts, so nobody knows whether it lifts this.
            conditions += (_never_known(permission, len(conditions)),)
        return [
            Exemption(
                name=permission.id,
                pattern=self._pattern(permission, own.of_side(side or reading.side), None),
                conditions=conditions,
                span=permission.written.span,
            )
            for side in self._sides(permission)
        ]


def _may_lift(permission: Draft, draft: Draft) -> bool:
    lifts = permission.written.get("lifts")
    if lifts is None:
        return False
    return draft.id in set(words_in(lifts)) or _has_deferred(lifts)


def _has_deferred(node: Node) -> bool:
    if isinstance(node, Table):
        return "deferred" in node.keys() or any(_has_deferred(value) for _, value in node.entries)
    return False


def _never_known(permission: Draft, index: int) -> Condition:
    unknown = Edge(-FOREVER_US, FOREVER_US, "unknown")
    return Condition(
        permission.id, index, event=unknown, why_open="while nobody says what it lifts"
    )


def _check_meet(draft: Draft, reading: Reading, periods: list[Period]) -> None:
    """Refuse periods that leave no instant in common: such a clause would never say anything."""
    if any(period.start.low_us >= period.end.high_us for period in periods):
        return  # an empty period has its own problem
    start = max((p.start.low_us for p in periods), default=-FOREVER_US)
    end = min((p.end.high_us for p in periods), default=FOREVER_US)
    if start >= end:
        message = f"the clause {draft.id!r} is never in force: its periods have nothing in common"
        hint = "look at in_force, when, after, until_verified and by"
        reading.document.problems.warn("L808", message, draft.key, hint)
