"""Numbers that stand twice among very many: sorted part by part, on disk where it is several.

A part is 32 MiB. A hundred million numbers take 0.8 GB on disk, and the memory of ten million.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from tempfile import TemporaryFile
from typing import BinaryIO

import numpy as np

from checker.reports.strings import Hashes

__all__ = ["doubles_in"]

_PART = 1 << 22
_RANGES = 256
_EDGES = np.arange(1, _RANGES, dtype=np.uint64) << np.uint64(56)
"""Parts are compared range by range: all numbers of one have the same first byte."""


def doubles_in(parts: Iterable[Hashes]) -> Hashes:
    """Return what stands twice or more in the parts together, sorted, each once."""
    runs = _sorted_runs(parts)
    first, second = next(runs, _NONE), next(runs, None)
    if second is None:
        return _twice(first)
    with TemporaryFile() as file:
        cuts = []
        for run in chain((first, second), runs):
            cuts.append(np.concatenate(([0], np.searchsorted(run, _EDGES), [len(run)])))
            file.write(run.data)
        starts = np.cumsum([0, *(cut[-1] for cut in cuts)])
        spans = [start + cut for start, cut in zip(starts, cuts, strict=False)]
        found = [
            _twice(np.sort(np.concatenate([_read(file, at[one], at[one + 1]) for at in spans])))
            for one in range(_RANGES)
        ]
    return np.concatenate(found)


_NONE: Hashes = np.empty(0, dtype=np.uint64)


def _sorted_runs(parts: Iterable[Hashes]) -> Iterator[Hashes]:
    waiting: list[Hashes] = []
    count = 0
    for part in parts:
        waiting.append(part)
        count += len(part)
        if count >= _PART:
            yield np.sort(np.concatenate(waiting))
            waiting, count = [], 0
    if waiting:
        yield np.sort(np.concatenate(waiting))


def _read(file: BinaryIO, start: int, end: int) -> Hashes:
    file.seek(int(start) * _NONE.itemsize)
    return np.frombuffer(file.read(int(end - start) * _NONE.itemsize), dtype=np.uint64)


def _twice(values: Hashes) -> Hashes:
    """Return what stands twice or more among sorted values, each once."""
    return np.unique(values[1:][values[1:] == values[:-1]])
