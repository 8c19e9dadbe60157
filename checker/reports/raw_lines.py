"""The lines of a text as the bytes that they are, break included, beside what is read of them."""

import codecs
import io
from collections.abc import Iterator

from checker.reports.encoding import Encoding
from checker.reports.source import Source

__all__ = ["is_by_byte", "mark_of", "raw_lines", "raw_text"]

_NOT_BY_BYTE = ("utf-16", "utf-32", "utf-7", "iso2022", "hz")
"""Encodings in which the byte of a line break may be a part of another character."""


def is_by_byte(encoding: Encoding) -> bool:
    """Say whether a byte of a line break is one wherever it stands, as in UTF-8."""
    if encoding.name.replace("_", "-").startswith(_NOT_BY_BYTE):
        return False
    return "\r\n".encode(encoding.name) == b"\r\n"


def mark_of(source: Source, encoding: Encoding) -> bytes:
    """Return the byte order mark that the text begins with, empty where it has none."""
    return source.head[: encoding.mark]


def raw_lines(source: Source, encoding: Encoding) -> Iterator[bytes]:
    """Yield the lines, without the byte order mark; they end at LF, CR LF or CR.

    They are those of ``physical_lines``, one for one. Together they are all bytes of the text.
    """
    for text in raw_text(source, encoding):
        yield text.encode("latin-1" if is_by_byte(encoding) else encoding.name)


def raw_text(source: Source, encoding: Encoding) -> Iterator[str]:
    """Yield the lines like ``raw_lines``, with a character for each byte where breaks are bytes.

    Else they are decoded, and give the same bytes once they are encoded again.
    """
    name = "latin-1" if is_by_byte(encoding) else encoding.name
    decoder = codecs.getincrementaldecoder(name)()
    rest = ""
    for number, piece in enumerate(source.pieces()):
        text = decoder.decode(piece[encoding.mark :] if number == 0 else piece)
        *whole, rest = _cut(rest + text)
        yield from whole
    rest += decoder.decode(b"", final=True)
    yield from (line for line in _cut(rest) if line)


def _cut(text: str) -> list[str]:
    """Return the lines of a text, and what may go on: the last one, or a CR that LF may follow."""
    lines = io.StringIO(text, newline="").readlines()
    if not lines or not lines[-1].endswith("\n"):
        return lines or [""]
    return [*lines, ""]
