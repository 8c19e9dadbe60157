"""The pattern of the core: a three-valued test of one report, and the bound on how many may match.

Times are microseconds since 1970-01-01T00:00Z; truths are ``values.truth`` numbers. Everything is
frozen and hashable, so equal steps are shared.
"""

from dataclasses import dataclass
from typing import Literal

from checker.geography.region import Region

__all__ = [
    "FOREVER_US",
    "NONE_ALLOWED",
    "Bound",
    "Duration",
    "Edge",
    "Group",
    "Link",
    "Membership",
    "Openness",
    "Pattern",
    "Period",
    "Words",
]


FOREVER_US = 2**62
"""Stands for an instant without end; -FOREVER_US for one without beginning."""


@dataclass(frozen=True, slots=True)
class Link:
    """Tie an actor to another over [from_us, until_us), on the way to those whom a group means.

    ``actor`` and ``to`` are ids, ``kind`` is a word such as ``backed_by``; ``source`` is where the
    link was read, None where the agreement does not say. ``is_enough`` says that it is as sure as
    the group asks for.
    """

    actor: str
    kind: str
    to: str
    confidence: str
    source: str | None
    from_us: int
    until_us: int
    is_enough: bool


@dataclass(frozen=True, slots=True)
class Membership:
    """Say when one actor is of a group: ``spans`` of (from_us, until_us, truth), else FALSE.

    Spans are half-open, in order, and don't overlap. An undated membership is one span from
    -FOREVER_US to FOREVER_US. ``links`` are what it rests on, or what leaves it open; they are
    told, not tested.
    """

    spans: tuple[tuple[int, int, int], ...] = ()
    links: tuple[Link, ...] = ()


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

    A word that nobody declared is UNKNOWN. ``said`` is what the clause names, ``asks`` the
    attributes that it asks for. For doings, word 0 is ``presence``.
    """

    said: str
    truths: tuple[int, ...]
    asks: tuple[str, ...] = ()


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


NONE_ALLOWED = Bound(at_most=(0.0, 0.0))
"""The default bound: a prohibition."""
