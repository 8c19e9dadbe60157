"""The line at a distance from drawn places: where a limit lies on the ground, true to a metre."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import shapely
from numpy.typing import NDArray

from checker.geography.discs import FloatArray
from checker.geography.edges import densify
from checker.geography.field import compile_field
from checker.geography.geodesic import direct, inverse
from checker.geography.plane import Plane, Vertices, plane_about
from checker.geography.region import Length, SideOf, Within
from checker.geography.rings import parts_of
from checker.geography.shapes import Area, Box, Circle, Line, Point, Shape, Sites, Undrawn
from checker.geography.strokes import Strokes
from checker.geography.tree import drawn_places

__all__ = ["TOLERANCE_M", "limit_lines"]

TOLERANCE_M = 1.0
"""No point of a line, straight in longitude and latitude between its vertices, is farther off."""

_CLOSE_M = 0.4 * TOLERANCE_M
"""What is asked at vertices and at three places between them; a bend may hide as much again."""

_STILL_M = 1e-3
_ROUNDS = 400
_HALVINGS = 24
_SKETCH_M = 5.0
_QUARTERS = 12
_FAR_M = 8_000_000.0
"""A sketch in a plane is too distorted beyond, so that no line is drawn; half the world is wide."""

_BETWEEN = (0.25, 0.5, 0.75)

BoolArray = NDArray[np.bool_]


def limit_lines(limit: Within, at_m: float) -> tuple[Vertices, ...]:
    """Return the lines on which the distance of ``limit`` is ``at_m``; longitudes run on past 180.

    ``at_m`` is one of its ends. They are sketched as a border of the ground about the places in a
    plane; then every vertex is put at its distance from the nearest point, and vertices are added,
    until the whole is within ``TOLERANCE_M``. Toward a witness it is the line on that side alone. A
    piece that cannot be brought so near is left out, as is a line whose places are not drawn.
    """
    shapes = [shape for _, shape in drawn_places(limit.of) if not isinstance(shape, Undrawn)]
    outlines = [outline for shape in shapes for outline in _outlines(shape)]
    if not outlines or not 0.0 < at_m < _FAR_M:
        return ()
    level = _Level(replace(limit, limit=Length(at_m, at_m, limit.limit.said)), outlines)
    sketches = _sketches(shapes, outlines, at_m, is_sided=limit.toward is not None)
    return tuple(line for sketch in sketches for line in level.lines(sketch))


class _Level:
    """Put points at a distance from what is drawn."""

    def __init__(self, limit: Within, outlines: list[Vertices]) -> None:
        self._at_m = limit.limit.low_m
        self._strokes = Strokes(outlines)
        toward = limit.toward
        self._side = compile_field(SideOf(limit.of, toward)) if toward is not None else None

    def lines(self, sketch: Vertices) -> Iterator[Vertices]:
        """Yield the pieces of one sketched ring that lie where they should."""
        lon, lat = self._onto(*sketch)
        lon = np.unwrap(lon, period=360.0)
        for _ in range(_HALVINGS):
            is_loose = self._loose(lon, lat)
            if not is_loose.any():
                break
            at = np.flatnonzero(is_loose)
            mid_lon, mid_lat = self._onto(*_between(lon, lat, 0.5, at))
            lon, lat = np.insert(lon, at + 1, mid_lon), np.insert(lat, at + 1, mid_lat)
            lon = np.unwrap(lon, period=360.0)
        yield from _runs(lon, lat, self._good(lon, lat))

    def _onto(self, lon: FloatArray, lat: FloatArray) -> Vertices:
        """Move points along the geodesics from their nearest points until they lie at the distance.

        Where two pieces are as near, each step is from the nearer one, and the steps close in on
        the place that has the distance from both.
        """
        lon, lat = lon.copy(), lat.copy()
        moving = np.arange(len(lon))
        for _ in range(_ROUNDS):
            foot_lon, foot_lat = self._strokes.feet(lon[moving], lat[moving])
            azimuth, length_m = inverse(foot_lon, foot_lat, lon[moving], lat[moving])
            is_off = np.abs(length_m - self._at_m) > _STILL_M
            if not is_off.any():
                break
            moving, foot_lon, foot_lat = moving[is_off], foot_lon[is_off], foot_lat[is_off]
            out_m = np.full(len(moving), self._at_m)
            lon[moving], lat[moving] = direct(foot_lon, foot_lat, azimuth[is_off], out_m)
        return lon, lat

    def _off_m(self, lon: FloatArray, lat: FloatArray) -> FloatArray:
        return np.asarray(np.abs(self._strokes.distance_m(lon, lat) - self._at_m))

    def _is_with(self, lon: FloatArray, lat: FloatArray) -> BoolArray:
        if self._side is None:
            return np.ones(len(lon), dtype=np.bool_)
        return np.asarray(self._side.drawn_m(lon, lat) < 0.0)

    def _between_off_m(self, lon: FloatArray, lat: FloatArray) -> FloatArray:
        every = np.arange(len(lon) - 1)
        off_m = [self._off_m(*_between(lon, lat, share, every)) for share in _BETWEEN]
        return np.asarray(np.maximum.reduce(off_m), dtype=np.float64)

    def _loose(self, lon: FloatArray, lat: FloatArray) -> BoolArray:
        """Say which pieces need a vertex more: those off, and those that change the side."""
        length_m = inverse(lon[:-1], lat[:-1], lon[1:], lat[1:])[1]
        is_with = self._is_with(lon, lat)
        is_turning = is_with[:-1] != is_with[1:]
        is_shown = is_with[:-1] | is_with[1:]
        is_off = self._between_off_m(lon, lat) > _CLOSE_M
        return np.asarray(is_shown & (is_off | is_turning) & (length_m > _CLOSE_M))

    def _good(self, lon: FloatArray, lat: FloatArray) -> BoolArray:
        """Say which pieces are to be shown."""
        is_fit = self._is_with(lon, lat) & (self._off_m(lon, lat) <= _CLOSE_M)
        return np.asarray(is_fit[:-1] & is_fit[1:] & (self._between_off_m(lon, lat) <= _CLOSE_M))


def _between(lon: FloatArray, lat: FloatArray, share: float, at: NDArray[np.intp]) -> Vertices:
    """Return places on straight pieces in longitude and latitude, as GeoJSON draws them."""
    return (
        lon[at] + share * (lon[at + 1] - lon[at]),
        lat[at] + share * (lat[at + 1] - lat[at]),
    )


def _runs(lon: FloatArray, lat: FloatArray, is_good: BoolArray) -> Iterator[Vertices]:
    """Yield the stretches of a closed ring whose pieces are good; a whole ring stays closed."""
    if is_good.all():
        yield lon, lat
        return
    # Begin behind a gap, so that no stretch is cut where the ring happens to start.
    first = int(np.flatnonzero(~is_good)[0]) + 1
    turned = np.roll(is_good, -first)
    order = np.append(np.roll(np.arange(len(is_good)), -first), first % len(is_good))
    edges = np.diff(np.concatenate([[0], turned.astype(np.int8), [0]]))
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        at = order[start : end + 1]
        yield np.unwrap(lon[at], period=360.0), lat[at]


def _outlines(shape: Shape) -> Iterator[Vertices]:
    match shape:
        case Point():
            yield np.array([shape.lon_deg]), np.array([shape.lat_deg])
        case Sites(points):
            for point in points:
                yield from _outlines(point)
        case Line(paths, _, edges):
            yield from (densify(path, edges) for path in paths)
        case Area() | Box() | Circle():
            yield from (ring.vertices for part in parts_of(shape) for ring in part)
        case Undrawn():
            return


def _sketches(
    shapes: Sequence[Shape], outlines: list[Vertices], at_m: float, *, is_sided: bool
) -> Iterator[Vertices]:
    """Yield rings about where the lines are, by a buffer in a plane."""
    plane = plane_about(outlines)
    reach_m = max(float(np.linalg.norm(plane.flat(*one), axis=1).max()) for one in outlines)
    if reach_m + at_m > _FAR_M:
        return
    drawn = shapely.union_all([_flat(plane, outline) for outline in outlines])
    if not is_sided:
        grounds = [
            part for s in shapes if isinstance(s, Area | Box | Circle) for part in parts_of(s)
        ]
        solid = [
            shapely.Polygon(
                plane.flat(*part[0].vertices), [plane.flat(*ring.vertices) for ring in part[1:]]
            )
            for part in grounds
        ]
        drawn = shapely.union_all([drawn, *solid])
    around = drawn.simplify(min(_SKETCH_M, 0.1 * at_m)).buffer(at_m, quad_segs=_QUARTERS)
    # A piece of L that is straight in degrees leaves the ground's by L^2 tan(lat) / 8 R: so short
    # that its middle stays on its side of the line, up to 85 degrees.
    around = around.segmentize(1_000.0 * np.sqrt(at_m))
    for polygon in shapely.get_parts(around):
        for ring in (polygon.exterior, *polygon.interiors):
            yield plane.back(shapely.get_coordinates(ring))


def _flat(plane: Plane, outline: Vertices) -> shapely.Geometry:
    xy_m = plane.flat(*outline)
    return shapely.LineString(xy_m) if len(xy_m) > 1 else shapely.Point(xy_m[0])
