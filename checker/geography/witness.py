"""Places that say which side of a line is meant: where they stand, and whether they can say it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from checker.geography.discs import FloatArray
from checker.geography.ground import ground_of
from checker.geography.plane import Vertices
from checker.geography.rings import width_deg
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


def spots_of(witness: Shape) -> Vertices:
    """Return positions (longitude, latitude) in degrees that stand for a witness place.

    A line stands by all its vertices, an area by one place inside its largest part.
    """
    if isinstance(witness, Area):
        return ground_of(witness).spot()
    spots = np.array(_positions(witness), dtype=np.float64).reshape(-1, 2)
    return spots[:, 0], spots[:, 1]


def _positions(witness: Shape) -> Sequence[tuple[float, float]]:
    match witness:
        case Point(lon, lat) | Circle(Point(lon, lat)):
            return [(lon, lat)]
        case Sites(points):
            return [(point.lon_deg, point.lat_deg) for point in points]
        case Box():
            middle = witness.west_deg + width_deg(witness) / 2.0
            return [(middle, (witness.south_deg + witness.north_deg) / 2.0)]
        case Line(paths):
            return [vertex for path in paths for vertex in path]
        case _:
            return []
