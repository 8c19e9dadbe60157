"""Where a disc lies to a region, as the reference says it, and between what its margin is."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Margin", "Placed", "least"]

FALSE, UNKNOWN, TRUE = 0, 1, 2
_SPACED_M = 20_000.0
"""No farther from a place of sampled ground is one that was looked at."""

Margin = tuple[float, float]
"""Two lengths between which the distance to the limit lies; one of them is 0 at worst."""


@dataclass(frozen=True)
class Placed:
    """Say whether a disc is in a region, why not known, and how far off (None: not stated).

    As far as ``told_m`` it may move for certain before an end of a line is anyone's nearest point.
    Of ground that was sampled (``is_ground``) the margin is a bound, 1 % + 1 m short at most.
    """

    truth: int
    reasons: frozenset[str] = frozenset()
    low_m: float | None = None
    high_m: float | None = None
    told_m: float = math.inf
    is_ground: bool = False

    @property
    def margin_m(self) -> Margin | None:
        """Return the end of the interval that is nearer to the limit, if place decides.

        Where a line loses its sides before, how far off that is is between ``told_m`` and the end.
        """
        near = {FALSE: self.low_m, TRUE: self.high_m}.get(self.truth)
        if near is None or not math.isfinite(near):
            return None
        told_m = self.told_m
        if self.is_ground:
            told_m = min(told_m - _SPACED_M, 0.99 * abs(near) - 1.0)
        sooner = math.copysign(min(abs(near), max(told_m, 0.0)), near)
        return min(near, sooner), max(near, sooner)


def least(margins: Iterable[Margin | None]) -> Margin | None:
    """Return the least favourable margin."""
    found = [margin for margin in margins if margin is not None]
    return (min(m[0] for m in found), min(m[1] for m in found)) if found else None
