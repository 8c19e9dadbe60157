"""All the ground that a place may be on: a disc that certainly holds it, and its outline."""

from dataclasses import dataclass, replace

import numpy as np
import shapely

from checker.geography.discs import FloatArray
from checker.geography.edges import STEP_M, densify
from checker.geography.geodesic import direct, inverse
from checker.geography.region import AllOf, Length, Named, Region, Within
from checker.geography.shapes import Area, Line

__all__ = [
    "Doubt",
    "called",
    "common",
    "drawn_doubt",
    "enclosing",
    "holding",
    "names_of",
    "widened",
]

_SPARE_M = 1e-3
"""More than what rounding moves a vertex of a disc that holds it."""
_FARTHEST_M = 20_037_509.0
"""Half the equator of WGS 84 (pi x 6,378,137 m), rounded up: a disc so wide is the Earth."""
_MOST_CORNERS = 200
_LONGEST_NAME = 60
_WIDE_M = 5_000_000.0
"""Discs up to here hold the geodesics between any two of their points; wider ones are doubled."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Hold a disc, and the ground within it that holds the place; None where that is the disc.

    The place is in both. ``radius_m`` is NaN where nobody knows how far off it may be.
    """

    lon_deg: float
    lat_deg: float
    radius_m: float
    ground: Region | None = None


def enclosing(lon_deg: FloatArray, lat_deg: FloatArray) -> tuple[float, float, float]:
    """Return the centre and the radius of a disc that holds all of n places, n >= 1.

    It is the smallest one in a plane that is equidistant from their middle, so nearly the smallest,
    but for shapes of very many corners.
    That it holds them is measured: the radius is the longest geodesic. So are the geodesics between
    them, as a disc of less than a quarter of the Earth holds those of its points.
    """
    lon, lat = _middle(lon_deg, lat_deg)
    azimuth_deg, away_m = inverse(*_repeated(lon, lat, len(lon_deg)), lon_deg, lat_deg)
    azimuth = np.radians(azimuth_deg)
    plane = np.stack([away_m * np.sin(azimuth), away_m * np.cos(azimuth)], axis=-1)
    x_m, y_m = _amid(plane)
    bearing = np.array([np.degrees(np.arctan2(x_m, y_m))])
    centre = direct(np.array([lon]), np.array([lat]), bearing, np.array([np.hypot(x_m, y_m)]))
    lon, lat = float(centre[0][0]), float(centre[1][0])
    radius_m = float(inverse(*_repeated(lon, lat, len(lon_deg)), lon_deg, lat_deg)[1].max())
    if radius_m > _WIDE_M:
        radius_m = min(2.0 * radius_m, _FARTHEST_M)
    return lon, lat, radius_m + _SPARE_M


def holding(doubts: tuple[Doubt, ...]) -> Doubt:
    """Return the disc that holds all of some doubts; the one itself where there is one."""
    if len(doubts) == 1:
        return doubts[0]
    lon, lat = (np.array([getattr(one, name) for one in doubts]) for name in ("lon_deg", "lat_deg"))
    centre_lon, centre_lat, _ = enclosing(lon, lat)
    away_m = inverse(*_repeated(centre_lon, centre_lat, len(lon)), lon, lat)[1]
    radius_m = float((away_m + [one.radius_m for one in doubts]).max())
    return Doubt(centre_lon, centre_lat, min(radius_m + _SPARE_M, _FARTHEST_M))


def common(doubts: list[Doubt]) -> Doubt | None:
    """Return a doubt that holds all the ground that some have in common; None if discs show none.

    Its disc is the smallest of theirs; a disc without a radius bounds nothing.
    """
    known = [one for one in doubts if np.isfinite(one.radius_m)]
    for at, one in enumerate(known):
        for other in known[at + 1 :]:
            axes = (one.lon_deg, one.lat_deg, other.lon_deg, other.lat_deg)
            away_m = inverse(*(np.array([axis]) for axis in axes))[1][0]
            if away_m > one.radius_m + other.radius_m + _SPARE_M:
                return None
    least = min(known or doubts, key=lambda one: one.radius_m)
    grounds = tuple(one.ground for one in doubts if one.ground is not None)
    ground = AllOf(grounds) if len(grounds) > 1 else grounds[0] if grounds else None
    return Doubt(least.lon_deg, least.lat_deg, least.radius_m, ground)


