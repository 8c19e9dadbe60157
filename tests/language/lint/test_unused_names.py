"""Names that nothing refers to."""

from pathlib import Path

import pytest

from tests.language.written import places, warnings

CODE = "W101"
TERMS = """
actors: {red: {}, blue: {aliases: [Blues]}}
places:
  town: {point: {lon: 20, lat: 45}}
  mill: {point: {lon: 21, lat: 45}}
clauses:
  c: {source: text, binds: BOUND, prohibits: presence, where: {within: 10 km, of: town}}
"""


def names(folder: Path, terms: str) -> list[str]:
    return [found.message.split("'")[1] for found in warnings(folder, terms, CODE)]


def test_a_name_that_nothing_refers_to_is_told_where_it_is_declared(tmp_path: Path) -> None:
    found = warnings(tmp_path, TERMS.replace("BOUND", "red"), CODE)
    assert places(found) == [(9, 19), (12, 3)]
    assert [problem.message for problem in found] == [
        "nothing refers to the actor 'blue'",
        "nothing refers to the place 'mill'",
    ]


@pytest.mark.parametrize("bound", ["everyone", "{all_except: [red]}", "[red, blue]"])
def test_an_actor_that_a_term_means_is_used(bound: str, tmp_path: Path) -> None:
    assert "blue" not in names(tmp_path, TERMS.replace("BOUND", bound))


def test_a_part_of_an_actor_that_is_bound_is_used(tmp_path: Path) -> None:
    part = "blue: {edges: [{part_of: red, confidence: likely}]}"
    terms = TERMS.replace("blue: {aliases: [Blues]}", part).replace("BOUND", "red")
    assert names(tmp_path, terms) == ["mill"]


def test_an_unarmed_actor_is_used_where_everyone_is_bound(tmp_path: Path) -> None:
    terms = TERMS.replace("blue: {", "blue: {armed: false, ").replace("BOUND", "everyone")
    assert names(tmp_path, terms) == ["mill"]


@pytest.mark.parametrize("name", ["blue", " BLUES ", "red;blue"])
def test_a_name_that_a_case_reports_is_used(name: str, tmp_path: Path) -> None:
    (tmp_path / "cases.csv").write_text(f"id,actor_all,within_area\n1,{name},mill\n")
    assert names(tmp_path, TERMS.replace("BOUND", "red")) == []


def test_a_party_is_used(tmp_path: Path) -> None:
    terms = "\nparties: [blue]" + TERMS.replace("BOUND", "red")
    assert names(tmp_path, terms) == ["mill"]


def test_a_group_that_no_term_names_is_told(tmp_path: Path) -> None:
    terms = TERMS.replace("blue: {aliases: [Blues]}", "reds: {backed_by: red}")
    assert names(tmp_path, terms.replace("BOUND", "red")) == ["reds", "mill"]


def test_words_events_questions_and_registers_are_told_too(tmp_path: Path) -> None:
    terms = """
    questions: {idle: [a, b]}
    actors: {red: {}}
    doings: {fight: {includes: [shell]}, patrol: {}}
    things: {guns: {}, boats: {}}
    events: {truce: {at: 2020-06-01}, vote: {at: 2020-07-01}}
    registers: {notices: {file: notices.csv}}
    clauses:
      c: {says: No shells., source: text, binds: red, prohibits: shell, things: guns, after: truce}
    """
    (tmp_path / "notices.csv").write_text("id,actor\n")
    assert names(tmp_path, terms) == ["idle", "patrol", "boats", "vote", "notices"]


def test_a_source_that_no_term_was_read_in_is_told(tmp_path: Path) -> None:
    terms = """
    actors: {red: {}}
    clauses:
      c: {says: Red holds fire., binds: red, prohibits: fire}
    """
    assert places(warnings(tmp_path, terms, CODE)) == [(7, 11)]


def test_a_list_of_words_that_no_term_names_is_told_once(tmp_path: Path) -> None:
    terms = """
    actors: {red: {}}
    doings: {fire: {}, patrol: {}, relief: {}}
    clauses:
      c: {source: text, binds: red, prohibits: fire}
    """
    (found,) = warnings(tmp_path, terms, CODE)
    assert found.message == "nothing refers to the doings 'patrol', 'relief'"
    assert places([found]) == [(10, 20)]


def test_what_a_shared_list_declares_is_never_told(tmp_path: Path) -> None:
    terms = """
    use: [lists/levant-forces]
    clauses:
      c: {says: Iran keeps away., source: text, binds: iran, prohibits: presence}
    """
    assert names(tmp_path, terms) == []


def test_a_place_that_coverage_speaks_of_is_used(tmp_path: Path) -> None:
    (tmp_path / "coverage.csv").write_text(
        "place,from,to,status\nmill,2020-06-01,2020-06-02,watched\n"
    )
    terms = "coverage: {file: coverage.csv}\n" + TERMS.replace("BOUND", "[red, blue]")
    assert names(tmp_path, terms) == []
