"""The result as a page for people: the findings it has room for are held until the end."""

from typing import TextIO

from checker.findings.block import Block
from checker.findings.finding import Header, Summary
from checker.findings.shown import fails
from checker.outputs.shelves import Shelves
from checker.outputs.writer import Format, Page

__all__ = ["FORMAT", "TextWriter"]


class TextWriter:
    """Write the page at the end, when it is known what is worth the reader's time."""

    def __init__(self, stream: TextIO, page: Page) -> None:
        self._stream = stream
        self._page = page
        self._header: Header | None = None
        self._shelves = Shelves(is_full=page.is_full)
        self._failing = 0

    def begin(self, header: Header) -> None:
        """Keep the header until the end."""
        self._header = header

    def add(self, block: Block) -> None:
        """Count the findings, and keep those that the page has room for."""
        for finding in block.findings():
            self._shelves.add(finding)
            self._failing += fails(finding, self._page.fail_on)

    def end(self, summary: Summary) -> None:
        """Write the page."""
        # What lays out the page is loaded only where there is a page.
        from checker.outputs.text_page import Told, write_page  # noqa: PLC0415

        assert self._header is not None, "a writer is begun before it ends"
        self._shelves.thin()
        told = Told(self._header, summary, self._shelves, self._failing)
        write_page(self._stream, self._page, told)


FORMAT = Format("text", "a page for people", TextWriter)
