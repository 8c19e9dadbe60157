"""What ``own_KEY`` and ``other_KEY`` stand for."""

from pathlib import Path

import pytest

from checker.language.reading import Reading
from checker.language.sided import sided, unsided
from checker.language.text import Scalar
from tests.language.written import document

SIDES = "sides: {north: {forces: red, own_ground: gate}, south: {forces: blue, ground: land}}\n"


def meant(folder: Path, name: str, side: str | None, sides: str = SIDES) -> str | None:
    found = sided(Reading(document(folder, sides), {}).of_side(side), name)
    assert found is None or isinstance(found, Scalar)
    return found.text if found is not None else None


@pytest.mark.parametrize(
    ("name", "side", "answer"),
    [
        ("own_ground", "north", "gate"),
        ("other_ground", "north", "land"),
        ("own_ground", "south", "land"),
        ("other_ground", "south", "gate"),
        ("own_forces", "south", "blue"),
        ("own_line", "north", None),
        ("ground", "north", None),
        ("own_", "north", None),
        ("own_ground", None, None),
    ],
)
def test_a_key_is_looked_up_on_the_side_that_is_meant(
    name: str, side: str | None, answer: str | None, tmp_path: Path
) -> None:
    assert meant(tmp_path, name, side) == answer


def test_of_three_sides_none_is_the_other_one(tmp_path: Path) -> None:
    three = "sides: {a: {ground: x}, b: {ground: y}, c: {ground: z}}\n"
    assert meant(tmp_path, "other_ground", "a", three) is None
    assert meant(tmp_path, "own_ground", "a", three) == "x"


@pytest.mark.parametrize(
    ("name", "side", "hint"),
    [
        ("own_line", "north", "add own_line: to the side 'north'"),
        ("other_line", "north", "add own_line: to the side 'south'"),
        (
            "own_line",
            None,
            "write binds: each_side: own_line is a side's, and no side is bound here",
        ),
        ("north", None, "a side is none: name its forces, or write binds: each_side"),
        ("camp", "north", ""),
    ],
)
def test_a_word_of_sides_that_stands_for_nothing_has_its_own_hint(
    name: str, side: str | None, hint: str, tmp_path: Path
) -> None:
    assert unsided(Reading(document(tmp_path, SIDES), {}).of_side(side), name) == hint


def test_the_other_one_is_one_of_two(tmp_path: Path) -> None:
    sides = SIDES.replace("}}", "}, east: {forces: red}}")
    reading = Reading(document(tmp_path, sides), {}).of_side("north")
    assert unsided(reading, "other_line") == (
        "declare two sides: other_line is of the other one, and there are 3"
    )
