"""Groups that hold somebody whom the agreement treats as apart."""

from pathlib import Path

import pytest

from tests.language.written import places, warnings

CODE = "W104"
TERMS = """
actors:
  patron: {}
  guard: {edges: [{part_of: patron, confidence: confirmed}]}
  corps: {edges: [{backed_by: patron, confidence: likely}]}
  army: {edges: [{backed_by: patron, confidence: confirmed}]}
  clients: GROUP
clauses:
  away: {says: They stay away., source: text, binds: clients, prohibits: presence}
  ELSEWHERE
"""
FREE = "free: {says: The army may advance., source: text, permits: [advance], to: army, lifts: []}"


def terms(group: str = "{backed_by: patron}", elsewhere: str = FREE) -> str:
    return TERMS.replace("GROUP", group).replace("ELSEWHERE", elsewhere)


def test_a_group_that_holds_who_is_permitted_something_is_told(tmp_path: Path) -> None:
    found = warnings(tmp_path, terms(), CODE)
    assert places(found) == [(14, 13)]
    assert found[0].message == (
        "the group that 'away' binds holds army (to whom 'free' permits something)"
    )
    assert "except: [army]" in found[0].hint


@pytest.mark.parametrize(
    "elsewhere",
    [
        "b: {source: text, binds: guard, prohibits: fire, against: army}",
        "b: {source: text, binds: {all_except: [army]}, prohibits: fire}",
    ],
)
def test_who_is_protected_or_excepted_elsewhere_stands_apart(
    elsewhere: str, tmp_path: Path
) -> None:
    assert places(warnings(tmp_path, terms(elsewhere=elsewhere), CODE)) == [(14, 13)]


def test_a_party_stands_apart(tmp_path: Path) -> None:
    found = warnings(tmp_path, "\nparties: [army]" + terms(elsewhere=""), CODE)
    assert "army (a party)" in found[0].message


@pytest.mark.parametrize(
    "group",
    [
        "{backed_by: patron, except: [army]}",
        "[army, {backed_by: patron}]",
        "{part_of: patron}",
        "{backed_by: patron, only: [part_of]}",
    ],
)
def test_a_group_that_excepts_or_names_them_is_not_told(group: str, tmp_path: Path) -> None:
    assert warnings(tmp_path, terms(group), CODE) == []


def test_a_member_that_nothing_sets_apart_is_expected(tmp_path: Path) -> None:
    assert warnings(tmp_path, terms(elsewhere=""), CODE) == []


def test_the_patron_and_its_own_are_expected_even_as_a_party(tmp_path: Path) -> None:
    text = "\nparties: [patron, guard]" + terms(elsewhere="")
    assert warnings(tmp_path, text, CODE) == []


def test_a_group_told_in_the_clause_itself_is_looked_at_too(tmp_path: Path) -> None:
    inline = terms().replace("binds: clients", "binds: {backed_by: patron}")
    assert places(warnings(tmp_path, inline, CODE)) == [(16, 55)]
