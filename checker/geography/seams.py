"""Whether the side that a line's nearest stretch tells may change on open ground."""

from functools import lru_cache

import shapely

from checker.geography.geodesic import geodetic
from checker.geography.plane import plane_about
from checker.geography.strands import Strand

__all__ = ["may_have_seam"]


@lru_cache(maxsize=256)
def may_have_seam(strand: Strand) -> bool:
    """Say whether an end of a line lies in a bend of it, as that of a 6 does.

    From the line's left to its right there is no way but through it, or round an end, past ground
    whose nearest place is that end. Where the end is a corner of the line's convex hull, that
    ground goes on for ever. Else other stretches close it off, and beyond, the nearest stretch is
    on the left here and on the right there: a seam, which no end and no line is near to.
    """
    if strand.is_ring:
        return False
    drawn = geodetic(strand.vertices_m)
    line = shapely.LineString(plane_about([drawn]).flat(*drawn))
    hull = shapely.get_coordinates(shapely.convex_hull(line)).tolist()
    corners = {tuple(corner) for corner in hull}
    return any(end not in corners for end in (line.coords[0], line.coords[-1]))
