"""Places spread evenly over the ground of a region, the same ones each time."""

import numpy as np
from numpy.typing import NDArray

from checker.geography.discs import Discs, FloatArray
from checker.geography.extent import extent_of
from checker.geography.field import Field, compile_field
from checker.geography.plane import Plane
from checker.geography.region import Region
from checker.values.truth import Truth

__all__ = ["Extent", "can_share_ground", "discs_at", "spread"]

Extent = tuple[float, float, float]
"""Longitude and latitude in degrees, and a radius in metres."""

_ACROSS = 24
_ENOUGH = 400
"""So many places tell a share of the ground to about 0.025."""

_TURN = np.array([[0.8, -0.6], [0.6, 0.8]])
"""The grid stands askew, so that no line of the map runs along it."""

_ROUNDS = 6
_DIAGONAL = 1.5
"""A little more than the square root of 2, for what the plane stretches."""


def spread(field: Field, extent: Extent) -> tuple[FloatArray, FloatArray]:
    """Return places in a region as drawn, (longitude, latitude) in degrees, shape (n,).

    A grid over the extent is halved, where the region may be, until some 400 of its places lie in
    it; a region thinner than a thousandth of its extent may have fewer, or none.
    """
    lon_deg, lat_deg, reach_m = extent
    plane = Plane(lon_deg, lat_deg)
    half_m = max(reach_m, 1.0)
    step_m = 2.0 * half_m / _ACROSS
    line = (np.arange(_ACROSS) + 0.5) * step_m - half_m
    xy_m: NDArray[np.float64] = np.stack(np.meshgrid(line, line), axis=-1).reshape(-1, 2) @ _TURN
    lon, lat = plane.back(xy_m)
    inside_m = field.drawn_m(lon, lat)
    for _ in range(_ROUNDS):
        if int((inside_m <= 0.0).sum()) >= _ENOUGH:
            break
        kept = xy_m[inside_m <= 0.5 * _DIAGONAL * step_m]
        step_m /= 2.0
        corners = 0.5 * step_m * np.array([[-1, -1], [-1, 1], [1, -1], [1, 1]]) @ _TURN
        xy_m = (kept[:, None] + corners).reshape(-1, 2)
        lon, lat = plane.back(xy_m)
        inside_m = field.drawn_m(lon, lat)
    held = np.flatnonzero(inside_m <= 0.0)
    held = held[:: max(1, len(held) // _ENOUGH)]
    return lon[held], lat[held]


def discs_at(place: tuple[FloatArray, FloatArray], radius_m: float) -> Discs:
    """Return positions at places (n,), each good to ``radius_m``."""
    lon, lat = place
    return Discs(lon, lat, np.full(len(lon), radius_m), np.full(len(lon), -1, dtype=np.int32))


def can_share_ground(one: Region | None, other: Region | None) -> bool:
    """Say whether two regions certainly have ground in common; None is everywhere.

    Some 400 places of the smaller one are asked, so a small common part may be missed. Where
    neither has a known extent, they may: True.
    """
    regions = [region for region in (one, other) if region is not None]
    known = [(extent, r) for r in regions if (extent := extent_of(r)) is not None]
    if len(regions) < 2 or not known:  # noqa: PLR2004 - one of the two is everywhere
        return True
    extent, smaller = min(known, key=lambda pair: pair[0][2])
    fields = {region: compile_field(region) for region in regions}
    discs = discs_at(spread(fields[smaller], extent), 0.0)
    both = [field.truth(discs) == Truth.TRUE for field in fields.values()]
    return bool(np.logical_and.reduce(both).any())
