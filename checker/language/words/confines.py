"""``confines: D``, ``where: W``: does D in the theatre but outside W, at most 0."""

from checker.language.text import Scalar, Table
from checker.language.words.prohibits import forbidden
from checker.language.words.word import Word, entry, mapping, put

__all__ = ["WORD", "elsewhere"]


def expand(table: Table) -> Table:
    """Forbid the theatre but for the ground that ``where`` names."""
    return elsewhere(forbidden(table, "confines"))


def elsewhere(table: Table) -> Table:
    """Return a clause whose ground is all the theatre but its own."""
    where = table.get("where")
    if where is None:
        return table
    span = table.key("where").span
    theatre = entry("inside", Scalar("theatre", span), span)
    return put(table, "where", mapping(span, theatre, entry("not", where, span)), span)


WORD = Word(
    "confines",
    "clause",
    "what may be done there and nowhere else in the theatre",
    "confines: D, where: W  =  does: D, at_most: 0, where: {inside: theatre, not: W}",
    expand,
)
