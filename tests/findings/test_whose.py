"""The side of each actor: declared, else the whole of which it is certainly a part."""

from pathlib import Path

from checker.cli.judging import read_agreement
from checker.findings.whose import NOBODY, SEVERAL, UNDECLARED, side_of, sides_of

CASES = Path(__file__).parents[2] / "fixtures" / "conformance"


def test_forces_of_a_declared_side_are_on_it_and_others_are_told_by_name() -> None:
    sides = dict(sides_of(read_agreement(str(CASES / "who-012-each-side")).core))
    assert sides == {"red": "north", "red-unit": "north", "green": "south", "rebels": "Rebels"}


def test_a_part_is_on_the_side_of_its_whole_and_who_is_only_backed_is_not() -> None:
    sides = dict(sides_of(read_agreement("south-syria-2018").core))
    assert (sides["saa-4th-division"], sides["quds-force"]) == ("Syria", "Iran")
    assert (sides["hezbollah-radwan"], sides["liwa-al-quds"]) == ("Hezbollah", "Liwa al-Quds")


def test_a_finding_is_on_one_side_on_several_or_on_none() -> None:
    sides = {"a": "North", "b": "North", "c": "South"}
    assert side_of("a;b", "A, B", sides) == "North"
    assert side_of("a;c", "A, C", sides) == SEVERAL
    assert side_of(None, "some militia", sides) == UNDECLARED
    assert side_of(None, None, sides) == NOBODY
    assert side_of("a", "A", {}) == "a"
