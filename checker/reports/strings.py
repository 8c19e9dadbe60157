"""Texts that lie end to end, as Arrow holds them: a ``str`` is made where one is asked for.

A million ids are 10 MB here and 60 MB as Python objects, most of which nobody ever looks at.
"""

import hashlib
from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

__all__ = ["Hashes", "Strings", "hash_of", "strings_of"]

Hashes = NDArray[np.uint64]
Rows = NDArray[np.intp]

_FIRST_PLAIN, _LAST_PLAIN = ord("!"), ord("~")
"""No byte from here to there is, or is a part of, a character that ``str.strip`` takes away."""
_WORD = 8
_MOST_WORDS = 32
"""A text of more than 256 bytes is hashed for itself, not word by word with the others."""
_FACTOR = np.uint64(0x9E37_79B9_7F4A_7C15)  # 2^64 by the golden ratio: Knuth, TAOCP 3, 6.4
_HALF = np.uint64(32)
_MASKS = np.array([(1 << (8 * count)) - 1 for count in range(_WORD + 1)], dtype=np.uint64)


class Strings:
    """Hold n trimmed texts, empty where blank; ``array`` is of Arrow's strings, long or short."""

    def __init__(self, array: pa.Array) -> None:
        self.array = array
        _, offsets, data = array.buffers()
        kind = np.dtype(np.int64 if pa.types.is_large_string(array.type) else np.int32)
        count = len(array)
        self._offsets: NDArray[np.int64] = (
            np.frombuffer(offsets, kind, count + 1, array.offset * kind.itemsize)
            if count
            else np.zeros(1, dtype=np.int64)
        )
        self._data: NDArray[np.uint8] = np.frombuffer(data or b"", dtype=np.uint8)

    def __len__(self) -> int:
        return len(self.array)

    def __getitem__(self, row: int) -> str:
        start, end = self._offsets[row], self._offsets[row + 1]
        return self._data[start:end].tobytes().decode()

    def __iter__(self) -> Iterator[str]:
        return (text or "" for text in self.array.to_pylist())

    @property
    def bytes(self) -> NDArray[np.uint8]:
        """Return the bytes of all texts, end to end."""
        return self._data[self._offsets[0] : self._offsets[-1]]

    @property
    def sizes(self) -> NDArray[np.int64]:
        """Return how many bytes each takes; shape (n,)."""
        return np.diff(self._offsets)

    def may_have_edges(self) -> bool:
        """Say whether a text may begin or end with a blank of any kind."""
        starts, ends = self._offsets[:-1], self._offsets[1:]
        if not (is_given := starts < ends).all():
            starts, ends = starts[is_given], ends[is_given]
        edges = np.stack((self._data[starts], self._data[ends - 1]))
        return bool(((edges < _FIRST_PLAIN) | (edges > _LAST_PLAIN)).any())

    def take(self, rows: Rows) -> "Strings":
        """Return the texts at ``rows``, in that order."""
        at = pa.py_buffer(np.ascontiguousarray(rows, dtype=np.int64))
        return Strings(self.array.take(pa.Array.from_buffers(pa.int64(), len(rows), [None, at])))

    def is_rising(self) -> bool:
        """Say whether each comes after the one before: the shorter first, then by its bytes."""
        if len(self) < 2:  # noqa: PLR2004 - one has none before it
            return True
        steps = np.diff(self.sizes)
        if (steps < 0).any():
            return False
        is_less = pc.less(self.array.slice(0, len(self) - 1), self.array.slice(1))
        if steps.any():
            bits = np.frombuffer(is_less.buffers()[1], dtype=np.uint8)
            flags = np.unpackbits(bits, bitorder="little")[is_less.offset :][: len(steps)]
            return bool(((steps > 0) | (flags > 0)).all())
        return bool(pc.all(is_less).as_py())

    def hashes(self) -> Hashes:
        """Return a hash of 64 bits of each; equal texts have equal ones; shape (n,)."""
        first, last = int(self._offsets[0]), int(self._offsets[-1])
        # Eight zeros behind the last text, so that a whole word can be read at its end.
        data = np.concatenate((self._data[first:last], np.zeros(_WORD, dtype=np.uint8)))
        words = np.ndarray(last - first + 1, np.dtype("<u8"), data.data, strides=(1,))
        at, left = self._offsets[:-1].astype(np.int64) - first, self.sizes.astype(np.int64)
        found = left.astype(np.uint64)
        rows = np.flatnonzero(left > 0)
        for _ in range(_MOST_WORDS):
            if not len(rows):
                break
            is_all = len(rows) == len(found)
            found_now = found if is_all else found[rows]
            word = words[at if is_all else at[rows]]
            short = left if is_all else left[rows]
            if short.min() < _WORD:
                word = word & _MASKS[np.minimum(short, _WORD)]
            found_now = (found_now ^ word) * _FACTOR
            found_now ^= found_now >> _HALF
            found[rows] = found_now
            at, left = at + _WORD, left - _WORD
            rows = np.flatnonzero(left > 0)
        for row in rows.tolist():
            found[row] = hash_of(self[row])
        return found


def hash_of(text: str) -> int:
    """Return a hash of 64 bits of one text, the same on every machine."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")


def strings_of(texts: list[str]) -> Strings:
    """Return some texts, one after the other."""
    parts = [text.encode() for text in texts]
    offsets = np.zeros(len(parts) + 1, dtype=np.int64)
    np.cumsum([len(part) for part in parts], out=offsets[1:])
    buffers = [None, pa.py_buffer(offsets), pa.py_buffer(b"".join(parts))]
    return Strings(pa.Array.from_buffers(pa.large_string(), len(parts), buffers))
