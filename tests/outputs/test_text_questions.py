"""The questions of a text, with what their answers mean, where readings are told by name."""

import io

from checker.language.core.clause import Answers
from checker.language.core.question import Answer, Question
from checker.outputs.sheet import Sheet
from checker.outputs.text_questions import write_questions
from checker.outputs.writer import Page

LINE = Question("which-line", "Where do the miles start?", (Answer("a", "here"), Answer("b", "")))
BARE = Question("effect", "", (Answer("ends", ""), Answer("sleeps", "")))


def told(*readings: Answers) -> list[str]:
    stream = io.StringIO()
    write_questions(Sheet(stream, Page()), (LINE, BARE), readings)
    return stream.getvalue().splitlines()


def test_only_what_a_reading_answers_is_told_with_what_each_answer_means() -> None:
    assert told((("which-line", "a"),), (("which-line", "b"),)) == [
        "",
        "QUESTIONS: WHAT THE TEXT LEAVES OPEN",
        "  which-line: Where do the miles start?",
        "    a: here",
        "    b: the agreement's file does not say what it means",
    ]


def test_a_question_that_nobody_explained_is_told_as_one() -> None:
    assert "  effect: the agreement's file does not say what is asked" in told(
        (("effect", "ends"),)
    )


def test_where_nothing_can_be_read_in_several_ways_there_is_no_heading() -> None:
    assert told((), ()) == []
