"""The map and the weekly counts as a static picture, for papers and chat."""

from typing import TextIO

from checker.findings.block import Block
from checker.findings.finding import Header, Summary
from checker.outputs.drawing.gathered import Gathered
from checker.outputs.writer import Format, Page

__all__ = ["FORMAT", "SvgWriter"]


class SvgWriter:
    """Gather all findings, and draw them at the end."""

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
        """Draw the picture."""
        from checker.outputs.picture.sheet import picture  # noqa: PLC0415

        assert self._gathered is not None, "a writer is begun before it ends"
        self._stream.write(picture(self._gathered, summary))


FORMAT = Format("svg", "the map and the weekly counts as a picture", SvgWriter, draws=True)
