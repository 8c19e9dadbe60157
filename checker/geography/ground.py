"""Signed distances to areas: negative inside, with each piece of the outline as good as it is."""

from functools import lru_cache, reduce
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray

from checker.geography.discs import FloatArray
from checker.geography.geodesic import inverse
from checker.geography.plane import Plane, Vertices
from checker.geography.rings import AGREE_M, Part, Ring, laid_out, parts_of, width_deg
from checker.geography.shapes import Area, Box, Circle
from checker.geography.strokes import Strokes

__all__ = ["AGREE_M", "Ground", "ground_of"]

_WHOLE_TURN_DEG = 360.0
_POLE_DEG = 90.0

BoolArray = NDArray[np.bool_]


class Ground:
    """Measure how deep positions lie in one area, or how far from it.

    The outline is drawn as in ``rings``. A position is inside by the smaller side of each ring,
    however wound: by point in polygon in an equidistant plane about each part.
    """

    def __init__(self, shape: Area | Box | Circle) -> None:
        self.shape = shape
        self._pieces: tuple[tuple[Strokes, float], ...] = ()
        self._flat: tuple[tuple[Plane, shapely.Geometry], ...] = ()
        if isinstance(shape, Circle):
            return
        self._pieces = _pieces(parts_of(shape))
        if isinstance(shape, Area):
            polygons = (Area((rings,), 0.0, shape.edges) for rings in shape.polygons)
            self._flat = tuple(_flat(polygon) for polygon in polygons)

    def contains(
        self, lon_deg: FloatArray, lat_deg: FloatArray, *, about_m: FloatArray | None = None
    ) -> BoolArray:
        """Say which of n positions the area holds as drawn; NaN is not inside.

        Rough ones, as of ``Strokes.nearest``, may be wrong where the border is nearer than
        ``rough_off_m``.
        """
        shape = self.shape
        if isinstance(shape, Circle):
            return np.asarray(_to_centre_m(shape, lon_deg, lat_deg) < shape.radius_m)
        if isinstance(shape, Box):
            east = np.mod(lon_deg - shape.west_deg, _WHOLE_TURN_DEG)
            # A pole has every longitude.
            in_lon = (east <= width_deg(shape)) | (np.abs(lat_deg) == _POLE_DEG)
            return np.asarray(in_lon & (lat_deg >= shape.south_deg) & (lat_deg <= shape.north_deg))
        inside = np.zeros(len(lon_deg), dtype=np.bool_)
        for plane, drawn in self._flat:
            xy_m = plane.flat(lon_deg, lat_deg) if about_m is None else plane.roughly_flat(about_m)
            inside |= shapely.contains_xy(drawn, xy_m[:, 0], xy_m[:, 1])
        return inside

    def rough_off_m(
        self, lon_deg: FloatArray, lat_deg: FloatArray, radius_m: FloatArray
    ) -> FloatArray:
        """Return how near to the border rough looks in n discs may be wrong about its side."""
        off_m = [plane.rough_off_m(lon_deg, lat_deg, radius_m) for plane, _ in self._flat]
        return reduce(np.maximum, off_m, np.zeros(len(lon_deg)))

    def spot(self) -> Vertices:
        """Return a place inside the largest part: longitude and latitude in degrees, (1,) each."""
        plane, drawn = max(self._flat, key=lambda part: float(part[1].area))
        inside = drawn.representative_point()
        return plane.back(np.array([[inside.x, inside.y]]))

    def depths(
        self, lon_deg: FloatArray, lat_deg: FloatArray, *, about_m: FloatArray | None = None
    ) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Return signed distances (exact, least, most) in metres, each of shape (n,).

        Negative inside. ``exact`` is to the outline as drawn; ``least`` and ``most`` hold the truth
        under the accuracy of every piece. NaN in, NaN out. Rough as ``Strokes.nearest``
        and ``contains``.
        """
        if isinstance(self.shape, Circle):
            exact = _to_centre_m(self.shape, lon_deg, lat_deg) - self.shape.radius_m
            doubt_m = self.shape.centre.accuracy_m
            return exact, exact - doubt_m, exact + doubt_m
        inside = self.contains(lon_deg, lat_deg, about_m=about_m)
        if not self._pieces:
            sure = np.where(inside, -np.inf, np.inf)
            sure = np.where(np.isnan(lon_deg), np.nan, sure)
            return sure, sure, sure
        away = [
            (strokes.distance_m(lon_deg, lat_deg, about_m=about_m), e)
            for strokes, e in self._pieces
        ]
        exact = np.minimum.reduce([d for d, _ in away])
        least = np.minimum.reduce([d - e for d, e in away])
        most = np.minimum.reduce([d + e for d, e in away])
        return (
            np.where(inside, -exact, exact),
            np.where(inside, -most, least),
            np.where(inside, -least, most),
        )

    def may_be_near(self, lon_deg: FloatArray, lat_deg: FloatArray, reach_m: float) -> BoolArray:
        """Say which of n positions may lie within ``reach_m`` of the outline; never misses one.

        A circle has no outline to be near to: it says no.
        """
        found = [strokes.may_be_near(lon_deg, lat_deg, reach_m) for strokes, _ in self._pieces]
        return (
            np.asarray(np.any(found, axis=0)) if found else np.zeros(len(lon_deg), dtype=np.bool_)
        )

    @property
    def accuracy_m(self) -> float:
        """Return the accuracy of the worst piece of the outline."""
        if isinstance(self.shape, Circle):
            return self.shape.centre.accuracy_m
        return max((e for _, e in self._pieces), default=0.0)

    @property
    def outline_m(self) -> FloatArray:
        """Return earth-centred vertices of the outline, metres, shape (v, 3); of a circle none."""
        starts = [strokes.start_m for strokes, _ in self._pieces]
        return np.concatenate(starts) if starts else np.empty((0, 3))


@lru_cache(maxsize=1024)
def ground_of(shape: Area | Box | Circle) -> Ground:
    """Return the ground of a shape, drawn once."""
    return Ground(shape)


def _pieces(parts: tuple[Part, ...]) -> tuple[tuple[Strokes, float], ...]:
    """Sort the outline by accuracy: one bundle of strokes for each."""
    found: dict[float, list[Vertices]] = {}
    for part in parts:
        for ring in part:
            for accuracy_m, piece in _cut(ring):
                found.setdefault(accuracy_m, []).append(piece)
    return tuple((Strokes(pieces), accuracy_m) for accuracy_m, pieces in sorted(found.items()))


def _cut(ring: Ring) -> list[tuple[float, Vertices]]:
    """Cut a ring where its accuracy changes."""
    lon, lat = ring.vertices
    cuts = np.flatnonzero(np.diff(ring.accuracy_m)) + 1
    bounds = pairwise([0, *cuts.tolist(), len(ring.accuracy_m)])
    return [
        (float(ring.accuracy_m[first]), (lon[first : last + 1], lat[first : last + 1]))
        for first, last in bounds
    ]


def _flat(polygon: Area) -> tuple[Plane, shapely.Geometry]:
    ((part,),), plane, _ = laid_out([polygon])
    rings = [plane.flat(*ring.vertices) for ring in part]
    drawn = shapely.Polygon(rings[0], rings[1:])
    shapely.prepare(drawn)
    return plane, drawn


def _to_centre_m(shape: Circle, lon_deg: FloatArray, lat_deg: FloatArray) -> FloatArray:
    lon = np.full(len(lon_deg), shape.centre.lon_deg)
    lat = np.full(len(lon_deg), shape.centre.lat_deg)
    return inverse(lon, lat, lon_deg, lat_deg)[1]
