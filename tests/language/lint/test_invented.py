"""Numbers that no sentence of the deal says."""

from pathlib import Path

import pytest

from tests.language.written import places, warnings

CODE = "W105"
TERMS = """
questions: {how-far: [near, far]}
actors: {{red: {{}}}}
places:
  town: {{point: {{lon: 20, lat: 45}}}}
  suburb: {{within: {suburb}, of: town}}
clauses:
  c:
    says: {says}
    source: text
    binds: red
    prohibits: fire
    where: {{any_of: [suburb, {{{where}, of: town}}]}}
    {more}
"""


def numbers(folder: Path, **given: str) -> list[str]:
    parts = {
        "says": "Red keeps 10 km away.",
        "where": "within: 10 km",
        "suburb": "10 km",
        "more": "certainty: firm",
    }
    terms = TERMS.replace("{how-far: [near, far]}", "{{how-far: [near, far]}}")
    found = warnings(folder, terms.format(**(parts | given)), CODE)
    return [problem.message.split("'")[1] for problem in found]


def test_a_length_that_the_clause_does_not_say_is_told_where_it_stands(tmp_path: Path) -> None:
    terms = """
    actors: {red: {}}
    places: {town: {point: {lon: 20, lat: 45}}}
    clauses:
      c:
        says: Red stays away.
        source: text
        binds: red
        prohibits: presence
        where: {within: 10 km, of: town}
    """
    found = warnings(tmp_path, terms, CODE)
    assert places(found) == [(17, 21)]
    assert "{assumed: 10 km, why: ...}" in found[0].hint


@pytest.mark.parametrize(
    ("says", "where"),
    [
        ("Red keeps ten kilometres away.", "within: 10 km"),
        ("Red keeps 5 to 10 km away.", "within: 5..10 km"),
        ("Red keeps 10 km away.", "within: {assumed: 7 km, why: somebody said so}"),
        ("Red keeps 10 km away.", "within: {deferred: nobody said}"),
        ("Red keeps 10 km away.", "within: {how-far: {near: 3 km, far: 7 km}}"),
        ("Red keeps 10 km away, or 20.", "ring: [10 km, 20 km]"),
    ],
)
def test_what_is_said_or_marked_is_not(says: str, where: str, tmp_path: Path) -> None:
    assert numbers(tmp_path, says=says, where=where) == []


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("within: 12 km", ["12 km"]),
        ("ring: [10 km, 20 km]", ["20 km"]),
        ("within: {greater_of: [10 km, 12 km]}", ["12 km"]),
        ("within: 10..12 km", ["10..12 km"]),
        ("within: {assumed: 7 km, why: somebody said so}, beyond: 3 km", ["3 km"]),
    ],
)
def test_every_number_of_a_region_is_looked_at(where: str, told: list[str], tmp_path: Path) -> None:
    assert numbers(tmp_path, where=where) == told


def test_times_of_exceptions_and_conditions_are_looked_at(tmp_path: Path) -> None:
    more = "while: [{none: {who: red, does: attack}, lapse: suspends, lasts: 3 d}]"
    assert numbers(tmp_path, more=more) == ["3 d"]
    said = "Red keeps 10 km away; a break counts for three days."
    assert numbers(tmp_path, more=more, says=said) == []


def test_a_named_region_is_held_against_all_sentences(tmp_path: Path) -> None:
    assert numbers(tmp_path, suburb="3 km") == ["3 km"]


def test_a_drawing_has_figures_of_its_own(tmp_path: Path) -> None:
    terms = """
    actors: {red: {}}
    places:
      town: {point: {lon: 20, lat: 45}, accuracy: 50 m, source: text}
      rim: {circle: {of: town, radius: 4 km}}
    clauses:
      c: {says: Red stays away., source: text, binds: red, prohibits: presence, where: rim}
    """
    assert warnings(tmp_path, terms, CODE) == []


def test_none_and_one_are_how_a_clause_is_counted(tmp_path: Path) -> None:
    terms = """
    actors: {red: {}}
    clauses:
      c: {says: Red goes., binds: red, obliges: [withdraw], at_least: 1, by: 2020-05-01}
    """
    assert warnings(tmp_path, terms, CODE) == []


def test_a_clause_that_says_nothing_tells_nothing(tmp_path: Path) -> None:
    terms = """
    actors: {red: {}}
    places: {town: {point: {lon: 20, lat: 45}}}
    clauses:
      c: {source: text, binds: red, prohibits: presence, where: {within: 10 km, of: town}}
    """
    assert warnings(tmp_path, terms, CODE) == []
