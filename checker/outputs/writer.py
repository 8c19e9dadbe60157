"""What every format has in common: how a writer is made, and the three calls that it answers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from checker.findings.block import Block
from checker.findings.finding import Header, Summary

__all__ = ["Answer", "Beside", "Format", "Page", "Writer"]


@dataclass(frozen=True, slots=True)
class Page:
    """Say how a result is laid out; formats for programs take no notice of it.

    ``width`` is in columns. ``is_full`` shows long lists to their end. ``fail_on`` is the level of
    which the last line counts the findings.
    """

    width: int = 100
    is_coloured: bool = False
    is_full: bool = False
    fail_on: str = "violation"


class Answer(Protocol):
    """Hand out a result: of a run, or of a file that another run wrote."""

    @property
    def header(self) -> Header:
        """Return what is known before the first finding."""

    def blocks(self) -> Iterator[Block]:
        """Yield the findings in their order."""

    def summary(self) -> Summary:
        """Return what is known after the last finding; the findings are asked for first."""


class Writer(Protocol):
    """Write one result to a stream: ``begin`` once, ``add`` for each block, ``end`` once."""

    def begin(self, header: Header) -> None:
        """Write what is known before the first finding."""

    def add(self, block: Block) -> None:
        """Take the next findings; they come sorted."""

    def end(self, summary: Summary) -> None:
        """Write what is known after the last finding, and all that was held back until then."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Say what is written beside a file: a text under the same name with another ``ending``."""

    ending: str
    text: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Format:
    """Name a format, say what it is for, and make its writer.

    The writer takes a stream of text; of bytes, where the format ``is_binary``. One that
    ``takes_columns`` asks no block for whole findings; one that ``lists_reports`` tells every
    accepted report.
    ``beside`` goes with a file, not with stdout. One that ``draws`` shows what the clauses draw,
    which no stored result carries. ``ready`` raises ``CheckerError`` where it cannot be written.
    A file of one with a ``table_beside`` has all findings beside it as CSV, under that ending.
    """

    name: str
    about: str
    writer: Callable[[Any, Page], Writer]
    is_binary: bool = False
    takes_columns: bool = False
    lists_reports: bool = False
    beside: Beside | None = None
    draws: bool = False
    ready: Callable[[], None] | None = None
    table_beside: str | None = None
