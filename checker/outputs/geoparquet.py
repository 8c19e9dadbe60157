"""Points as GeoParquet holds them: a column of WKB, and what the metadata says of it.

Source: OGC GeoParquet 1.1.0 (2024); without a ``crs`` coordinates are longitude and latitude on
WGS 84 (OGC:CRS84). WKB: OGC 06-103r4, Simple Features, section 8.2.
"""

import json
from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from checker.outputs.flat import Cell

__all__ = ["GEOMETRY", "GEO_METADATA", "points_of"]

GEOMETRY = "geometry"
"""The name of the column, which stands behind all others."""

GEO_METADATA = json.dumps(
    {
        "version": "1.1.0",
        "primary_column": GEOMETRY,
        "columns": {GEOMETRY: {"encoding": "WKB", "geometry_types": ["Point"]}},
    }
)
"""What stands in the file's metadata under ``geo``."""

_POINT = np.dtype([("order", "u1"), ("kind", "<u4"), ("lon", "<f8"), ("lat", "<f8")])
"""A point in little-endian order: 21 bytes without gaps."""


def points_of(lon: Sequence[Cell], lat: Sequence[Cell]) -> pa.Array:
    """Return the points of positions, shape (n,); null where one is not known."""
    places = np.array([lon, lat], dtype=np.float64)  # None becomes NaN
    is_known = np.isfinite(places).all(axis=0)
    raw = np.zeros(int(is_known.sum()), dtype=_POINT)
    raw["order"], raw["kind"] = 1, 1
    raw["lon"], raw["lat"] = places[:, is_known]
    ends = np.append(0, np.cumsum(np.where(is_known, _POINT.itemsize, 0))).astype(np.int32)
    bits = np.packbits(is_known, bitorder="little")
    buffers = [pa.py_buffer(part.tobytes()) for part in (bits, ends, raw)]
    return pa.Array.from_buffers(pa.binary(), len(lon), buffers)
