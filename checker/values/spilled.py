"""Rows of numbers on shelves: in memory while they are few, then on disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import BinaryIO, Generic, TypeVar
from weakref import finalize

import numpy as np
from numpy.typing import NDArray

from checker.values.diagnostic import CheckerError, Diagnostic

__all__ = ["Shelf", "Spilled"]

Shelf = NDArray[np.uint8]
"""The shelf of each row: rows that may belong together stay together; shape (n,)."""

Row = TypeVar("Row", bound=np.generic)

_SHELVES = 256
_MOST_BYTES = 1 << 25


class Spilled(Generic[Row]):
    """Take rows of one kind, numbers or records, and give them back part by part.

    The rows of a shelf are all in one part. ``most_bytes`` (32 MiB) are held in memory, and what is
    more goes to a file without a name, which is gone with this object: one part holds all rows
    until then, and each shelf is one afterwards. Raises ``CheckerError`` where there is no room on
    disk; ``what`` names the rows in it.
    """

    def __init__(self, kind: np.dtype[Row], what: str, most_bytes: int | None = None) -> None:
        self._kind = kind
        self._what = what
        self._most_bytes = _MOST_BYTES if most_bytes is None else most_bytes
        self._held: list[tuple[NDArray[Row], Shelf]] = []
        self._bytes = 0
        self._file: BinaryIO | None = None
        self._cuts: list[NDArray[np.intp]] = []

    @property
    def is_on_disk(self) -> bool:
        """Say whether rows went to disk, so that there is a part for each shelf."""
        return self._file is not None

    def add(self, rows: NDArray[Row], shelves: Shelf) -> None:
        """Take rows and their shelves, both of shape (n,)."""
        if not len(rows):
            return
        self._held.append((rows, shelves))
        self._bytes += rows.nbytes
        if self._bytes > self._most_bytes:
            self.spill()

    def spill(self) -> None:
        """Let what is held go to disk."""
        rows, shelves = self._taken()
        order = np.argsort(shelves, kind="stable")
        with self._room():
            if self._file is None:
                self._file = TemporaryFile()  # noqa: SIM115 - it lives as long as this object
                finalize(self, self._file.close)
            first = self._file.seek(0, 2) // self._kind.itemsize
            self._file.write(rows[order].view(np.uint8).data)
            self._file.flush()
        self._cuts.append(first + np.searchsorted(shelves[order], np.arange(_SHELVES + 1)))
        self._held, self._bytes = [], 0

    def parts(self) -> Iterator[NDArray[Row]]:
        """Yield the rows part by part, in the order in which they came."""
        if self._file is None:
            yield self._taken()[0]
            return
        if self._held:
            self.spill()
        for shelf in range(_SHELVES):
            spans = [cuts[shelf : shelf + 2].tolist() for cuts in self._cuts]
            with self._room():
                rows = [self._read(self._file, *span) for span in spans]
            yield np.concatenate(rows)

    def _taken(self) -> tuple[NDArray[Row], Shelf]:
        if not self._held:
            return np.empty(0, self._kind), np.empty(0, np.uint8)
        rows, shelves = zip(*self._held, strict=True)
        return np.concatenate(rows), np.concatenate(shelves)

    def _read(self, file: BinaryIO, start: int, end: int) -> NDArray[Row]:
        file.seek(start * self._kind.itemsize)
        return np.frombuffer(file.read((end - start) * self._kind.itemsize), self._kind)

    @contextmanager
    def _room(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            said = (error.strerror or "an output error").lower()
            hint = (
                "free some space there, or name another folder in TMPDIR: "
                f"{self._kind.itemsize} bytes for each of them"
            )
            message = f"{self._what} cannot be sorted on disk: {said}"
            raise CheckerError(Diagnostic("R112", message, None, hint)) from error
