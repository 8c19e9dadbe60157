"""Something read under every combination of the answers that it depends on, as they are met."""

from collections.abc import Callable
from math import prod

from checker.language.core.clause import Answers
from checker.language.document import Document
from checker.language.questions import answers_of
from checker.language.reading import Unanswered

__all__ = ["MOST_READINGS", "TooManyReadingsError", "explored"]

MOST_READINGS = 64


class TooManyReadingsError(Exception):
    """Stop: something depends on more readings than anybody could look at."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


def explored(document: Document, read: Callable[[Answers], object]) -> set[str]:
    """Read something under every answer, and return the questions that it meets under any.

    Raises ``TooManyReadingsError`` where there are more than ``MOST_READINGS``.
    """
    questions: set[str] = set()

    def explore(answers: Answers) -> None:
        try:
            read(answers)
        except Unanswered as error:
            questions.add(error.question)
            count = prod(len(answers_of(document, q)) for q in questions)
            if count > MOST_READINGS:
                raise TooManyReadingsError(count) from error
            for answer in answers_of(document, error.question):
                explore((*answers, (error.question, answer)))

    explore(())
    return questions
