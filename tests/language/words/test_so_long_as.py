"""``so_long_as: K`` is: while K."""

from pathlib import Path

import pytest

from tests.language.words.expansion import clauses, first, mistakes

TERM = "binds: red, prohibits: fire"
OTHER = "binds: blue, prohibits: fire"


@pytest.mark.parametrize(
    "condition",
    [
        "{kept: d, lapse: suspends}",
        "{kept: d, lapse: ends, lasts: 3 d, unproved: holds}",
        "{none: {who: blue, does: fight, where: zone}, lapse: ends}",
        "{event: signing}",
    ],
)
def test_a_clause_stands_so_long_as_its_condition_does(condition: str, tmp_path: Path) -> None:
    assert clauses(tmp_path, c=f"{TERM}, so_long_as: {condition}", d=OTHER) == clauses(
        tmp_path, c=f"{TERM}, while: {condition}", d=OTHER
    )


def test_a_condition_is_added_to_those_that_are_there(tmp_path: Path) -> None:
    one, other = "{event: signing}", "{none: {who: blue}, lapse: ends}"
    assert clauses(tmp_path, c=f"{TERM}, while: {one}, so_long_as: {other}") == clauses(
        tmp_path, c=f"{TERM}, while: [{one}, {other}]"
    )


def test_the_condition_is_the_clauses_own(tmp_path: Path) -> None:
    (condition,) = first(tmp_path, f"{TERM}, so_long_as: {{event: signing}}").conditions
    assert (condition.owner, condition.index) == ("c", 0)
    assert condition.event is not None
    assert condition.unproved == "open"


def test_a_condition_that_says_too_little_stands_where_it_is_typed(tmp_path: Path) -> None:
    found = mistakes(tmp_path, c=f"{TERM}, so_long_as: {{none: {{who: blue}}}}")
    assert [(code, at) for code, at, _ in found] == [("L825", "none")]
    assert mistakes(tmp_path, c=f"{TERM}, so_long_as: {{kept: c, lapse: ends}}") == [
        ("L824", "c", "name another clause")
    ]
