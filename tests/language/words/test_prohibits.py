"""``prohibits: D`` is: does D, at most 0."""

from pathlib import Path

import pytest

from checker.language.core.pattern import Bound
from tests.language.words.expansion import first, mistakes


@pytest.mark.parametrize("acts", ["presence", "fight", "[fire, strike]"])
def test_a_prohibition_is_an_act_done_at_most_0_times(acts: str, tmp_path: Path) -> None:
    core = first(tmp_path, f"binds: red, does: {acts}, at_most: 0")
    assert first(tmp_path, f"binds: red, prohibits: {acts}") == core


def test_the_bound_of_an_act_is_none_where_it_states_no_other(tmp_path: Path) -> None:
    none = Bound(at_most=(0.0, 0.0))
    assert first(tmp_path, "binds: red, prohibits: fire").bound == none
    assert first(tmp_path, "binds: red, does: fire").bound == none


def test_a_ceiling_that_is_stated_is_not_turned_into_0(tmp_path: Path) -> None:
    keys = "binds: red, prohibits: presence, at_most: 3"
    assert mistakes(tmp_path, c=keys) == [
        ("L900", "3", "write 0, or leave the clause out and say so in SOURCE.md")
    ]


def test_what_is_prohibited_is_named_where_it_is_typed(tmp_path: Path) -> None:
    found = mistakes(tmp_path, c="binds: red, prohibits: [fire, strik]")
    assert found == [("L401", "strik", "did you mean 'strike'?")]


def test_a_prohibition_of_nothing_is_a_problem(tmp_path: Path) -> None:
    assert [found[0] for found in mistakes(tmp_path, c="binds: red, prohibits: ~")] == ["L401"]
