"""What takes an act out of a clause, and for how long: exemptions, registers and conditions."""

from dataclasses import dataclass, field
from typing import Literal

from checker.geography.region import Region
from checker.language.core.pattern import Bound, Duration, Edge, Group, Pattern, Period, Words
from checker.values.span import Span

__all__ = [
    "Condition",
    "Entry",
    "Exemption",
    "Register",
    "Registered",
]


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
    None is to the end of the civil day in which the break ends. ``why_open`` says why nobody can
    tell, where no timeline was written.
    """

    owner: str
    index: int
    none: Pattern | None = None
    some: Pattern | None = None
    kept: str | None = None
    event: Edge | None = None
    lapse: Literal["suspends", "ends"] = "suspends"
    lasts: Duration | None = None
    unproved: Literal["holds", "open"] = "open"
    why_open: str = ""
    span: Span | None = field(default=None, compare=False)


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
    span: Span | None = field(default=None, compare=False)
