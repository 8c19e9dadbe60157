"""Edges so long that what an edge means moves the line."""

from pathlib import Path

import pytest

from tests.language.written import places, warnings

CODE = "W106"
TERMS = """
actors: {{red: {{}}}}
places:
  border: {{line: [{points}], accuracy: {accuracy}, source: text}}
clauses:
  c:
    source: text
    binds: red
    prohibits: presence
    where: {{within: 5 km, of: border, toward: both}}
"""
# The two meanings of 300 km at 48 degrees north part by 1.9 km, of 37 km at 33 degrees by 17 m.
LONG = "[20.0, 48.0], [24.0, 48.0]"
SHORT = "[36.0, 33.0], [36.396, 33.0]"


def test_an_edge_whose_meaning_moves_it_by_more_than_its_accuracy_is_told(tmp_path: Path) -> None:
    found = warnings(tmp_path, TERMS.format(points=LONG, accuracy="500 m"), CODE)
    assert places(found) == [(11, 11)]
    assert "298 km long" in found[0].message
    assert "1.9 km elsewhere" in found[0].message


@pytest.mark.parametrize(
    ("points", "accuracy"),
    [(LONG, "3 km"), (SHORT, "50 m"), ("[20.0, 44.0], [20.0, 48.0]", "1 m")],
)
def test_an_edge_that_lies_the_same_within_its_accuracy_is_not(
    points: str, accuracy: str, tmp_path: Path
) -> None:
    assert warnings(tmp_path, TERMS.format(points=points, accuracy=accuracy), CODE) == []


def test_a_short_edge_is_told_where_the_line_is_good_to_less(tmp_path: Path) -> None:
    found = warnings(tmp_path, TERMS.format(points=SHORT, accuracy="5 m"), CODE)
    assert "17 m elsewhere" in found[0].message


def test_an_area_is_looked_at_and_a_box_is_not(tmp_path: Path) -> None:
    terms = """
    actors: {red: {}}
    places:
      land: {area: [[20, 46], [24, 46], [24, 48], [20, 48]], accuracy: 50 m, source: text}
      frame: {box: {west: 20, south: 46, east: 24, north: 48}, accuracy: 50 m, source: text}
    clauses:
      c: {source: text, binds: red, prohibits: fire, where: {any_of: [land, frame]}}
    """
    assert places(warnings(tmp_path, terms, CODE)) == [(11, 9)]
