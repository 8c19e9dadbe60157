"""The ground that a row of observations draws, where it names no area: an outline, or a circle."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from checker.geography.doubt.drawn import geometry_doubt
from checker.geography.geojson import GeoProblem
from checker.geography.region import Named, Region
from checker.geography.shapes import Area, Circle, Point
from checker.reports.rejected import Fault

__all__ = ["DRAWN", "drawn_ground"]

DRAWN = ("outline", "lon", "lat", "radius_m")
"""The columns of reports that draw a place."""
_NAME = "the area that the row draws"
_MOST_DEG = {"lon": 180.0, "lat": 90.0}
_LEAST_M, _MOST_M = 0.001, 1e7


def drawn_ground(cells: Mapping[str, str]) -> Region | Fault | None:
    """Return what a row draws by the columns of ``DRAWN``, None where these are blank.

    All of it was looked at. ``radius_m`` is that of the circle round a position; beside an outline
    it is how far off the outline may be, so that what is watched for certain is smaller by it. A
    line is as wide as its least doubt: whoever went along it may have seen something.
    """
    if cells.get("outline"):
        return _outlined(cells["outline"], cells.get("radius_m", ""))
    if not (cells.get("lon") or cells.get("lat")):
        return None
    lon, lat = (_degrees(cells.get(name, ""), name) for name in ("lon", "lat"))
    radius_m = _metres(cells.get("radius_m", ""))
    for one in (lon, lat, radius_m):
        if isinstance(one, Fault):
            return one
    assert isinstance(lon, float)
    assert isinstance(lat, float)
    assert isinstance(radius_m, float)
    return Named(_NAME, Circle(Point(lon, lat), radius_m))


def _outlined(text: str, radius: str) -> Region | Fault:
    off_m = _metres(radius) if radius else 0.0
    if isinstance(off_m, Fault):
        return off_m
    try:
        ground = geometry_doubt(text, 0.0).ground
    except GeoProblem as problem:
        return Fault("R320", f"outline: {problem.message}", problem.hint)
    if ground is None:
        return Fault("R320", "outline: points are no area", "draw an area, or give a radius")
    if isinstance(ground, Named) and isinstance(ground.shape, Area):
        return Named(_NAME, replace(ground.shape, accuracy_m=off_m))
    return ground


def _degrees(text: str, name: str) -> float | Fault:
    value = _number(text)
    if value is None or abs(value) > _MOST_DEG[name]:
        said = f"{name}: '{text}' is no {'longitude' if name == 'lon' else 'latitude'}"
        return Fault("R320", said, "write decimal degrees, such as 36.25")
    return value


def _metres(text: str) -> float | Fault:
    value = _number(text)
    if value is None or not _LEAST_M <= value <= _MOST_M:
        said = f"radius_m: '{text}' is no extent of an area" if text else "radius_m is blank"
        return Fault("R320", said, "write how far was looked round the position, in metres")
    return value


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if np.isfinite(value) else None
