"""``permits: D``, ``to: A``, ``lifts: [C]``: an exception of C with this pattern and condition."""

from checker.language.text import Table
from checker.language.words.word import Word, put, without

__all__ = ["WORD"]


def expand(table: Table) -> Table:
    """Say who does what; the clauses under ``lifts`` carry it as an exception."""
    acts, span = table.get("permits"), table.key("permits").span
    assert acts is not None
    found = put(without(table, "permits", "to"), "does", acts, span)
    to = table.get("to")
    return found if to is None else put(found, "binds", to, table.key("to").span)


WORD = Word(
    "permits",
    "clause",
    "what is allowed, `to` whom; it lifts other clauses and has no verdict of its own",
    "permits: D, to: A, where: W, lifts: [C]  =  in C: unless: [{who: A, does: D, where: W}]",
    expand,
)
