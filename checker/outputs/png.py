"""The static picture in pixels: what ``svg`` draws, for where SVG cannot go."""

from typing import BinaryIO

from checker.findings.finding import Summary
from checker.outputs.drawing.writer import DrawingWriter
from checker.outputs.needed import require
from checker.outputs.writer import Format
from checker.values.diagnostic import CheckerError, Diagnostic

__all__ = ["FORMAT", "PngWriter", "ready"]

_ZOOM = 2
_BLANK = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"></svg>'
_PROBE = _BLANK.replace("></", '><text y="16" font-family="sans-serif">A</text></')


class PngWriter(DrawingWriter[BinaryIO]):
    """Draw the picture, and turn it into pixels."""

    def end(self, summary: Summary) -> None:
        """Draw the picture and write its pixels."""
        from checker.outputs.picture.sheet import picture  # noqa: PLC0415

        self.stream.write(_pixels(picture(self.gathered, summary), _ZOOM))


def _pixels(drawing: str, zoom: int) -> bytes:
    import resvg_py  # noqa: PLC0415

    return bytes(resvg_py.svg_to_bytes(svg_string=drawing, zoom=zoom))


def ready() -> None:
    """Raise ``CheckerError`` where pixels cannot be made: no program for it, or no letters."""
    require("png", "page", "resvg_py")
    if _pixels(_PROBE, 1) == _pixels(_BLANK, 1):
        message = "-f png finds no fonts on this machine: the picture would have no words"
        hint = "install some, such as the package fonts-dejavu-core; or write -f svg"
        raise CheckerError(Diagnostic("U151", message, None, hint))


FORMAT = Format(
    "png",
    "the same picture in pixels",
    PngWriter,
    is_binary=True,
    draws=True,
    ready=ready,
)
