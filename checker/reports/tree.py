"""Located text as this layer takes it: words, lists and tables, each with its place in a file.

Whoever reads a mapping file (of YAML, TOML or anything else) hands it over in this shape, so that
this layer needs no reader of its own and still names the line of every mistake.
"""

from dataclasses import dataclass
from typing import TypeAlias

from checker.values.span import Span

__all__ = ["Listing", "Table", "Tree", "Word"]


@dataclass(frozen=True, slots=True)
class Word:
    """Hold one scalar as it was typed; an empty one is blank."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Listing:
    """Hold a list."""

    items: tuple["Tree", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """Hold keys and values in the order of the file; no key stands twice."""

    entries: tuple[tuple[Word, "Tree"], ...]
    span: Span

    def get(self, key: str) -> "Tree | None":
        """Return the value of ``key``, None where there is none."""
        return next((value for word, value in self.entries if word.text == key), None)


Tree: TypeAlias = Word | Listing | Table
