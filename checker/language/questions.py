"""Questions as the file declares them: a list of answers, or the text of each beside its name."""

from checker.language.core.question import Answer, Question
from checker.language.document import Document, entries_of, text_of
from checker.language.text import Node, Scalar, Table

__all__ = ["answers_of", "check_answers", "questions_of"]


def questions_of(document: Document) -> tuple[Question, ...]:
    """Return the questions with their answers and texts, in the order of the file."""
    return tuple(
        Question(name, _asks(section.value), tuple(_answer(part) for part in _parts(section.value)))
        for name, section in document.section("questions").items()
    )


def answers_of(document: Document, question: str) -> tuple[str, ...]:
    """Return the names of the declared answers to a question; none where it is not declared."""
    section = document.section("questions").get(question)
    return tuple(_answer(part).name for part in _parts(section.value)) if section else ()


def check_answers(document: Document) -> None:
    """Refuse an answer that is given twice: two readings of the same would count as two.

    Where answers have texts they are keys, of which no file may hold one twice.
    """
    for question, section in document.section("questions").items():
        names = [_answer(part).name for part in _parts(section.value)]
        for number, (key, _) in enumerate(_parts(section.value)):
            if names[number] in names[:number]:
                message = f"the question {question!r} has the answer {names[number]!r} twice"
                document.problems.add("L206", message, key.span, "keep one")


def _parts(value: Node) -> tuple[tuple[Node, Node | None], ...]:
    """Return what names each answer, with what tells its meaning."""
    if not isinstance(value, Table):
        return tuple((item, None) for item in entries_of(value))
    answers = value.get("answers")
    return answers.entries if isinstance(answers, Table) else ()


def _answer(part: tuple[Node, Node | None]) -> Answer:
    name, means = part
    return Answer(text_of(name) or "", text_of(means) or "")


def _asks(value: Node) -> str:
    asks = value.get("asks") if isinstance(value, Table) else None
    return asks.text or "" if isinstance(asks, Scalar) else ""
