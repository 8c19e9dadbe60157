"""What is told of a sighting of a unit, or a row of an event, under a clause and reading."""

import numpy as np
from numpy.typing import NDArray

__all__ = ["CLEAR", "PLACE", "SEEN", "Records", "columns_of"]

Records = NDArray[np.void]
"""Records of one kind; shape (n,)."""

PLACE = [("clause", "i4"), ("reading", "i4")]

CLEAR = np.dtype([*PLACE, ("unit", "u8", (2,)), ("from_us", "i8"), ("to_us", "i8")])
"""A proved compliant sighting of a unit: its name is a hash of 128 bits."""

SEEN = np.dtype(
    [
        *(*PLACE, ("unit", "u8", (2,)), ("event", "u8", (2,)), ("from_us", "i8"), ("to_us", "i8")),
        *(("identity", "u8"), ("file", "i4"), ("first", "i8"), ("row", "i4"), ("is_proved", "?")),
    ]
)
"""A breach by a unit, or of an event, or both: the hash is zero where the report names none.

``identity`` names the incident that would begin with it. ``file``, ``first`` and ``row`` tell the
report: its file, the number of the first row of its batch, and its place in it.
"""


def columns_of(records: Records, name: str) -> tuple[NDArray[np.generic], ...]:
    """Return the columns that tell apart what ``name`` means: by clause, reading and hash."""
    hashes = records[name]
    return records["clause"], records["reading"], hashes[:, 0], hashes[:, 1]
