"""A report that names its area: every point of disc AND area is asked, by dense sampling.

Only as good as its samples: worlds keep named areas clear of the limits by more than a kilometre.
"""

import math
from collections.abc import Callable
from functools import cache

from checker.geography.region import AllOf, AnyOf, Everywhere, Named, Not, Region
from checker.geography.shapes import Area, Box, Circle, Undrawn
from tests.reference_geodesy import Curve, Place, distance_m, move
from tests.reference_places import areal, depth, grounds, holds, outline

__all__ = ["locate_in_area"]

FALSE, UNKNOWN, TRUE = 0, 1, 2
Answer = tuple[int, frozenset[str]]


def locate_in_area(region: Region, area: Region, centre: Place | None, radius_m: float) -> Answer:
    """Test disc AND area against a region; returns a truth and its reasons."""
    if not areal(area):
        return UNKNOWN, frozenset({"place_vague"})
    accuracy = max((e for _, e in outline(area)), default=0.0)
    radius = math.inf if math.isnan(radius_m) else radius_m
    spots = list(_ground(area))
    if centre is not None:
        spots = [p for p in spots if distance_m(centre, p) <= radius + accuracy]
        rings = (
            [move(centre, t * 22.5, radius * k / 6) for t in range(16) for k in range(1, 7)]
            if (math.isfinite(radius) and radius)
            else []
        )
        spots += [p for p in [centre, *rings] if depth(area, p, exact=True)[0] <= accuracy]
    if not spots:
        return UNKNOWN, frozenset({"place_unresolved"})
    answers = {_at(region, area, p, accuracy) for p in spots}
    if len(answers) == 1 and UNKNOWN not in answers:
        return answers.pop(), frozenset()
    # A perfect position helps if it is decided somewhere in the area; else what is open there does.
    open_there = frozenset[str]() if answers != {UNKNOWN} else _open_at(region, spots)
    return UNKNOWN, open_there or frozenset({"place_vague"})


def _open_at(region: Region, spots: list[Place]) -> frozenset[str]:
    from tests.reference_region import Disc, locate  # noqa: PLC0415

    found = [locate(region, Disc(p, 0.0, None)) for p in spots]
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
    return [curve.u_start + (curve.u_end - curve.u_start) * i / 24 for i in range(25)]


@cache
def _at(region: Region, area: Region, p: Place, accuracy_m: float) -> int:
    match region:
        case Everywhere():
            found = TRUE
        case Named(shape=Undrawn()):
            found = UNKNOWN
        case Named(shape=Area() | Box() | Circle()):
            found = _ground_truth(region, area, p, accuracy_m)
        case AnyOf(parts=parts):
            found = max(_at(part, area, p, accuracy_m) for part in parts)
        case AllOf(parts=parts):
            found = min(_at(part, area, p, accuracy_m) for part in parts)
        case Not(part=part):
            found = TRUE - _at(part, area, p, accuracy_m)
        case _:
            from tests.reference_region import Disc, locate  # noqa: PLC0415

            found = locate(region, Disc(p, accuracy_m, None)).truth
    return found


def _ground_truth(region: Named, area: Region, p: Place, accuracy_m: float) -> int:
    known = _known(region, area)
    if known is not None:
        return known
    near, far = depth(region, p, exact=False)
    return TRUE if far + accuracy_m < 0 else FALSE if near - accuracy_m > 0 else UNKNOWN


@cache
def _known(region: Named, area: Region) -> int | None:
    """Say TRUE for the very area, FALSE for one that shares only a border with it."""
    if any(g.shape == region.shape for g in grounds(area)) and isinstance(area, Named):
        return TRUE
    inner = [p for p in _ground(area) if depth(area, p, exact=True)[0] < -1.0]
    if any(depth(region, p, exact=True)[0] < 0.0 for p in inner):
        return None
    touch: Callable[[Place], bool] = lambda p: abs(depth(region, p, exact=True)[0]) <= 1.0  # noqa: E731
    return FALSE if any(touch(p) for p in _ground(area)) else None
