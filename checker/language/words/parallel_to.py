"""``parallel_to: K``: while K."""

from checker.language.words.word import Word, moved

__all__ = ["WORD"]

WORD = Word(
    "parallel_to",
    "clause",
    "the same, for duties that run beside each other",
    "parallel_to: K  =  while: K",
    moved("parallel_to", "while"),
)
