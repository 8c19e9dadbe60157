"""Which of the borders that were measured a margin is to: the one whose edge lies just that far."""

from collections.abc import Sequence

from checker.findings.finding import Finding, Measured

__all__ = ["SAME_M", "drawn_to", "limited_by", "told_of"]

SAME_M = 2e-3
"""A margin and the two ends of a distance are each rounded to a millimetre."""


def limited_by(margin_m: float | None, measured: Sequence[Measured]) -> Measured | None:
    """Return the distance whose limit a margin is to, None where it is to no limit.

    A region of several parts has several limits, and one of them decides. Where a report is but one
    of several that count, or its margin ends where a line has no side, it is none of them.
    """
    return next((one for one in measured if _is_off(margin_m, _past_limit(one))), None)


def drawn_to(margin_m: float | None, measured: Sequence[Measured]) -> Measured | None:
    """Return the distance to the place whose drawn border itself a margin is to, None for none."""
    return next((one for one in measured if _is_off(margin_m, (one.low_m, one.high_m))), None)


def told_of(finding: Finding) -> Measured | None:
    """Return the distance that tells most of a finding, None where none was measured.

    Under several readings there are several lines: it is one of the gravest reading. Of several
    borders it is the one to which the margin is: by another's the answer can't be checked.
    """
    gravest = min(finding.readings, key=lambda reading: reading.standing, default=None)
    measured = (gravest.measured if gravest is not None else ()) or finding.measured
    known = [one for one in measured if one.low_m is not None and one.high_m is not None]
    margin_m = gravest.margin_m if gravest is not None else finding.margin_m
    first = next(iter([*known, *measured]), None)
    return limited_by(margin_m, known) or drawn_to(margin_m, known) or first


def _past_limit(one: Measured) -> tuple[float | None, ...]:
    """Return how far the ends of a distance lie from the limits that are nearest to each.

    A limit that nobody published is none to be far from.
    """
    if one.limit_high_m is None:
        return ()
    return _less(one.low_m, one.limit_high_m), _less(one.high_m, one.limit_low_m)


def _less(end_m: float | None, limit_m: float | None) -> float | None:
    return end_m - limit_m if end_m is not None and limit_m is not None else None


def _is_off(margin_m: float | None, ends_m: tuple[float | None, ...]) -> bool:
    """Say whether one of the ends lies as far off as the margin says, on either side."""
    if margin_m is None:
        return False
    return any(end is not None and abs(abs(end) - abs(margin_m)) <= SAME_M for end in ends_m)
