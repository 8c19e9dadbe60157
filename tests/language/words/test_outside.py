"""``outside: A`` is: not inside A."""

from pathlib import Path

import pytest

from checker.geography.region import Not
from tests.language.words.expansion import clauses, first, mistakes

TERM = "binds: red, prohibits: presence, where"


@pytest.mark.parametrize("place", ["zone", "{within: 5 km, of: zone}", "{any_of: [zone, zone]}"])
def test_outside_a_place_is_not_inside_it(place: str, tmp_path: Path) -> None:
    assert clauses(tmp_path, c=f"{TERM}: {{outside: {place}}}") == clauses(
        tmp_path, c=f"{TERM}: {{not: {place}}}"
    )


def test_it_is_the_very_opposite_of_the_place(tmp_path: Path) -> None:
    inside = first(tmp_path, f"{TERM}: {{inside: zone}}").variants[0].pattern.where
    outside = first(tmp_path, f"{TERM}: {{outside: zone}}").variants[0].pattern.where
    assert inside is not None
    assert outside == Not(inside)


def test_it_stands_beside_a_not_of_the_same_region(tmp_path: Path) -> None:
    other = "{within: 1 km, of: weston}"
    assert clauses(
        tmp_path, c=f"{TERM}: {{within: 50 km, of: weston, not: {other}, outside: zone}}"
    ) == clauses(
        tmp_path, c=f"{TERM}: {{within: 50 km, of: weston, not: {other}, all_of: [{{not: zone}}]}}"
    )


def test_a_place_that_nobody_drew_is_told_where_it_is_typed(tmp_path: Path) -> None:
    assert mistakes(tmp_path, c=f"{TERM}: {{outside: zonne}}") == [
        ("L721", "zonne", "did you mean 'zone'?")
    ]
