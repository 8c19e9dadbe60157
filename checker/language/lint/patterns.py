"""Every pattern and every region of an agreement's core, wherever it stands."""

from collections.abc import Iterator

from checker.geography.region import AllOf, AnyOf, Not, Region, SideOf, Within
from checker.language.core.agreement import Core
from checker.language.core.clause import Clause, Variant
from checker.language.core.exemption import Condition
from checker.language.core.pattern import Pattern

__all__ = ["conditions_of", "patterns_of", "regions_in", "where_of"]


def patterns_of(core: Core) -> Iterator[Pattern]:
    """Yield the patterns of clauses, their exceptions and conditions, and of events by report."""
    for clause in core.clauses:
        for reading in clause.readings:
            for variant in reading.variants:
                yield variant.pattern
                yield from (exemption.pattern for exemption in variant.exemptions)
            for condition in conditions_of(reading):
                watched = condition.none or condition.some
                if watched is not None:
                    yield watched
    yield from (first.pattern for first in core.firsts)


def conditions_of(reading: Clause) -> Iterator[Condition]:
    """Yield a clause's own conditions, and those of its exceptions."""
    yield from reading.conditions
    for variant in reading.variants:
        for exemption in variant.exemptions:
            yield from exemption.conditions


def where_of(variant: Variant) -> Region | None:
    """Return where a clause speaks, its theatre included; None for everywhere."""
    parts = [part for part in (variant.pattern.where, variant.theatre) if part is not None]
    return AllOf(tuple(parts)) if len(parts) > 1 else parts[0] if parts else None


def regions_in(region: Region) -> Iterator[Region]:
    """Yield a region and all that it is made of, itself first."""
    yield region
    match region:
        case AnyOf(parts) | AllOf(parts) | Within(of=parts) | SideOf(of=parts):
            for part in parts:
                yield from regions_in(part)
        case Not(part):
            yield from regions_in(part)
        case _:
            return
