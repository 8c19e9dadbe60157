"""Places drawn with longitude and latitude the wrong way round."""

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.language import lint_agreement, load_agreement
from checker.values.diagnostic import CheckerError, Diagnostic
from tests.language.written import LISTS, places, warnings, write

CODE = "W107"
SIDED = """
actors: {red: {}}
places:
  bank: {line: [[37.0, 48.0], [37.5, 48.3], [38.0, 48.2]], accuracy: 50 m, source: text}
  town: {point: {lon: 37.6, lat: 48.5}, source: text}
  camp: {point: {lon: 37.7, lat: 48.6}, source: text}
  hill: {point: {lon: 48.6, lat: 37.75}, source: text}
  near: {within: 9 km, of: bank, toward: hill}
  by-town: {within: 5 km, of: town}
  by-camp: {within: 5 km, of: camp}
clauses:
  a: {says: R., source: text, binds: red, prohibits: fire, where: near}
  b: {says: R., source: text, binds: red, prohibits: fire, where: {any_of: [by-town, by-camp]}}
"""

LINE = "line: [[37.0, 48.0], [48.1, 37.2], [37.4, 48.2]]"
BANK = """
actors: {{red: {{}}}}
places:
  bank: {{{drawn}, accuracy: 50 m, source: text}}
clauses:
  c:
    says: 5 km.
    source: text
    binds: red
    prohibits: presence
    where: {{within: 5 km, of: bank, toward: both}}
"""


def terms(**points: tuple[float, float]) -> str:
    drawn = "\n".join(f"  {n}: {{point: {{lon: {x}, lat: {y}}}}}" for n, (x, y) in points.items())
    named = ", ".join(points)
    return (
        f"\nactors: {{red: {{}}}}\nplaces:\n{drawn}\nclauses:\n  c: {{says: 5 km., source: text, "
        f"binds: red, prohibits: presence, where: {{within: 5 km, of: [{named}]}}}}\n"
    )


def test_a_place_that_would_lie_among_the_others_is_told(tmp_path: Path) -> None:
    text = terms(deraa=(36.1, 32.6), quneitra=(35.8, 33.1), nawa=(32.9, 36.0), suwayda=(36.6, 32.7))
    found = warnings(tmp_path, text, CODE)
    assert places(found) == [(13, 9)]
    assert found[0].hint == "longitude and latitude may be swapped: longitude comes first"


@pytest.mark.parametrize(
    "far", [(44.4, 33.3), (20.0, 45.0), (51.4, 35.7)], ids=["baghdad", "elsewhere", "tehran"]
)
def test_a_place_that_is_only_far_away_is_not(far: tuple[float, float], tmp_path: Path) -> None:
    text = terms(deraa=(36.1, 32.6), quneitra=(35.8, 33.1), far=far, suwayda=(36.6, 32.7))
    assert warnings(tmp_path, text, CODE) == []


def test_of_two_places_the_later_one_is_told(tmp_path: Path) -> None:
    assert places(warnings(tmp_path, terms(a=(20.0, 45.0), b=(45.0, 20.1)), CODE)) == [(12, 6)]


def test_what_would_lie_by_a_long_line_is_told(tmp_path: Path) -> None:
    drawn = "line: [[35.8, 32.7], [35.8, 33.3]]"
    town = "clauses:\n"
    text = (
        BANK.format(drawn=drawn)
        .replace("toward: both", "toward: town")
        .replace(town, "  town: {point: {lon: 33.0, lat: 36.1}, source: text}\n" + town, 1)
    )
    told = lint_agreement(write(tmp_path, text), lists=LISTS, shown="agreement.yaml")
    assert [one.code for one in told] == ["W107", "L732"]


def test_places_all_over_the_world_are_not(tmp_path: Path) -> None:
    text = terms(a=(20.0, 45.0), b=(-70.0, 10.0), c=(120.0, -30.0), d=(45.0, 20.0))
    assert warnings(tmp_path, text, CODE) == []


def test_one_place_alone_is_not(tmp_path: Path) -> None:
    assert warnings(tmp_path, terms(a=(20.0, 45.0)), CODE) == []


def test_a_swapped_place_is_told_beside_the_error_that_it_makes(tmp_path: Path) -> None:
    path = write(tmp_path, SIDED)
    for found in (
        lint_agreement(path, lists=LISTS, shown="agreement.yaml"),
        errors_of(lambda: load_agreement(path, lists=LISTS)),
    ):
        assert [one.code for one in found] == ["W107", "L732"]


@pytest.mark.parametrize(
    "drawn",
    [LINE, LINE.replace("line", "area").replace("]]", "], [37.0, 48.4]]")],
    ids=["line", "area"],
)
def test_one_vertex_that_would_lie_by_its_neighbours_is_told_and_not_its_edges(
    drawn: str, tmp_path: Path
) -> None:
    (found,) = warnings(tmp_path, BANK.format(drawn=drawn), CODE)
    assert found.message.startswith("the vertex 48.1, 37.2 of 'bank' lies far from its neighbours")
    assert "longitude 37.2, latitude 48.1" in found.message
    assert warnings(tmp_path, BANK.format(drawn=drawn), "W106") == []


def errors_of(read: Callable[[], object]) -> tuple[Diagnostic, ...]:
    with pytest.raises(CheckerError) as raised:
        read()
    return raised.value.diagnostics
