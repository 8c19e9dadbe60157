"""How a page of text looks: paragraphs and labelled rows, each line wrapped under its own start."""

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

__all__ = ["WIDTH", "Line", "Row", "paragraph", "rows"]

WIDTH = 100
"""The width of a page in characters; a longer word, such as an address, is not broken."""


@dataclass(frozen=True, slots=True)
class Line:
    """Hold one line of a row, ``indent`` characters in, behind ``head``; it may wrap."""

    text: str
    indent: int = 0
    head: str = ""


Row = tuple[str, list[Line]]
"""A label, and the lines that stand beside it."""


def paragraph(text: str, indent: int = 0, head: str = "") -> list[str]:
    """Wrap a text, ``head`` in front of its first line and the rest under the text's start."""
    first = " " * indent + head
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )


def rows(found: Iterable[Row], indent: int = 0) -> Iterator[str]:
    """Yield labelled rows, the texts aligned behind the longest label."""
    listed = list(found)
    width = max((len(label) for label, _ in listed), default=0)
    for label, lines in listed:
        for number, line in enumerate(lines):
            shown = label if number == 0 else ""
            head = f"{shown:<{width}}  {' ' * line.indent}{line.head}"
            yield from paragraph(line.text, indent, head)
