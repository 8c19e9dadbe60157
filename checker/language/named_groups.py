"""Groups and sides that have a name, as a filter means them: over all answers together."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from checker.language.answering import TooManyReadingsError, explored
from checker.language.core.agreement import NamedGroup
from checker.language.core.pattern import Group
from checker.language.document import Document
from checker.language.memberships import merged
from checker.language.problems import Problems
from checker.language.reading import Reading
from checker.language.terms import Terms
from checker.language.text import Node, Table

__all__ = ["named_groups"]


def named_groups(terms: Terms) -> tuple[NamedGroup, ...]:
    """Return each declared group and each side with who is of it under any answer.

    A side is its forces. A name that a declared actor has is the actor's. What is wrong with a
    group is told where it is read for the clauses, and to be read here is not to be referred to.
    """
    aside = replace(terms.document, problems=Problems(), used=set())
    found: dict[str, Group] = {}
    for name, node in _declared(terms):
        readings: list[Group] = []
        with suppress(TooManyReadingsError):
            _read(terms, aside, node, readings)
        if readings:
            found.setdefault(name, _joined(name, readings))
    return tuple(NamedGroup(name, group) for name, group in found.items())


def _declared(terms: Terms) -> Iterator[tuple[str, Node]]:
    for name, section in terms.document.section("actors").items():
        if name not in terms.actors.ids:
            yield name, section.key
    for name, section in terms.document.section("sides").items():
        forces = section.value.get("forces") if isinstance(section.value, Table) else None
        if forces is not None and name not in terms.actors.ids:
            yield name, forces


def _read(terms: Terms, aside: Document, node: Node, into: list[Group]) -> None:
    explored(
        aside,
        lambda answers: into.append(
            terms.actors.group(Reading(aside, dict(answers)), node, "actors")
        ),
    )


def _joined(name: str, readings: list[Group]) -> Group:
    """Return who is of a group under any of its readings."""
    members = zip(*(group.members for group in readings), strict=True)
    return Group(name, tuple(merged(list(of_actor), max) for of_actor in members))
