"""A disc that certainly holds a region, if any does: where a search over its ground may start."""

import numpy as np

from checker.geography.discs import FloatArray
from checker.geography.geodesic import ecef, geodetic
from checker.geography.ground import ground_of
from checker.geography.region import AllOf, AnyOf, Named, Region, Within
from checker.geography.shapes import Area, Box, Circle, Line, Point, Shape, Sites

__all__ = ["extent_of"]

Extent = tuple[float, float, float]
"""Longitude and latitude in degrees, radius in metres."""

_CHORD_TO_GROUND = 1.6
"""More than pi/2: no ground distance is more than that of its chord."""


def extent_of(region: Region) -> Extent | None:
    """Return a disc that holds all the ground a region may cover; None where there is none."""
    match region:
        case Named(_, shape):
            return _of_shape(shape)
        case AnyOf(parts):
            return _joined([extent_of(part) for part in parts])
        case AllOf(parts):
            known = [extent for part in parts if (extent := extent_of(part)) is not None]
            return min(known, key=lambda extent: extent[2], default=None)
        case Within(limit, of):
            whole = _joined([extent_of(part) for part in of])
            if whole is None or not np.isfinite(limit.high_m):
                return None
            return (whole[0], whole[1], whole[2] + limit.high_m)
        case _:
            return None


def _of_shape(shape: Shape) -> Extent | None:
    match shape:
        case Point(lon, lat, accuracy_m):
            return (lon, lat, accuracy_m)
        case Circle(centre, radius_m):
            return (centre.lon_deg, centre.lat_deg, radius_m + centre.accuracy_m)
        case Sites(points):
            return _joined([_of_shape(point) for point in points])
        case Line(paths, accuracy_m):
            drawn = np.array([vertex for path in paths for vertex in path])
            return _round(ecef(drawn[:, 0], drawn[:, 1]), accuracy_m)
        case Area() | Box():
            ground = ground_of(shape)
            outline = ground.outline_m
            return _round(outline, ground.accuracy_m) if len(outline) else None
        case _:
            return None


def _round(corners_m: FloatArray, accuracy_m: float) -> Extent:
    """Return a disc round vertices; geodesic edges between them stay within it but for a part."""
    middle_m = 0.5 * (corners_m.min(axis=0) + corners_m.max(axis=0))
    lon, lat = geodetic(middle_m[None])
    centre_m = ecef(lon, lat)[0]
    chord_m = float(np.linalg.norm(corners_m - centre_m, axis=1).max())
    return (float(lon[0]), float(lat[0]), chord_m * _CHORD_TO_GROUND + accuracy_m)


def _joined(extents: list[Extent | None]) -> Extent | None:
    known = [extent for extent in extents if extent is not None]
    if not known or len(known) < len(extents):
        return None
    lon, lat = np.array([e[0] for e in known]), np.array([e[1] for e in known])
    widest = max(extent[2] for extent in known)
    around = _round(ecef(lon, lat), 0.0)
    return (around[0], around[1], around[2] + widest)
