"""Readings side by side, told apart only by the questions that make a difference."""

from collections.abc import Hashable, Sequence
from typing import TypeVar

from checker.language.core.clause import Answers

__all__ = ["by_difference"]

Outcome = TypeVar("Outcome", bound=Hashable)


def by_difference(readings: Sequence[tuple[Answers, Outcome]]) -> list[tuple[Answers, Outcome]]:
    """Return the outcomes with as few answers as tell them apart, in the order of the readings.

    Where all readings agree there is one entry without answers. ``readings`` are combinations of
    answers to the same questions, each once; none gives none.
    """
    if not readings:
        return []
    if len({outcome for _, outcome in readings}) == 1:
        return [((), readings[0][1])]
    question = _telling(readings)
    found = []
    for answer in dict.fromkeys(dict(answers).get(question) for answers, _ in readings):
        branch = [(a, outcome) for a, outcome in readings if dict(a).get(question) == answer]
        head = ((question, answer),) if answer is not None else ()
        rest = by_difference(_without(branch, question))
        found += [((*head, *answers), outcome) for answers, outcome in rest]
    return found


def _telling(readings: Sequence[tuple[Answers, Outcome]]) -> str:
    """Return the question after whose answer the fewest different outcomes are left.

    Raises ``ValueError`` where two readings give the same answers and different outcomes.
    """
    questions = dict.fromkeys(question for answers, _ in readings for question, _ in answers)
    return min(questions, key=lambda question: _left(readings, question))


def _left(readings: Sequence[tuple[Answers, Outcome]], question: str) -> int:
    branches: dict[str | None, set[Outcome]] = {}
    for answers, outcome in readings:
        branches.setdefault(dict(answers).get(question), set()).add(outcome)
    return sum(len(outcomes) for outcomes in branches.values()) - len(branches)


def _without(
    readings: Sequence[tuple[Answers, Outcome]], question: str
) -> list[tuple[Answers, Outcome]]:
    return [
        (tuple(pair for pair in answers if pair[0] != question), outcome)
        for answers, outcome in readings
    ]
