"""For whom a report about an actor speaks."""

from dataclasses import replace

import pytest

from checker.language.core.pattern import FOREVER_US, Group, Membership
from checker.plan import compile_plan
from checker.plan.speakers import covers_of
from tests.handmade import ACTORS, JUNE_US, clause, core_of_clauses

RED, UNIT, GREEN, _ = range(len(ACTORS))
ALWAYS = ((-FOREVER_US, FOREVER_US, 2),)
DATED = ((-FOREVER_US, JUNE_US, 2), (JUNE_US, FOREVER_US, 1))


def speaks(speaker: int, actor: int, unit_spans: tuple[tuple[int, int, int], ...] = ALWAYS) -> bool:
    """Ask where the unit is part of red, always and for certain unless said."""
    members = (Membership(ALWAYS), Membership(unit_spans), Membership(), Membership())
    core = replace(core_of_clauses(clause("c1")), party_groups=(("red", Group("red", members)),))
    return covers_of(compile_plan(core))(speaker, actor)


@pytest.mark.parametrize(
    ("speaker", "actor", "answer"),
    [
        (RED, RED, True),
        (GREEN, GREEN, True),
        (RED, UNIT, True),
        (UNIT, RED, False),
        (RED, GREEN, False),
        (-1, -1, False),
        (RED, -1, False),
    ],
)
def test_an_actor_speaks_for_itself_and_for_its_parts(
    speaker: int, actor: int, answer: bool
) -> None:
    assert speaks(speaker, actor) is answer


@pytest.mark.parametrize("spans", [(), DATED])
def test_nobody_speaks_for_what_is_not_its_part_for_certain(
    spans: tuple[tuple[int, int, int], ...],
) -> None:
    assert speaks(RED, UNIT, spans) is False
