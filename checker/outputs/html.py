"""The page: what was asked and answered, a map, a table and a timeline, in one file of HTML."""

from typing import TextIO

from checker.findings.block import Block
from checker.findings.finding import Header, Summary
from checker.outputs.drawing.gathered import Gathered
from checker.outputs.needed import require
from checker.outputs.writer import Format, Page

__all__ = ["FORMAT", "HtmlWriter"]


class HtmlWriter:
    """Gather all findings, and write the page at the end."""

    def __init__(self, stream: TextIO, page: Page) -> None:
        self._stream = stream
        self._page = page
        self._gathered: Gathered | None = None

    def begin(self, header: Header) -> None:
        """Keep the header until the end."""
        self._gathered = Gathered(header, self._page.fail_on)

    def add(self, block: Block) -> None:
        """Gather the findings."""
        assert self._gathered is not None, "a writer is begun before it is added to"
        self._gathered.add(block)

    def end(self, summary: Summary) -> None:
        """Write the page."""
        from checker.outputs.page.document import document  # noqa: PLC0415

        assert self._gathered is not None, "a writer is begun before it ends"
        self._stream.writelines(document(self._gathered, summary))


def ready() -> None:
    """Raise ``CheckerError`` where nothing can draw the map."""
    require("html", "page", "bokeh")


FORMAT = Format(
    "html",
    "a page to look at: map, table and timeline in one file",
    HtmlWriter,
    draws=True,
    ready=ready,
    table_beside=".findings.csv",
)
