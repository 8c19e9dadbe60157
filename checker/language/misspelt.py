"""Keys that are misspelt: read as the keys that were meant, so that one mistake is told once."""

from collections.abc import Iterable

from checker.language.problems import closest
from checker.language.text import Node, Scalar, Table

__all__ = ["mended"]


def mended(node: Table, known: Iterable[str], spared: Iterable[str] = ()) -> Table:
    """Return a mapping whose unknown keys stand for the known ones that they are nearly spelt as.

    The key is a problem already, which keeps the agreement from being judged; what stands under it
    is not told to be missing as well. A known key that is there is the one meant, and ``spared``
    are unknown ones that are no slips.
    """
    words, left = tuple(known), frozenset(spared)
    taken = set(node.keys())
    entries: list[tuple[Scalar, Node]] = []
    for key, value in node.entries:
        name = key.text or ""
        meant = None if name in words or name in left else closest(name, words)
        if meant is not None and meant not in taken:
            taken.add(meant)
            entries.append((Scalar(meant, key.span), value))
        else:
            entries.append((key, value))
    return Table(tuple(entries), node.span)
