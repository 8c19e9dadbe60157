"""``beyond: Q``: not within Q, on the same side where ``toward`` is given."""

from checker.language.text import Node, Scalar, Table
from checker.language.words.word import Word, added, entry, mapping, without

__all__ = ["WORD", "farther", "nearer", "taken"]

_DEPTHS = ("within", "beyond", "ring", "total_width")


def expand(table: Table) -> Table:
    """Mean the ground that ``within`` leaves, so that a limit belongs to exactly one of the two."""
    length, span = table.get("beyond"), table.key("beyond").span
    assert length is not None
    found = farther(table, length)
    return added(taken(table, "beyond"), "all_of", found, span)


def taken(table: Table, key: str) -> Table:
    """Return a mapping without a depth, and without ``of`` and ``toward`` if it was the last."""
    left = without(table, key)
    if any(other in _DEPTHS for other in left.keys()):
        return left
    return without(left, "of") if "side_of" in left.keys() else without(left, "of", "toward")


def nearer(table: Table, length: Node) -> Table:
    """Return the region within a length of what the mapping's ``of`` names."""
    first = table.entries[0][0].span
    beside = [pair for pair in table.entries if pair[0].text in ("of", "toward")]
    return mapping(first, entry("within", length, first), *beside)


def farther(table: Table, length: Node) -> Table:
    """Return the region beyond a length of what the mapping's ``of`` names."""
    span = length.span
    deep = entry("not", nearer(table, length), span)
    line, toward = table.get("of"), table.get("toward")
    is_sided = toward is not None and not (isinstance(toward, Scalar) and toward.text == "both")
    if line is None or toward is None or not is_sided:
        return mapping(span, deep)
    beside = entry("side_of", line, table.key("of").span), entry("toward", toward, toward.span)
    return mapping(span, *beside, deep)


WORD = Word(
    "beyond",
    "region",
    "farther than a length, on the same side where `toward` is given",
    "{beyond: Q, of: P}             =  {not: {within: Q, of: P}}\n"
    "{beyond: Q, of: P, toward: W}  =  {side_of: P, toward: W, not: {within: Q, of: P, toward: W}}",
    expand,
)
