"""Questions whose answers are names alone: a reader of a finding cannot tell them apart."""

from collections.abc import Iterator

from checker.language.lint.linted import Check, Found, Linted

__all__ = ["CHECK"]


def run(linted: Linted) -> Iterator[Found]:
    """Find questions without the text of what is asked, or of what an answer means."""
    sections = linted.document.section("questions")
    for question in linted.core.questions:
        if not question.asks or not all(answer.means for answer in question.answers):
            message = f"readers are not told what {question.name!r} asks and its answers mean"
            answers = ", ".join(f"{answer.name}: TEXT" for answer in question.answers)
            hint = f"write {question.name}: {{asks: TEXT, answers: {{{answers}}}}}"
            yield Found(message, sections[question.name].key.span, hint)


CHECK = Check("W114", "questions that nobody explains", run, is_cheap=False)
