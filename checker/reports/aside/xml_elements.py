"""Elements of an XML text as they were: the same bytes, within the tags that stood round them.

What stands before the root, such as the declaration, stays; so do the tags of all elements round
a wanted one, with their attributes and their ``name``. All else is left out.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from checker.reports.aside import Wanted

__all__ = ["ElementCopier"]

_TAG = re.compile(r"""<(?:[^<>"']++|"[^"]*+"|'[^']*+')*+>""")
_NAME = re.compile(r"<([^\s/>]+)")
_USUAL_BYTES = 1 << 10


@dataclass(slots=True)
class _Open:
    """Hold an element that is open: where it starts, its tag, and its ``name`` as they stand."""

    start: int
    tag: str = ""
    is_name: bool = False
    parts: list[str] = field(default_factory=list)


class ElementCopier:
    """Copy wanted elements with one of some names; ``pieces`` are the bytes of the text."""

    def __init__(self, pieces: Callable[[], Iterator[bytes]], names: Sequence[str]) -> None:
        self._pieces = pieces
        self._names = frozenset(names)

    def __call__(self, wanted: Wanted, to: BinaryIO) -> int:
        """Write the wanted elements, by their number among those of these names."""
        from defusedxml.ElementTree import DefusedXMLParser  # noqa: PLC0415 - slow to import

        copy = _Copy(self._names, wanted, to)
        parser = DefusedXMLParser(target=copy, forbid_dtd=True)
        expat = parser.parser
        copy.index_of = lambda: int(expat.CurrentByteIndex)
        for piece in self._pieces():
            copy.take(piece)
            parser.feed(piece)
            copy.let_go()
        parser.close()
        return copy.count


class _Copy:
    """Follow the elements of a text, and hold no more of its bytes than is still to be written."""

    def __init__(self, names: frozenset[str], wanted: Wanted, to: BinaryIO) -> None:
        self.index_of: Callable[[], int] = lambda: 0
        self.count = 0
        self._names = names
        self._wanted = wanted
        self._to = to
        self._held = b""
        self._first = 0
        self._code = ""
        self._before: str | None = None
        self._row = 0
        self._path: list[_Open] = []
        self._inside: list[_Open] = []
        self._written: list[_Open] = []

    def take(self, piece: bytes) -> None:
        """Hold the bytes that are parsed next."""
        # A character is a byte, so that nothing is changed; in UTF-16 it is two of them.
        starts = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
        self._code = self._code or starts.get(piece[:2], "latin-1")
        self._held += piece

    def let_go(self) -> None:
        """Drop what no element needs that is still open."""
        if self._before is None:
            return
        needed = self._inside[0].start if self._inside else self.index_of()
        self._held = self._held[max(0, needed - self._first) :]
        self._first = max(self._first, needed)

    def start(self, tag: str, _: dict[str, str]) -> None:
        """Begin an element."""
        at = self.index_of()
        if self._before is None:
            self._before = self._text(0, at)
        local = tag.rpartition("}")[2]
        if self._inside or local in self._names:
            self._row += not self._inside
            self._inside.append(_Open(at))
        elif local == "name" and self._path:
            self._inside.append(_Open(at, is_name=True))
        else:
            self._path.append(_Open(at, self._tag(at)))

    def data(self, _: str) -> None:
        """Take no text: bytes are copied."""

    def end(self, _: str) -> None:
        """End the innermost element."""
        if not self._inside:
            self._close(self._path.pop())
            return
        ended = self._inside.pop()
        if self._inside:
            return
        if ended.is_name:
            self._path[-1].parts.append(self._whole(ended.start))
        elif self._row in self._wanted:
            self._write(self._whole(ended.start))

    def close(self) -> None:
        """Say nothing."""

    def _write(self, whole: str) -> None:
        """Write an element, behind the tags round it that are not written yet."""
        if not self.count:
            self._put(self._before or "")
        for one in self._path[len(self._written) :]:
            self._put("".join((one.tag, *one.parts)) + "\n")
            self._written.append(one)
        self._put(f"{whole}\n")
        self.count += 1

    def _close(self, ended: _Open) -> None:
        if self._written and self._written[-1] is ended:
            self._written.pop()
            found = _NAME.match(ended.tag)
            self._put(f"</{found[1] if found else ''}>\n")

    def _whole(self, start: int) -> str:
        """Return the element that starts at a byte, and ends with the tag that is parsed now."""
        at = self.index_of()
        return self._text(start, at) + self._tag(at)

    def _text(self, start: int, end: int) -> str:
        return self._held[start - self._first : end - self._first].decode(self._code)

    def _tag(self, at: int) -> str:
        """Return the tag that stands at a byte; only as much is looked at as it takes."""
        start, size = at - self._first, _USUAL_BYTES
        while True:
            text = self._held[start : start + size].decode(self._code, "ignore")
            found = _TAG.match(text)
            if found is not None or start + size >= len(self._held):
                return found[0] if found is not None else ""
            size *= 8

    def _put(self, text: str) -> None:
        self._to.write(text.encode(self._code))
