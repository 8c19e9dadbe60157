"""A writer of what is drawn: all findings are gathered, and written at the end."""

from abc import ABC, abstractmethod
from typing import BinaryIO, Generic, TextIO, TypeVar

from checker.findings.block import Block
from checker.findings.finding import Header, Summary
from checker.outputs.drawing.gathered import Gathered
from checker.outputs.writer import Page

__all__ = ["DrawingWriter"]


Stream = TypeVar("Stream", TextIO, BinaryIO)


class DrawingWriter(ABC, Generic[Stream]):
    """Gather the findings of a result for ``stream``; ``end`` draws them."""

    def __init__(self, stream: Stream, page: Page) -> None:
        self.stream: Stream = stream
        self._page = page
        self._gathered: Gathered | None = None

    @property
    def gathered(self) -> Gathered:
        """Return what was gathered so far."""
        assert self._gathered is not None, "a writer is begun before anything else"
        return self._gathered

    def begin(self, header: Header) -> None:
        """Keep the header until the end."""
        self._gathered = Gathered(header, self._page.fail_on)

    def add(self, block: Block) -> None:
        """Gather the findings."""
        self.gathered.add(block)

    @abstractmethod
    def end(self, summary: Summary) -> None:
        """Draw all that was gathered."""
