"""Drawn places as the reference sees them: signed distances to points, areas and sides of lines.

A length is a pair (near, far): the least and the most that the accuracies of the drawn pieces
allow. Inside an area distances are negative; on a line's wanted side they are positive.
"""

import itertools
import math
from collections.abc import Sequence
from functools import cache

from checker.geography.region import AllOf, AnyOf, Named, Not, Region
from checker.geography.shapes import Area, Box, Circle, Line, Path, Point, Shape, Sites, Undrawn
from tests.reference_geodesy import (
    Curve,
    Foot,
    Place,
    azimuth_deg,
    circle_curve,
    distance_m,
    edge_curve,
    encloses,
    move,
    nearest,
    parallel_curve,
    solid,
    split,
)

__all__ = [
    "areal",
    "away",
    "depth",
    "edges_of",
    "grounds",
    "holds",
    "nearest_of",
    "outline",
    "witness",
]

_AGREE_M = 1.0
_BESIDE_M = 2.0


def areal(region: Region) -> bool:
    """Say whether a region is made of areas alone."""
    match region:
        case Named(shape=Area() | Box() | Circle()):
            return True
        case AnyOf(parts=parts) | AllOf(parts=parts):
            return all(areal(p) for p in parts)
        case Not(part=part):
            return areal(part)
        case _:
            return False


def grounds(region: Region) -> list[Named]:
    """List the drawn places in a region of areas."""
    match region:
        case Named():
            return [region]
        case AnyOf(parts=parts) | AllOf(parts=parts):
            return [g for p in parts for g in grounds(p)]
        case Not(part=part):
            return grounds(part)
        case _:
            return []


def holds(region: Region, p: Place) -> bool:
    """Say whether a region of areas, as drawn, holds a point."""
    match region:
        case Named(shape=shape):
            return _inside(shape, p)
        case AnyOf(parts=parts):
            return any(holds(part, p) for part in parts)
        case AllOf(parts=parts):
            return all(holds(part, p) for part in parts)
        case Not(part=part):
            return not holds(part, p)
        case _:
            raise TypeError(region)


def _inside(shape: Shape, p: Place) -> bool:
    if isinstance(shape, Circle):
        return distance_m(_of(shape.centre), p) < shape.radius_m
    if isinstance(shape, Box):
        width = (shape.east_deg - shape.west_deg) % 360.0
        in_lon = (p[0] - shape.west_deg) % 360.0 <= width
        return in_lon and shape.south_deg <= p[1] <= shape.north_deg
    assert isinstance(shape, Area)
    return any(encloses(rings, p) for rings in _rings(shape))


@cache
def _rings(area: Area) -> tuple[tuple[tuple[Curve, ...], ...], ...]:
    return tuple(tuple(edges_of(ring, area.edges) for ring in poly) for poly in area.polygons)


def edges_of(path: Path, edges: str) -> tuple[Curve, ...]:
    pairs = itertools.pairwise(path)
    return tuple(edge_curve(a, b, edges) for a, b in pairs if a != b)


def _of(point: Point) -> Place:
    return point.lon_deg, point.lat_deg


@cache
def _raw_outline(shape: Shape) -> tuple[tuple[Curve, float], ...]:
    """Return the edges of one drawn area with the accuracy of each."""
    if isinstance(shape, Circle):
        curve = circle_curve(_of(shape.centre), shape.radius_m)
        return ((curve, shape.centre.accuracy_m),)
    if isinstance(shape, Box):
        w, s, n = shape.west_deg, shape.south_deg, shape.north_deg
        e = w + (shape.east_deg - w) % 360.0
        corners = ((w, s), (e, s), (e, n), (w, n), (w, s))
        pairs = itertools.pairwise(corners)
        return tuple((parallel_curve(a, b), shape.accuracy_m) for a, b in pairs)
    assert isinstance(shape, Area)
    flat = [c for poly in _rings(shape) for ring in poly for c in ring]
    if not shape.shared:
        return tuple((c, shape.accuracy_m) for c in flat)
    borders = [(edges_of(path, shape.edges), acc) for path, acc in shape.shared]

    def accuracy(p: Place) -> float:
        near = [a for cs, a in borders if nearest(cs, p).distance_m <= _AGREE_M]
        return max(near, default=shape.accuracy_m)

    return tuple(piece for c in flat for piece in split(c, lambda u, c=c: accuracy(c.at(u))))  # type: ignore[misc]


