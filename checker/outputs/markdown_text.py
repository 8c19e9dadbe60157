"""Text in Markdown: nothing in it is markup, a link, a mention, or a picture."""

import re
from collections.abc import Sequence

from checker.outputs.cut import shortened
from checker.outputs.plain import counted
from checker.outputs.printable import printable

__all__ = ["capped", "cells_line", "plain", "table"]

_MARKS = re.compile(r"[\\`*_\[\]<>|~$!^]")
_ENTITIES = {"<": "&lt;", ">": "&gt;"}
_ALIVE = re.compile(r"@|#(?=\d)|:(?=//)|:(?=[\w+-]+:)|(?<=ww)w(?=\.)|(?<=\bGH)-(?=\d)")
"""What GitHub and GitLab turn into mentions, references, links and pictures in rendered text."""

_BEGINS = re.compile(r"^(\d*)([#+=.)-])")
"""What makes a heading or a list at the beginning of a line."""

_APART = "\N{WORD JOINER}"
_LONGEST = 2_000


def plain(text: str, most: int = _LONGEST) -> str:
    """Return a text from somebody's file on one line, as it is to be read.

    A word joiner, which nobody sees, stands where a service would make a link of it; what steers a
    terminal or turns the direction is replaced, and of a longer text the rest is counted.
    """
    said = printable(shortened(text, most)).strip().replace("&", "&amp;")
    said = _ALIVE.sub(lambda found: found[0] + _APART, said.replace("@", f"{_APART}@"))
    said = _MARKS.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), said)
    return _BEGINS.sub(r"\1\\\2", said)


def table(names: Sequence[str], numbers: int = 0) -> list[str]:
    """Return the head of a table; its last ``numbers`` columns hold numbers."""
    rules = ["---"] * (len(names) - numbers) + ["--:"] * numbers
    return [cells_line(names), cells_line(rules)]


def cells_line(cells: Sequence[str]) -> str:
    """Return a row of a table; the cells are Markdown."""
    return f"| {' | '.join(cells)} |"


def capped(lines: Sequence[str], most: int, noun: str, more: int = 0) -> list[str]:
    """Return as many lines as fit into ``most`` characters, and say how many there are more.

    ``more`` are left out already.
    """
    kept: list[str] = []
    room = most
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            break
        kept.append(line)
    more += len(lines) - len(kept)
    return [*kept, "", f"and {counted(more, noun)} more."] if more else kept
