"""A small world: an agreement with its reports, first events, and evidence about conditions."""

from dataclasses import dataclass, field, replace
from typing import Literal

from checker.language.core.agreement import Core
from checker.language.core.clause import Answers, Clause
from checker.language.core.exemption import Condition
from checker.language.core.pattern import FOREVER_US, Edge, Pattern, Period
from tests.reference_match import CLAIMS, Tests, grade, match, parts, unsure
from tests.reference_region import FALSE, TRUE, UNKNOWN
from tests.reference_rows import Row
from tests.reference_tests import Clock

__all__ = ["Evidence", "World"]

Evidence = Literal["breaks", "face", "open"] | None
"""Evidence against a condition: proved; true at face value, not proved; possible; none."""


@dataclass(eq=False)
class World:
    """Hold what every judgement reads."""

    core: Core
    rows: list[Row]
    as_of_us: int
    clock: Clock
    firsts: dict[str, tuple[int, int] | None] = field(default_factory=dict)
    memo: dict[object, object] = field(default_factory=dict)

    def resolve(self, when: tuple[Period, ...]) -> tuple[Period, ...]:
        """Put the instants of events by report into periods."""
        return tuple(Period(self.edge(p.start), self.edge(p.end)) for p in when)

    def edge(self, edge: Edge) -> Edge:
        """Put the instant of an event by report into an edge."""
        if edge.first is None:
            return edge
        known = self.firsts.get(edge.first)
        if known is None:
            return Edge(-FOREVER_US, FOREVER_US, "unknown")
        low, high = (self.clock.later(us, edge.shift) for us in known)
        return Edge(low, high, "exact" if low == high else "vague")

    def clause(self, name: str, answers: Answers) -> Clause:
        """Return a clause under the same answers."""
        given = dict(answers)
        owner = next(c for c in self.core.clauses if c.id == name)
        return next(r for r in owner.readings if all(given.get(q, a) == a for q, a in r.answers))

    def matched(
        self, pattern: Pattern, row: Row, weak: frozenset[str] = frozenset()
    ) -> tuple[int, bool]:
        """Say whether a report shows a pattern, and whether it is merely silent about it."""
        per_actor = []
        silent = False
        for actor in row.actors:
            found: list[Tests] = [
                match(pattern, part, row, actor, self.resolve, weak) for part in parts(pattern.does)
            ]
            silent |= all(t.is_silent or t.truth == FALSE for t in found)
            per_actor.append(max(FALSE if t.is_silent else t.truth for t in found))
        truth = max(per_actor)
        if row.is_one_of and truth != min(per_actor):
            truth = UNKNOWN  # one of them it was, and it is not known which
        return truth, silent and truth == FALSE

    def pattern_of(self, condition: Condition) -> Pattern:
        """Return what a condition watches: its pattern, while the owner is in force.

        Nothing can break a permission that was not given yet. A duty with a date is bound from its
        first day: what happens before the date may end it.
        """
        pattern = condition.none or condition.some
        assert pattern is not None
        return replace(pattern, when=(*pattern.when, *self._owners()[condition]))

    def _owners(self) -> dict[Condition, tuple[Period, ...]]:
        if "owners" not in self.memo:
            found: dict[Condition, tuple[Period, ...]] = {}
            for clause in (r for owner in self.core.clauses for r in owner.readings):
                is_dated = clause.kind in ("leave", "be_in")
                for variant in clause.variants:
                    for condition in clause.conditions:
                        found[condition] = () if is_dated else variant.pattern.when
                    for exemption in variant.exemptions:
                        found |= dict.fromkeys(exemption.conditions, exemption.pattern.when)
            self.memo["owners"] = found
        return self.memo["owners"]  # type: ignore[return-value]

    def evidence(self, condition: Condition, row: Row) -> Evidence:
        """Weigh one report against a condition ``none: P`` (or for one ``some: P``)."""
        key = ("evidence", condition, row.key)
        if key not in self.memo:
            self.memo[key] = self._weigh(self.pattern_of(condition), row)
        return self.memo[key]  # type: ignore[return-value]

    def _weigh(self, pattern: Pattern, row: Row) -> Evidence:
        if row.kind in CLAIMS:
            return None
        truth, _ = self.matched(pattern, row)
        if truth == FALSE:
            return None
        if truth == UNKNOWN:
            return "open"
        source, _ = grade(row, self.core.standard)
        sure, _ = self.matched(pattern, row, unsure(row, self.core.standard))
        is_proof = row.kind in ("position", "incident", "admission") and not source
        return "breaks" if is_proof and sure == TRUE else "face"

    def is_absence(self, pattern: Pattern, row: Row, *, is_face: bool = False) -> bool:
        """Say whether a report proves a count of zero for a pattern's who and where."""
        source = not is_face and grade(row, self.core.standard)[0]
        if row.count_high != 0.0 or row.kind not in ("position", "incident") or source:
            return False
        if row.position_of in ("target", "debris"):
            return False
        bare = replace(pattern, does=None, things=None)
        counted = replace(row, count_low=1.0, count_high=1.0)
        weak = frozenset[str]() if is_face else unsure(row, self.core.standard)
        truth, _ = self.matched(bare, counted, weak)
        return truth == TRUE

    def date_first_events(self) -> None:
        """Date each event by the first report that proves it."""
        for event in self.core.firsts:
            self.firsts[event.name] = None
        for event in self.core.firsts:
            proved = [r for r in self.rows if self._starts(event.pattern, r)]
            if proved:
                low = min(r.from_us for r in proved)
                high = min(r.from_us if r.is_throughout else r.to_us for r in proved)
                self.firsts[event.name] = (low, high)

    def _starts(self, pattern: Pattern, row: Row) -> bool:
        source, _ = grade(row, self.core.standard)
        if row.kind not in ("incident", "admission", "statement") or source or not row.has_time:
            return False
        return self.matched(pattern, row, unsure(row, self.core.standard))[0] == TRUE
