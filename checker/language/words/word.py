"""What a word is, and how it is taken out of a mapping for what it stands for.

An expansion turns located text into located text: every value keeps the place where it was typed,
so a problem of an expanded word stands where its author can mend it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from checker.language.text import Items, Node, Scalar, Table
from checker.values.span import Span

__all__ = ["Expand", "Word", "added", "entry", "listed", "mapping", "moved", "put", "without"]

Expand = Callable[[Table], Table]


@dataclass(frozen=True, slots=True)
class Word:
    """Tie a word to what it stands for; ``of`` says where it may be written.

    ``expand`` gets the mapping that holds the word, and returns it in the words of the core;
    None for words of actors, which the core keeps.
    """

    key: str
    of: Literal["clause", "region", "actors"]
    about: str
    expansion: str
    expand: Expand | None = None


def entry(key: str, value: Node, span: Span) -> tuple[Scalar, Node]:
    """Return one entry of a mapping; ``span`` is the place of the word that it comes from."""
    return Scalar(key, span), value


def mapping(span: Span, *entries: tuple[Scalar, Node]) -> Table:
    """Return a mapping that stands where ``span`` says."""
    return Table(entries, span)


def without(table: Table, *keys: str) -> Table:
    """Return a mapping without some of its keys."""
    return Table(tuple(pair for pair in table.entries if pair[0].text not in keys), table.span)


def put(table: Table, key: str, value: Node, span: Span) -> Table:
    """Return a mapping in which ``key`` holds ``value``, whatever it held before."""
    kept = without(table, key)
    return Table((*kept.entries, entry(key, value, span)), table.span)


def added(table: Table, key: str, value: Node, span: Span) -> Table:
    """Return a mapping in which the list under ``key`` has one more item."""
    before = table.get(key)
    items = (*listed(before), value) if before is not None else (value,)
    return put(table, key, Items(items, span), span)


def moved(key: str, into: str, wrapped: str | None = None) -> Expand:
    """Return an expansion that puts what stands under ``key`` into the list under ``into``.

    ``wrapped`` names the key of a mapping that the value is put into first.
    """

    def expand(table: Table) -> Table:
        value, span = table.get(key), table.key(key).span
        assert value is not None
        item = value if wrapped is None else mapping(span, entry(wrapped, value, span))
        return added(without(table, key), into, item, span)

    return expand


def listed(node: Node) -> tuple[Node, ...]:
    """Return the items of a list; a single value is a list of one."""
    return node.items if isinstance(node, Items) else (node,)
