"""What changes between readings is told under the fewest questions that tell them apart."""

from itertools import product

from checker.language.core.clause import Answers
from checker.language.say.readings import Way, told

BOTH: list[Answers] = [
    (("line", a), ("who", b)) for a, b in product(("east", "west"), ("narrow", "broad"))
]


def test_what_is_the_same_under_every_answer_is_told_once() -> None:
    found = told(BOTH, ["5 km"] * 4)
    assert found.questions == ()
    assert found.ways == (Way((), "5 km"),)
    assert found.said == "5 km"


def test_only_the_question_that_matters_is_named() -> None:
    found = told(BOTH, ["near", "far", "near", "far"])
    assert found.questions == ("who",)
    assert found.ways == (Way(("narrow",), "near"), Way(("broad",), "far"))
    assert found.said == "either near or far (as who is answered)"


def test_two_questions_that_decide_together_are_both_named() -> None:
    found = told(BOTH, ["a", "b", "b", "a"])
    assert found.questions == ("line", "who")
    assert [way.answers for way in found.ways] == [tuple(a for _, a in one) for one in BOTH]


def test_long_alternatives_are_left_to_the_list_below() -> None:
    found = told(BOTH, ["a" * 100, "b" * 100] * 2)
    assert found.said == "(as who is answered, see below)"


def test_a_question_that_all_readings_ask_is_named_before_one_that_some_ask() -> None:
    answers: list[Answers] = [(("effect", "ends"), ("lift", "yes")), (("lift", "no"),)]
    assert told(answers, ["open", "shut"]).questions == ("lift",)


def test_a_reading_without_an_answer_stands_for_any() -> None:
    answers: list[Answers] = [
        (("lift", "yes"), ("effect", "ends")),
        (("lift", "yes"), ("effect", "suspends")),
        (("lift", "no"),),
    ]
    found = told(answers, ["a", "b", "c"])
    assert [way.answers for way in found.ways] == [("ends",), ("suspends",), ("any answer",)]
