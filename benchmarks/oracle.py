"""The exact distance of points to a line of geodesics, by other libraries than the one judged.

Planar distances in a projection about the middle of the box sort out the rows that are far from
every limit; the others are measured by geographiclib (Karney, Algorithms for geodesics, 2013).
"""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import shapely
from geographiclib.geodesic import Geodesic
from geographiclib.geodesicline import GeodesicLine
from numpy.typing import NDArray
from pyproj import Transformer

from benchmarks.question import FloatArray, Path2D, Question

__all__ = ["BoolArray", "Ruler", "is_found", "rows_of"]

BoolArray = NDArray[np.bool_]

_LOCAL = "+proj=tmerc +lon_0=36.25 +lat_0=33.25 +k=1 +ellps=WGS84"
_SCALE = 1e-3
"""The projection's scale is off by less than 2e-4 in the box, and lines bend a little in it."""
_NEAR_M = 5.0
_EARTH = Geodesic.WGS84


def rows_of(reports: Path) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return longitudes, latitudes and radii of a file of reports; shapes (n,)."""
    columns = pq.read_table(reports, columns=["lon", "lat", "radius_m"]).columns
    lon, lat, radius_m = (one.to_numpy() for one in columns)
    return lon, lat, radius_m


def is_found(question: Question, reports: Path) -> BoolArray:
    """Say which rows may lie within the limit; shape (n,)."""
    lon, lat, radius_m = rows_of(reports)
    reach_m = question.limit_m + radius_m + question.accuracy_m
    return Ruler.along(question.path).near_exact_m(lon, lat, [reach_m]) <= reach_m


@dataclass(frozen=True, slots=True)
class Ruler:
    """Measure distances to a line, drawn in degrees and in metres of the projection."""

    path: Path2D
    to_local: Transformer
    pieces: NDArray[np.object_]
    whole: shapely.LineString

    @staticmethod
    def along(path: Path2D) -> "Ruler":
        """Return what measures distances to this line."""
        to_local = Transformer.from_crs("EPSG:4326", _LOCAL, always_xy=True)
        turns = np.stack(to_local.transform(*np.array(path).T), axis=-1)
        whole = shapely.LineString(turns)
        shapely.prepare(whole)
        pieces = shapely.linestrings(np.stack((turns[:-1], turns[1:]), axis=1))
        return Ruler(path, to_local, pieces, whole)

    def near_exact_m(
        self, lon: FloatArray, lat: FloatArray, limits_m: Iterable[FloatArray]
    ) -> FloatArray:
        """Return distances, shape (n,): exact near any of the limits (n,), else to 5 m at 25 km."""
        spots = shapely.points(*self.to_local.transform(lon, lat))
        away_m: FloatArray = shapely.distance(self.whole, spots)
        is_near = np.logical_or.reduce([np.abs(away_m - one) < _NEAR_M for one in limits_m])
        for row in np.flatnonzero(is_near).tolist():
            away_m[row] = self.exact_m(float(lon[row]), float(lat[row]))
        return away_m

    def exact_m(self, lon: float, lat: float) -> float:
        """Return the distance of one point, to the pieces of the line that may be nearest."""
        away_m = shapely.distance(self.pieces, shapely.Point(*self.to_local.transform(lon, lat)))
        wanted = np.flatnonzero(away_m <= away_m.min() * (1 + _SCALE) + 1.0)
        ends = list(itertools.pairwise(self.path))
        return min(_to_piece_m(*ends[one], lon, lat) for one in wanted.tolist())


def _to_piece_m(a: tuple[float, float], b: tuple[float, float], lon: float, lat: float) -> float:
    # Along a short geodesic the square of the distance is all but a parabola, so its lowest point
    # is found by three values, and again by three close to it. What is returned is the distance
    # to a point of the piece in any case, and so never less than the true one.
    edge = _EARTH.InverseLine(a[1], a[0], b[1], b[0])
    foot = edge.s13 / 2
    for step in (edge.s13 / 2, edge.s13 / 20):
        before, here, after = (
            _to_m(edge, along, lon, lat) ** 2 for along in (foot - step, foot, foot + step)
        )
        foot += step * (before - after) / (2 * (before - 2 * here + after))
        foot = min(max(foot, 0.0), edge.s13)
    return _to_m(edge, foot, lon, lat)


def _to_m(edge: GeodesicLine, along_m: float, lon: float, lat: float) -> float:
    place = edge.Position(along_m)
    return float(_EARTH.Inverse(lat, lon, place["lat2"], place["lon2"])["s12"])
