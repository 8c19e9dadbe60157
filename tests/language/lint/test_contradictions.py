"""Terms of which one allows what another forbids."""

from pathlib import Path

import pytest

from tests.language.written import places, warnings

CODE = "W102"
TERMS = """
questions: {may: [yes, no]}
actors:
  red: {}
  blue: {edges: [{part_of: red, confidence: likely}]}
  green: {}
places:
  east: {box: {west: 20, south: 44, east: 21, north: 45}, accuracy: 50 m, source: text}
  west: {box: {west: 18, south: 44, east: 19, north: 45}, accuracy: 50 m, source: text}
clauses:
  truce: {says: No fighting., source: text, binds: red, prohibits: fight, where: east, UNLESS}
  offensive: {says: Blue may fight., source: text, permits: PERMITTED, lifts: LIFTED}
"""


def terms(permitted: str, *, lifts: str = "[]", unless: str = "when: {until: 2020-06-30}") -> str:
    text = TERMS.replace("PERMITTED", permitted).replace("LIFTED", lifts)
    return text.replace("UNLESS", unless)


def test_a_permission_that_does_not_lift_what_prohibits_it_is_told(tmp_path: Path) -> None:
    found = warnings(tmp_path, terms("[fire], to: blue, where: east"), CODE)
    assert places(found) == [(19, 3)]
    assert "'truce'" in found[0].message
    assert found[0].hint.startswith("add 'truce' to lifts:")


@pytest.mark.parametrize(
    ("permitted", "why"),
    [
        ("[patrol], to: blue, where: east", "another act"),
        ("[fire], to: green, where: east", "another actor"),
        ("[fire], to: blue, where: west", "another place"),
        ("[fire], to: blue, where: east, when: {from: 2020-07-01}", "another time"),
    ],
)
def test_a_permission_that_contradicts_nothing_is_not(
    permitted: str, why: str, tmp_path: Path
) -> None:
    assert warnings(tmp_path, terms(permitted), CODE) == [], why


@pytest.mark.parametrize("lifts", ["[truce]", "{may: {yes: [truce], no: []}}"])
def test_a_permission_that_lifts_the_clause_in_some_reading_is_not(
    lifts: str, tmp_path: Path
) -> None:
    permitted = "[fire], to: blue, where: east"
    assert warnings(tmp_path, terms(permitted, lifts=lifts), CODE) == []


def test_an_exception_of_the_prohibition_settles_it(tmp_path: Path) -> None:
    permitted = "[fire], to: blue, where: east"
    assert warnings(tmp_path, terms(permitted, unless="unless: [{who: blue}]"), CODE) == []


def test_a_duty_to_do_what_is_prohibited_is_told(tmp_path: Path) -> None:
    duty = "  show: {source: text, binds: blue, obliges: [fire], where: east, by: 2020-05-01}\n"
    found = warnings(tmp_path, terms("[fire], to: green, where: west") + duty, CODE)
    assert [problem.message for problem in found] == [
        "'show' obliges blue to do what 'truce' prohibits"
    ]
