"""Numbers that stand twice among very many: sorted part by part, on disk where they are many.

Of a hundred million numbers 32 MiB are held at a time, and 0.8 GB lie on disk.
"""

from collections.abc import Iterable

import numpy as np

from checker.reports.strings import Hashes
from checker.values.spilled import Spilled

__all__ = ["doubles_in"]

_KIND = np.dtype(np.uint64)
_ABOVE = np.uint64(56)


def doubles_in(parts: Iterable[Hashes]) -> Hashes:
    """Return what stands twice or more in the parts together, sorted, each once.

    Raises ``CheckerError`` where there is no room on disk for very many.
    """
    spilled = Spilled(_KIND, "the ids")
    for part in parts:
        # A shelf is the first byte, so that the shelves are in the order of their numbers.
        spilled.add(part, (part >> _ABOVE).astype(np.uint8))
    return np.concatenate([_twice(np.sort(part)) for part in spilled.parts()])


def _twice(values: Hashes) -> Hashes:
    """Return what stands twice or more among sorted values, each once."""
    return np.unique(values[1:][values[1:] == values[:-1]])
