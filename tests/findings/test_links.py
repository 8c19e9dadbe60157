"""A tie that is not sure enough is told as such: who it is, is known."""

from dataclasses import replace

import pytest

from checker.findings.collect import report_findings
from checker.findings.finding import Finding
from checker.language.core.exemption import Exemption
from checker.language.core.pattern import FOREVER_US, Group, Link, Membership, Pattern
from checker.values.truth import Truth
from tests.handmade import (
    ACTORS,
    JUNE_US,
    clause,
    core_of_clauses,
    incidents_in,
    judged,
    pattern,
    reading,
)

BACKED = Link(
    "red-unit", "backed_by", "red", "possible", "press", -FOREVER_US, FOREVER_US, is_enough=False
)
MAY_BE = ((-FOREVER_US, FOREVER_US, int(Truth.UNKNOWN)),)
IS = ((-FOREVER_US, FOREVER_US, int(Truth.TRUE)),)


def clients(*ties: Link) -> Group:
    """Return red, and its unit as far as the ties are sure."""
    spans = {"red": Membership(IS), "red-unit": Membership(MAY_BE, ties)}
    return Group("clients", tuple(spans.get(name, Membership()) for name in ACTORS))


def found(row: dict[str, str], who: Group, *unless: Exemption) -> Finding:
    run = judged(core_of_clauses(clause("c1", reading("c1", pattern(who=who), [*unless]))), row)
    (batch,) = run.batches
    ((_, one),) = report_findings(run, batch, incidents_in(run), is_all=True)
    return one


UNIT = {"actor": "red-unit"}


def test_it_is_said_between_whom_how_sure_and_by_what_source() -> None:
    one = found(UNIT, clients(BACKED))
    assert one.reasons == ("actor_unresolved",)
    assert "it is only possible that red-unit is backed by red (press)" in one.message
    assert one.decides == "knowing for certain whether red-unit is backed by red would decide"


def test_a_tie_without_a_source_says_so() -> None:
    one = found(UNIT, clients(replace(BACKED, kind="part_of", source=None)))
    assert "red-unit is part of red (no source is named)" in one.message


def test_several_ties_are_all_told() -> None:
    one = found(UNIT, clients(BACKED, replace(BACKED, to="green", kind="wears_uniform_of")))
    assert "red-unit wears the uniform of green (press)" in one.message
    assert one.decides == (
        "knowing for certain whether red-unit is backed by red "
        "and whether red-unit wears the uniform of green would decide"
    )


@pytest.mark.parametrize(
    ("from_us", "until_us", "is_told"),
    [
        (-FOREVER_US, JUNE_US, False),
        (JUNE_US, JUNE_US + 1, True),
        (JUNE_US + 1, FOREVER_US, False),
    ],
)
def test_a_tie_of_another_time_is_not_told(from_us: int, until_us: int, is_told: bool) -> None:
    tie = replace(BACKED, from_us=from_us, until_us=until_us)
    one = found(UNIT | {"seen_from": "2018-06-01T00:00:00Z"}, clients(tie))
    assert ("backed by" in one.message) == is_told


def test_a_tie_to_those_excepted_is_told_too() -> None:
    members = tuple(
        Membership(MAY_BE, (BACKED,)) if name == "red-unit" else Membership() for name in ACTORS
    )
    excepted = Exemption("guests", Pattern(who=Group("guests", members)))
    who = Group("all", tuple(Membership(IS) for _ in ACTORS))
    one = found(UNIT, who, excepted)
    assert one.decides == "knowing for certain whether red-unit is backed by red would decide"


@pytest.mark.parametrize("named", ["Umber", ""])
def test_of_a_name_that_nobody_declared_it_is_still_asked_who_it_was(named: str) -> None:
    one = found({"actor": named}, clients(BACKED))
    assert one.decides == "knowing who it was would decide"
    assert "backed by" not in one.message


def test_of_several_actors_it_is_asked_who_it_was_and_the_tie_is_told() -> None:
    one = found({"actor": "", "actor_one_of": "red-unit;green"}, clients(BACKED))
    assert one.decides == "knowing who it was would decide"
    assert "it is only possible that red-unit is backed by red" in one.message
