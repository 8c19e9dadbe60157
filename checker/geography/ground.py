"""Signed distances to areas: negative inside, with each piece of the outline as good as it is."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Proj

from checker.geography.discs import FloatArray
from checker.geography.edges import densify, parallel
from checker.geography.geodesic import ecef, geodetic, inverse
from checker.geography.shapes import Area, Box, Circle
from checker.geography.strokes import Strokes, Vertices

__all__ = ["AGREE_M", "Ground", "ground_of", "rings_of"]

AGREE_M = 1.0
"""Outlines that lie within this of each other are one border (design, geography)."""

_WHOLE_TURN_DEG = 360.0

Rings = tuple[tuple[Vertices, ...], ...]


class Ground:
    """Measure how deep positions lie in one area, or how far from it.

    The outline is drawn as in ``edges``; a position is inside by the smaller side of each ring,
    however wound, by point in polygon in an azimuthal equidistant plane about the area, where a
    piece of 100 m bends by less than 0.1 mm.
    """

    def __init__(self, shape: Area | Box | Circle) -> None:
        self.shape = shape
        self._plane: tuple[Proj, shapely.Geometry] | None = None
        self._pieces: tuple[tuple[Strokes, float], ...] = ()
        if not isinstance(shape, Circle):
            self._pieces = _pieces(shape)

    def contains(self, lon_deg: FloatArray, lat_deg: FloatArray) -> NDArray[np.bool_]:
        """Say which of n positions the area holds as drawn; NaN is not inside."""
        shape = self.shape
        if isinstance(shape, Circle):
            return _to_centre_m(shape, lon_deg, lat_deg) < shape.radius_m
        if isinstance(shape, Box):
            width = _width_deg(shape)
            east = np.mod(lon_deg - shape.west_deg, _WHOLE_TURN_DEG)
            # A pole has every longitude.
            in_lon = (east <= width) | (np.abs(lat_deg) == 90.0)  # noqa: PLR2004
            return in_lon & (lat_deg >= shape.south_deg) & (lat_deg <= shape.north_deg)
        plane, drawn = self._drawn_in_plane(shape)
        x, y = plane(lon_deg, lat_deg, errcheck=False)
        inside: NDArray[np.bool_] = shapely.contains_xy(drawn, x, y)
        return inside

    def spot(self) -> tuple[FloatArray, FloatArray]:
        """Return one place inside the largest part, (longitude, latitude) in degrees, shape (1,)."""
        assert isinstance(self.shape, Area)
        plane, drawn = self._drawn_in_plane(self.shape)
        largest = max(shapely.get_parts(drawn), key=lambda part: part.area)
        inside = largest.representative_point()
        lon, lat = plane(inside.x, inside.y, inverse=True)
        return np.array([lon]), np.array([lat])

    def depths(
        self, lon_deg: FloatArray, lat_deg: FloatArray
    ) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Return signed distances (exact, least, most) in metres, each of shape (n,).

        Negative inside. ``exact`` is to the outline as drawn; ``least`` and ``most`` hold the truth
        under the accuracy of every piece. NaN in, NaN out.
        """
        if isinstance(self.shape, Circle):
            exact = _to_centre_m(self.shape, lon_deg, lat_deg) - self.shape.radius_m
            doubt_m = self.shape.centre.accuracy_m
            return exact, exact - doubt_m, exact + doubt_m
        inside = self.contains(lon_deg, lat_deg)
        if not self._pieces:
            sure = np.where(inside, -np.inf, np.inf)
            return sure, sure, sure
        away = [(strokes.distance_m(lon_deg, lat_deg), e) for strokes, e in self._pieces]
        exact = np.minimum.reduce([d for d, _ in away])
        least = np.minimum.reduce([d - e for d, e in away])
        most = np.minimum.reduce([d + e for d, e in away])
        return (
            np.where(inside, -exact, exact),
            np.where(inside, -most, least),
            np.where(inside, -least, most),
        )

    def _drawn_in_plane(self, shape: Area) -> tuple[Proj, shapely.Geometry]:
        if self._plane is None:
            self._plane = _plane_of(rings_of(shape))
        return self._plane

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


