"""Readings are told apart only by the questions that make a difference."""

import itertools

import pytest

from checker.language.core.clause import Answers
from checker.outputs.differ import by_difference

QUESTIONS = {"line": ("a", "b"), "who": ("state", "backed"), "effect": ("ends", "suspends")}


def readings(outcome: dict[tuple[str, ...], str], *names: str) -> list[tuple[Answers, str]]:
    """Return all combinations of answers, each with the outcome that its answers have."""
    return [
        (tuple(zip(names, answers, strict=True)), outcome.get(answers, "no"))
        for answers in itertools.product(*(QUESTIONS[name] for name in names))
    ]


def test_where_all_agree_no_answer_is_named() -> None:
    assert by_difference(readings({}, "line", "who")) == [((), "no")]
    assert by_difference([((), "no")]) == [((), "no")]
    assert by_difference([]) == []


def test_a_question_that_makes_no_difference_is_left_out() -> None:
    told = by_difference(readings({("a", "state"): "yes", ("b", "state"): "yes"}, "line", "who"))
    assert told == [((("who", "state"),), "yes"), ((("who", "backed"),), "no")]


def test_a_question_is_asked_only_where_it_matters() -> None:
    told = by_difference(readings({("a", "state"): "yes"}, "line", "who"))
    assert told == [
        ((("line", "a"), ("who", "state")), "yes"),
        ((("line", "a"), ("who", "backed")), "no"),
        ((("line", "b"),), "no"),
    ]


def test_what_is_told_is_what_every_reading_says() -> None:
    outcome: dict[tuple[str, ...], str]
    outcome = {("a", "state", "ends"): "yes", ("b", "backed", "suspends"): "open"}
    every = readings(outcome, "line", "who", "effect")
    told = by_difference(every)
    for answers, said in every:
        matching = [one for given, one in told if set(given) <= set(answers)]
        assert matching == [said]


def test_the_same_answers_with_two_outcomes_are_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="empty"):
        by_difference([((), "yes"), ((), "no")])
