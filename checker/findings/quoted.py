"""The distance that a source itself gave, beside those that were measured."""

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from checker.findings.message import length
from checker.geography.discs import FloatArray

__all__ = ["Span", "quoted_note", "quoted_of", "unlike"]

Span = tuple[float, float]
"""The least and the greatest signed distance, metres; NaN where nothing is known."""


def quoted_of(quoted_m: FloatArray) -> FloatArray:
    """Return quoted distances, -1 where a report quotes none: a value that is equal to itself."""
    return np.where(np.isnan(quoted_m), -1.0, quoted_m)


def unlike(quoted_m: FloatArray, spans_of: Callable[[int], Iterable[Span]]) -> NDArray[np.bool_]:
    """Say where a quoted distance is none of those measured, whatever they are to; shape (n,).

    ``spans_of`` gives what was measured of a row: where that is nothing, any distance may be right.
    """
    found = np.zeros(len(quoted_m), dtype=np.bool_)
    for at in np.flatnonzero(np.isfinite(quoted_m)).tolist():
        found[at] = not _fits(float(quoted_m[at]), spans_of(at))
    return found


def quoted_note(quoted_m: float, *, is_unlike: bool) -> str:
    """Return what a finding says of a quoted distance."""
    said = f"the source itself gives {length(quoted_m)}"
    return f"{said}, which does not fit what is measured here" if is_unlike else said


def _fits(quoted_m: float, measured: Iterable[Span]) -> bool:
    """Say whether a distance, as good as its digits, may be one of those measured.

    It is good to half a unit of its last digit that is no nought, to 2.5 where that is a five.
    """
    off_m = _off_m(quoted_m)
    spans = [_unsigned(span) for span in measured if np.isfinite(span).all()]
    return not spans or any(low - off_m <= quoted_m <= high + off_m for low, high in spans)


def _unsigned(span: Span) -> Span:
    """Return the least and the greatest length of signed distances: across a line it is 0."""
    low_m, high_m = span
    ends = abs(low_m), abs(high_m)
    return (0.0 if low_m <= 0.0 <= high_m else min(ends)), max(ends)


def _off_m(quoted_m: float) -> float:
    digits = f"{quoted_m:.0f}"
    kept = digits.rstrip("0")
    step = 10.0 ** (len(digits) - len(kept))
    return (2.5 if kept.endswith("5") else 0.5) * step if kept else 0.5
