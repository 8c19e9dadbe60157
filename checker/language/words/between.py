"""``between: [a, b]``: on b's side of a, and on a's side of b."""

from checker.language.text import Items, Node, Table
from checker.language.words.word import Word, added, entry, mapping, without
from checker.values.span import Span

__all__ = ["WORD"]

_LINES = 2


def expand(table: Table) -> Table:
    """Mean the ground between two lines; what is no pair is left for the reader to refuse."""
    lines, span = table.get("between"), table.key("between").span
    if not isinstance(lines, Items) or len(lines.items) != _LINES:
        return table
    one, other = lines.items
    left = without(table, "between")
    found = added(left, "all_of", _side(one, other, span), span)
    return added(found, "all_of", _side(other, one, span), span)


def _side(line: Node, witness: Node, span: Span) -> Table:
    return mapping(span, entry("side_of", line, line.span), entry("toward", witness, witness.span))


WORD = Word(
    "between",
    "region",
    "between two lines",
    "{between: [a, b]}  =  {all_of: [{side_of: a, toward: b}, {side_of: b, toward: a}]}",
    expand,
)
