"""``so_long_as: K``: while K."""

from checker.language.words.word import Word, moved

__all__ = ["WORD"]

WORD = Word(
    "so_long_as",
    "clause",
    "the clause stands only while this holds",
    "so_long_as: K  =  while: K",
    moved("so_long_as", "while"),
)
