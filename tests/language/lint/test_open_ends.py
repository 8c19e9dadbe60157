"""Depths of which much lies off the ends of a line."""

from pathlib import Path

from tests.language.written import places, warnings

CODE = "W109"
TERMS = """
actors: {{red: {{}}}}
places:
  river: {{line: [[20.0, {south}], [20.0, 45.0]], accuracy: 100 m, source: text}}
  east: {{point: {{lon: 20.5, lat: 44.9}}}}
  bank: {{within: 20 km, of: river, toward: east}}
clauses:
  c: {{says: 20 km., source: text, binds: red, prohibits: presence, where: {where}}}
"""
DEPTH = "{within: 20 km, of: river, toward: east}"


def test_a_depth_from_a_short_line_is_told_at_the_side_it_means(tmp_path: Path) -> None:
    found = warnings(tmp_path, TERMS.format(south="44.7", where=DEPTH), CODE)
    assert places(found) == [(15, 102)]
    # A line of 33 km: half discs of 20 km at each end, on both sides, against 33 x 20 beside it.
    assert "65% of the depth of 'c'" in found[0].message


def test_a_depth_in_a_named_place_is_told_at_the_clause(tmp_path: Path) -> None:
    found = warnings(tmp_path, TERMS.format(south="44.7", where="bank"), CODE)
    assert places(found) == [(15, 3)]


def test_a_depth_from_a_long_line_is_not(tmp_path: Path) -> None:
    assert warnings(tmp_path, TERMS.format(south="25.0", where=DEPTH), CODE) == []


def test_a_depth_on_both_sides_is_not(tmp_path: Path) -> None:
    both = DEPTH.replace("east", "both")
    assert warnings(tmp_path, TERMS.format(south="44.7", where=both), CODE) == []
