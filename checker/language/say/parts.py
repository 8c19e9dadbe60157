"""What a clause is made of: the groups, the drawn places and the regions that stand in it."""

from collections.abc import Iterator

from checker.geography.region import Region
from checker.geography.shapes import Shape
from checker.language.core.clause import Clause
from checker.language.core.pattern import Group, Pattern
from checker.language.say.region import drawn, unknowns

__all__ = ["groups_of", "places_of", "unknown_in"]

_TOLD = ("everyone", "anyone")


def groups_of(clause: Clause) -> dict[str, Group]:
    """Return the groups of a clause as they are written; everyone and anyone need no telling."""
    found = {}
    for pattern in _patterns(clause):
        for group in (pattern.who, pattern.against):
            if group is not None and group.said not in _TOLD:
                found[group.said] = group
    return found


def places_of(clause: Clause) -> dict[str, Shape]:
    """Return the places of a clause by name."""
    found: dict[str, Shape] = {}
    for region in _regions(clause):
        found |= drawn(region)
    return found


def unknown_in(clause: Clause) -> tuple[str, ...]:
    """Return why the ground of a clause is unknown, in part or all of it."""
    return tuple(dict.fromkeys(why for region in _regions(clause) for why in unknowns(region)))


def _patterns(clause: Clause) -> Iterator[Pattern]:
    for variant in clause.variants:
        yield variant.pattern
        for exemption in variant.exemptions:
            yield exemption.pattern
            for condition in exemption.conditions:
                yield from (p for p in (condition.none, condition.some) if p is not None)
    for condition in clause.conditions:
        yield from (p for p in (condition.none, condition.some) if p is not None)


def _regions(clause: Clause) -> Iterator[Region]:
    for variant in clause.variants:
        if variant.theatre is not None:
            yield variant.theatre
    for pattern in _patterns(clause):
        if pattern.where is not None:
            yield pattern.where
