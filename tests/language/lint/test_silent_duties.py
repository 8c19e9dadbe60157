"""Conditions on a duty to act, which no report can break."""

from pathlib import Path

import pytest

from tests.language.written import places, warnings

CODE = "W113"
TERMS = """
actors: {{red: {{}}, blue: {{}}}}
clauses:
  reds: {{says: Red holds fire., source: text, binds: red, prohibits: fire, {red}}}
  blues: {{says: Blue., source: text, binds: blue, {blue}}}
"""
HANGS = "in_return_for: {kept: blues, lapse: ends, unproved: holds}"
ACT = "obliges: [relief], by: 2020-05-01"


def test_a_condition_on_a_duty_to_act_is_told_with_what_to_write(tmp_path: Path) -> None:
    (found,) = warnings(tmp_path, TERMS.format(red=HANGS, blue=ACT), CODE)
    assert places([found]) == [(11, 3)]
    assert "some:" in found.hint


@pytest.mark.parametrize(("red", "blue"), [(HANGS, "prohibits: fire"), ("certainty: firm", ACT)])
def test_a_condition_on_what_a_report_can_break_is_not(red: str, blue: str, tmp_path: Path) -> None:
    assert warnings(tmp_path, TERMS.format(red=red, blue=blue), CODE) == []
