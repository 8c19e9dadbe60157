"""Clauses that no report can ever fall under."""

from collections.abc import Iterator

from checker.language.core.clause import Clause
from checker.language.core.pattern import Group, Pattern, Words
from checker.language.lint.linted import Check, Found, Linted
from checker.values.truth import Truth

__all__ = ["CHECK"]


def run(linted: Linted) -> Iterator[Found]:
    """Find clauses that mean nobody, no act or no thing; empty periods are told elsewhere.

    One that applies under some readings only is told with a reading under which it does not.
    """
    for clause in linted.core.clauses:
        empty = [(reading, why) for reading in clause.readings if (why := _why(reading))]
        if empty:
            reading, why = empty[0]
            is_always = len(empty) == len(clause.readings)
            said = ", ".join(f"{question}={answer}" for question, answer in reading.answers)
            under = "" if is_always or not said else f" under {said}"
            message = f"{clause.id!r} can never apply{under}: {why}"
            yield Found(message, clause.span, "look at whom it means, and what")


def _why(reading: Clause) -> str:
    """Return why no variant of a reading can apply; nothing where one can."""
    reasons = [_why_not(variant.pattern) for variant in reading.variants]
    return next(iter(reasons), "") if all(reasons) else ""


def _why_not(pattern: Pattern) -> str:
    if _is_nobody(pattern.who):
        return "no declared actor is of the group that it means"
    if _is_nobody(pattern.against):
        return "no declared actor is of the group that it is against"
    if _is_nothing(pattern.does) or _is_nothing(pattern.things):
        return "no declared word is what it means"
    return ""


def _is_nobody(group: Group | None) -> bool:
    return (
        group is not None
        and group.undeclared != Truth.TRUE
        and not any(truth for member in group.members for _, _, truth in member.spans)
    )


def _is_nothing(words: Words | None) -> bool:
    return words is not None and all(truth == Truth.FALSE for truth in words.truths)


CHECK = Check("W111", "clauses that can never apply", run, is_cheap=True)
