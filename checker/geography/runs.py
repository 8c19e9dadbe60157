"""Discs in which the side that the nearest stretch of a line tells changes only across the line."""

import numpy as np
from numpy.typing import NDArray

from checker.geography.pairs import Pairs

__all__ = ["is_one_run"]


def is_one_run(near: Pairs, is_loose: NDArray[np.bool_], *, is_ring: bool) -> NDArray[np.bool_]:
    """Say for which discs the pieces of a line near them are one run, and none of them is loose.

    ``near`` pairs n discs with the pieces within d + 2 r of their centres, d the line's distance
    and r the radius. Loose are the two pieces at the ends of an open line, and any that joins its
    parts and is not drawn.

    Then the told side changes in the disc only across what is drawn. For if it changed at a place q
    off the line, q would have two nearest places on it, one that tells left and one that tells
    right; both lie within d + r of q, hence in the ball of d + 2 r. The way from q to the one,
    along the run to the other, and back to q is a closed curve in that ball, which meets the line
    nowhere else. It leaves the line on its left and comes back on its right, so what follows the
    run on one side starts inside of the curve; it doesn't cross it, as a line that has sides does
    not cross itself, so it ends inside: a loose piece would be near. A ring has no such end.
    """
    found = ~np.logical_or.reduceat(is_loose[near.piece], near.first)
    if not is_ring:
        is_gap = np.zeros(len(near.piece), dtype=np.bool_)
        is_gap[1:] = (np.diff(near.piece) > 1) & (np.diff(near.point) == 0)
        found &= ~np.logical_or.reduceat(is_gap, near.first)
    return np.asarray(found)
