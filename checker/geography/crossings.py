"""Where a line meets itself, so that left and right of it are not two sides."""

from functools import lru_cache

import numpy as np
import shapely

from checker.geography.discs import FloatArray
from checker.geography.geodesic import geodetic
from checker.geography.plane import plane_about
from checker.geography.strands import Strand

__all__ = ["crossing_of"]

_TOUCH_M = 0.01
"""Ten times the error of a distance: strands that are nearer cannot be told apart from afar."""

_APART_M = 0.1
"""What lies less far along the line is the same bend of it, or a doubled vertex."""


@lru_cache(maxsize=256)
def crossing_of(strand: Strand) -> tuple[float, float] | None:
    """Return a place, (longitude, latitude) in degrees, at which a line meets itself, or None.

    The side of a position is that of the nearest stretch. Where two stretches cross or touch, it
    changes on ground that lies clear of the line, far off too: nothing there may be decided.
    """
    drawn = geodetic(strand.vertices_m)
    plane = plane_about([drawn])
    xy_m = plane.flat(*drawn)
    spot = _crossing(xy_m) if not shapely.LineString(xy_m).is_simple else None
    spot = spot if spot is not None else _touch(xy_m, is_ring=strand.is_ring)
    if spot is None:
        return None
    lon, lat = plane.back(spot[None])
    return float(lon[0]), float(lat[0])


def _crossing(xy_m: FloatArray) -> FloatArray | None:
    """Return where two pieces that don't follow each other meet; an end may close a ring."""
    pieces = shapely.linestrings(np.stack([xy_m[:-1], xy_m[1:]], axis=1))
    one, other = shapely.STRtree(pieces).query(pieces, predicate="intersects")
    met = shapely.intersection(pieces[one], pieces[other])
    last = len(pieces) - 1
    follows = other - one == 1
    closes = (one == 0) & (other == last) & bool((xy_m[0] == xy_m[-1]).all())
    is_more = shapely.get_dimensions(met) > 0
    found = np.flatnonzero((one < other) & (~(follows | closes) | is_more))
    return np.array(shapely.centroid(met[found[0]]).coords[0]) if len(found) else None


def _touch(xy_m: FloatArray, *, is_ring: bool) -> FloatArray | None:
    """Return a vertex that lies no farther than a hair from a piece elsewhere along the line."""
    start, end = xy_m[:-1], xy_m[1:]
    far_m = np.append(0.0, np.cumsum(np.linalg.norm(end - start, axis=1)))
    pieces = shapely.linestrings(np.stack([start, end], axis=1))
    tree = shapely.STRtree(pieces)
    vertex, piece = tree.query(shapely.points(xy_m), predicate="dwithin", distance=_TOUCH_M)
    along_m = np.maximum(far_m[piece] - far_m[vertex], far_m[vertex] - far_m[piece + 1])
    if is_ring:
        around_m = np.maximum(far_m[piece + 1], far_m[vertex]) - np.minimum(
            far_m[piece], far_m[vertex]
        )
        along_m = np.minimum(along_m, far_m[-1] - around_m)
    found = np.flatnonzero(along_m > _APART_M)
    return xy_m[vertex[found[0]]] if len(found) else None
