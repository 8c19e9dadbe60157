"""How a text is encoded: by its mark or its bytes, or as somebody states; read as UTF-8.

Windows-1252 is taken, with a warning, only where nothing speaks against it. What may as well be
Cyrillic or Arabic is refused: letters taken for others make names that nobody knows.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.reports.source import Source, refuse
from checker.values.diagnostic import CheckerError, Diagnostic
from checker.values.span import Span

__all__ = ["ELEMENTS", "LINES", "Encoding", "encoding_of", "encoding_of_rows", "is_encoding"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NOT_1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]|[\xc0-\xff]{4}")
"""Bytes that Windows-1252 leaves undefined, and words of letters with accents alone."""
_ESCAPED = re.compile("[\udc80-\udcff]")
_RUNS = re.compile("[\udc80-\udcff]+")
_OTHERS = re.compile("[^\0-\x7f\udc80-\udcff]+")
"""Characters of more than one byte."""
LINES = re.compile("\n")
ELEMENTS = re.compile(r"\}\s*,\s*\{")
"""What stands between rows that are lines, or objects in a list."""
_ROWS_A_BREAK = 10
"""A text is UTF-8 with broken rows where it has so many rows for each broken place."""
_STATE = (
    "save it as UTF-8, or state what it is, such as --encoding windows-1256, or in the mapping "
    "'encoding: windows-1256'"
)


@dataclass(frozen=True, slots=True)
class Encoding:
    """Say how a text is encoded, how many bytes its mark takes, and whether that was a guess.

    ``stated`` is what the user says of it, as a result has it. In a text that ``has_breaks`` some
    bytes are not of the encoding, and their rows are rejected: as UTF-8 each is a zero byte, as
    characters it is one that ``is_broken`` tells.
    """

    name: str
    mark: int
    is_guess: bool
    stated: tuple[tuple[str, str], ...] = ()
    has_breaks: bool = False

    def warnings(self, name: str) -> tuple[Diagnostic, ...]:
        """Return a warning where the encoding of the file ``name`` was guessed."""
        if not self.is_guess:
            return ()
        said = "the file is not UTF-8; it was read as Windows-1252"
        hint = "save it as UTF-8, and check the names with accents"
        return (Diagnostic("R152", said, Span(name, 1, 1, 1, 1), hint, "warning"),)

    def utf8_pieces(self, source: Source) -> Iterator[bytes]:
        """Yield the text as UTF-8 without its byte order mark; characters may be cut in two.

        Raises ``CheckerError`` where it is not so encoded, with the line.
        """
        if self.name == "utf-8" and not self.has_breaks:
            yield from _without_mark(source.pieces(), self.mark)
            return
        for text in _decoded(source, self):
            yield (_ESCAPED.sub("\0", text) if self.has_breaks else text).encode("utf-8", "replace")

    def texts(self, source: Source) -> Iterator[str]:
        """Yield the text without its byte order mark, in pieces of which none is empty.

        Raises ``CheckerError`` like ``utf8_pieces``. ``written`` gives the same bytes again.
        """
        yield from filter(None, _decoded(source, self))

    def is_broken(self, text: str) -> bool:
        """Say whether a part of what ``texts`` yields holds bytes that are none of the encoding."""
        return self.has_breaks and _ESCAPED.search(text) is not None

    def written(self, text: str) -> bytes:
        """Return the bytes that a part of the text was read from."""
        return text.encode(self.name, "surrogateescape" if self.has_breaks else "strict")


def is_encoding(name: str) -> bool:
    """Say whether texts can be so encoded."""
    try:
        "a".encode(name)
    except (LookupError, ValueError):
        return False
    return True


def encoding_of(source: Source) -> Encoding:
    """Return the encoding: what the byte order mark says, else UTF-8, else Windows-1252.

    A text without a mark is UTF-8 only if every byte of it is; the whole file is looked at, so that
    no row is read in one encoding and the next in another. Raises ``CheckerError`` for a text that
    holds a zero byte in every other place, and for one that is neither of the two.
    """
    for mark, name in _BOMS:
        if source.head.startswith(mark):
            return _verified(source, Encoding(name, len(mark), is_guess=False))
    if source.form.encoding is not None:
        name = codecs.lookup(source.form.encoding).name
        stated = Encoding(name, 0, is_guess=False, stated=(("encoding", name),))
        return _verified(source, stated)
    if len(source.head) > 1 and source.head.count(0) * 3 > len(source.head):
        raise refuse(
            "R103",
            "the text looks like UTF-16 without a byte order mark",
            source.name,
            "save it as UTF-8",
        )
    decoder = codecs.getincrementaldecoder("utf-8")()
    has_others = False
    try:
        for piece in source.pieces():
            has_others = not decoder.decode(piece).isascii() or has_others
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        is_utf8 = has_others or not error.object[: error.start].isascii()
        _refuse_doubtful(source, is_utf8=is_utf8)
        return Encoding("cp1252", 0, is_guess=True)
    return Encoding("utf-8", 0, is_guess=False)


def encoding_of_rows(
    source: Source,
    between: re.Pattern[str] = LINES,
    *,
    has_header: bool = False,
    is_json: bool = False,
) -> Encoding:
    """Return the encoding as ``encoding_of``, of a text of which each row stands for itself.

    UTF-8 that is broken in a few places has a few bad rows, and is read, unless the first line is
    broken where it is a header. ``between`` stands between any two rows. JSON is UTF-8 (RFC 8259,
    8.1): where only a few places are not, they are broken, not a text in Windows-1252.
    """
    try:
        told = encoding_of(source)
    except CheckerError:
        broken = _with_breaks(source, between, has_header=has_header)
        if broken is None:
            raise
        return broken
    if not told.is_guess:
        return told
    return _with_breaks(source, between, has_header=has_header, is_sure=is_json) or told


def _with_breaks(
    source: Source, between: re.Pattern[str], *, has_header: bool, is_sure: bool = True
) -> Encoding | None:
    """Return UTF-8 that has breaks; None where it has too many of them, or is something else.

    One place is not too many, nor are fewer places than there are characters of UTF-8, which no
    other text has by chance. Unless it ``is_sure`` that it is nothing else, it needs some of those.
    """
    mark = len(codecs.BOM_UTF8) if source.head.startswith(codecs.BOM_UTF8) else 0
    if not _may_be_utf8(source, mark):
        return None
    told = (("encoding", "utf-8"),) if source.form.encoding is not None and not mark else ()
    found = Encoding("utf-8", mark, is_guess=False, stated=told, has_breaks=True)
    rows, breaks, others = (between is ELEMENTS) - has_header, 0, 0
    for text in found.texts(source):
        if rows < 0 and _ESCAPED.search(text.partition("\n")[0]):
            return None
        rows += len(between.findall(text))
        breaks += len(_RUNS.findall(text))
        others += sum(map(len, _OTHERS.findall(text)))
    is_told = breaks <= others or (is_sure and breaks <= max(rows > 1, rows // _ROWS_A_BREAK))
    return found if is_told else None


def _may_be_utf8(source: Source, mark: int) -> bool:
    stated = source.form.encoding
    if not mark and stated is not None and codecs.lookup(stated).name != "utf-8":
        return False
    is_utf16 = source.head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return not is_utf16 and source.head.count(0) * 3 <= len(source.head)


def _refuse_doubtful(source: Source, *, is_utf8: bool) -> None:
    """Raise ``CheckerError`` where a text is hardly Windows-1252.

    ``is_utf8`` says that it has characters of UTF-8 that no other text would have by chance.
    """
    if is_utf8:
        _verified(source, Encoding("utf-8", 0, is_guess=False))
    breaks = 0
    for piece in source.pieces():
        found = _NOT_1252.search(piece)
        if found is not None:
            line = breaks + piece.count(b"\n", 0, found.start()) + 1
            said = "the text is neither UTF-8 nor Windows-1252 by its bytes"
            raise refuse("R103", said, source.name, _STATE, line)
        breaks += piece.count(b"\n")


def _verified(source: Source, encoding: Encoding) -> Encoding:
    """Return the encoding, if the bytes are what it says; UTF-8 is not decoded where it is read."""
    if encoding.name == "utf-8":
        for _ in _decoded(source, encoding):
            pass
    return encoding


def _decoded(source: Source, encoding: Encoding) -> Iterator[str]:
    errors = "replace" if encoding.is_guess else "strict"
    errors = "surrogateescape" if encoding.has_breaks else errors
    decoder = codecs.getincrementaldecoder(encoding.name)(errors)
    breaks = 0
    try:
        for piece in _without_mark(source.pieces(), encoding.mark):
            text = decoder.decode(piece)
            breaks += text.count("\n")
            yield text
        yield decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode(encoding.name, "ignore")
        raise _undecoded(source, encoding, error, breaks + before.count("\n") + 1) from error


def _undecoded(
    source: Source, encoding: Encoding, error: UnicodeDecodeError, line: int
) -> CheckerError:
    said = f"the text is not {encoding.name}: {error.reason}"
    return refuse("R103", said, source.name, _STATE, line)


def _without_mark(pieces: Iterator[bytes], mark: int) -> Iterator[bytes]:
    for number, piece in enumerate(pieces):
        yield piece[mark:] if number == 0 else piece
