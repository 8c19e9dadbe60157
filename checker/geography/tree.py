"""A region made ready to measure: a tree of limits and sides over legs, and its signed interval."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np

from checker.geography.discs import FloatArray
from checker.geography.dissolve import dissolve
from checker.geography.legs import Leg, Raw, Span, Without, beside_legs, plain_leg
from checker.geography.region import (
    AllOf,
    AnyOf,
    Everywhere,
    Length,
    Named,
    Not,
    Region,
    SideOf,
    Within,
)
from checker.geography.shapes import Area, Box, Circle, Line, Shape, Undrawn

__all__ = [
    "Depth",
    "Raws",
    "Tree",
    "drawn_places",
    "has_open_text",
    "has_undrawn",
    "is_area",
    "is_line",
    "limits_of",
    "signed_span",
    "tree_of",
]

Raws = Mapping[int, Raw]
"""What was measured, by ``id`` of the leg."""


@dataclass(frozen=True, slots=True)
class _Everywhere:
    """Hold every place (or, inverted, none)."""


@dataclass(frozen=True, slots=True)
class _Undrawn:
    """Hold ground that nobody drew."""


@dataclass(frozen=True, slots=True)
class Depth:
    """Hold the ground within ``limit`` of the nearest leg; no limit is the ground of areas itself.

    Where it is sided, the ground lies on the legs' positive side only; no limit is all of that.
    Where it is beyond, the ground on that side lies farther than the limit.
    """

    limit: Length | None
    legs: tuple[Leg, ...]
    is_sided: bool = False
    is_beyond: bool = False


@dataclass(frozen=True, slots=True)
class _Any:
    parts: tuple["Tree", ...]


@dataclass(frozen=True, slots=True)
class _All:
    parts: tuple["Tree", ...]


@dataclass(frozen=True, slots=True)
class _Not:
    part: "Tree"


Tree = _Everywhere | _Undrawn | Depth | _Any | _All | _Not


def is_area(region: Region) -> bool:
    """Say whether a region is made of areas alone; one that is not drawn may be."""
    match region:
        case Everywhere() | Named(shape=Area() | Box() | Circle() | Undrawn()):
            return True
        case AnyOf(parts) | AllOf(parts):
            return all(is_area(part) for part in parts)
        case Not(part):
            return is_area(part)
        case _:
            return False


def is_line(region: Region) -> bool:
    """Say whether a region is a drawn line."""
    return isinstance(region, Named) and isinstance(region.shape, Line)


def tree_of(region: Region) -> Tree:
    """Compile a region; areas alone are dissolved, so a union and its parts answer the same."""
    match region:
        case Everywhere():
            return _Everywhere()
        case Within(limit, of, None):
            legs = tuple(plain_leg(name, shape) for name, shape in drawn_places(of))
            return Depth(limit, legs) if legs else _Not(_Everywhere())
        case Within(limit, of, toward) if toward is not None:
            legs = beside_legs(drawn_places(of), toward.shape)
            return Depth(limit, legs, is_sided=True) if legs else _Not(_Everywhere())
        case SideOf(of, toward):
            legs = beside_legs(drawn_places(of), toward.shape)
            return Depth(None, legs, is_sided=True) if legs else _Not(_Everywhere())
        case _:
            return _joined(region)


def _joined(region: Region) -> Tree:
    ground = dissolve(region) if is_area(region) else None
    if ground is not None:
        return _ground(ground)
    match region:
        case AnyOf(parts):
            return _Any(tuple(tree_of(part) for part in parts))
        case AllOf(parts):
            return _All(_all_of(parts))
        case Not(part):
            return _Not(tree_of(part))
        case _:
            return _ground(region)


def _all_of(parts: tuple[Region, ...]) -> tuple[Tree, ...]:
    """Compile parts; what is not within a depth on a side that another part asks is beyond it.

    Both are told by one distance: as two of them, each with its doubt, a disc across the line might
    be on the side by the one and not within the depth by the other, and would be open.
    """
    asked = {(p.of, p.toward) for p in parts if isinstance(p, SideOf | Within) and p.toward}
    beyond: dict[Region, Depth] = {}
    sides: set[Region] = set()
    for part in parts:
        match part:
            case Not(Within(limit, of, toward)) if toward is not None and (of, toward) in asked:
                legs = beside_legs(drawn_places(of), toward.shape)
                if len(legs) == 1:
                    beyond[part] = Depth(limit, legs, is_sided=True, is_beyond=True)
                    sides.add(SideOf(of, toward))
    # What lies beyond a depth on a side lies on that side.
    return tuple(beyond.get(part) or tree_of(part) for part in parts if part not in sides)


def _ground(region: Region) -> Tree:
    """Compile a drawn place, or what ``dissolve`` gives: all but one, everything or nothing."""
    match region:
        case Named(_, Undrawn()):
            return _Undrawn()
        case Named(name, Area() | Box() | Circle() as shape):
            return Depth(None, (plain_leg(name, shape),))
        case Named(name, shape):
            # Standing at a point or on a line is to be no farther from it than nothing.
            return Depth(Length(0.0, 0.0, "0 m"), (plain_leg(name, shape),))
        case Not(part):
            return _Not(_ground(part))
        case _:
            return _Everywhere()


def drawn_places(of: Sequence[Region]) -> tuple[tuple[str, Shape], ...]:
    """List the places that a distance is measured from; areas joined by words are dissolved.

    No distance is measured from nothing. A union that holds an undrawn area is measured by its
    parts, so that the drawn ones count; another join that does is itself undrawn.
    """
    found: list[tuple[str, Shape]] = []
    for region in of:
        ground = dissolve(region) if is_area(region) else region
        match ground or region:
            case Named(name, shape):
                found.append((name, shape))
            case AnyOf(parts):
                found += drawn_places(parts)
            case Not(Everywhere()):
                pass
            case _:
                found.append(("an undrawn area", Undrawn("its ground has no outline")))
    return tuple(found)


def limits_of(tree: Tree) -> list[Depth]:
    """List the depths of a tree, in the order of the text."""
    match tree:
        case Depth():
            return [tree]
        case _Any(parts) | _All(parts):
            return [depth for part in parts for depth in limits_of(part)]
        case _Not(part):
            return limits_of(part)
        case _:
            return []


def has_open_text(tree: Tree) -> bool:
    """Say whether a limit is vague or deferred, or a place is not drawn."""
    limits = [depth.limit for depth in limits_of(tree) if depth.limit is not None]
    is_vague = any(limit.is_deferred or limit.low_m != limit.high_m for limit in limits)
    return is_vague or has_undrawn(tree)


def has_undrawn(tree: Tree) -> bool:
    """Say whether a place or a witness is not drawn."""
    match tree:
        case _Undrawn():
            return True
        case Depth(_, legs):
            return any(leg.is_open for leg in legs)
        case _Any(parts) | _All(parts):
            return any(has_undrawn(part) for part in parts)
        case _Not(part):
            return has_undrawn(part)
        case _:
            return False


def signed_span(tree: Tree, raws: Raws, radius_m: FloatArray, without: Without) -> Span:
    """Return the least and the most signed distance of discs to a region, shape (n,) each.

    Negative inside. Parts combine as min for any_of, max for all_of, minus for not (design,
    semantics): never proving what is false, at worst open.
    """
    match tree:
        case _Everywhere():
            inside = np.full_like(radius_m, -np.inf)
            return inside, inside
        case _Undrawn():
            inside = np.full_like(radius_m, -np.inf)
            return inside, inside if without.deferred else -inside
        case Depth():
            return _depth_span(tree, raws, radius_m, without)
        case _Any(parts):
            return _over(np.minimum, [signed_span(p, raws, radius_m, without) for p in parts])
        case _All(parts):
            return _over(np.maximum, [signed_span(p, raws, radius_m, without) for p in parts])
        case _Not(part):
            low, high = signed_span(part, raws, radius_m, without)
            return -high, -low


def _depth_span(depth: Depth, raws: Raws, radius_m: FloatArray, without: Without) -> Span:
    limit = depth.limit
    if limit is not None and limit.is_deferred and without.deferred:
        inside = np.full_like(radius_m, -np.inf)
        return inside, inside
    near, far = _ends(limit, without)
    spans = []
    for leg in depth.legs:
        sides = raws[id(leg)].spans(radius_m, without)
        if depth.is_sided:
            if depth.is_beyond:
                bands = [(near - high, far - low) for low, high in sides]
            elif limit is not None:
                bands = [_band(side, near, far) for side in sides]
            else:
                bands = [_side(side) for side in sides]
            (low, high), (other_low, other_high) = bands
            spans.append((np.minimum(low, other_low), np.maximum(high, other_high)))
        else:
            (low, high), _ = sides
            spans.append((low - far, high - near))
    return _over(np.minimum, spans)


def _ends(limit: Length | None, without: Without) -> tuple[float, float]:
    if limit is None:
        return 0.0, 0.0
    if without.text == "low":
        return limit.low_m, limit.low_m
    if without.text == "high":
        return limit.high_m, limit.high_m
    return limit.low_m, limit.high_m


def _side(span: Span) -> Span:
    low, high = span
    return -high, -low


def _band(span: Span, near: float, far: float) -> Span:
    """Return the signed distance to the ground from the line to the limit, on the positive side."""
    low, high = span
    return np.maximum(low - far, -high), np.maximum(high - near, -low)


def _over(fold: Callable[[FloatArray, FloatArray], FloatArray], spans: Sequence[Span]) -> Span:
    return reduce(fold, [low for low, _ in spans]), reduce(fold, [high for _, high in spans])
