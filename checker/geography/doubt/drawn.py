"""Drawn places in cells of reports: GeoJSON and well-known text, each as the ground it covers."""

import json
import re

import numpy as np
import shapely

from checker.geography.doubt.doubt import Doubt, drawn_doubt, enclosing, widened
from checker.geography.geojson import GeoProblem, shape_of
from checker.geography.shapes import Area, Line, Point, Sites

__all__ = ["GeoProblem", "geometry_doubt", "text_of_binary"]

_EWKT = re.compile(r"\s*SRID\s*=\s*(\d+)\s*;\s*", re.IGNORECASE | re.ASCII)
_TEXT = re.compile(
    r"\s*(MULTI)?(POINT|LINESTRING|POLYGON)|\s*GEOMETRYCOLLECTION", re.IGNORECASE | re.ASCII
)
_WGS84 = 4326
_OF_LENGTH = 0.005
"""A line is as wide as this share of the disc that holds it: ground it takes to be looked at."""
_LEAST_WIDTH_M = 1.0


def geometry_doubt(text: str, own_m: float | None) -> Doubt:
    """Return the ground of a drawn place, which the place is on; raises ``GeoProblem``.

    ``own_m`` is what the report says of how far off that is, metres: None where it says nothing,
    which is 0 for a line or an area, and unknown for a point. Edges are straight in longitude and
    latitude: RFC 7946, 3.1.1. Several points stand for one of them, nobody knows which.
    """
    try:
        shape = shape_of(_as_geojson(text), feature=None, edges="planar", accuracy_m=0.0)
    except GeoProblem as problem:
        # What an agreement may say of its drawings, no report can.
        raise GeoProblem(problem.message, problem.hint.partition(", or say edges")[0]) from None
    match shape:
        case Point(lon, lat):
            return Doubt(lon, lat, np.nan if own_m is None else own_m)
        case Sites(points):
            axes = ([one.lon_deg for one in points], [one.lat_deg for one in points])
            disc = enclosing(*(np.array(axis) for axis in axes))
            return widened(Doubt(*disc), np.nan if own_m is None else own_m)
        case Line():
            width_m = max(_LEAST_WIDTH_M, _OF_LENGTH * drawn_doubt(shape).radius_m)
            return widened(drawn_doubt(shape, width_m=width_m), own_m or 0.0)
        case Area():
            return widened(drawn_doubt(shape), own_m or 0.0)
        case _:
            raise GeoProblem("this draws no place", "draw a point, a line or an area")


def text_of_binary(content: bytes) -> str:
    """Return well-known text of well-known binary; raises ``GeoProblem`` for what is none."""
    try:
        # Heights are left out, and 17 digits are all that a number has.
        return str(shapely.to_wkt(shapely.from_wkb(content), rounding_precision=-1))
    except (shapely.errors.GEOSException, TypeError, ValueError):
        raise GeoProblem("the geometry is damaged", "write it anew") from None


def _as_geojson(text: str) -> str:
    """Return a text that draws a place as GeoJSON."""
    if text.lstrip().startswith("{"):
        return text
    system = _EWKT.match(text)
    if system is not None:
        if int(system[1]) != _WGS84:
            message = f"the coordinates are in the system {system[1][:12]}, not in WGS 84"
            raise GeoProblem(message, "write longitude and latitude, in degrees (EPSG:4326)")
        text = text[system.end() :]
    if _TEXT.match(text) is None:
        message = f"'{text[:40]}' is neither well-known text nor GeoJSON"
        raise GeoProblem(message, "write POLYGON ((lon lat, lon lat, ...))")
    try:
        geometry = shapely.from_wkt(text)
    except (shapely.errors.GEOSException, TypeError, ValueError):
        message = f"'{text[:40]}' is no well-known text"
        raise GeoProblem(message, "write POLYGON ((lon lat, lon lat, ...)), closed") from None
    if shapely.is_empty(geometry):
        raise GeoProblem("the geometry is empty", "draw a point, a line or an area")
    told: object = json.loads(shapely.to_geojson(shapely.force_2d(geometry)))
    return json.dumps(told)
