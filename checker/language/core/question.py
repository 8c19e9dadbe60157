"""A question: what the text leaves open, and what each answer to it means."""

from dataclasses import dataclass

__all__ = ["Answer", "Question"]


@dataclass(frozen=True, slots=True)
class Answer:
    """Hold one answer: its name, and what it means for a reader; empty where nobody wrote it."""

    name: str
    means: str


@dataclass(frozen=True, slots=True)
class Question:
    """Hold what can be read in several ways; ``asks`` is empty where only the name says it."""

    name: str
    asks: str
    answers: tuple[Answer, ...]
