"""A region as seen from inside a named area: what is drawn along its border is decided by it."""

from functools import lru_cache

import numpy as np

from checker.geography.dissolve import dissolve
from checker.geography.geodesic import geodetic
from checker.geography.ground import Ground, ground_of
from checker.geography.outlines import stretches_of
from checker.geography.region import (
    AllOf,
    AnyOf,
    Everywhere,
    Named,
    Not,
    Region,
    SideOf,
    Within,
    Witness,
)
from checker.geography.rings import AGREE_M, parts_of
from checker.geography.shapes import Area, Box, Circle, Line, Shape, Undrawn
from checker.geography.strands import Strand, strands_of
from checker.geography.strokes import Strokes
from checker.geography.tree import is_area
from checker.geography.witness import is_left_of, is_within

__all__ = ["seen_from"]

_NOWHERE = Not(Everywhere())


def seen_from(area: Region, region: Region) -> Region:
    """Return a region in which what ``area`` alone decides is decided.

    Ground that holds the area along a common border (within 1 m) is everywhere, ground that shares
    only a border with it is nowhere, and so are the sides of a line that the area only borders.
    """
    place = _place(area)
    return region if place is None else _seen(place, region)


def _seen(area: Named, region: Region) -> Region:
    whole = dissolve(region) if is_area(region) else None
    if whole is not None and whole in (Everywhere(), _NOWHERE):
        return whole
    decided = _decided(area, whole) if isinstance(whole, Named) else None
    if decided is not None:
        return decided
    match region:
        case AnyOf(parts) | AllOf(parts):
            return type(region)(tuple(_seen(area, part) for part in parts))
        case Not(part):
            return Not(_seen(area, part))
        case SideOf(of, toward) | Within(_, of, Witness() as toward):
            return _beside(region, _side(_ground(area), of, toward.shape))
        case _:
            return region


@lru_cache(maxsize=4096)
def _decided(area: Named, other: Named) -> Region | None:
    """Say whether an area lies in another, or out of it, with a border in common; None if neither.

    Where it comes as near to the other as they are known without sharing that stretch of border,
    nothing is decided: there it is widened by its accuracy, like any other doubt.
    """
    if area.shape == other.shape:
        return Everywhere()
    if not _only_shares_border(_ground(area), _ground(other)):
        return None
    assert isinstance(other.shape, Area | Box | Circle)
    # One place of the area tells which of the two it can be at all.
    if is_within(other.shape, area.shape):
        return Everywhere() if dissolve(AllOf((area, Not(other)))) == _NOWHERE else None
    return _NOWHERE if dissolve(AllOf((area, other))) == _NOWHERE else None


def _only_shares_border(area: Ground, other: Ground) -> bool:
    """Say whether an outline is near another's only on stretches that hold a common border.

    Two outlines come nearest to each other at a vertex of one of them, so the first is asked at its
    own vertices and where the other's are nearest to it.
    """
    if isinstance(area.shape, Circle) or isinstance(other.shape, Circle):
        return False
    is_touched = False
    reach_m = area.accuracy_m + other.accuracy_m + AGREE_M
    lon, lat = geodetic(other.outline_m)
    asked = area.may_be_near(lon, lat, reach_m)
    for part in parts_of(area.shape):
        for ring in part:
            spots = Strokes([ring.vertices]).spots(lon[asked], lat[asked])
            may = np.flatnonzero(other.may_be_near(*spots, reach_m))
            exact, least, most = other.depths(*(axis[may] for axis in spots))
            is_near, is_shared = np.zeros((2, len(spots[0])), dtype=np.bool_)
            is_near[may] = np.where(exact > 0.0, least, -most) <= area.accuracy_m
            is_shared[may] = np.abs(exact) <= AGREE_M
            if any(not is_shared[run].any() for run in stretches_of(is_near)):
                return False
            is_touched |= bool(is_shared.any())
    return is_touched


def _beside(region: SideOf | Within, is_meant: bool | None) -> Region:  # noqa: FBT001 - a finding
    """Return what is left of a side, or of a depth to a side, that is known to be the one meant."""
    if is_meant is None:
        return region
    if not is_meant:
        return _NOWHERE
    return Everywhere() if isinstance(region, SideOf) else Within(region.limit, region.of)


def _side(area: Ground, of: tuple[Region, ...], witness: Shape) -> bool | None:
    """Say whether an area lies on the witness's side of lines that it only borders."""
    lines = [part.shape for part in of if isinstance(part, Named) and isinstance(part.shape, Line)]
    if len(lines) != len(of) or not len(area.outline_m) or isinstance(witness, Undrawn):
        return None
    found = {_side_of(area, strand, witness) for strand in strands_of(tuple(lines))}
    return found.pop() if len(found) == 1 else None


def _side_of(area: Ground, strand: Strand, witness: Shape) -> bool | None:
    stretch = strand.stretch(*geodetic(area.outline_m))
    clear = stretch.exact_m > AGREE_M
    is_open = stretch.is_open(np.zeros(len(clear)), is_wide=False)
    sides = np.unique(stretch.is_left[clear])
    if clear.all() or is_open[clear].any() or len(sides) != 1:
        return None
    if area.depths(*geodetic(strand.vertices_m))[0].min() < -AGREE_M:
        return None
    return bool(sides[0]) == is_left_of(strand, witness)


def _place(region: Region) -> Named | None:
    """Return areas alone as one place; None where they are none, or all but one."""
    whole = dissolve(region) if is_area(region) else None
    is_drawn = isinstance(whole, Named) and isinstance(whole.shape, Area | Box | Circle)
    return whole if isinstance(whole, Named) and is_drawn else None


def _ground(place: Named) -> Ground:
    assert isinstance(place.shape, Area | Box | Circle)
    return ground_of(place.shape)
