"""What the clauses of an agreement say, and what they draw: the regions of each by reading."""

from collections.abc import Iterator
from dataclasses import dataclass

from checker.geography.region import Region
from checker.language.core.agreement import Core
from checker.language.core.clause import Answers, Clause
from checker.language.core.pattern import Pattern
from checker.values.span import Span

__all__ = ["ClauseText", "Drawn", "drawn_of"]


@dataclass(frozen=True, slots=True)
class ClauseText:
    """Say what a clause says in the agreement's file and where it stands there.

    ``certainty`` is how sure it is that the deal says so, None where the file does not tell.
    """

    id: str
    says: str
    source: str
    certainty: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Drawn:
    """Hold the regions of a clause under one reading; nothing of them is measured yet."""

    clause: str
    answers: Answers
    regions: tuple[Region, ...]


def drawn_of(core: Core) -> tuple[Drawn, ...]:
    """Return the regions of every clause under each of its readings."""
    return tuple(
        Drawn(clause.id, reading.answers, tuple(_regions(reading)))
        for clause in core.clauses
        for reading in clause.readings
    )


def _regions(clause: Clause) -> Iterator[Region]:
    for variant in clause.variants:
        patterns = [variant.pattern, *(one.pattern for one in variant.exemptions)]
        yield from _where(patterns)
        if variant.theatre is not None:
            yield variant.theatre
    yield from _where(
        [each for one in clause.conditions for each in (one.none, one.some) if each is not None]
    )


def _where(patterns: list[Pattern]) -> Iterator[Region]:
    yield from (one.where for one in patterns if one.where is not None)
