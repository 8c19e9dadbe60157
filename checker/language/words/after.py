"""``after: E``: when {from: E}."""

from checker.language.words.word import Word, moved

__all__ = ["WORD"]

WORD = Word(
    "after",
    "clause",
    "the clause counts from an event or a date on",
    "after: E  =  when: {from: E}",
    moved("after", "when", wrapped="from"),
)
