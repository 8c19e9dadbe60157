"""A region as seen from inside a named area: what is drawn along its border is decided by it."""

import numpy as np

from checker.geography.dissolve import dissolve
from checker.geography.geodesic import geodetic
from checker.geography.ground import AGREE_M, Ground, ground_of
from checker.geography.region import (
    AllOf,
    AnyOf,
    Everywhere,
    Named,
    Not,
    Region,
    SideOf,
    Within,
)
from checker.geography.shapes import Area, Box, Circle, Line
from checker.geography.strands import Strand, strands_of
from checker.geography.tree import is_area
from checker.geography.witness import is_left_of

__all__ = ["seen_from"]

_NOWHERE = Not(Everywhere())


def seen_from(area: Region, region: Region) -> Region:
    """Return a region in which what ``area`` alone decides is decided.

    Ground that holds the area along a common border (within 1 m) is everywhere, ground that shares
    only a border with it is nowhere, and so are the sides of a line that the area only borders.
    """
    ground = _ground(area)
    return region if ground is None else _seen(ground, region)


def _seen(area: Ground, region: Region) -> Region:
    other = _ground(region) if is_area(region) else None
    if other is not None:
        return _decided(area, other, region)
    match region:
        case AnyOf(parts):
            return AnyOf(tuple(_seen(area, part) for part in parts))
        case AllOf(parts):
            seen = tuple(_seen(area, part) for part in parts)
            return Everywhere() if all(part == Everywhere() for part in seen) else AllOf(seen)
        case Not(part):
            return Not(_seen(area, part))
        case SideOf(of, toward):
            side = _side(area, of, toward.shape)
            return region if side is None else Everywhere() if side else _NOWHERE
        case Within(limit, of, toward) if toward is not None:
            side = _side(area, of, toward.shape)
            return region if side is None else Within(limit, of) if side else _NOWHERE
        case _:
            return region


def _decided(area: Ground, other: Ground, region: Region) -> Region:
    rim, other_rim = area.outline_m, other.outline_m
    if area.shape == other.shape:
        return Everywhere()
    if not len(rim) or not len(other_rim):
        return region
    deep, other_deep = other.depths(*geodetic(rim))[0], area.depths(*geodetic(other_rim))[0]
    if np.abs(deep).min() > AGREE_M or other_deep.min() < -AGREE_M:
        return region
    if deep.max() <= AGREE_M:
        return Everywhere()
    return _NOWHERE if deep.min() >= -AGREE_M else region


def _side(area: Ground, of: tuple[Region, ...], witness: object) -> bool | None:
    """Say whether an area lies on the witness's side of lines that it only borders."""
    lines = [part.shape for part in of if isinstance(part, Named) and isinstance(part.shape, Line)]
    if len(lines) != len(of) or not len(area.outline_m):
        return None
    found = {_side_of(area, strand, witness) for strand in strands_of(tuple(lines))}
    return found.pop() if len(found) == 1 else None


def _side_of(area: Ground, strand: Strand, witness: object) -> bool | None:
    stretch = strand.stretch(*geodetic(area.outline_m))
    clear = stretch.exact_m > AGREE_M
    is_open = stretch.is_open(np.zeros(len(clear)), is_wide=False)
    sides = np.unique(stretch.is_left[clear])
    if clear.all() or is_open[clear].any() or len(sides) != 1:
        return None
    if area.depths(*geodetic(strand.vertices_m))[0].min() < -AGREE_M:
        return None
    return bool(sides[0]) == is_left_of(strand, witness)  # type: ignore[arg-type]


def _ground(region: Region) -> Ground | None:
    """Return the ground of areas alone."""
    whole = region if isinstance(region, Named) else dissolve(region) if is_area(region) else None
    if isinstance(whole, Named) and isinstance(whole.shape, Area | Box | Circle):
        return ground_of(whole.shape)
    return None
