"""``prohibits: D``: does D, at most 0."""

from checker.language.text import Scalar, Table
from checker.language.words.word import Word, put, without

__all__ = ["WORD", "forbidden"]


def expand(table: Table) -> Table:
    """Forbid what the word names."""
    return forbidden(table, "prohibits")


def forbidden(table: Table, key: str) -> Table:
    """Return a clause in which what stands under ``key`` is done at most 0 times."""
    acts, span = table.get(key), table.key(key).span
    assert acts is not None
    found = put(without(table, key), "does", acts, span)
    return found if table.get("at_most") is not None else put(found, "at_most", _none(table), span)


def _none(table: Table) -> Scalar:
    return Scalar("0", table.span)


WORD = Word(
    "prohibits",
    "clause",
    "what may not be done, or `presence`",
    "prohibits: D  =  does: D, at_most: 0",
    expand,
)
