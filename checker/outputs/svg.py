"""The map and the weekly counts as a static picture, for papers and chat."""

from typing import TextIO

from checker.findings.finding import Summary
from checker.outputs.drawing.writer import DrawingWriter
from checker.outputs.writer import Format

__all__ = ["FORMAT", "SvgWriter"]


class SvgWriter(DrawingWriter[TextIO]):
    """Draw the picture as a text."""

    def end(self, summary: Summary) -> None:
        """Draw the picture."""
        from checker.outputs.picture.sheet import picture  # noqa: PLC0415

        self.stream.write(picture(self.gathered, summary))


FORMAT = Format("svg", "the map and the weekly counts as a picture", SvgWriter, draws=True)
