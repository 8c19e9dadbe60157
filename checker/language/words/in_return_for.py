"""``in_return_for: K``: while K."""

from checker.language.words.word import Word, moved

__all__ = ["WORD"]

WORD = Word(
    "in_return_for",
    "clause",
    "the same, for a duty that answers another clause",
    "in_return_for: K  =  while: K",
    moved("in_return_for", "while"),
)
