"""A file ready to be read: its columns are known, its rows come block by block, again and again."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from checker.reports.aside import Aside
from checker.reports.cells import Block
from checker.reports.source import Source
from checker.values.diagnostic import Diagnostic

__all__ = ["BLOCK_ROWS", "Grouped", "Groups", "Opened", "Reader"]

BLOCK_ROWS = 65_536

Groups = tuple[int, int]
"""Row groups of a file, from the first, counted from 0, up to the last, which is not one of them.
"""


@dataclass(frozen=True, slots=True)
class Grouped:
    """Read a file by its row groups; ``sizes`` are their rows.

    ``blocks`` yields the rows of some of them as the blocks of the whole file have them.
    """

    sizes: tuple[int, ...]
    blocks: Callable[[Groups], Iterator[Block]]


class Blocks(Protocol):
    """Read the rows of a file."""

    def __call__(self, only: Sequence[str] | None = None) -> Iterator[Block]:
        """Yield them from the first, with all columns, or with ``only`` those and perhaps more."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Hold a file whose header was read.

    ``blocks()`` reads the rows from the first, each time the same ones. ``has_decimal_comma`` says
    that ``20,5`` is a number in it, ``may_part_thousands`` that ``1.500`` may be 1500. ``odd`` are
    columns whose values cannot be read, with what they hold: no block has them. ``doubt`` is what
    is probably wrong with the header, told where a report lacks what it needs. ``grouped`` reads
    parts of it, None where it is only read whole. ``stated`` is what the user stated of how it is
    written, by name. ``aside`` writes rows of it as they were. ``lacks`` is how it is told that no
    report has a column.
    """

    source: Source
    columns: tuple[str, ...]
    blocks: Blocks
    warnings: tuple[Diagnostic, ...] = ()
    has_decimal_comma: bool = False
    may_part_thousands: bool = False
    odd: Mapping[str, str] = field(default_factory=dict)
    doubt: Diagnostic | None = None
    grouped: Grouped | None = None
    stated: tuple[tuple[str, str], ...] = ()
    aside: Aside | None = None
    lacks: str = "the file does not say"


@dataclass(frozen=True, slots=True)
class Reader:
    """Read one format, told by the ends of file names, or by the first bytes where there is none.

    ``is_text`` says that it is one, which may be compressed, and holds no first bytes of others.
    ``open`` raises ``CheckerError`` for a file that cannot be read at all.
    """

    name: str
    suffixes: tuple[str, ...]
    is_start: Callable[[bytes], bool]
    open: Callable[[Source], Opened]
    is_text: bool = True
