"""Whether two areas run along one border: a quick look at their drawn vertices, then the ground."""

import numpy as np
import shapely

from checker.geography.discs import FloatArray
from checker.geography.edges import densify
from checker.geography.ground import AGREE_M
from checker.geography.shapes import Area
from checker.geography.strokes import Strokes

__all__ = ["adjoin"]

_NEAR_DEG = 5e-3
"""A geodesic edge of 300 km leaves the straight one by less: the quick look misses no border."""

_RUN = 2
"""A border is at least one edge: two vertices of one outline on the other."""


def adjoin(one: Area, other: Area) -> bool:
    """Say whether two outlines agree within 1 m over a stretch of at least one drawn edge."""
    return _runs_along(one, other) or _runs_along(other, one)


def _runs_along(one: Area, other: Area) -> bool:
    """Say whether two vertices of ``one``, so an edge, lie on the outline of ``other``."""
    corners = _corners(one)
    rings = [shapely.LineString(ring) for part in other.polygons for ring in part]
    outline = shapely.MultiLineString(rings)
    shapely.prepare(outline)
    is_near = shapely.dwithin(outline, shapely.points(corners), _NEAR_DEG)
    if int(is_near.sum()) < _RUN:
        return False
    strokes = Strokes([densify(ring, other.edges) for part in other.polygons for ring in part])
    near = corners[is_near]
    return int((strokes.distance_m(near[:, 0], near[:, 1]) <= AGREE_M).sum()) >= _RUN


def _corners(area: Area) -> FloatArray:
    """Return the drawn vertices, shape (v, 2), each ring without its repeated last one."""
    rings = [ring[:-1] for part in area.polygons for ring in part]
    return np.array([vertex for ring in rings for vertex in ring], dtype=np.float64)
