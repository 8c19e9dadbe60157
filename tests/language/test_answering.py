"""Something is read under every combination of the answers that it meets, and no more."""

from pathlib import Path

import pytest

from checker.language.answering import TooManyReadingsError, explored
from checker.language.core.clause import Answers
from checker.language.reading import Unanswered
from tests.language.written import document


def test_a_question_that_only_one_answer_leads_to_is_met_under_that_one(tmp_path: Path) -> None:
    read: list[Answers] = []

    def reader(answers: Answers) -> None:
        given = dict(answers)
        if "far" not in given:
            raise Unanswered("far")
        if given["far"] == "yes" and "much" not in given:
            raise Unanswered("much")
        read.append(answers)

    questions = document(tmp_path, "questions: {far: [yes, no], much: [a, b]}\n")
    assert explored(questions, reader) == {"far", "much"}
    assert read == [
        (("far", "yes"), ("much", "a")),
        (("far", "yes"), ("much", "b")),
        (("far", "no"),),
    ]


def test_more_readings_than_anybody_could_look_at_are_not_read(tmp_path: Path) -> None:
    names = [f"q{number}" for number in range(7)]

    def reader(answers: Answers) -> None:
        for name in names:
            if name not in dict(answers):
                raise Unanswered(name)

    listed = ", ".join(f"{name}: [yes, no]" for name in names)
    with pytest.raises(TooManyReadingsError) as raised:
        explored(document(tmp_path, f"questions: {{{listed}}}\n"), reader)
    assert raised.value.count == 128
