"""``until_verified: E``: when {until: E}."""

from checker.language.words.word import Word, moved

__all__ = ["WORD"]

WORD = Word(
    "until_verified",
    "clause",
    "the clause counts until an event, or the end of a date",
    "until_verified: E  =  when: {until: E}",
    moved("until_verified", "when", wrapped="until"),
)
