"""Whether a witness can say which side is meant, and how much of a depth has no side at all."""

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
import shapely

from checker.geography.crossings import crossing_of
from checker.geography.discs import FloatArray
from checker.geography.geodesic import geodetic
from checker.geography.ground import ground_of
from checker.geography.plane import plane_about
from checker.geography.region import Region, SideOf, Within
from checker.geography.shapes import Area, Box, Circle, Line, Point, Shape, Sites, Undrawn
from checker.geography.strands import Strand, strands_of
from checker.geography.tree import drawn_places
from checker.geography.witness import is_left_of, off_end, spots_of, straddles

__all__ = ["line_problem", "off_ends_share", "witness_problem"]

_SPOTS = 10_000
"""Places that are asked about each line: a share is good to about 0.01."""

_STRETCH = 1.05
"""A plane never shortens, and stretches less than this within 3000 km of its middle."""


def witness_problem(region: Within | SideOf) -> str | None:
    """Say in one sentence why a witness tells no side; None where it does, or nobody drew it.

    It tells none where it lies off the ends of a line, no farther from a line or from an area's
    border than both are known to, or on both sides.
    """
    toward = region.toward
    if toward is None or isinstance(toward.shape, Undrawn):
        return None
    for name, strand in _strands(region.of):
        fault = _fault_of(strand, toward.shape)
        if fault is not None:
            return fault.format(witness=toward.name, line=name)
    for name, shape in drawn_places(region.of):
        if isinstance(shape, Area | Box | Circle):
            deep = ground_of(shape).depths(*spots_of(toward.shape))
            if _is_on_border(deep, _accuracy_m(toward.shape)):
                return f"{toward.name} does not lie clear of the border of {name}"
    return None


def line_problem(region: Within | SideOf) -> str | None:
    """Say in one sentence why a line whose side is asked for has no two sides; None where it has.

    It has none where it crosses or touches itself, be it by the width of a hair: ``crossing_of``.
    """
    if region.toward is None:
        return None
    for name, strand in _strands(region.of):
        meets = crossing_of(strand)
        if meets is not None:
            lon_deg, lat_deg = meets
            return f"{name} meets itself at {lon_deg:.6f}, {lat_deg:.6f}, so it has no two sides"
    return None


def off_ends_share(region: Within) -> float | None:
    """Return how much of a depth lies off its line's ends, where the side is open, from 0 to 1.

    It is the ground within the limit whose nearest point of the line is an end, as a share of that
    ground and the depth on the witness's side; lines and limit as drawn and said, the limit at its
    most. None where no side is named, no line is drawn, or no depth is known.
    """
    toward = region.toward
    limit_m = region.limit.high_m
    if toward is None or isinstance(toward.shape, Undrawn) or not 0.0 < limit_m < np.inf:
        return None
    open_count = meant_count = 0
    for _, strand in _strands(region.of):
        stretch = strand.stretch(*_spots_about(strand, limit_m))
        is_in = stretch.exact_m <= limit_m
        is_open = stretch.is_open(np.zeros(len(is_in)), is_wide=False)
        is_meant = stretch.is_left == is_left_of(strand, toward.shape)
        open_count += int((is_in & is_open).sum())
        meant_count += int((is_in & ~is_open & is_meant).sum())
    whole = open_count + meant_count
    return open_count / whole if whole else None


def _spots_about(strand: Strand, limit_m: float) -> tuple[FloatArray, FloatArray]:
    """Return an even grid of places within ``limit_m`` of a strand, or little farther."""
    drawn = geodetic(strand.vertices_m)
    plane = plane_about([drawn])
    line = shapely.LineString(plane.flat(*drawn))
    band = line.simplify(limit_m / 100.0).buffer(limit_m * _STRETCH)
    shapely.prepare(band)
    step_m = float(np.sqrt(band.area / _SPOTS))
    west, south, east, north = band.bounds
    x, y = np.meshgrid(np.arange(west, east, step_m), np.arange(south, north, step_m))
    held = shapely.contains_xy(band, x, y)
    return plane.back(np.stack([x[held], y[held]], axis=-1))


def _strands(of: tuple[Region, ...]) -> Iterator[tuple[str, Strand]]:
    lines = [(name, shape) for name, shape in drawn_places(of) if isinstance(shape, Line)]
    name = " and ".join(dict.fromkeys(name for name, _ in lines))
    for strand in strands_of(tuple(line for _, line in lines)):
        yield name, strand


@lru_cache(maxsize=256)
def _fault_of(strand: Strand, witness: Shape) -> str | None:
    """Say why a witness tells no side of a strand, with its names left out."""
    if off_end(strand, witness):
        return "{witness} lies off the ends of {line}, where no side can be told"
    doubt_m = _accuracy_m(witness)
    stretch = strand.stretch(*spots_of(witness))
    told = ~stretch.is_open(np.zeros(len(stretch.exact_m)), is_wide=True)
    clear = told & (stretch.least_m > doubt_m)
    if not clear.any():
        return "{witness} lies no farther from {line} than both are known to"
    if straddles(stretch.is_left[clear], stretch.least_m[clear], doubt_m):
        return "{witness} lies on both sides of {line}"
    return None


def _is_on_border(deep: tuple[FloatArray, FloatArray, FloatArray], doubt_m: float) -> bool:
    """Say whether a witness lies on both sides of a border, or may."""
    exact, least, most = deep
    away_m = np.where(exact > 0.0, least, -most)
    return straddles(exact > 0.0, away_m, doubt_m)


def _accuracy_m(shape: Shape) -> float:
    """Return how far off a witness may be drawn; an area is a witness by its inside."""
    match shape:
        case Point(_, _, accuracy_m) | Line(_, accuracy_m):
            return accuracy_m
        case Sites(points):
            return max(point.accuracy_m for point in points)
        case Circle(centre):
            return centre.accuracy_m
        case _:
            return 0.0
