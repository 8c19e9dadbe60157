"""GeoParquet: which column of a Parquet file holds geometries, and what these give as columns.

Source: GeoParquet 1.1.0; the first version of which files are about is 1.0.0.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from checker.geography.doubt.drawn import GeoProblem, text_of_binary
from checker.reports.cells import StructureFault
from checker.reports.rejected import Fault
from checker.reports.source import Source, refuse
from checker.reports.wkb import UNKNOWN, Points, points_of

__all__ = ["Geometry", "geometry_of"]

_KEY = b"geo"
_POINT = ("lon", "lat")
_OUTLINE = "outline"
_WGS84 = {("OGC", "CRS84"), ("EPSG", "4326")}
"""Longitude comes first in both: GeoParquet 1.1.0, Coordinate axis order."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """Name the column of geometries; ``is_struct`` where points are pairs of numbers, not WKB.

    ``gives`` are the columns of the contract that it holds the values of.
    """

    column: str
    is_struct: bool = False
    gives: tuple[str, ...] = _POINT

    def located(
        self, batch: pa.RecordBatch, row: int
    ) -> tuple[pa.RecordBatch, NDArray[np.int64], list[StructureFault]]:
        """Return the rows with what their geometries give in place of these, and their numbers.

        ``row`` is the number of the first. A geometry that draws no place is at fault.
        """
        at = batch.schema.get_field_index(self.column)
        points = self._points(batch.column(at))
        names = [name for name in batch.schema.names if name != self.column]
        arrays = [batch.column(name) for name in names]
        outlines, broken = self._outlines(batch.column(at), points)
        for name, degrees in (("lon", points.lon_deg), ("lat", points.lat_deg)):
            if name in self.gives:
                names.append(name)
                arrays.append(pa.array(degrees, mask=np.isnan(degrees)))
        if _OUTLINE in self.gives:
            names.append(_OUTLINE)
            arrays.append(pa.array(outlines, pa.string()))
        located = pa.RecordBatch.from_arrays(arrays, names=names)
        numbers = np.arange(row, row + batch.num_rows, dtype=np.int64)
        faults = [
            StructureFault(
                row + index,
                0,
                Fault(
                    "R214",
                    f"the geometry is {what}, which draws no place",
                    "draw a point with radius_m, a line or an area",
                ),
            )
            for index, what in broken.items()
        ]
        if faults:
            good = np.setdiff1d(np.arange(batch.num_rows), list(broken))
            located, numbers = located.take(pa.array(good)), numbers[good]
        return located, numbers, faults

    def _outlines(
        self, column: pa.Array, points: Points
    ) -> tuple[list[str | None], dict[int, str]]:
        """Return what is drawn that is no point, row by row, and what draws nothing."""
        outlines: list[str | None] = [None] * len(column)
        broken: dict[int, str] = {}
        for row, kind in points.others.items():
            try:
                outlines[row] = text_of_binary(column[row].as_py())
            except GeoProblem:
                broken[row] = f"a damaged {kind}" if kind != UNKNOWN else kind
            if _OUTLINE not in self.gives and row not in broken:
                broken[row] = f"a {kind} in a column of points"
        return outlines, broken

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
        return Geometry(primary, gives=_given(column.get("geometry_types")))
    if encoding == "point" and pa.types.is_struct(kind):
        has_both = {"x", "y"} <= {kind.field(index).name for index in range(kind.num_fields)}
        return Geometry(primary, is_struct=True) if has_both else None
    return None


def _given(kinds: object) -> tuple[str, ...]:
    """Return which columns geometries of some kinds give; nobody knows of which, if there are none.

    Source: GeoParquet 1.1.0, geometry_types.
    """
    if not isinstance(kinds, list) or not kinds:
        return (*_POINT, _OUTLINE)
    are_points = [str(kind).removesuffix(" Z") == "Point" for kind in kinds]
    points = _POINT if any(are_points) else ()
    return points if all(are_points) else (*points, _OUTLINE)


def _doubles(array: pa.Array) -> NDArray[np.float64]:
    # numpy's own way to an array would import pandas where it is installed.
    given = np.from_dlpack(pc.fill_null(pc.cast(array, pa.float64()), float("nan")))
    return given.astype(np.float64, copy=False)
