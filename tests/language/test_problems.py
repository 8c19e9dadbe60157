"""Problems are collected, ordered by their places, and raised together."""

import pytest

from checker.language.problems import Problems, meant, meant_name, nearest
from checker.values.diagnostic import CheckerError
from checker.values.span import Span


def at(line: int, column: int = 1) -> Span:
    return Span("agreement.yaml", line, column, line, column + 1)


def test_problems_come_in_the_order_of_their_places_and_those_without_one_last() -> None:
    problems = Problems()
    problems.add("L3", "nowhere", None, "hint")
    problems.add("L2", "later", at(9, 2), "hint")
    problems.warn("L1", "sooner", at(9, 1), "hint")
    assert [p.message for p in problems.sorted()] == ["sooner", "later", "nowhere"]


def test_what_is_said_twice_at_one_place_is_one_problem() -> None:
    problems = Problems()
    for code, message in (("L1", "first"), ("L1", "first"), ("L1", "second"), ("L2", "other")):
        problems.add(code, message, at(3), "hint")
    assert [p.message for p in problems.sorted()] == ["first", "second", "other"]


def test_warnings_keep_nothing_from_being_judged_and_errors_are_raised_together() -> None:
    problems = Problems()
    problems.warn("W1", "mind", at(1), "hint")
    problems.raise_errors()
    assert not problems.has_errors
    problems.add("L2", "second", at(4), "hint")
    problems.add("L1", "first", at(2), "hint")
    with pytest.raises(CheckerError) as caught:
        problems.raise_errors()
    assert [d.message for d in caught.value.diagnostics] == ["first", "second"]


def test_a_hint_names_the_nearest_word_or_all_of_them() -> None:
    assert meant("witin", ("within", "beyond")) == "did you mean 'within'?"
    assert meant("zzz", ("within", "beyond")) == "known: within, beyond"
    assert meant("WITHIN", ("within", "beyond")) == "did you mean 'within'?"


def test_a_hint_for_a_name_lists_those_there_are_if_they_are_few() -> None:
    assert meant_name("redd", ("red", "blue")) == "did you mean 'red'?"
    assert meant_name("zzz", ("red", "blue")) == "known: red, blue"
    many = [f"name-{i}" for i in range(13)]
    assert meant_name("zzz", many) == "correct the spelling, or declare it"
    assert meant_name("zzz", ()) == "correct the spelling, or declare it"


def test_what_is_like_nothing_has_no_nearest_word() -> None:
    assert nearest("zzz", ("red", "blue")) == ""