@cache
def outline(region: Region) -> tuple[tuple[Curve, float], ...]:
    """Return the outline of a region of areas, dissolved: what has ground on one side only."""
    raw = [piece for g in grounds(region) for piece in _raw_outline(g.shape)]
    only = region.shape if isinstance(region, Named) else None
    if isinstance(only, Box | Circle) or (isinstance(only, Area) and len(only.polygons) == 1):
        return tuple(raw)

    def is_rim(curve: Curve, u: float) -> bool:
        p = curve.at(u)
        step = (curve.u_end - curve.u_start) * 1e-4
        ahead = azimuth_deg(curve.at(u - step), curve.at(u + step))
        sides = [holds(region, move(p, ahead + turn, _BESIDE_M)) for turn in (-90.0, 90.0)]
        return sides[0] != sides[1]

    return tuple(
        (piece, accuracy)
        for curve, accuracy in raw
        for piece in _uncrossed(region, curve)
        if is_rim(curve, (piece.u_start + piece.u_end) / 2.0)
    )


def _uncrossed(region: Region, curve: Curve) -> list[Curve]:
    """Cut a curve where it crosses another place's outline: each stretch is rim, or not, whole."""
    others = [g for g in grounds(region) if curve not in [c for c, _ in _raw_outline(g.shape)]]
    pieces = split(_fine(curve), lambda u: tuple(holds(g, curve.at(u)) for g in others))
    return [piece for piece, _ in pieces]


def _fine(curve: Curve) -> Curve:
    """Return a curve sampled so closely that no crossing of an outline there and back is missed."""
    count = max(4, math.ceil(curve.length_m() / 250.0))
    span = curve.u_end - curve.u_start
    us = [curve.u_start + span * i / count for i in range(count + 1)]
    return Curve(curve.at, curve.u_start, curve.u_end, tuple((u, solid(curve.at(u))) for u in us))


def away(pieces: Sequence[tuple[Curve, float]], p: Place) -> tuple[float, float]:
    """Return the least and the most distance to the nearest of some pieces."""
    near = far = math.inf
    for accuracy in sorted({a for _, a in pieces}):
        d = nearest_of(tuple(c for c, a in pieces if a == accuracy), p).distance_m
        near, far = min(near, d - accuracy), min(far, d + accuracy)
    return near, far


@cache
def nearest_of(curves: tuple[Curve, ...], p: Place) -> Foot:
    return nearest(curves, p)


@cache
def depth(region: Region, p: Place, *, exact: bool) -> tuple[float, float]:
    """Return the signed distance to a region of areas: negative inside."""
    if isinstance(region, Named) and isinstance(region.shape, Circle):
        e = 0.0 if exact else region.shape.centre.accuracy_m
        d = distance_m(_of(region.shape.centre), p) - region.shape.radius_m
        return d - e, d + e
    pieces = [(c, 0.0 if exact else a) for c, a in outline(region)]
    if not pieces:
        sure = -math.inf if holds(region, p) else math.inf
        return sure, sure
    near, far = away(pieces, p)
    return (-far, -near) if holds(region, p) else (near, far)


def witness(shape: Shape) -> Place:
    """Return a point that stands for a witness place."""
    match shape:
        case Point():
            return _of(shape)
        case Sites(points=points):
            return _of(points[0])
        case Circle(centre=centre):
            return _of(centre)
        case Box(west_deg=w, south_deg=s, east_deg=e, north_deg=n):
            return w + (e - w) % 360.0 / 2.0, (s + n) / 2.0
        case Line(paths=paths):
            return paths[0][len(paths[0]) // 2]
        case Area(polygons=polygons):
            ring = polygons[0][0][:-1]
            return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)
        case Undrawn():
            raise TypeError("an undrawn witness tells no side")
