"""Areas that run along each other without a common border."""

from pathlib import Path

import pytest

from tests.language.written import places, warnings

CODE = "W108"
TERMS = """
actors: {{red: {{}}}}
places:
  border: {{line: [[21, 44], [21, 44.5], [21, 45]], accuracy: 100 m, source: text}}
  west: {{area: [[20, 44], [21, 44], [21, 45], [20, 45]], accuracy: 100 m, source: text{west}}}
  east:
    {{area: [[{x}, 44], [22, 44], [22, 45], [{x}, 45]], accuracy: {accuracy}, source: text{east}}}
clauses:
  in: {{source: text, binds: red, prohibits: fire, where: {{any_of: [west, east]}}}}
  on: {{binds: red, prohibits: fire, where: {{within: 1 km, of: border, toward: both}}}}
"""


def found(folder: Path, **given: str) -> list[tuple[int, int]]:
    parts = {"west": "", "east": "", "x": "21", "accuracy": "900 m"} | given
    return places(warnings(folder, TERMS.format(**parts), CODE))


def test_a_border_that_nobody_declares_is_told_at_the_later_place(tmp_path: Path) -> None:
    assert found(tmp_path) == [(14, 5)]


def test_outlines_within_a_metre_are_one_border(tmp_path: Path) -> None:
    assert found(tmp_path, x="21.000005") == [(14, 5)]
    assert found(tmp_path, x="21.00005") == []


@pytest.mark.parametrize(
    "given",
    [
        {"west": ", border: border", "east": ", border: border"},
        {"accuracy": "100 m"},
        {"x": "21.5"},
    ],
    ids=["it is declared", "both are as accurate", "they are apart"],
)
def test_where_nothing_has_to_be_settled_nothing_is_told(
    given: dict[str, str], tmp_path: Path
) -> None:
    assert found(tmp_path, **given) == []


def test_a_border_that_only_one_of_them_names_is_told(tmp_path: Path) -> None:
    assert found(tmp_path, west=", border: border") == [(14, 5)]
