"""XML: one element of a kind after the other, each with its line; document types are refused.

With a document type a text can name other files, or grow without end while it is read.
"""

import codecs
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from checker.reports.source import Source, refuse
from checker.values.diagnostic import CheckerError

__all__ = ["MOST_CHARACTERS", "Element", "SeveralRootsError", "elements_of", "root_of"]

MOST_CHARACTERS = 1 << 26
"""An element that is yielded is at most so long, with all that is in it."""
_MOST_DEPTH = 200
_LONGEST_NAME = 1000
_DECLARED = re.compile(r"<![^\[>]*\[(?:[^\]\"']|\"[^\"]*\"|'[^']*')*+\]\s*>|<[^>]*>")
"""What stands before the first element: a document type with its declarations, or any other tag."""
_NAME_ENCODING = (
    "save it as UTF-8, or name its encoding in the first line, such as "
    '<?xml version="1.0" encoding="windows-1252"?>'
)
_ENCODED = re.compile(rb"""\s*<\?xml[^>]*encoding=["'](?!utf-8)""", re.IGNORECASE)
_INVALID_TOKEN = 4
_JUNK_BEHIND_ROOT = 9
"""XML_ERROR_INVALID_TOKEN and XML_ERROR_JUNK_AFTER_DOC_ELEMENT of expat."""


@dataclass(slots=True)
class Element:
    """Hold an element by its name without namespace; ``parts`` is the text directly in it.

    ``within`` are the texts of ``name`` in the elements round it, from the outermost. ``is_cut``
    says that it was longer than may be held, and is not there as a whole.
    """

    name: str
    attributes: dict[str, str]
    line: int
    within: tuple[str, ...] = ()
    parts: list[str] = field(default_factory=list)
    children: list["Element"] = field(default_factory=list)
    is_cut: bool = False

    @property
    def text(self) -> str:
        """Return the text that stands directly in the element, trimmed."""
        return "".join(self.parts).strip()

    def child(self, *path: str) -> "Element | None":
        """Return the first element under a path of names, None where there is none."""
        found: Element | None = self
        for name in path:
            if found is not None:
                found = next((one for one in found.children if one.name == name), None)
        return found

    def said(self, *path: str) -> str:
        """Return the text of the first element under a path of names, trimmed; empty if none."""
        found = self.child(*path)
        return found.text if found is not None else ""


class SeveralRootsError(CheckerError):
    """Say that one document follows another, which is damage unless the format allows it."""


def elements_of(
    source: Source, names: Sequence[str], pieces: Iterator[bytes] | None = None
) -> Iterator[Element]:
    """Yield the elements with one of some names, as they end; those within them are their children.

    ``pieces`` are the bytes, where they are not those of ``source``. Raises ``CheckerError`` with
    the line where the text is damaged, declares a document type, or is nested too deeply, and
    ``SeveralRootsError`` where it goes on behind its end.
    """
    from defusedxml.ElementTree import DefusedXMLParser  # noqa: PLC0415 - slow to import

    target = _Target(frozenset(names), source)
    parser = DefusedXMLParser(target=target, forbid_dtd=True)
    expat = parser.parser
    target.line_of = lambda: int(expat.CurrentLineNumber)
    fed = 0
    with _told(source, target):
        for piece in pieces if pieces is not None else source.pieces():
            parser.feed(piece)
            yield from target.taken()
            fed += len(piece)
            if fed - expat.CurrentByteIndex > MOST_CHARACTERS:
                said = f"the file is damaged: a tag of more than {MOST_CHARACTERS >> 20} MiB"
                raise refuse("R108", said, source.name, "save it again", target.line_of())
        parser.close()
    yield from target.taken()


def root_of(head: bytes) -> str:
    """Return the name of the first element of a text by its first bytes; empty if it is no XML."""
    is_utf16 = head[:2] in {b"\xff\xfe", b"\xfe\xff"}
    text = head.decode("utf-16" if is_utf16 else "utf-8-sig", "ignore").lstrip()
    while text.startswith("<"):
        if text.startswith("<!--"):
            text = text.partition("-->")[2].lstrip()
        elif text.startswith(("<?", "<!")):
            declared = _DECLARED.match(text)
            text = text[declared.end() :].lstrip() if declared else ""
        else:
            name = re.split(r"[\s/>]", text[1:], maxsplit=1)[0]
            return name.rpartition(":")[2]
    return ""


