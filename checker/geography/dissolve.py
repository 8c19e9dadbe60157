"""Areas joined by words, made one area: the borders between them are no edges any more."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray

from checker.geography.discs import FloatArray
from checker.geography.faces import Faces, faces_of
from checker.geography.outlines import Outline, agreed
from checker.geography.plane import Plane
from checker.geography.region import AllOf, AnyOf, Everywhere, Named, Not, Region
from checker.geography.rings import AGREE_M, Part, laid_out
from checker.geography.shapes import Area, Box, Circle, Path

__all__ = ["dissolve"]

BoolArray = NDArray[np.bool_]

_MOST_REACH_M = 9_000_000.0
"""How far from its middle a plane holds ground to 0.3 mm; the antipode is 20,000 km off."""

_ON_LINE_M = 1e-4
_NOWHERE = Not(Everywhere())


@lru_cache(maxsize=512)
def dissolve(region: Region) -> Region | None:
    """Return a region of areas as one area, all but an area, everything or nothing.

    Outlines are densified, led along each other where they agree within 1 m, and joined in an
    equidistant plane about them all; vertices that are kept lie where they were to 10 nm, those
    where outlines cross to 0.3 mm. Each piece of the new outline has the accuracy of the one it
    comes from, where two agree the larger. None where a part is not an area or not drawn, or where
    the parts reach so far round the world that no plane holds them.
    """
    plain = _plain(region)
    leaves = tuple(dict.fromkeys(_leaves(plain)))
    shapes = [leaf.shape for leaf in leaves if isinstance(leaf.shape, Area | Box | Circle)]
    if len(shapes) < len(leaves):
        return None
    if _is_whole(plain):
        return plain
    parts, plane, reach_m = laid_out(shapes)
    if reach_m > _MOST_REACH_M:
        return None
    drawn = _flat(parts, plane)
    if isinstance(plain, Named | Not) and len(leaves) == 1 and _is_apart(drawn):
        return plain
    outlines = agreed(drawn)
    faces = faces_of(outlines)
    held = _held(plain, dict(zip(leaves, _grounds(faces, outlines, parts), strict=True)))
    # The last one is what lies beyond all outlines.
    is_outside = bool(held[-1])
    solid = faces.joined(held[:-1] != is_outside)
    if not solid:
        return Everywhere() if is_outside else _NOWHERE
    whole = Named(_name(plain), _area(solid, plane, outlines))
    return Not(whole) if is_outside else whole


def _plain(region: Region) -> Region:
    """Return a region without doubles, double negatives and lists of one."""
    match region:
        case Not(Not(part)):
            return _plain(part)
        case Not(part):
            return Not(_plain(part))
        case AnyOf(parts) | AllOf(parts):
            distinct = tuple(dict.fromkeys(_plain(part) for part in parts))
            return distinct[0] if len(distinct) == 1 else type(region)(distinct)
        case _:
            return region


def _leaves(region: Region) -> Iterator[Named]:
    match region:
        case Named():
            yield region
        case AnyOf(parts) | AllOf(parts):
            for part in parts:
                yield from _leaves(part)
        case Not(part):
            yield from _leaves(part)
        case _:
            pass


def _is_whole(region: Region) -> bool:
    """Say whether there is nothing to join: a place of one part, or all but that."""
    ground = region.part if isinstance(region, Not) else region
    if not isinstance(ground, Named):
        return isinstance(ground, Everywhere)
    return not isinstance(ground.shape, Area) or len(ground.shape.polygons) == 1


def _flat(parts: Sequence[tuple[Part, ...]], plane: Plane) -> list[Outline]:
    rings = [part for shape in parts for part in shape]
    return [
        Outline(plane.flat(*ring.vertices), ring.accuracy_m, number)
        for number, part in enumerate(rings)
        for ring in part
    ]


def _is_apart(outlines: Sequence[Outline]) -> bool:
    """Say whether no two parts of one place touch, so that nothing is to be joined."""
    part = np.array([outline.part for outline in outlines])
    tree = shapely.STRtree([shapely.Polygon(outline.xy_m) for outline in outlines])
    one, other = tree.query(tree.geometries, predicate="dwithin", distance=AGREE_M)
    return bool((part[one] == part[other]).all())


def _grounds(
    faces: Faces, outlines: Sequence[Outline], parts: Sequence[tuple[Part, ...]]
) -> Iterator[BoolArray]:
    """Yield which faces each shape holds, and last whether it holds what lies beyond them all."""
    rings = iter(outlines)
    for shape in parts:
        held = faces.held_by([[next(rings).xy_m for _ in part] for part in shape])
        # A shape without an outline is the whole world.
        yield np.append(held, False) if shape else np.ones(len(faces) + 1, dtype=np.bool_)


def _held(region: Region, grounds: Mapping[Named, BoolArray]) -> BoolArray:
    """Say which faces a region holds, from what its places hold."""
    match region:
        case Named():
            return grounds[region]
        case Not(part):
            return ~_held(part, grounds)
        case AllOf(parts) if parts:
            return np.asarray(np.all([_held(part, grounds) for part in parts], axis=0))
        case AnyOf(parts) if parts:
            return np.asarray(np.any([_held(part, grounds) for part in parts], axis=0))
        case _:
            count = len(next(iter(grounds.values()))) if grounds else 1
            return np.full(count, not isinstance(region, AnyOf))


def _area(solid: list[list[FloatArray]], plane: Plane, outlines: Sequence[Outline]) -> Area:
    """Return the area that rings in a plane draw, each piece as accurate as where it comes from."""
    start = np.concatenate([outline.xy_m[:-1] for outline in outlines])
    end = np.concatenate([outline.xy_m[1:] for outline in outlines])
    accuracy_m = np.concatenate([outline.accuracy_m for outline in outlines])
    tree = shapely.STRtree(shapely.linestrings(np.stack([start, end], axis=1)))
    polygons, pieces = [], []
    for rings in solid:
        paths = []
        for ring in rings:
            path = _path(plane, ring)
            middles = shapely.points(0.5 * (ring[:-1] + ring[1:]))
            middle, source = tree.query(middles, predicate="dwithin", distance=_ON_LINE_M)
            held = np.zeros(len(middles))
            np.maximum.at(held, middle, accuracy_m[source])
            paths.append(path)
            pieces += _pieces(path, held)
        polygons.append(tuple(paths))
    worst = max(accuracy for _, accuracy in pieces)
    shared = tuple(pieces) if min(accuracy for _, accuracy in pieces) < worst else ()
    return Area(tuple(polygons), worst, "geodesic", shared)


def _path(plane: Plane, ring: FloatArray) -> Path:
    lon, lat = plane.back(ring)
    path = tuple(zip(lon.tolist(), lat.tolist(), strict=True))
    return (*path[:-1], path[0])


def _pieces(path: Path, accuracy_m: FloatArray) -> list[tuple[Path, float]]:
    cuts = (np.flatnonzero(np.diff(accuracy_m)) + 1).tolist()
    bounds = zip([0, *cuts], [*cuts, len(accuracy_m)], strict=True)
    return [(path[first : last + 1], float(accuracy_m[first])) for first, last in bounds]


def _name(region: Region) -> str:
    """Return what findings call a joined area."""
    match region:
        case Named(name):
            return name
        case Not(part):
            return f"not {_name(part)}"
        case AnyOf(parts):
            return " or ".join(_name(part) for part in parts)
        case AllOf(parts):
            return " and ".join(_name(part) for part in parts)
        case _:
            return "everywhere"
