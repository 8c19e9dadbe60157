"""What to compute, with nothing left to look up: distinct steps, and which make a clause."""

from dataclasses import dataclass

from checker.geography.axes import Cluster
from checker.language.core.agreement import Core, FirstEvent
from checker.language.core.clause import Answers, ClauseKind
from checker.language.core.exemption import Condition
from checker.language.core.pattern import Bound, Edge
from checker.operators import Step
from checker.operators.place import Places

__all__ = [
    "PatternPlan",
    "Plan",
    "PlannedClause",
    "PlannedCondition",
    "PlannedExemption",
    "PlannedFirst",
    "PlannedReading",
    "PlannedVariant",
]


@dataclass(frozen=True, slots=True)
class PatternPlan:
    """Name the steps of one pattern by their numbers in ``Plan.steps``; None restricts nothing.

    ``more`` are further steps that must hold (a register's, a count's). ``places`` says where the
    pattern looks: at the actor's own position, or at the places of its act.
    """

    who: int | None
    does: int | None
    things: int | None
    against: int | None
    when: int | None
    where: int | None
    theatre: int | None
    more: tuple[int, ...]
    places: Places


@dataclass(frozen=True, slots=True)
class PlannedExemption:
    """Plan one exemption; ``conditions`` are numbers in ``Plan.conditions``."""

    name: str
    pattern: PatternPlan
    conditions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PlannedVariant:
    """Plan what a clause means for one side, for presence or for acts."""

    side: str | None
    pattern: PatternPlan
    exemptions: tuple[PlannedExemption, ...]


@dataclass(frozen=True, slots=True)
class PlannedReading:
    """Plan a clause under one set of answers."""

    answers: Answers
    kind: ClauseKind
    variants: tuple[PlannedVariant, ...]
    conditions: tuple[int, ...]
    owned: tuple[int, ...]
    deadline: Edge | None
    bound: Bound


@dataclass(frozen=True, slots=True)
class PlannedClause:
    """Plan a clause under each of its readings; ``index`` is its number in ``Core.clauses``."""

    index: int
    id: str
    readings: tuple[PlannedReading, ...]


@dataclass(frozen=True, slots=True)
class PlannedCondition:
    """Plan a condition: the patterns whose matches it counts, or the clause it watches.

    ``kept`` is (clause number, reading number); ``patterns`` are alternatives. ``presence_like``
    patterns serve for the proof of a cure: the same without the act.
    """

    condition: Condition
    patterns: tuple[PatternPlan, ...]
    cure: PatternPlan | None
    kept: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class PlannedFirst:
    """Plan an event that the first proved report of a pattern dates."""

    event: FirstEvent
    patterns: tuple[PatternPlan, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Hold everything that the kernel computes for one agreement; plain data, so it pickles.

    ``cluster`` is where its places lie together; None where it draws no place.
    """

    core: Core
    steps: tuple[Step, ...]
    clauses: tuple[PlannedClause, ...]
    conditions: tuple[PlannedCondition, ...]
    firsts: tuple[PlannedFirst, ...]
    cluster: Cluster | None
