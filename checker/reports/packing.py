"""Files that were compressed as a whole, `.gz` and `.zst`: read as they unpack, with bounds.

The file keeps its name and the hash of its bytes as they lie there; lines count in what is in it.
"""

import io
import zipfile
import zlib
from dataclasses import replace
from functools import partial
from pathlib import PurePath
from typing import BinaryIO, Protocol

import pyarrow as pa

from checker.reports.source import Source, refuse

__all__ = ["DAMAGES", "PACKINGS", "Unpacking", "inner_suffix", "most_unpacked", "unpacked"]

PACKINGS = {
    ".gz": ("gzip", b"\x1f\x8b"),
    ".zst": ("zstd", b"\x28\xb5\x2f\xfd"),
}
"""By the end of the name: what pyarrow calls it, and its first bytes (RFC 1952; RFC 8878)."""

DAMAGES = (
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
    pa.ArrowException,
    zipfile.BadZipFile,
    zlib.error,
)
"""What reading something damaged, encrypted or foreign raises, by pyarrow and by zipfile."""

_LEAST_BOUND = 1 << 28
_MOST_TIMES = 200
_HEAD_BYTES = 4096


def most_unpacked(packed: int) -> int:
    """Return how many bytes may come out of so many packed ones.

    Tables of text shrink to a tenth or so, rarely to a hundredth: 200 times and at least 256 MiB
    leave room for all of them, and none for what is packed to fill a disk.
    """
    return max(_LEAST_BOUND, _MOST_TIMES * packed)


def inner_suffix(name: str) -> str:
    """Return the end of the name of what is in a file: ``.csv`` of ``r.csv.gz``."""
    suffix = PurePath(name).suffix.lower()
    return PurePath(PurePath(name).stem).suffix.lower() if suffix in PACKINGS else suffix


def unpacked(source: Source) -> Source:
    """Return the input as what is in it, told by the end of its name; on stdin by its first bytes.

    An input that is not compressed is returned as it is. Raises ``CheckerError`` where it is cut
    off; so does reading on, where it is damaged further on, or unpacks to too much.
    """
    kind = PACKINGS.get(PurePath(source.name).suffix.lower(), ("", b""))[0]
    if source.path is None:
        starts = {start: one for one, start in PACKINGS.values()}
        kind = next((one for start, one in starts.items() if source.head.startswith(start)), "")
    if not kind:
        return source
    size = source.stamp.size if source.stamp else len(source.content)
    found = replace(source, unpack=partial(_stream, kind, source.name, most_unpacked(size)))
    with found.open() as stream:
        return replace(found, head=stream.read(_HEAD_BYTES))


def _stream(kind: str, name: str, most: int, packed: BinaryIO) -> BinaryIO:
    stream = pa.CompressedInputStream(packed, kind)
    return io.BufferedReader(Unpacking(stream, packed, name, most))


class _Stream(Protocol):
    def read(self, size: int, /) -> bytes: ...


class Unpacking(io.RawIOBase):
    """Read ``stream``, which unpacks what is ``packed``, with the problems of the file ``name``.

    Raises ``CheckerError`` where it is damaged, or yields more bytes than ``most``.
    """

    def __init__(self, stream: _Stream, packed: BinaryIO, name: str, most: int) -> None:
        super().__init__()
        self._stream = stream
        self._packed = packed
        self._name = name
        self._most = most
        self._count = 0

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        """Fill the buffer, by less than its size only at the end."""
        try:
            piece = self._stream.read(len(buffer))
        except DAMAGES as error:
            said = "the file is damaged: it cannot be unpacked to its end"
            raise refuse("R108", said, self._name, "copy or download it again") from error
        self._count += len(piece)
        if self._count > self._most:
            raise refuse(
                "R121",
                f"the file unpacks to more than {self._most >> 20} MiB",
                self._name,
                "unpack it by hand, and look at what is in it",
            )
        buffer[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        """Let go of the file."""
        self._packed.close()
        super().close()
