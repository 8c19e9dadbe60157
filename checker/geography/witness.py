"""Places that say which side of a line is meant: where they stand, and whether they can say it."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from checker.geography.discs import FloatArray
from checker.geography.ground import ground_of
from checker.geography.shapes import Area, Box, Circle, Line, Point, Shape, Sites
from checker.geography.strands import Strand

__all__ = ["is_left_of", "is_within", "off_end", "spots_of", "straddles"]


def is_left_of(strand: Strand, witness: Shape) -> bool:
    """Say whether a witness lies left of a strand; a line by most of its vertices."""
    stretch = strand.stretch(*spots_of(witness))
    told = ~stretch.is_open(np.zeros(len(stretch.exact_m)), is_wide=True)
    sides = stretch.is_left[told] if told.any() else stretch.is_left
    return bool(2 * int(sides.sum()) > len(sides))


def is_within(area: Area | Box | Circle, witness: Shape) -> bool:
    """Say whether a witness lies inside an area; a line by most of its vertices."""
    inside = ground_of(area).contains(*spots_of(witness))
    return bool(2 * int(inside.sum()) > len(inside))


def off_end(strand: Strand, witness: Shape) -> bool:
    """Say whether a witness lies beyond the ends of a strand, where no side can be told."""
    stretch = strand.stretch(*spots_of(witness))
    return bool(stretch.is_open(np.zeros(len(stretch.exact_m)), is_wide=True).all())


def straddles(sides: NDArray[np.bool_], away_m: FloatArray, doubt_m: float) -> bool:
    """Say whether a witness lies on both sides, or no farther off than the line is known."""
    clear = away_m > doubt_m
    return not clear.any() or len(np.unique(sides[clear])) > 1


@lru_cache(maxsize=1024)
def spots_of(witness: Shape) -> tuple[FloatArray, FloatArray]:
    """Return positions (longitude, latitude) in degrees that stand for a witness place.

    A line stands by all its vertices, an area by one place inside its largest part.
    """
    match witness:
        case Point(lon, lat):
            return np.array([lon]), np.array([lat])
        case Sites(points):
            return np.array([p.lon_deg for p in points]), np.array([p.lat_deg for p in points])
        case Circle(centre):
            return np.array([centre.lon_deg]), np.array([centre.lat_deg])
        case Box(west, south, east, north):
            middle = west + ((east - west) % 360.0 or 360.0) / 2.0
            return np.array([middle]), np.array([(south + north) / 2.0])
        case Line(paths):
            drawn = np.array([vertex for path in paths for vertex in path])
            return drawn[:, 0], drawn[:, 1]
        case Area():
            return ground_of(witness).spot()
        case _:
            return np.empty(0), np.empty(0)
