"""The words of the language, one module each, and what they expand into; ``WORDS`` lists them."""

from checker.language.text import Table
from checker.language.words import (
    after,
    between,
    beyond,
    confines,
    everyone,
    in_return_for,
    obliges,
    outside,
    parallel_to,
    permits,
    prohibits,
    requires_notice,
    ring,
    so_long_as,
    total_width,
    until_verified,
)
from checker.language.words.word import Word

__all__ = ["WORDS", "Word", "expanded"]

WORDS = (
    prohibits.WORD,
    confines.WORD,
    obliges.WORD,
    permits.WORD,
    requires_notice.WORD,
    so_long_as.WORD,
    in_return_for.WORD,
    parallel_to.WORD,
    after.WORD,
    until_verified.WORD,
    between.WORD,
    outside.WORD,
    ring.WORD,
    beyond.WORD,
    total_width.WORD,
    *everyone.WORDS,
)


def expanded(table: Table, of: str) -> Table:
    """Return a clause, or a region, in the words of the core alone."""
    for word in WORDS:
        if word.of == of and word.expand is not None and word.key in table.keys():
            table = word.expand(table)
    return table
