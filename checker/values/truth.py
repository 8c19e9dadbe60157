"""Three-valued logic on arrays: AND is min, OR is max, NOT is 2 - x (Kleene 1952, section 64)."""

from enum import IntEnum
from typing import Literal

import numpy as np
from numpy.typing import NDArray

__all__ = ["Scope", "Truth", "TruthArray", "all_of", "any_of", "known", "negate", "truths"]

TruthArray = NDArray[np.int8]

Scope = Literal["some", "all"]
"""A prohibition is met by some bound member at some time; an exemption must cover all."""


class Truth(IntEnum):
    """Name the three answers of a test; the order makes AND a minimum and OR a maximum."""

    FALSE = 0
    UNKNOWN = 1
    TRUE = 2


def truths(count: int, value: Truth) -> TruthArray:
    """Return ``count`` times the same answer; shape (count,)."""
    return np.full(count, value, dtype=np.int8)


def known(flags: NDArray[np.bool_]) -> TruthArray:
    """Turn certain yes-no answers into TRUE and FALSE; same shape."""
    return np.where(flags, np.int8(Truth.TRUE), np.int8(Truth.FALSE))


def all_of(*parts: TruthArray) -> TruthArray:
    """AND the parts elementwise; all of one shape, at least one part."""
    folded: TruthArray = np.minimum.reduce(parts)
    return folded


def any_of(*parts: TruthArray) -> TruthArray:
    """OR the parts elementwise; all of one shape, at least one part."""
    folded: TruthArray = np.maximum.reduce(parts)
    return folded


def negate(part: TruthArray) -> TruthArray:
    """Negate elementwise; UNKNOWN stays UNKNOWN."""
    return (2 - part).astype(np.int8)
