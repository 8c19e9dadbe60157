"""On which side each declared actor stands, for counts by side."""

from collections.abc import Iterator
from itertools import pairwise

from checker.language.core.agreement import Core
from checker.language.core.pattern import Group
from checker.values.truth import Truth

__all__ = ["NOBODY", "SEVERAL", "UNDECLARED", "side_of", "sides_of"]

SEVERAL = "more than one side"
NOBODY = "nobody named"
UNDECLARED = "nobody that the agreement declares"


def sides_of(core: Core) -> tuple[tuple[str, str], ...]:
    """Return the side of each declared actor, by what its readers call it.

    It is the declared side to whose forces it certainly belongs; without one, the actor of which it
    is certainly a part and which is part of no other; else the actor itself.
    """
    sides = [(one.name, one.group) for one in core.named_groups if one.name in core.sides]
    titles = dict(zip(core.actors, core.actor_titles, strict=True))
    wholes = [(actor, group) for actor, group in core.party_groups if not _is_part(core, actor)]
    return tuple(
        (actor, titles.get(found, found))
        for actor, found in (
            (actor, next(_holding([*sides, *wholes], place), actor))
            for place, actor in enumerate(core.actors)
        )
    )


def side_of(actor: str | None, reported: str | None, sides: dict[str, str]) -> str:
    """Return the side of a finding's actors, each of which ``actor`` names by its id."""
    found = {sides.get(one, one) for one in (actor or "").split(";") if one}
    if len(found) > 1:
        return SEVERAL
    if found:
        return found.pop()
    return UNDECLARED if reported else NOBODY


def _holding(groups: list[tuple[str, Group]], place: int) -> Iterator[str]:
    yield from (name for name, group in groups if _is_of(group, place))


def _is_part(core: Core, actor: str) -> bool:
    place = core.actors.index(actor)
    return any(name != actor and _is_of(group, place) for name, group in core.party_groups)


def _is_of(group: Group, place: int) -> bool:
    """Say whether an actor is of a group for certain and without a break."""
    spans = group.members[place].spans
    is_whole = all(before[1] == after[0] for before, after in pairwise(spans))
    return bool(spans) and is_whole and all(truth == Truth.TRUE for _, _, truth in spans)
