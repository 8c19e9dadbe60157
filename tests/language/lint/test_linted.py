"""What lint looks at."""

from pathlib import Path

from checker.language.lint import CHECKS, lint
from checker.language.places import Atlas
from checker.language.regions import region_of
from tests.language.written import document, linted, reading, value

TERMS = """
actors: {red: {}}
clauses:
  c: {says: Red stays out., source: text, binds: red, prohibits: presence}
"""


def test_a_clause_is_found_as_it_is_written(tmp_path: Path) -> None:
    read = document(tmp_path, TERMS)
    found = linted(read, Atlas(read))
    assert found.clause("c").keys() == ("says", "source", "binds", "prohibits")


def test_a_clause_that_is_not_there_says_nothing(tmp_path: Path) -> None:
    read = document(tmp_path, TERMS)
    assert linted(read, Atlas(read)).clause("d").keys() == ()


def test_every_check_has_a_code_of_its_own_in_order() -> None:
    codes = [check.code for check in CHECKS]
    assert codes == sorted(set(codes))
    assert all(code.startswith("W") for code in codes)


def test_the_cheap_checks_alone_can_be_asked_for(tmp_path: Path) -> None:
    terms = """
    actors: {red: {}}
    places: {border: {line: [[20, 48], [24, 48]], accuracy: 5 m, source: text}}
    clauses:
      c: {says: Red stays out., binds: red, where: {within: 9 km, of: border, toward: both}}
    """
    found = []
    for is_cheap_only in (True, False):
        read = document(tmp_path, terms)
        atlas, where = Atlas(read), value(read, "clauses.c.where")
        region_of(reading(read), atlas, where, "clauses.c.where")
        lint(linted(read, atlas), is_cheap_only=is_cheap_only)
        assert {problem.severity for problem in read.problems.sorted()} == {"warning"}
        found.append({problem.code for problem in read.problems.sorted()})
    # An actor, a source and a number are cheap to look at; a long edge is not.
    assert found == [{"W101", "W105"}, {"W101", "W105", "W106"}]
