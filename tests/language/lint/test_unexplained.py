"""Questions whose answers a reader of findings cannot tell apart."""

from pathlib import Path

import pytest

from tests.language.written import places, warnings

CODE = "W114"
TERMS = """
actors: {{red: {{}}}}
questions:
  far: {}
clauses:
  c: {{says: Red., source: text, binds: red, prohibits: fire, where: {{far: {{a: gate, b: camp}}}}}}
places:
  gate: {{box: {{west: 36.0, south: 32.5, east: 36.4, north: 32.9}}, accuracy: 50 m, source: text}}
  camp: {{box: {{west: 36.0, south: 32.5, east: 36.4, north: 32.9}}, accuracy: 50 m, source: text}}
"""


@pytest.mark.parametrize(
    "typed",
    [
        "[a, b]",
        "{answers: {a: the zone, b: the camp}}",
    ],
)
def test_a_question_without_its_text_is_told_with_what_to_write(typed: str, tmp_path: Path) -> None:
    (found,) = warnings(tmp_path, TERMS.format(typed), CODE)
    assert places([found]) == [(11, 3)]
    assert found.hint == "write far: {asks: TEXT, answers: {a: TEXT, b: TEXT}}"


def test_a_question_that_is_explained_is_not(tmp_path: Path) -> None:
    typed = "{asks: Where?, answers: {a: in the zone, b: in the camp}}"
    assert warnings(tmp_path, TERMS.format(typed), CODE) == []
