"""Say again what a run said: record it while it is said, and play it back."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TextIO

from checker.cache.answer import Answer, Piece
from checker.cli.whole import whole
from checker.values.ledger import MOST_BYTES

__all__ = ["Said", "overheard", "play"]


class Said:
    """Collect what is written to stdout and stderr, in the order in which it is written."""

    def __init__(self) -> None:
        self._parts: list[tuple[str, bytearray]] = []
        self._bytes = 0

    @property
    def is_whole(self) -> bool:
        """Say whether all was collected; what is too large to be kept is dropped."""
        return self._bytes <= MOST_BYTES

    def add(self, to: str, content: bytes) -> None:
        """Take what was written to ``out`` or ``err``."""
        self._bytes += len(content)
        if not self.is_whole:
            self._parts.clear()
        elif self._parts and self._parts[-1][0] == to:
            self._parts[-1][1].extend(content)
        else:
            self._parts.append((to, bytearray(content)))

    def pieces(self) -> tuple[Piece, ...]:
        """Return what was said."""
        return tuple(Piece(to, bytes(content)) for to, content in self._parts)


@contextmanager
def overheard() -> Iterator[Said | None]:
    """Collect what is said on stdout and stderr within; None where a stream takes no bytes."""
    said, streams = Said(), (sys.stdout, sys.stderr)
    if not all(_takes_bytes(stream) for stream in streams):
        yield None
        return
    for stream in streams:
        stream.flush()
    teed = (_teed("out", sys.stdout, said), _teed("err", sys.stderr, said))
    sys.stdout, sys.stderr = teed
    try:
        yield said
    finally:
        for stream in teed:
            with suppress(OSError, ValueError):  # who read it has gone; the caller was told
                stream.detach()
        sys.stdout, sys.stderr = streams


def play(answer: Answer) -> None:
    """Write what a run said and wrote; its files first, as a run that fails to write says nothing.

    Raises ``OSError`` where a file cannot be written.
    """
    for piece in answer.pieces:
        if piece.to == "file":
            with whole(Path(piece.path), is_binary=True) as stream:
                stream.write(piece.content)
    for piece in answer.pieces:
        if piece.to != "file":
            stream = sys.stdout if piece.to == "out" else sys.stderr
            stream.flush()
            stream.buffer.write(piece.content)
            stream.buffer.flush()


class _Tee(io.BufferedIOBase):
    """Write to a stream, and tell what was written."""

    def __init__(self, to: str, stream: BinaryIO, said: Said) -> None:
        self._to, self._stream, self._said = to, stream, said

    @property
    def name(self) -> str:
        return f"<std{self._to}>"

    def write(self, content: "bytes | bytearray | memoryview", /) -> int:  # type: ignore[override]
        done = self._stream.write(content)
        self._said.add(self._to, bytes(content))
        return done

    def flush(self) -> None:
        self._stream.flush()

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self._stream.isatty()

    def fileno(self) -> int:
        return self._stream.fileno()

    def close(self) -> None:
        """Leave the stream open, which is not ours."""


def _takes_bytes(stream: TextIO | None) -> bool:
    """Say whether bytes can be written to a stream; to one that was closed they cannot."""
    try:
        return stream is not None and hasattr(stream, "buffer")
    except OSError:
        return False


def _teed(to: str, stream: TextIO, said: Said) -> io.TextIOWrapper:
    return io.TextIOWrapper(
        _Tee(to, stream.buffer, said),
        encoding=stream.encoding,
        errors=stream.errors,
        newline="\n" if to == "out" else None,
        line_buffering=True,
        write_through=True,
    )
