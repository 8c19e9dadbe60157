"""GeoParquet: which column of a Parquet file holds geometries, and its points as lon and lat.

Source: GeoParquet 1.1.0; the first version of which files are about is 1.0.0.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from checker.reports.cells import StructureFault
from checker.reports.rejected import Fault
from checker.reports.source import Source, refuse
from checker.reports.wkb import Points, points_of

__all__ = ["Geometry", "geometry_of"]

_KEY = b"geo"
_WGS84 = {("OGC", "CRS84"), ("EPSG", "4326")}
"""Longitude comes first in both: GeoParquet 1.1.0, Coordinate axis order."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """Name the column of geometries; ``is_struct`` where points are pairs of numbers, not WKB."""

    column: str
    is_struct: bool = False

    def located(
        self, batch: pa.RecordBatch, row: int
    ) -> tuple[pa.RecordBatch, NDArray[np.int64], list[StructureFault]]:
        """Return the rows with ``lon`` and ``lat`` in place of the geometry, and their numbers.

        ``row`` is the number of the first. What has a geometry that is no point is at fault.
        """
        at = batch.schema.get_field_index(self.column)
        points = self._points(batch.column(at))
        names = [name for name in batch.schema.names if name != self.column]
        arrays = [batch.column(name) for name in names]
        for name, degrees in (("lon", points.lon_deg), ("lat", points.lat_deg)):
            names.append(name)
            arrays.append(pa.array(degrees, mask=np.isnan(degrees)))
        located = pa.RecordBatch.from_arrays(arrays, names=names)
        numbers = np.arange(row, row + batch.num_rows, dtype=np.int64)
        faults = [
            StructureFault(
                row + index,
                0,
                Fault(
                    "R214",
                    f"the geometry is a {kind}, not a Point",
                    "give a point with radius_m, or name the area in within_area",
                ),
            )
            for index, kind in points.others.items()
        ]
        if faults:
            good = np.setdiff1d(np.arange(batch.num_rows), list(points.others))
            located, numbers = located.take(pa.array(good)), numbers[good]
        return located, numbers, faults

    def _points(self, column: pa.Array) -> Points:
        if not self.is_struct:
            return points_of(column)
        x, y = (pc.struct_field(column, name) for name in ("x", "y"))
        return Points(_doubles(x), _doubles(y), {})


def geometry_of(schema: pa.Schema, columns: Sequence[str], source: Source) -> Geometry | None:
    """Return the geometries to read; None where there are none, or lon and lat are there already.

    Raises ``CheckerError`` where the coordinates are not longitude and latitude in WGS 84.
    """
    known = (schema.metadata or {}).get(_KEY)
    if known is None or {"lon", "lat"} & set(columns):
        return None
    try:
        said = json.loads(known)
        primary = said["primary_column"]
        column = said["columns"][primary]
        encoding = str(column.get("encoding", "WKB"))
        crs = column.get("crs", {"id": {"authority": "OGC", "code": "CRS84"}})
        identity = (crs or {}).get("id", {})
        system = (str(identity.get("authority")), str(identity.get("code")))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    if primary not in columns:
        return None
    if system not in _WGS84:
        raise refuse("R102", "the coordinates are not WGS 84", source.name, "save as EPSG:4326")
    kind = schema.field(primary).type
    if encoding == "WKB" and (pa.types.is_binary(kind) or pa.types.is_large_binary(kind)):
        return Geometry(primary)
    if encoding == "point" and pa.types.is_struct(kind):
        has_both = {"x", "y"} <= {kind.field(index).name for index in range(kind.num_fields)}
        return Geometry(primary, is_struct=True) if has_both else None
    return None


def _doubles(array: pa.Array) -> NDArray[np.float64]:
    # numpy's own way to an array would import pandas where it is installed.
    given = np.from_dlpack(pc.fill_null(pc.cast(array, pa.float64()), float("nan")))
    return given.astype(np.float64, copy=False)