def rings_of(shape: Area | Box) -> Rings:
    """Return the rings of each part, the outer one first, as dense (longitude, latitude) in degrees."""
    if isinstance(shape, Area):
        return tuple(tuple(densify(ring, shape.edges) for ring in part) for part in shape.polygons)
    west, width = shape.west_deg, _width_deg(shape)
    south = parallel(west, width, shape.south_deg)
    north = parallel(west, width, shape.north_deg)
    east_side = densify(
        ((west + width, shape.south_deg), (west + width, shape.north_deg)), "geodesic"
    )
    west_side = densify(((west, shape.north_deg), (west, shape.south_deg)), "geodesic")
    lon = np.concatenate([south[0], east_side[0][1:], north[0][::-1][1:], west_side[0][1:]])
    lat = np.concatenate([south[1], east_side[1][1:], north[1][::-1][1:], west_side[1][1:]])
    return (((lon, lat),),)


def _pieces(shape: Area | Box) -> tuple[tuple[Strokes, float], ...]:
    """Sort the outline by accuracy: one bundle of strokes for each."""
    if isinstance(shape, Box):
        paths: Sequence[Vertices] = [ring for part in rings_of(shape) for ring in part]
        if _width_deg(shape) >= _WHOLE_TURN_DEG:
            # A box all round the world has no meridians, and no edge at a pole.
            paths = [
                parallel(shape.west_deg, _WHOLE_TURN_DEG, lat)
                for lat in (shape.south_deg, shape.north_deg)
                if abs(lat) < 90.0  # noqa: PLR2004
            ]
        return ((Strokes(paths), shape.accuracy_m),) if paths else ()
    paths = [ring for part in rings_of(shape) for ring in part]
    if not shape.shared:
        return ((Strokes(paths), shape.accuracy_m),) if paths else ()
    found: dict[float, list[Vertices]] = {}
    for path in paths:
        accuracy = _accuracies(shape, path)
        cuts = np.flatnonzero(np.diff(accuracy)) + 1
        bounds = [0, *cuts.tolist(), len(accuracy)]
        for first, last in zip(bounds[:-1], bounds[1:], strict=True):
            piece = (path[0][first : last + 1], path[1][first : last + 1])
            found.setdefault(float(accuracy[first]), []).append(piece)
    return tuple((Strokes(pieces), accuracy) for accuracy, pieces in sorted(found.items()))


def _accuracies(shape: Area, path: Vertices) -> FloatArray:
    """Return the accuracy of each segment of a ring, shape (v - 1,): the larger where two hold."""
    lon, lat = path
    xyz = ecef(lon, lat)
    middle_lon, middle_lat = geodetic(0.5 * (xyz[:-1] + xyz[1:]))
    found = np.full(len(lon) - 1, -1.0)
    for border, accuracy_m in shape.shared:
        strokes = _strokes_of(border, shape.edges)
        is_near = strokes.distance_m(lon, lat) <= AGREE_M
        runs_along = is_near[:-1] & is_near[1:]
        at = np.flatnonzero(runs_along)
        along = at[strokes.distance_m(middle_lon[at], middle_lat[at]) <= AGREE_M]
        found[along] = np.maximum(found[along], accuracy_m)
    return np.where(found < 0.0, shape.accuracy_m, found)


@lru_cache(maxsize=4096)
def _strokes_of(path: tuple[tuple[float, float], ...], edges: str) -> Strokes:
    return Strokes([densify(path, "planar" if edges == "planar" else "geodesic")])


def _plane_of(rings: Rings) -> tuple[Proj, shapely.Geometry]:
    """Project rings to an azimuthal equidistant plane about their middle."""
    corners = np.concatenate([ecef(*part[0]) for part in rings])
    middle = corners.mean(axis=0)
    centre_lon, centre_lat = geodetic(middle[None])
    plane = Proj(proj="aeqd", lon_0=float(centre_lon[0]), lat_0=float(centre_lat[0]), ellps="WGS84")

    def flat(ring: Vertices) -> NDArray[np.float64]:
        return np.stack(plane(ring[0], ring[1]), axis=-1)

    parts = [shapely.Polygon(flat(part[0]), [flat(hole) for hole in part[1:]]) for part in rings]
    drawn = shapely.MultiPolygon(parts) if len(parts) > 1 else parts[0]
    shapely.prepare(drawn)
    return plane, drawn


def _to_centre_m(shape: Circle, lon_deg: FloatArray, lat_deg: FloatArray) -> FloatArray:
    lon = np.full(len(lon_deg), shape.centre.lon_deg)
    lat = np.full(len(lon_deg), shape.centre.lat_deg)
    return inverse(lon, lat, lon_deg, lat_deg)[1]


def _width_deg(shape: Box) -> float:
    spread = shape.east_deg - shape.west_deg
    return _WHOLE_TURN_DEG if spread == _WHOLE_TURN_DEG else spread % _WHOLE_TURN_DEG
