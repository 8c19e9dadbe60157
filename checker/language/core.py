"""The core that every word expands into, read under one set of answers: no names left to look up.

A clause is a pattern with a bound; an exception is a pattern, perhaps with a condition or a
register; a condition is a timeline. Times are microseconds since 1970-01-01T00:00Z. Truths are
``values.truth`` numbers. Everything here is frozen and hashable, so equal steps are shared.
"""

from dataclasses import dataclass
from typing import Literal

from checker.geography.region import Named, Region
from checker.values.span import Span

__all__ = [
    "Answers",
    "Assumed",
    "Bound",
    "Claim",
    "Clause",
    "ClauseKind",
    "Condition",
    "Core",
    "CoreClause",
    "Coverage",
    "Duration",
    "Edge",
    "Entry",
    "Exemption",
    "FirstEvent",
    "Group",
    "Membership",
    "Observed",
    "Openness",
    "Pattern",
    "Period",
    "Register",
    "Registered",
    "Source",
    "Standard",
    "Variant",
    "Words",
]

Answers = tuple[tuple[str, str], ...]
"""One reading: (question, answer) pairs in the order in which the agreement declares them."""

FOREVER_US = 2**62
"""Stands for an instant without end; -FOREVER_US for one without beginning."""


# ---------------------------------------------------------------------------------------- who, what


@dataclass(frozen=True, slots=True)
class Membership:
    """Say when one actor is of a group: ``spans`` of (from_us, until_us, truth), else FALSE.

    Spans are half-open, in order, and don't overlap. An undated membership is one span from
    -FOREVER_US to FOREVER_US.
    """

    spans: tuple[tuple[int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Test an actor: ``members`` has one entry per declared actor, in ``Core.actors`` order.

    ``undeclared`` is the answer for a name that nobody declared or that is missing (UNKNOWN, but
    TRUE for ``anyone``). ``needs_attribution`` is False where it does not matter who it was.
    """

    said: str
    members: tuple[Membership, ...]
    undeclared: int = 1
    needs_attribution: bool = True


@dataclass(frozen=True, slots=True)
class Words:
    """Test a word of a taxonomy: one truth per declared word, in ``Core.doings``/``things`` order.

    A word that nobody declared is UNKNOWN. ``said`` is what the clause names. For doings, word 0
    is ``presence``.
    """

    said: str
    truths: tuple[int, ...]


# --------------------------------------------------------------------------------------------- when


@dataclass(frozen=True, slots=True)
class Duration:
    """Measure time as exact microseconds, or as calendar days in the agreement's zone."""

    us: int = 0
    days: int = 0


Openness = Literal["exact", "vague", "unknown"]


@dataclass(frozen=True, slots=True)
class Edge:
    """Bound a period at an instant known to lie in [low_us, high_us].

    ``openness``: ``exact``; ``vague`` (an interval: reason time_vague); ``unknown`` (open-ended or
    deferred: reason event_unknown). Where ``first`` names a ``FirstEvent``, the instant is that
    event's first proved report moved by ``shift``, and ``rounds`` says to which end of its day a
    date would go (events by report are instants: no rounding but the calendar shift).
    """

    low_us: int
    high_us: int
    openness: Openness = "exact"
    first: str | None = None
    shift: Duration = Duration()


@dataclass(frozen=True, slots=True)
class Period:
    """Run from ``start`` (included) to ``end`` (excluded)."""

    start: Edge = Edge(-FOREVER_US, -FOREVER_US)
    end: Edge = Edge(FOREVER_US, FOREVER_US)


# ------------------------------------------------------------------------ pattern, bound, exception


@dataclass(frozen=True, slots=True)
class Pattern:
    """Test one report in three values; an absent part restricts nothing.

    ``does`` None restricts nothing (an exception or condition only); presence is word 0.
    """

    who: Group | None = None
    does: Words | None = None
    things: Words | None = None
    against: Group | None = None
    where: Region | None = None
    when: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Bound:
    """Bound a number: at most ``at_most`` or at least ``at_least`` of units, items or persons.

    A limit that the text leaves open has low and high ends; deferred runs from 0 to infinity.
    """

    at_most: tuple[float, float] | None = None
    at_least: tuple[float, float] | None = None
    of: Literal["reports", "units", "items", "persons"] = "units"


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold one line of a register; None matches anything. ``given_us`` None is not known."""

    id: str
    actor: Group | None
    unit: str | None
    does: Words | None
    place: Region | None
    period: Period
    given_us: tuple[int, int] | None
    to: str | None


@dataclass(frozen=True, slots=True)
class Register:
    """Hold a register's lines; before ``complete_until_us`` what is absent was not made."""

    name: str
    entries: tuple[Entry, ...]
    complete_until_us: int


@dataclass(frozen=True, slots=True)
class Registered:
    """Ask for an entry, given to ``to`` (compared as text) at least ``lead`` before the act."""

    register: Register
    to: str | None = None
    lead: Duration | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """Make something stand only while a timeline holds; exactly one of the first four is given.

    ``owner`` is the clause that carries the condition (a permission's own id), ``index`` tells
    several of one owner apart. ``kept`` names a clause, judged under the same answers. ``lasts``
    None is to the end of the civil day in which the break ends.
    """

    owner: str
    index: int
    said: str
    none: Pattern | None = None
    some: Pattern | None = None
    kept: str | None = None
    event: Edge | None = None
    lapse: Literal["suspends", "ends"] = "suspends"
    lasts: Duration | None = None
    unproved: Literal["holds", "open"] = "open"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Exemption:
    """Except what ``pattern`` covers in full (``unless``, a waiver, or a permission that lifts).

    ``name`` is the permission's id, or ``unless 1`` and so on for a clause's own.
    """

    name: str
    pattern: Pattern
    bound: Bound | None = None
    registered: Registered | None = None
    conditions: tuple[Condition, ...] = ()
    span: Span | None = None


# ------------------------------------------------------------------------------------------ clauses


@dataclass(frozen=True, slots=True)
class Assumed:
    """Say a value that the agreement's file invented, with the reason, and where it stands."""

    path: str
    value: str
    why: str


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
    bound: Bound = Bound(at_most=(0.0, 0.0))
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
    span: Span


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
class Observed:
    """Say that somebody watched a place, or was denied it, over a period."""

    place: Named | None
    start_us: int
    end_us: int
    status: Literal["watched", "denied"]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Say where and when somebody looked."""

    rows: tuple[Observed, ...] = ()


@dataclass(frozen=True, slots=True)
class Core:
    """Hold an agreement ready to be planned.

    ``actors``, ``doings``, ``things`` are the declared ids in the order of every membership and
    truth tuple above; ``actor_names``, ``doing_names``, ``thing_names`` map every accepted spelling
    (id, name, alias after NFKC, case folding, trimming) to its index in them. ``places`` are those
    a report may name (read the same under every answer), in the order of their indices.
    ``party_members`` says per declared actor which others ``--party ACTOR`` shows.
    """

    id: str
    title: str
    digest: str
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
    questions: tuple[tuple[str, tuple[str, ...]], ...]
    standard: Standard
    firsts: tuple[FirstEvent, ...]
    coverage: Coverage | None
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    parties: tuple[str, ...]
    party_groups: tuple[tuple[str, Group], ...]
    overrides: tuple[tuple[str, str], ...] = ()
