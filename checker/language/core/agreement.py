"""An agreement of the core, ready to be planned: no names left to look up."""

from dataclasses import dataclass, field
from typing import Literal

from checker.geography.region import Named, Region
from checker.language.core.clause import CoreClause
from checker.language.core.pattern import Group, Pattern
from checker.language.core.question import Question

__all__ = [
    "Claim",
    "Core",
    "Coverage",
    "Figure",
    "FirstEvent",
    "NamedGroup",
    "Observed",
    "Source",
    "Standard",
    "Visit",
]


@dataclass(frozen=True, slots=True)
class Source:
    """Describe where a term was read."""

    id: str
    kind: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """Hold what somebody said about compliance or against the deal; binds no one."""

    id: str
    says: str
    by: str | None
    source: str | None
    contradicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standard:
    """Set the bar of proof; None is no bar for that grade.

    ``reliability`` A..E (F is no basis), ``credibility`` 1..5 (6 is no basis), ``attribution`` one
    of confirmed, reported, claimed, alleged, disputed.
    """

    reliability: str | None = None
    credibility: int | None = None
    attribution: str | None = None


@dataclass(frozen=True, slots=True)
class FirstEvent:
    """Date an event by the first proved report of a pattern."""

    name: str
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Figure:
    """Hold an attribute of a thing as a list writes it: of which version, read in which source."""

    thing: str
    attribute: str
    value: str
    origin: str
    sha256: str
    source: str | None


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """Hold a declared group, or the forces of a side: whoever is of it under any reading."""

    name: str
    group: Group


@dataclass(frozen=True, slots=True)
class Observed:
    """Say that somebody watched a place, or was denied it, over a period; None is everywhere."""

    place: Region | None
    start_us: int
    end_us: int
    status: Literal["watched", "denied"]


@dataclass(frozen=True, slots=True)
class Visit:
    """Say that somebody went to an area, or was refused it: from one instant to another, both in.

    ``area`` is its index in ``Core.places``, None where the agreement does not know it, or where
    the visit draws its own ``ground``.
    """

    area: int | None
    from_us: int
    to_us: int
    status: Literal["watched", "partial", "denied"]
    ground: Region | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """Say where and when somebody looked.

    ``visits`` are those that files beside the reports tell, ``files`` their names.
    """

    rows: tuple[Observed, ...] = ()
    visits: tuple[Visit, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Core:
    """Hold an agreement ready to be planned.

    ``actors``, ``doings``, ``things`` are the declared ids in the order of every membership and
    truth tuple above; ``actor_names``, ``doing_names``, ``thing_names`` map every accepted spelling
    (id, name, alias after NFKC, case folding, trimming) to its index in them. ``places`` are those
    a report may name (read the same under every answer), in the order of their indices.
    ``figures`` are what lists say of things that the agreement does not declare itself.
    ``party_groups`` has each declared actor with its parts, ``named_groups`` the groups and sides:
    these are what ``--party`` shows.
    """

    id: str
    title: str
    digest: str = field(compare=False)
    timezone: str
    clauses: tuple[CoreClause, ...]
    actors: tuple[str, ...]
    actor_names: tuple[tuple[str, int], ...]
    actor_titles: tuple[str, ...]
    doings: tuple[str, ...]
    doing_names: tuple[tuple[str, int], ...]
    things: tuple[str, ...]
    thing_names: tuple[tuple[str, int], ...]
    places: tuple[Named | None, ...]
    place_regions: tuple[Region, ...]
    place_names: tuple[tuple[str, int], ...]
    questions: tuple[Question, ...]
    standard: Standard
    firsts: tuple[FirstEvent, ...]
    coverage: Coverage | None
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    parties: tuple[str, ...]
    party_groups: tuple[tuple[str, Group], ...]
    named_groups: tuple[NamedGroup, ...] = ()
    overrides: tuple[tuple[str, str], ...] = ()
    figures: tuple[Figure, ...] = ()
    sides: tuple[str, ...] = ()