def drawn_doubt(shape: Area | Line, *, width_m: float = 0.0) -> Doubt:
    """Return the doubt of a place that is somewhere on a drawn area, or along a drawn line.

    A line has no ground: it is widened by ``width_m``, metres.
    """
    paths = shape.paths if isinstance(shape, Line) else [one[0] for one in shape.polygons]
    # A geodesic stays in the disc of its ends, an edge that is straight in degrees may not.
    step_m = _WIDE_M if shape.edges == "geodesic" else STEP_M
    dense = [densify(path, shape.edges, step_m) for path in paths]
    lon, lat, radius_m = enclosing(*(np.concatenate(axis) for axis in zip(*dense, strict=True)))
    if isinstance(shape, Line):
        length = Length(width_m, width_m, f"{width_m:.15g} m")
        ground: Region = Within(length, (Named("the line", shape),))
        return Doubt(lon, lat, radius_m + width_m, ground)
    return Doubt(lon, lat, radius_m + shape.accuracy_m, Named("the ground reported", shape))


def widened(doubt: Doubt, by_m: float) -> Doubt:
    """Return a doubt that reaches ``by_m`` metres farther on all sides; NaN is a radius unknown."""
    radius_m = min(doubt.radius_m + by_m, _FARTHEST_M)
    ground = doubt.ground
    match ground:
        case None:
            pass
        case _ if not np.isfinite(by_m):
            ground = None
        case Named(_, Area() as area):
            ground = replace(ground, shape=replace(area, accuracy_m=area.accuracy_m + by_m))
        case Within(limit, of):
            high_m = limit.high_m + by_m
            ground = Within(Length(high_m, high_m, f"{high_m:.15g} m"), of)
        case _:
            ground = None
    return Doubt(doubt.lon_deg, doubt.lat_deg, radius_m, ground)


def called(doubt: Doubt, name: str) -> Doubt:
    """Return a doubt whose ground, if it has any, is called as it was written."""
    name = name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}..."
    match doubt.ground:
        case Named(_, shape):
            return replace(doubt, ground=Named(name, shape))
        case Within(limit, (Named(_, shape),)):
            return replace(doubt, ground=Within(limit, (Named(name, shape),)))
        case _:
            return doubt


def names_of(ground: Region) -> tuple[str, ...]:
    """Return what a ground is called, and each of those that make it one."""
    match ground:
        case Named(name):
            return (name,)
        case AllOf(parts) | Within(_, parts):
            return tuple(name for part in parts for name in names_of(part))
        case _:
            return ()


def _amid(plane: FloatArray) -> tuple[float, float]:
    """Return the centre of the smallest circle round places of a plane, shape (n, 2)."""
    corners = shapely.get_coordinates(shapely.convex_hull(shapely.MultiPoint(plane)))
    if len(corners) > _MOST_CORNERS:  # the time it takes grows with their square
        x_m, y_m = 0.5 * (corners.min(axis=0) + corners.max(axis=0))
        return float(x_m), float(y_m)
    circle = shapely.minimum_bounding_circle(shapely.MultiPoint(corners))
    # Of places that are all one there is no circle.
    found = np.concatenate([shapely.get_coordinates(shapely.centroid(circle)), corners[:1]])
    return float(found[0, 0]), float(found[0, 1])


def _middle(lon_deg: FloatArray, lat_deg: FloatArray) -> tuple[float, float]:
    """Return a place amid others, also across the antimeridian or about a pole."""
    lon, lat = np.radians(lon_deg), np.radians(lat_deg)
    level = np.cos(lat)
    x, y, z = (level * np.cos(lon)).mean(), (level * np.sin(lon)).mean(), np.sin(lat).mean()
    return float(np.degrees(np.arctan2(y, x))), float(np.degrees(np.arctan2(z, np.hypot(x, y))))


def _repeated(lon_deg: float, lat_deg: float, count: int) -> tuple[FloatArray, FloatArray]:
    return np.full(count, lon_deg), np.full(count, lat_deg)
