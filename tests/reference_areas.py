"""A report that names its area: every point of disc AND area is asked, by dense sampling.

Only as good as its samples: worlds keep named areas clear of the limits by more than a kilometre,
or draw them round whole discs.
"""

import math
from collections.abc import Callable
from functools import cache

from checker.geography.region import AllOf, AnyOf, Everywhere, Named, Not, Region
from checker.geography.shapes import Area, Box, Circle
from tests.reference_geodesy import Curve, Place, distance_m, move
from tests.reference_placed import Placed
from tests.reference_places import areal, depth, grounds, holds, outline

__all__ = ["locate_in_area"]

FALSE, UNKNOWN, TRUE = 0, 1, 2
_SAMPLES = 24


def locate_in_area(region: Region, area: Region, centre: Place | None, radius_m: float) -> Placed:
    """Test disc AND area against a region."""
    if not areal(area):
        return _open("place_vague")
    accuracy = max((e for _, e in outline(area)), default=0.0)
    radius = math.inf if math.isnan(radius_m) else radius_m
    seen = _seen(region, area)
    if centre is not None and math.isfinite(radius):
        away = depth(area, centre, exact=False)
        alone = _at(seen, centre, radius)
        is_missed = away[0] - radius > 0.0
        if not is_missed and (alone.truth != UNKNOWN or away[1] + radius < 0.0):
            return alone
    spots = _spots(area, centre, radius, accuracy)
    if not spots:
        return _open("place_unresolved")
    answers = [_at(seen, p, accuracy) for p in spots]
    truths = {answer.truth for answer in answers}
    if len(truths) == 1 and UNKNOWN not in truths:
        return _all_over(seen, area, answers, spots)
    # A perfect position helps if it is decided somewhere in the area; else what is open there does.
    open_there = frozenset[str]() if truths != {UNKNOWN} else _open_at(region, spots)
    return _open(*(open_there or {"place_vague"}))


def _open(*reasons: str) -> Placed:
    return Placed(UNKNOWN, frozenset(reasons))


def _seen(region: Region, area: Region) -> Region:
    """Return a region in which the places that the area alone decides are decided."""
    match region:
        case Named(shape=Area() | Box() | Circle()):
            known = _known(region, area)
            if known is None:
                return region
            return Everywhere() if known == TRUE else Not(Everywhere())
        case AnyOf(parts=parts) | AllOf(parts=parts):
            return type(region)(tuple(_seen(part, area) for part in parts))
        case Not(part=part):
            return Not(_seen(part, area))
        case _:
            return region


def _spots(area: Region, centre: Place | None, radius: float, accuracy_m: float) -> list[Place]:
    """Return places that the position may be at, but for the accuracy of the area's outline."""
    spots = list(_ground(area))
    if centre is None:
        return spots
    spots = [p for p in spots if distance_m(centre, p) <= radius + accuracy_m]
    rings = [move(centre, t * 22.5, radius * k / 6) for t in range(16) for k in range(1, 7)]
    reached = [centre, *rings] if math.isfinite(radius) else [centre]
    return spots + [p for p in reached if depth(area, p, exact=True)[0] <= accuracy_m]


def _all_over(seen: Region, area: Region, answers: list[Placed], spots: list[Place]) -> Placed:
    """Return the near end of the signed interval: that of the least clear place of the ground.

    Along each edge of the outline it is searched for, between the samples that lie beside the best.
    """
    accuracy = max((e for _, e in outline(area)), default=0.0)
    least = min(_clear_m(answer) for answer in answers)
    held = set(spots)
    for curve, _ in outline(area):
        us = [u for u in _spread(curve) if curve.at(u) in held]
        clear = _clear_along(seen, curve, accuracy)
        if us:
            step = (curve.u_end - curve.u_start) / _SAMPLES
            best = min(us, key=clear)
            low, high = max(best - step, curve.u_start), min(best + step, curve.u_end)
            least = min(least, clear(_lowest(clear, low, high)))
    return Placed(
        answers[0].truth,
        low_m=least if answers[0].truth == FALSE else None,
        high_m=-least if answers[0].truth == TRUE else None,
        told_m=min(answer.told_m for answer in answers),
        is_ground=True,
    )


def _clear_along(seen: Region, curve: Curve, accuracy_m: float) -> Callable[[float], float]:
    return lambda u: _clear_m(_at(seen, curve.at(u), accuracy_m))


def _lowest(value: Callable[[float], float], low: float, high: float) -> float:
    """Return where a function that has one valley is least, by thirds."""
    for _ in range(25):
        left, right = low + (high - low) / 3.0, high - (high - low) / 3.0
        low, high = (low, right) if value(left) < value(right) else (left, high)
    return (low + high) / 2.0


def _clear_m(answer: Placed) -> float:
    """Return how far from another answer a place lies, by all its doubt."""
    end = answer.low_m if answer.truth == FALSE else answer.high_m
    return math.inf if end is None else abs(end)


def _open_at(region: Region, spots: list[Place]) -> frozenset[str]:
    found = [_at(region, p, 0.0) for p in spots]
    if any(one.truth != UNKNOWN for one in found):
        return frozenset()
    return frozenset(reason for one in found for reason in one.reasons)


@cache
def _ground(area: Region) -> tuple[Place, ...]:
    rim = [curve.at(u) for curve, _ in outline(area) for u in _spread(curve)]
    lons, lats = [p[0] for p in rim], [p[1] for p in rim]
    steps = [i / 14 for i in range(15)]
    grid = [
        (min(lons) + (max(lons) - min(lons)) * a, min(lats) + (max(lats) - min(lats)) * b)
        for a in steps
        for b in steps
    ]
    return (*rim, *(p for p in grid if holds(area, p)))


def _spread(curve: Curve) -> list[float]:
    span = curve.u_end - curve.u_start
    return [curve.u_start + span * i / _SAMPLES for i in range(_SAMPLES + 1)]


@cache
def _at(region: Region, p: Place, radius_m: float) -> Placed:
    """Test a disc against a region, without its named area."""
    from tests.reference_region import Disc, locate  # noqa: PLC0415

    return locate(region, Disc(p, radius_m, None))


@cache
def _known(region: Named, area: Region) -> int | None:
    """Say TRUE for the very area, FALSE for one that shares only a border with it."""
    if any(g.shape == region.shape for g in grounds(area)) and isinstance(area, Named):
        return TRUE
    rim = [curve.at(u) for curve, _ in outline(area) for u in _spread(curve)]
    if all(abs(depth(region, p, exact=True)[0]) > 1.0 for p in rim):
        return None
    inner = [p for p in _ground(area) if depth(area, p, exact=True)[0] < -1.0]
    return None if any(depth(region, p, exact=True)[0] < 0.0 for p in inner) else FALSE
