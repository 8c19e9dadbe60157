"""What the questions ask and the answers mean, where a page tells readings by their names."""

from collections.abc import Iterable

from checker.language.core.clause import Answers
from checker.language.core.question import Question
from checker.outputs.sheet import Sheet

__all__ = ["write_questions"]


def write_questions(
    sheet: Sheet, questions: tuple[Question, ...], readings: Iterable[Answers]
) -> None:
    """Write the questions that the readings answer, in the order of the agreement."""
    asked = {question for answers in readings for question, _ in answers}
    if not asked:
        return
    sheet.heading("Questions: what the text leaves open")
    for question in questions:
        if question.name in asked:
            _write(sheet, question)


def _write(sheet: Sheet, question: Question) -> None:
    asks = question.asks or "the agreement's file does not say what is asked"
    sheet.say(f"{question.name}: {asks}", indent=2)
    for answer in question.answers:
        means = answer.means or "the agreement's file does not say what it means"
        sheet.say(f"{answer.name}: {means}", indent=4)
