"""Which rows are alike: those that have the same of everything that is compared."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from checker.reports.batch import Lists

__all__ = ["alike", "list_codes", "text_codes"]

_MOST = 1 << 40
"""Codes are numbered anew before they could get too large for 64 bits."""


def alike(count: int, columns: Sequence[NDArray[np.generic]]) -> list[NDArray[np.intp]]:
    """Return the rows of ``count`` that have the same in every column, group by group.

    Columns hold whole numbers or flags and have shape (count,); rows ascend within a group.
    """
    if not count:
        return []
    code = np.zeros(count, dtype=np.int64)
    most = 1
    for column in columns:
        if (column == column[0]).all():
            continue
        values, index = np.unique(column, return_inverse=True)
        if most * len(values) > _MOST:
            known, code = np.unique(code, return_inverse=True)
            most = len(known)
        code, most = code * len(values) + index, most * len(values)
    order = np.argsort(code, kind="stable")
    cuts = np.flatnonzero(np.diff(code[order])) + 1
    return np.split(order, cuts)


def list_codes(lists: Lists, rows: NDArray[np.intp]) -> NDArray[np.int64]:
    """Return a number for what each of ``rows`` lists, as written: the same for the same list."""
    first, last = lists.offsets[rows], lists.offsets[rows + 1]
    if not len(lists.written):
        return np.full(len(rows), -1, dtype=np.int64)
    one = lists.written[np.minimum(first, len(lists.written) - 1)].astype(np.int64)
    found = np.where(last > first, one, -1)
    known: dict[bytes, int] = {}
    for at in np.flatnonzero(last - first > 1).tolist():
        listed = lists.written[first[at] : last[at]].tobytes()
        found[at] = -2 - known.setdefault(listed, len(known))
    return found


def text_codes(texts: Sequence[object]) -> NDArray[np.int64]:
    """Return a number for each text, or other value: the same for the same."""
    known: dict[object, int] = {}
    return np.array([known.setdefault(text, len(known)) for text in texts], dtype=np.int64)
