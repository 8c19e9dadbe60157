"""Duties that bind one side where the words speak of two."""

from pathlib import Path

from tests.language.written import places, warnings

CODE = "W103"
MUTUAL = """
actors: {{red: {{}}, blue: {{}}}}
clauses:
  reds: {{says: Red holds fire., source: text, binds: red, prohibits: fire, {red}}}
  blues: {{says: Blue holds fire., source: text, binds: blue, prohibits: fire{blue}}}
"""


def test_a_parallel_duty_hangs_on_the_other_and_the_other_on_it(tmp_path: Path) -> None:
    terms = MUTUAL.format(red="parallel_to: {kept: blues, lapse: ends}", blue="")
    assert warnings(tmp_path, terms, CODE) == []


def test_a_duty_in_return_for_anothers_may_stay_unanswered(tmp_path: Path) -> None:
    terms = MUTUAL.format(red="in_return_for: {kept: blues, lapse: ends}", blue="")
    assert warnings(tmp_path, terms, CODE) == []


def test_a_duty_in_return_for_ones_own_is_told(tmp_path: Path) -> None:
    terms = MUTUAL.format(red="in_return_for: {kept: blues, lapse: ends}", blue="")
    found = warnings(tmp_path, terms.replace("binds: blue", "binds: red"), CODE)
    assert places(found) == [(11, 76)]


SIDED = """
actors: {red: {}, blue: {}}
places:
  line-a: {line: [[20.0, 44.5], [20.0, 45.5]], accuracy: 100 m, source: text}
  line-b: {line: [[20.2, 44.5], [20.2, 45.5]], accuracy: 100 m, source: text}
  weston: {point: {lon: 19.6, lat: 45.0}}
  eastham: {point: {lon: 20.5, lat: 45.0}}
sides:
  western: {forces: blue, own_line: line-a, own_ground: weston}
  eastern: {forces: red, own_line: line-b, own_ground: eastham}
clauses:
  setback:
    source: text
    binds: each_side
    prohibits: presence
    where: {within: 10 km, of: own_line, toward: own_ground}
"""


def test_a_duty_of_each_side_is_not_one_sided(tmp_path: Path) -> None:
    assert warnings(tmp_path, SIDED, CODE) == []


def test_a_duty_of_one_of_two_sides_is_told(tmp_path: Path) -> None:
    alone = "  quiet: {says: Blue holds fire., source: text, binds: blue, prohibits: fire}\n"
    found = warnings(tmp_path, SIDED + alone, CODE)
    assert places(found) == [(24, 49)]
    assert found[0].message == (
        "'quiet' binds the side 'western' alone, and nothing binds 'eastern' so"
    )


def test_two_clauses_that_mirror_each_other_are_not(tmp_path: Path) -> None:
    both = (
        "  quiet: {says: Blue holds fire., source: text, binds: blue, prohibits: fire}\n"
        "  still: {says: Red holds fire., source: text, binds: red, prohibits: fire}\n"
    )
    assert warnings(tmp_path, SIDED + both, CODE) == []
