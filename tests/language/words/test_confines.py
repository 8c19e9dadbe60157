"""``confines: D`` to W prohibits D in the theatre but for W."""

from pathlib import Path

from checker.geography.region import AllOf, Everywhere, Named, Not
from tests.language.words.expansion import clauses, first, mistakes


def test_a_confinement_prohibits_the_theatre_but_for_its_ground(tmp_path: Path) -> None:
    assert clauses(tmp_path, c="binds: red, confines: presence, where: zone") == clauses(
        tmp_path, c="binds: red, prohibits: presence, where: {inside: theatre, not: zone}"
    )


def test_the_theatre_is_the_clauses_own_where_it_has_one(tmp_path: Path) -> None:
    own = "theatre: {within: 50 km, of: zone}"
    assert clauses(tmp_path, c=f"binds: red, confines: fire, where: zone, {own}") == clauses(
        tmp_path,
        c=f"binds: red, prohibits: fire, {own}, "
        "where: {all_of: [{within: 50 km, of: zone}, {not: zone}]}",
    )


def test_without_a_theatre_it_is_the_whole_world_but_for_the_ground(tmp_path: Path) -> None:
    where = first(tmp_path, "binds: red, confines: presence, where: zone").variants[0].pattern.where
    assert isinstance(where, AllOf)
    world, but = where.parts
    assert world == Everywhere()
    assert isinstance(but, Not)
    assert isinstance(but.part, Named)
    assert but.part.name == "zone"


def test_a_confinement_to_a_region_keeps_to_all_of_it(tmp_path: Path) -> None:
    ground = "{within: 5 km, of: river, toward: eastham, not: zone}"
    assert clauses(tmp_path, c=f"binds: red, confines: presence, where: {ground}") == clauses(
        tmp_path, c=f"binds: red, prohibits: presence, where: {{inside: theatre, not: {ground}}}"
    )


def test_a_confinement_says_to_where(tmp_path: Path) -> None:
    assert mistakes(tmp_path, c="binds: red, confines: presence") == [
        ("L102", "says", "add 'where:'")
    ]
