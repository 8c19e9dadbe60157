"""What changes between the readings of a clause, and which question changes it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.language.core.clause import Answers

__all__ = ["Told", "Way", "told"]

_SHORT = 110
"""Alternatives of more letters than this are told apart from the sentence that they stand in."""
_ANY = "any answer"


@dataclass(frozen=True, slots=True)
class Way:
    """Hold one way in which something is read: the answers that lead to it, and what it is."""

    answers: tuple[str, ...]
    said: str


@dataclass(frozen=True, slots=True)
class Told:
    """Hold what all readings say of one thing: once where they agree, else by the answers.

    ``questions`` are the fewest that tell the readings apart; none where all agree.
    """

    questions: tuple[str, ...]
    ways: tuple[Way, ...]

    @property
    def said(self) -> str:
        """Return a text for a sentence: the one there is, or the alternatives if they are short."""
        texts = list(dict.fromkeys(way.said for way in self.ways))
        if len(texts) == 1:
            return texts[0]
        chosen = f"as {' and '.join(self.questions)} is answered"
        if "" in texts or sum(map(len, texts)) > _SHORT:
            return f"({chosen}, see below)"
        return f"either {' or '.join(texts)} ({chosen})"


def told(answers: Sequence[Answers], said: Sequence[str]) -> Told:
    """Tell what each reading says of one thing; both have one entry a reading."""
    counts = Counter(question for reading in answers for question, _ in reading)
    questions = list(counts)
    # What some readings don't ask tells less than what all of them do.
    for question in sorted(questions, key=lambda one: counts[one]):
        fewer = [one for one in questions if one != question]
        if _decide(fewer, answers, said):
            questions = fewer
    ways = dict.fromkeys(
        Way(_chosen(questions, reading), text) for reading, text in zip(answers, said, strict=True)
    )
    return Told(tuple(questions), tuple(ways))


def _decide(questions: Iterable[str], answers: Sequence[Answers], said: Sequence[str]) -> bool:
    """Say whether the answers to ``questions`` alone tell what is said."""
    listed = list(questions)
    found: dict[tuple[str, ...], str] = {}
    return all(
        found.setdefault(_chosen(listed, reading), text) == text
        for reading, text in zip(answers, said, strict=True)
    )


def _chosen(questions: Iterable[str], reading: Answers) -> tuple[str, ...]:
    given = dict(reading)
    return tuple(given.get(question, _ANY) for question in questions)
