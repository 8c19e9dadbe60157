"""A flat picture of one region: metres east and north of its middle, for maps that people look at.

Nothing is measured here. The projection is azimuthal equidistant about the middle, so that it has
no seam at the antimeridian and none at a pole, and lengths from the middle are true; across, they
are drawn 0.1 % too long at 500 km and 11 % at 5,000 km. Source: Snyder, Map Projections (1987), 25.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer

from checker.geography.chart import Chart
from checker.geography.discs import FloatArray
from checker.geography.geodesic import ecef, geodetic
from checker.geography.shapes import Path

__all__ = ["FAR_M", "Flat", "FlatLine", "FlatShape", "band_of", "flat_about"]

FAR_M = 15_000_000.0
"""What lies farther from the middle is left out: near the antipode nothing looks as it is."""

_STEP_DEG = 0.25
_MOST_STEPS = 720

FlatLine = tuple[FloatArray, FloatArray]
"""Metres east and metres north of the middle, each of shape (n,)."""


@dataclass(frozen=True, slots=True)
class FlatShape:
    """Hold a chart on the flat map: points, lines, fills (rings, outer first), and their outlines.

    An outline leaves out what is no edge of the ground but a cut at the antimeridian or a pole.
    """

    points: tuple[tuple[float, float], ...] = ()
    lines: tuple[FlatLine, ...] = ()
    fills: tuple[tuple[FlatLine, ...], ...] = ()
    outlines: tuple[FlatLine, ...] = ()


class Flat:
    """Put degrees onto the flat map about ``lon_deg``, ``lat_deg``."""

    def __init__(self, lon_deg: float, lat_deg: float) -> None:
        self.lon_deg, self.lat_deg = lon_deg, lat_deg
        here = f"+proj=aeqd +lat_0={lat_deg!r} +lon_0={lon_deg!r} +ellps=WGS84 +units=m"
        self._there = Transformer.from_crs("EPSG:4326", here, always_xy=True)

    def points(self, lon_deg: FloatArray, lat_deg: FloatArray) -> FlatLine:
        """Return metres east and north, NaN for what is farther away than ``FAR_M``; shape (n,)."""
        x, y = self._there.transform(lon_deg, lat_deg)
        x, y = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
        is_far = ~(np.hypot(x, y) <= FAR_M)
        return np.where(is_far, np.nan, x), np.where(is_far, np.nan, y)

    def degrees(self, x_m: float, y_m: float) -> tuple[float, float]:
        """Return longitude and latitude of a spot on the map."""
        lon, lat = self._there.transform(x_m, y_m, direction="INVERSE")
        return float(lon), float(lat)

    def runs(self, lon_deg: FloatArray, lat_deg: FloatArray) -> list[FlatLine]:
        """Return a line in pieces: what is too far away is left out; vertices stay as given."""
        x, y = self.points(lon_deg, lat_deg)
        return [(x[part], y[part]) for part in _known(~np.isnan(x))]

    def shape(self, chart: Chart) -> FlatShape:
        """Return what is drawn; what is straight in degrees is bent as it lies on this map."""
        lon, lat = np.array(chart.points, dtype=np.float64).reshape(-1, 2).T
        x, y = self.points(lon, lat)
        points = tuple((a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True) if a == a)  # noqa: PLR0124
        fills = []
        for rings in chart.polygons:
            flat = [self.points(*_dense(ring)) for ring in rings]
            if not any(np.isnan(east).any() for east, _ in flat):
                fills.append(tuple(flat))
        outlines = [
            run
            for rings in chart.polygons
            for ring in rings
            for piece in _edges(ring)
            for run in self.runs(*_dense(piece))
        ]
        lines = [run for line in chart.lines for run in self.runs(*_dense(line))]
        return FlatShape(points, tuple(lines), tuple(fills), tuple(outlines))


def flat_about(lon_deg: FloatArray, lat_deg: FloatArray) -> Flat:
    """Return a flat map about the middle of places, (0, 0) for none; shape (n,)."""
    if not len(lon_deg):
        return Flat(0.0, 0.0)
    middle = ecef(lon_deg, lat_deg).mean(axis=0, keepdims=True)
    if np.linalg.norm(middle) < 1.0:  # all round the earth
        return Flat(0.0, 0.0)
    lon, lat = geodetic(middle)
    return Flat(round(float(lon[0]), 4), round(float(lat[0]), 4))


def band_of(shape: FlatShape, accuracy_m: float) -> FlatShape:
    """Return the ground on which an edge that is good to ``accuracy_m`` may truly run."""
    if accuracy_m <= 0.0:
        return FlatShape()
    edges = [shapely.LineString(np.stack(line, axis=-1)) for line in _drawn(shape)]
    edges += [shapely.Point(*point) for point in shape.points]
    ground = shapely.union_all([edge.buffer(accuracy_m, quad_segs=8) for edge in edges])
    ground = ground.simplify(accuracy_m / 50.0)
    polygons = [part for part in shapely.get_parts(ground) if part.geom_type == "Polygon"]
    return FlatShape(
        fills=tuple(
            tuple(_ring(ring) for ring in (one.exterior, *one.interiors)) for one in polygons
        )
    )


def _drawn(shape: FlatShape) -> list[FlatLine]:
    return [line for line in (*shape.lines, *shape.outlines) if len(line[0]) > 1]


def _ring(ring: shapely.LinearRing) -> FlatLine:
    vertices = shapely.get_coordinates(ring)
    return vertices[:, 0], vertices[:, 1]


def _dense(path: Path) -> FlatLine:
    """Return a path with vertices so near each other that it bends as its degrees do."""
    spots = np.array(path, dtype=np.float64)
    moves = np.diff(spots, axis=0)
    steps = np.ceil(np.abs(moves).max(axis=1, initial=0.0) / _STEP_DEG)
    counts = np.clip(steps, 1, _MOST_STEPS).astype(np.intp)
    starts = np.repeat(spots[:-1], counts, axis=0)
    place = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    share = place / np.repeat(counts, counts)
    dense = np.concatenate([starts + share[:, None] * np.repeat(moves, counts, axis=0), spots[-1:]])
    return dense[:, 0], dense[:, 1]


def _edges(ring: Path) -> Iterable[Path]:
    """Yield a ring in pieces without those that run along the antimeridian or a pole."""
    has_pole = any(_is_pole_run(*edge) for edge in pairwise(ring))
    piece: list[tuple[float, float]] = [ring[0]]
    for start, end in pairwise(ring):
        if _is_cut(start, end, has_pole=has_pole):
            if len(piece) > 1:
                yield tuple(piece)
            piece = [end]
        else:
            piece.append(end)
    if len(piece) > 1:
        yield tuple(piece)


def _is_cut(start: tuple[float, float], end: tuple[float, float], *, has_pole: bool) -> bool:
    """Say whether an edge only closes a ring: down the antimeridian, along a pole, or up to it."""
    if start[0] == end[0] and abs(start[0]) == 180.0:  # noqa: PLR2004 - the antimeridian
        return True
    reaches_pole = start[0] == end[0] and max(abs(start[1]), abs(end[1])) == 90.0  # noqa: PLR2004
    return has_pole and (reaches_pole or _is_pole_run(start, end))


def _is_pole_run(start: tuple[float, float], end: tuple[float, float]) -> bool:
    return start[0] != end[0] and start[1] == end[1] and abs(start[1]) == 90.0  # noqa: PLR2004


def _known(is_known: NDArray[np.bool_]) -> Sequence[slice]:
    """Return the stretches of two or more in which all is known."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], is_known, [False]]).astype(np.int8)))
    pairs = edges.reshape(-1, 2).tolist()
    return [slice(start, stop) for start, stop in pairs if stop - start > 1]
