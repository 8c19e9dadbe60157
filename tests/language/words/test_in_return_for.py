"""``in_return_for: K`` is: while K."""

from pathlib import Path

import pytest

from tests.language.words.expansion import clauses, mistakes

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
def test_a_duty_that_answers_another_hangs_on_it(condition: str, tmp_path: Path) -> None:
    assert clauses(tmp_path, c=f"{TERM}, in_return_for: {condition}", d=OTHER) == clauses(
        tmp_path, c=f"{TERM}, while: {condition}", d=OTHER
    )


def test_the_other_duty_hangs_on_nothing_in_turn(tmp_path: Path) -> None:
    found = clauses(tmp_path, c=f"{TERM}, in_return_for: {{kept: d, lapse: ends}}", d=OTHER)
    assert found["d"] == clauses(tmp_path, c=TERM, d=OTHER)["d"]


def test_a_return_stands_beside_other_conditions(tmp_path: Path) -> None:
    keys = "in_return_for: {kept: d, lapse: ends}, so_long_as: {event: signing}"
    found = clauses(tmp_path, c=f"{TERM}, {keys}", d=OTHER)["c"].readings[0]
    assert {condition.kept for condition in found.conditions} == {"d", None}
    assert sum(condition.event is not None for condition in found.conditions) == 1


def test_a_return_that_nobody_owes_is_told_where_it_is_typed(tmp_path: Path) -> None:
    found = mistakes(tmp_path, c=f"{TERM}, in_return_for: {{kept: dd, lapse: ends}}", d=OTHER)
    assert [(code, at) for code, at, _ in found] == [("L823", "dd")]
