"""A file of reports as the user named it: its bytes, its hash, and its text in UTF-8."""

import codecs
import hashlib
import io
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from checker.reports.remote import Remote, UnreachableError, remote_of
from checker.values.diagnostic import CheckerError, Diagnostic
from checker.values.ledger import note_read, spoil
from checker.values.span import Span

__all__ = [
    "PIECE_BYTES",
    "STDIN",
    "Encoding",
    "Source",
    "Stamp",
    "encoding_of",
    "refuse",
    "source_of",
]

PIECE_BYTES = 1 << 22
STDIN = "<stdin>"

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def refuse(code: str, message: str, file: str, hint: str = "", line: int = 1) -> CheckerError:
    """Return the error that refuses a whole file, located at its first line unless said."""
    return CheckerError(Diagnostic(code, message, Span(file, line, 1, line, 1), hint))


@dataclass(frozen=True, slots=True)
class Stamp:
    """Say which file it is and when it was written last; a file that is replaced has another."""

    device: int
    inode: int
    size: int
    at_ns: int

    @classmethod
    def of(cls, found: os.stat_result) -> "Stamp":
        """Return the stamp of a file."""
        return cls(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)

    @classmethod
    def at(cls, path: "Path | Remote") -> "Stamp":
        """Return the stamp of the file that lies there now; raises ``OSError`` where none does."""
        if isinstance(path, Path):
            return cls.of(path.stat())
        size, state = path.state()
        return cls(0, state, size, 0)


@dataclass(frozen=True, slots=True)
class Source:
    """Hold one input: ``name`` as the user gave it; ``content`` only where it came from stdin.

    ``path`` is where it lies, on this machine or elsewhere; None for stdin.

    ``stamp`` tells whether the file is the one that was hashed; there is none of stdin.
    """

    name: str
    path: Path | Remote | None
    content: bytes
    sha256: str
    head: bytes
    stamp: Stamp | None = None

    def open(self) -> BinaryIO:
        """Return the bytes from the start; raises ``CheckerError`` where they cannot be read."""
        if self.path is None:
            return io.BytesIO(self.content)
        return _opened(self.path, self.name)

    def refuse_changed(self) -> None:
        """Raise ``CheckerError`` where the file is no more what it was when it was hashed."""
        if self.path is None:
            return
        try:
            found = Stamp.at(self.path)
        except OSError:
            found = None
        if found != self.stamp:
            raise _changed(self.name)

    def pieces(self) -> Iterator[bytes]:
        """Yield the bytes in large pieces."""
        with self.open() as stream:
            while piece := stream.read(PIECE_BYTES):
                yield piece


@dataclass(frozen=True, slots=True)
class Encoding:
    """Say how a text is encoded, how many bytes its mark takes, and whether that was a guess."""

    name: str
    mark: int
    is_guess: bool

    def warnings(self, name: str) -> tuple[Diagnostic, ...]:
        """Return a warning where the encoding of the file ``name`` was guessed."""
        if not self.is_guess:
            return ()
        said = "the file is not UTF-8; it was read as Windows-1252"
        hint = "save it as UTF-8, and check the names with accents"
        return (Diagnostic("R152", said, Span(name, 1, 1, 1, 1), hint, "warning"),)

    def utf8_pieces(self, source: Source) -> Iterator[bytes]:
        """Yield the text as UTF-8 without its byte order mark; characters may be cut in two."""
        pieces = source.pieces()
        if self.name == "utf-8":
            yield from _without_mark(pieces, self.mark)
            return
        errors = "replace" if self.is_guess else "strict"
        decoder = codecs.getincrementaldecoder(self.name)(errors)
        try:
            for piece in _without_mark(pieces, self.mark):
                yield decoder.decode(piece).encode("utf-8", "replace")
            yield decoder.decode(b"", final=True).encode("utf-8", "replace")
        except UnicodeDecodeError as error:
            raise refuse(
                "R103", f"the text is not {self.name}: {error.reason}", source.name, "save as UTF-8"
            ) from error


def source_of(path: str, stdin: BinaryIO | None = None, name: str = "") -> Source:
    """Return the input that lies under ``path``, which may be an address.

    ``-`` takes all of ``stdin`` into memory.

    ``name`` is what it is called, where that is not its path.
    Raises ``CheckerError`` where there is no such file or it cannot be read.
    """
    if path == "-":
        spoil()  # stdin cannot be asked for its hash before it is read
        content = stdin.read() if stdin else b""
        sha = hashlib.sha256(content).hexdigest()
        return Source(name or STDIN, None, content, sha, content[:4096])
    name = name or path
    hashed = hashlib.sha256()
    head = b""
    remote = remote_of(path)
    if remote is not None:
        spoil()  # what lies elsewhere cannot be asked for its hash without reading it
    with _opened(remote or Path(path), name) as stream:
        stamp = _stamp(stream, remote)
        while piece := _read(stream, name):
            head = head or piece[:4096]
            hashed.update(piece)
        if _stamp(stream, remote) != stamp:
            raise _changed(name)
    if remote is None:
        note_read(path, hashed.hexdigest())
    return Source(name, remote or Path(path), b"", hashed.hexdigest(), head, stamp)


def encoding_of(source: Source) -> Encoding:
    """Return the encoding: what the byte order mark says, else UTF-8, else Windows-1252.

    A text without a mark is UTF-8 only if every byte of it is; the whole file is looked at, so that
    no row is read in one encoding and the next in another. Raises ``CheckerError`` for a text that
    holds a zero byte in every other place.
    """
    for mark, name in _BOMS:
        if source.head.startswith(mark):
            return Encoding(name, len(mark), is_guess=False)
    if len(source.head) > 1 and source.head.count(0) * 3 > len(source.head):
        raise refuse(
            "R103",
            "the text looks like UTF-16 without a byte order mark",
            source.name,
            "save it as UTF-8",
        )
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for piece in source.pieces():
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return Encoding("cp1252", 0, is_guess=True)
    return Encoding("utf-8", 0, is_guess=False)


def _changed(name: str) -> CheckerError:
    return refuse(
        "R111",
        "the file changed while it was read",
        name,
        "wait until it is written to the end, or read a copy of it",
    )


def _stamp(stream: BinaryIO, remote: Remote | None) -> Stamp:
    return Stamp.of(os.fstat(stream.fileno())) if remote is None else Stamp.at(remote)


def _opened(path: Path | Remote, name: str) -> BinaryIO:
    try:
        return path.open("rb") if isinstance(path, Path) else path.open()
    except IsADirectoryError as error:
        raise refuse("R101", "this is a folder", name, "name the files in it") from error
    except UnreachableError as error:
        raise refuse("R114", f"cannot open the file: {error}", name, error.hint) from error
    except OSError as error:
        said = (error.strerror or "it cannot be opened").lower()
        raise refuse("R101", f"cannot open the file: {said}", name, "check its name") from error


def _read(stream: BinaryIO, name: str) -> bytes:
    try:
        return stream.read(PIECE_BYTES)
    except OSError as error:
        said = (error.strerror or "an input error").lower()
        raise refuse("R101", f"cannot read the file: {said}", name, "copy it anew") from error


def _without_mark(pieces: Iterator[bytes], mark: int) -> Iterator[bytes]:
    for number, piece in enumerate(pieces):
        yield piece[mark:] if number == 0 else piece
