"""Breaches of one unit between which it did not certainly leave, by columns."""

import numpy as np
from numpy.typing import NDArray

from checker.folds.sightings import Records, columns_of
from checker.language.core.pattern import FOREVER_US
from checker.values.window import InstantArray

__all__ = ["chains_of", "numbered"]

_SPLIT_US = 14 * 86_400 * 1_000_000
"""Two sightings farther apart than 14 days are two incidents (design, semantics, Many reports)."""

Codes = NDArray[np.intp]


def chains_of(seen: Records, clear: Records) -> tuple[Codes, Codes]:
    """Return an order of the breaches, and the number of each one's chain in that order; (n,).

    Chains are numbered as they come, and the first of each is its first breach. A chain ends where
    a proved compliant sighting lies certainly between (it starts after all before has ended, and
    ends before the next begins), or 14 days pass. A breach without a unit is a chain of its own.
    """
    both = (
        np.concatenate(pair)
        for pair in zip(columns_of(seen, "unit"), columns_of(clear, "unit"), strict=True)
    )
    unit = numbered(*both)
    unit, of_clear = unit[: len(seen)], unit[len(seen) :]
    keys = (seen["identity"], seen["to_us"], seen["from_us"], unit)
    order = np.lexsort(keys)
    unit, start, end = unit[order], seen["from_us"][order], seen["to_us"][order]
    is_first = np.diff(unit, prepend=-1) != 0
    before = end.copy()
    before[1:] = np.where(is_first[1:], end[1:], _greatest_so_far(unit, end)[:-1])
    is_first |= ~seen["unit"][order].any(axis=1)
    is_first |= start - before > _SPLIT_US
    is_first |= _cleared(unit, before, of_clear, clear) < start
    return order, np.cumsum(is_first) - 1


def numbered(*columns: NDArray[np.generic]) -> Codes:
    """Return a number for each row: from 0, the same for rows that are alike in all columns."""
    order = np.lexsort(columns)
    is_other = np.zeros(len(order), dtype=np.bool_)
    for column in columns:
        is_other[1:] |= column[order][1:] != column[order][:-1]
    found = np.empty(len(order), dtype=np.intp)
    found[order] = np.cumsum(is_other)
    return found


def _cleared(unit: Codes, after_us: InstantArray, of_clear: Codes, clear: Records) -> InstantArray:
    """Return when the first compliant sighting ends that starts after ``after_us``; (n,).

    Of those of the same unit; without one it is never.
    """
    never = np.full(len(unit), FOREVER_US)
    if not len(clear):
        return never
    order = np.lexsort((clear["from_us"], of_clear))
    group, start, end = of_clear[order], clear["from_us"][order], clear["to_us"][order]
    least = -_greatest_so_far(group[-1] - group[::-1], -end[::-1])[::-1]
    values = np.unique(np.concatenate((start, after_us)))
    own, asked = (
        groups * len(values) + np.searchsorted(values, instants)
        for groups, instants in ((group, start), (unit, after_us))
    )
    at = np.searchsorted(own, asked, side="right")
    next_ = np.minimum(at, len(group) - 1)
    has_one = (at < len(group)) & (group[next_] == unit)
    return np.where(has_one, least[next_], never)


def _greatest_so_far(group: Codes, values: InstantArray) -> InstantArray:
    """Return the greatest value of each group up to each row; groups rise; shape (n,)."""
    distinct, rank = np.unique(values, return_inverse=True)
    base = group * len(distinct)
    return distinct[np.maximum.accumulate(base + rank) - base]
