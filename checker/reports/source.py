"""A file of reports as the user named it: its bytes and its hash."""

import hashlib
import io
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from checker.reports.remote import Remote, remote_of
from checker.values.diagnostic import CheckerError, Diagnostic
from checker.values.ledger import note_read, spoil
from checker.values.span import Span

__all__ = [
    "NO_FORM",
    "PIECE_BYTES",
    "STDIN",
    "Form",
    "Source",
    "Stamp",
    "refuse",
    "source_of",
]

PIECE_BYTES = 1 << 22
STDIN = "<stdin>"


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
class Form:
    """Hold what the user states of how files are written; each None if not.

    ``encoding`` is that of texts, as Python calls it; ``sheet`` the one of a workbook to read.
    """

    encoding: str | None = None
    sheet: str | None = None


NO_FORM = Form()
"""States nothing."""


@dataclass(frozen=True, slots=True)
class Source:
    """Hold one input: ``name`` as the user gave it; ``content`` only where it came from stdin.

    ``path`` is where it lies, on this machine or elsewhere; None for stdin.
    ``stamp`` tells whether the file is the one that was hashed; there is none of stdin. ``form`` is
    what the user states of it; ``unpack`` reads what is in a compressed file, of which ``head`` is
    then the start.
    """

    name: str
    path: Path | Remote | None
    content: bytes
    sha256: str
    head: bytes
    stamp: Stamp | None = None
    form: Form = NO_FORM
    unpack: Callable[[BinaryIO], BinaryIO] | None = None

    def open(self) -> BinaryIO:
        """Return the bytes from the start; raises ``CheckerError`` where they cannot be read."""
        stream = io.BytesIO(self.content) if self.path is None else _opened(self.path, self.name)
        return self.unpack(stream) if self.unpack else stream

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


def source_of(
    path: str, stdin: BinaryIO | None = None, name: str = "", form: Form = NO_FORM
) -> Source:
    """Return the input that lies under ``path``, which may be an address.

    ``-`` takes all of ``stdin`` into memory.

    ``name`` is what it is called, where that is not its path; ``form`` is what is stated of it.
    Raises ``CheckerError`` where there is no such file or it cannot be read.
    """
    if path == "-":
        spoil()  # stdin cannot be asked for its hash before it is read
        content = stdin.read() if stdin else b""
        sha = hashlib.sha256(content).hexdigest()
        return Source(name or STDIN, None, content, sha, content[:4096], form=form)
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
    return Source(name, remote or Path(path), b"", hashed.hexdigest(), head, stamp, form)


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
        if isinstance(path, Path):
            _refuse_pipe(path.stat().st_mode, name)
        return path.open("rb") if isinstance(path, Path) else path.open()
    except IsADirectoryError as error:
        raise refuse("R101", "this is a folder", name, "name the files in it") from error
    except OSError as error:
        said = (error.strerror or "it cannot be opened").lower()
        raise refuse("R101", f"cannot open the file: {said}", name, "check its name") from error


def _refuse_pipe(mode: int, name: str) -> None:
    """Raise ``CheckerError`` for a pipe or a device; opening one may wait without end."""
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        said = "this is a pipe or a device, which can be read only once"
        raise refuse("R101", said, name, "give it as stdin: name - and write < in front of it")


def _read(stream: BinaryIO, name: str) -> bytes:
    try:
        return stream.read(PIECE_BYTES)
    except OSError as error:
        said = (error.strerror or "an input error").lower()
        raise refuse("R101", f"cannot read the file: {said}", name, "copy it anew") from error
