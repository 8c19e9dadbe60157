"""A clause of the core under each set of answers, and what is carried into its findings."""

from dataclasses import dataclass, field
from typing import Literal

from checker.geography.region import Region
from checker.language.core.exemption import Condition, Exemption
from checker.language.core.pattern import NONE_ALLOWED, Bound, Edge, Pattern
from checker.values.span import Span

__all__ = [
    "Answers",
    "Assumed",
    "Clause",
    "ClauseKind",
    "CoreClause",
    "Variant",
]


Answers = tuple[tuple[str, str], ...]
"""One reading: (question, answer) pairs in the order in which the agreement declares them."""


@dataclass(frozen=True, slots=True)
class Assumed:
    """Say a value that the agreement's file invented, with the reason, and where it stands.

    Or a figure of a thing that it takes from a list.
    """

    path: str
    value: str
    why: str

    @property
    def is_listed(self) -> bool:
        """Say whether it comes from a list, and is not invented."""
        return self.path.startswith("things.")

    @property
    def told(self) -> str:
        """Return what a value of the kind is called."""
        return "taken from a list" if self.is_listed else "assumed"


@dataclass(frozen=True, slots=True)
class Variant:
    """Hold what a clause means for one side; a clause without sides has one variant.

    ``pattern.where`` is the region whose ground is forbidden (met is: not in it, or excepted);
    ``theatre`` is part of whether the clause applies at all.
    """

    side: str | None
    pattern: Pattern
    theatre: Region | None = None
    exemptions: tuple[Exemption, ...] = ()


ClauseKind = Literal["prohibits", "leave", "be_in", "act", "permits"]


@dataclass(frozen=True, slots=True)
class Clause:
    """Hold one clause under one set of answers.

    ``act`` is a duty to do ``pattern`` at least ``bound`` times by ``deadline``. ``leave`` and
    ``be_in`` are prohibitions from ``deadline`` on (already in the pattern's ``when``). A
    ``permits`` clause has no verdict of its own: what it lifts carries it as an exemption, but its
    conditions are kept here too, for the findings about them.
    """

    id: str
    kind: ClauseKind
    answers: Answers
    variants: tuple[Variant, ...]
    conditions: tuple[Condition, ...] = ()
    deadline: Edge | None = None
    bound: Bound = NONE_ALLOWED
    assumed: tuple[Assumed, ...] = ()


@dataclass(frozen=True, slots=True)
class CoreClause:
    """Hold a clause with all its readings and what is carried into findings, never evaluated."""

    id: str
    questions: tuple[str, ...]
    readings: tuple[Clause, ...]
    says: str
    source: str
    certainty: str | None
    guarantor: tuple[str, ...]
    owed_to: tuple[str, ...]
    binds_non_party: tuple[str, ...]
    span: Span = field(compare=False)
