"""Points in well-known binary, as GeoParquet stores geometries: many at a time, into lon and lat.

Source: OGC 06-103r4, Simple feature access 1, 8.2; the forms with Z and M of ISO 13249-3, and those
of PostGIS, which writes them as flags.
"""

import struct
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

__all__ = ["UNKNOWN", "Points", "points_of"]

_POINT_BYTES = 21
_PLAIN = struct.pack("<BI", 1, 1)
_POINT = np.dtype([("order", "u1"), ("kind", "<u4"), ("lon", "<f8"), ("lat", "<f8")])
"""A point in little-endian order, without gaps."""
UNKNOWN = "nothing known"
"""What a geometry is that begins like none."""
_KINDS = (
    UNKNOWN,
    "Point",
    "LineString",
    "Polygon",
    "MultiPoint",
    "MultiLineString",
    "MultiPolygon",
    "GeometryCollection",
)
_FLAGS = 0x2000_0000, 0x4000_0000, 0x8000_0000
"""PostGIS: an id of the coordinates follows; M; Z."""


@dataclass(frozen=True, slots=True)
class Points:
    """Hold the coordinates of n geometries, shape (n,); NaN where null, empty, or no point.

    ``others`` says what the geometry is, by row, where it is no point.
    """

    lon_deg: NDArray[np.float64]
    lat_deg: NDArray[np.float64]
    others: dict[int, str]


def points_of(geometries: pa.Array) -> Points:
    """Return the points of a column of binary values."""
    found = np.full((len(geometries), 2), np.nan)
    others: dict[int, str] = {}
    is_whole = pc.equal(pc.binary_length(geometries), _POINT_BYTES)
    is_plain = pc.and_(is_whole, pc.starts_with(geometries, pattern=_PLAIN))
    plain = geometries.filter(is_plain)
    if len(plain):
        raw = np.frombuffer(plain.buffers()[2], dtype=_POINT, count=len(plain))
        rows = np.from_dlpack(pc.indices_nonzero(pc.fill_null(is_plain, fill_value=False)))
        found[rows] = np.stack([raw["lon"], raw["lat"]], axis=-1)
    # What is null is neither: it leaves NaN.
    odd = np.from_dlpack(pc.indices_nonzero(pc.invert(is_plain)))
    for row in odd.tolist():
        point = _point(geometries[row].as_py())
        if isinstance(point, str):
            others[row] = point
        else:
            found[row] = point
    return Points(found[:, 0], found[:, 1], others)


def _point(value: bytes) -> tuple[float, float] | str:
    """Return the coordinates of one geometry in any form, or what it is instead."""
    if len(value) < 5 or value[0] > 1:  # noqa: PLR2004 - a byte for the order, four for the kind
        return _KINDS[0]
    order = "<" if value[0] else ">"
    (kind,) = struct.unpack_from(f"{order}I", value, 1)
    start = 9 if kind & _FLAGS[0] else 5
    for flag in _FLAGS:
        kind &= ~flag
    kind = kind % 1000 if kind < 4000 else 0  # noqa: PLR2004 - 1000 is Z, 2000 is M, 3000 both
    if kind != 1:
        return _KINDS[kind] if kind < len(_KINDS) else _KINDS[0]
    if len(value) < start + 16:
        return "cut-off Point"
    lon, lat = struct.unpack_from(f"{order}2d", value, start)
    return lon, lat
