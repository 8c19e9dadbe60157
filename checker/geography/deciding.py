"""How large discs may be and still be decided: what would decide them, how far they may move."""

import numpy as np
from numpy.typing import NDArray

from checker.geography.discs import FloatArray
from checker.geography.legs import EVERYTHING, Span
from checker.geography.tree import Raws, Tree, signed_span
from checker.values.truth import Truth, TruthArray

__all__ = ["deciding_radius_m", "kept", "near_end_m", "truth_of"]

_CLOSE_M = 1e-6


def truth_of(span: Span, slack_m: FloatArray) -> TruthArray:
    """Say where signed intervals lie; an end nearer to 0 than ``slack_m`` decides nothing."""
    low, high = span
    return np.select(
        [high < -slack_m, low > slack_m],
        [np.int8(Truth.TRUE), np.int8(Truth.FALSE)],
        np.int8(Truth.UNKNOWN),
    ).astype(np.int8)


def near_end_m(span: Span) -> FloatArray:
    """Return how far from 0 the near ends of intervals are that 0 is not in."""
    low, high = span
    return np.where(high < 0.0, -high, low)


def deciding_radius_m(tree: Tree, raws: Raws, slack_m: FloatArray) -> FloatArray:
    """Return the largest radius that would decide, shape (n,); NaN where none would.

    The ends of the interval move out by the radius, so it is the interval's distance from 0 at
    radius 0; near an open end of a line, where a smaller disc may tell its side, it is searched.
    """
    zero = np.zeros(len(slack_m))
    span = signed_span(tree, raws, zero, EVERYTHING)
    most = near_end_m(span) - 2.0 * slack_m
    is_open = (truth_of(span, slack_m) == Truth.UNKNOWN) | ~np.isfinite(most)
    found = _searched(tree, raws, (zero, np.where(is_open, 0.0, np.maximum(most, 0.0))), slack_m)
    return np.floor(np.where(is_open, np.nan, found) * 1e3) / 1e3


def kept(tree: Tree, raws: Raws, radius_m: FloatArray, span: Span, slack_m: FloatArray) -> Span:
    """Return the signed intervals of discs, their near ends no farther than the answer is kept.

    A disc that moves by m stays in that which is larger by m. Where that is not decided, since it
    reaches ground on which a line has no side, there is a limit that is nearer than any drawn one.
    """
    low, high = span
    if all(raw.stretch is None for raw in raws.values()):
        return span
    truth, near_m = truth_of(span, slack_m), near_end_m(span)
    is_found = (truth != Truth.UNKNOWN) & np.isfinite(near_m) & np.isfinite(radius_m)
    rows = np.flatnonzero(is_found)
    some, slack = {key: raw.take(rows) for key, raw in raws.items()}, slack_m[rows]
    most_m = radius_m[rows] + np.maximum(near_m[rows] - 2.0 * slack, 0.0)
    found_m = _searched(tree, some, (radius_m[rows], most_m), slack)
    short_m = np.maximum(found_m - radius_m[rows], slack)
    near_m[rows] = np.where(found_m < most_m, short_m, near_m[rows])
    return np.where(truth == Truth.FALSE, near_m, low), np.where(truth == Truth.TRUE, -near_m, high)


def _searched(tree: Tree, raws: Raws, ends: Span, slack_m: FloatArray) -> FloatArray:
    """Return the second of two radii where it decides; else the largest that does from the first.

    The first decides wherever it differs from the second; so do all up to the largest.
    """
    least, most = ends
    rows = np.flatnonzero((most > least) & ~_is_decided(tree, raws, most, slack_m))
    found = most.copy()
    some, slack = {key: raw.take(rows) for key, raw in raws.items()}, slack_m[rows]
    lower, upper = least[rows], most[rows]
    while (upper - lower > _CLOSE_M).any():
        middle = 0.5 * (lower + upper)
        decided = _is_decided(tree, some, middle, slack)
        lower, upper = np.where(decided, middle, lower), np.where(decided, upper, middle)
    found[rows] = lower
    return found


def _is_decided(
    tree: Tree, raws: Raws, radius_m: FloatArray, slack_m: FloatArray
) -> NDArray[np.bool_]:
    span = signed_span(tree, raws, radius_m, EVERYTHING)
    return np.asarray(truth_of(span, slack_m) != Truth.UNKNOWN)
