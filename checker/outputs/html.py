"""The page: what was asked and answered, a map, a table and a timeline, in one file of HTML."""

from typing import TextIO

from checker.findings.finding import Summary
from checker.outputs.drawing.writer import DrawingWriter
from checker.outputs.needed import require
from checker.outputs.writer import Format

__all__ = ["FORMAT", "HtmlWriter"]


class HtmlWriter(DrawingWriter[TextIO]):
    """Write the page."""

    def end(self, summary: Summary) -> None:
        """Write the page."""
        from checker.outputs.page.document import document  # noqa: PLC0415

        self.stream.writelines(document(self.gathered, summary))


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
