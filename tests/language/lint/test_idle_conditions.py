"""Conditions on a clause that is never in force at the same time."""

from pathlib import Path

import pytest

from tests.language.written import places, warnings

CODE = "W112"
TERMS = """
actors: {{red: {{}}, blue: {{}}}}
clauses:
  reds: {{says: Red holds fire., source: text, binds: red, prohibits: fire, {red}}}
  blues: {{says: Blue holds fire., source: text, binds: blue, prohibits: fire, {blue}}}
"""
HANGS = "in_return_for: {kept: blues, lapse: ends}, "


def test_a_condition_whose_clause_ends_before_it_is_told(tmp_path: Path) -> None:
    terms = TERMS.format(
        red=HANGS + "in_force: {from: 2020-07-01}", blue="in_force: {until: 2020-06-30}"
    )
    assert places(warnings(tmp_path, terms, CODE)) == [(11, 3)]


@pytest.mark.parametrize("blue", ["certainty: firm", "in_force: {until: 2020-07-01}"])
def test_a_condition_whose_clause_is_in_force_beside_it_is_not(blue: str, tmp_path: Path) -> None:
    terms = TERMS.format(red=HANGS + "in_force: {from: 2020-07-01}", blue=blue)
    assert warnings(tmp_path, terms, CODE) == []
