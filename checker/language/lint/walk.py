"""The mappings and values of a located tree, one after the other."""

from collections.abc import Iterator

from checker.language.text import Items, Node, Scalar, Table

__all__ = ["tables_in"]


def tables_in(node: Node) -> Iterator[Table]:
    """Yield every mapping of a tree, itself first, in the order of the file."""
    match node:
        case Scalar():
            return
        case Items(items):
            for item in items:
                yield from tables_in(item)
        case Table(entries):
            yield node
            for _, value in entries:
                yield from tables_in(value)