@contextmanager
def _told(source: Source, target: "_Target") -> Iterator[None]:
    """Turn what the parser raises into one problem of the file."""
    from defusedxml.common import DefusedXmlException  # noqa: PLC0415
    from defusedxml.ElementTree import ParseError  # noqa: PLC0415

    try:
        yield
    except ParseError as error:
        line, column = error.position
        said, hint = str(error).partition(":")[0], "save or download it again"
        if error.code == _INVALID_TOKEN and not _is_utf8(source):
            said, hint = "a byte that is not UTF-8", _NAME_ENCODING
        said = f"the file is damaged: {said} at column {column + 1}"
        told = refuse("R108", said, source.name, hint, line)
        if error.code == _JUNK_BEHIND_ROOT:
            raise SeveralRootsError(*told.diagnostics) from error
        raise told from error
    except DefusedXmlException as error:
        said = "the file declares a document type or entities, which are not read"
        hint = "remove the lines of <!DOCTYPE ...>"
        raise refuse("R122", said, source.name, hint, target.line_of()) from error
    except (LookupError, ValueError) as error:
        said = f"the text cannot be decoded: {error}"
        raise refuse("R103", said, source.name, "save it as UTF-8") from error


def _is_utf8(source: Source) -> bool:
    """Say whether a text is what XML is where it names no encoding, or names one itself."""
    if source.head[:2] in {b"\xff\xfe", b"\xfe\xff"} or _ENCODED.match(source.head):
        return True
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for piece in source.pieces():
            decoder.decode(piece)
    except UnicodeDecodeError:
        return False
    return True


class _Target:
    """Gather the wanted elements, and no more of the others than their names and ``name``."""

    def __init__(self, names: frozenset[str], source: Source) -> None:
        self.line_of: Callable[[], int] = lambda: 1
        self._names = names
        self._source = source
        self._done: list[Element] = []
        self._outer: list[Element] = []
        self._open: list[Element] = []
        self._size = 0

    def taken(self) -> list[Element]:
        """Return the elements that ended since the last time."""
        done, self._done = self._done, []
        return done

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        if len(self._outer) + len(self._open) > _MOST_DEPTH:
            raise refuse(
                "R108",
                "the file is nested too deeply",
                self._source.name,
                "write each report as one element",
                self.line_of(),
            )
        local = tag.rpartition("}")[2]
        plain = {key.rpartition("}")[2]: value for key, value in attributes.items()}
        element = Element(local, plain, self.line_of())
        if self._open:
            if self._grew(sum(map(len, plain.values())) + len(local) + 64):
                self._open[-1].children.append(element)
            self._open.append(element)
        elif local in self._names:
            element.within = tuple(one.text for one in self._outer if one.text)
            self._size = 0
            self._open.append(element)
        else:
            self._outer.append(Element(local, {}, element.line))

    def data(self, text: str) -> None:
        """Take text of the innermost element."""
        if self._open:
            if self._grew(len(text)):
                self._open[-1].parts.append(text)
        elif len(self._outer) > 1 and self._outer[-1].name == "name":
            above = self._outer[-2]
            above.parts = [("".join(above.parts) + text)[:_LONGEST_NAME]]

    def end(self, _: str) -> None:
        """End the innermost element."""
        if not self._open:
            self._outer.pop()
        elif len(self._open) == 1:
            self._done.append(self._open.pop())
        else:
            self._open.pop()

    def close(self) -> None:
        """Say nothing: what was open is damage, which the parser tells."""

    def _grew(self, count: int) -> bool:
        """Count what is held of an element; once it is too much, nothing of it is kept any more."""
        self._size += count
        root = self._open[0]
        if self._size > MOST_CHARACTERS:
            root.is_cut = True
            root.children.clear()
            root.parts.clear()
        return not root.is_cut
