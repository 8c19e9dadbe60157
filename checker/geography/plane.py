"""A plane about some ground, equidistant from its middle, in which polygons are joined."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from pyproj import Proj

from checker.geography.discs import FloatArray
from checker.geography.geodesic import (
    FLATTENING,
    SEMI_MAJOR_M,
    chord_to_geodesic_m,
    ecef,
    geodetic,
    normal_at,
)

__all__ = ["Plane", "Vertices", "plane_about"]

Vertices = tuple[FloatArray, FloatArray]
"""Longitudes and latitudes in degrees, shape (v,) each."""

_BOW = FLATTENING * (2.0 - FLATTENING) / 12.0 / SEMI_MAJOR_M**2
_FAR_M = 3_000_000.0
_TINY_M2 = 1e-18


class Plane:
    """Lay ground out flat by geodesic distance and azimuth from a middle, to nanometres and back.

    A straight piece of length L stands for a geodesic but for its bow, on a sphere
    L^2 (s - sin s cos s) / (8 R sin^2 s) at an angle s from the middle, near it L^2 s / 12 R:
    pieces of 500 m are within 0.2 mm up to 350 km off, those of 100 m within 0.1 mm up to 3000 km
    and 0.3 mm up to 9000 km. Source: Snyder, Map Projections (1987), p. 191; the ellipsoid's
    geodesics are PROJ's.
    """

    def __init__(self, lon_deg: float, lat_deg: float) -> None:
        self._proj = _equidistant(lon_deg, lat_deg)
        self._middle_m = ecef(np.array([lon_deg]), np.array([lat_deg]))
        self._up = normal_at(self._middle_m)[0]
        lon = np.radians(lon_deg)
        self._east = np.array([-np.sin(lon), np.cos(lon), 0.0])
        self._bow = _BOW * float(np.cos(np.radians(lat_deg))) ** 2

    def flat(self, lon_deg: FloatArray, lat_deg: FloatArray) -> NDArray[np.float64]:
        """Return (x, y) in metres, shape (n, 2); infinite where the input is NaN."""
        x_m, y_m = self._proj(lon_deg, lat_deg, errcheck=False)
        return np.stack([np.asarray(x_m), np.asarray(y_m)], axis=-1)

    def roughly_flat(self, to_m: FloatArray) -> NDArray[np.float64]:
        """Return (x, y) of earth-centred places as ``flat`` does, off by at most ``rough_off_m``.

        It takes a fifth of the time. The length is that of the chord (``chord_to_geodesic_m``). Its
        plane, the normal section, leaves the middle on a course that differs from the geodesic's by
        e2/12 (s/a)^2 cos(lat)^2 sin(2 course), lat that of the middle (Rapp, Geometric Geodesy I,
        1991). NaN in, NaN out.
        """
        length_m = chord_to_geodesic_m(np.broadcast_to(self._middle_m, to_m.shape), to_m)
        off_m = to_m - self._middle_m
        x, y = off_m @ self._east, off_m @ np.cross(self._up, self._east)
        square = np.maximum(x * x + y * y, _TINY_M2)
        turn = 2.0 * self._bow * x * y * length_m**2 / square
        scale = length_m / np.sqrt(square)
        return np.stack([(x - turn * y) * scale, (y + turn * x) * scale], axis=-1)

    def rough_off_m(
        self, lon_deg: FloatArray, lat_deg: FloatArray, radius_m: FloatArray
    ) -> FloatArray:
        """Return how far off places of n discs may be laid roughly, in metres.

        That is 1 mm + 1 m (d / 1000 km)^4 at d from the middle, 0.6 of it as measured, and no bound
        from 3000 km on.
        """
        away_m = np.linalg.norm(ecef(lon_deg, lat_deg) - self._middle_m, axis=1) + radius_m
        return np.where(away_m < _FAR_M, 1e-3 + (away_m / 1e6) ** 4, np.inf)

    def back(self, xy_m: FloatArray) -> Vertices:
        """Return (longitude, latitude) in degrees of points (n, 2) of the plane."""
        lon_deg, lat_deg = self._proj(xy_m[:, 0], xy_m[:, 1], inverse=True)
        return np.asarray(lon_deg, dtype=np.float64), np.asarray(lat_deg, dtype=np.float64)


@lru_cache(maxsize=1024)
def _equidistant(lon_deg: float, lat_deg: float) -> Proj:
    """Return a projection; one middle is asked for again and again, and PROJ starts slowly."""
    return Proj(proj="aeqd", lon_0=lon_deg, lat_0=lat_deg, ellps="WGS84")


def plane_about(outlines: Sequence[Vertices]) -> Plane:
    """Return the plane whose middle is the mean of dense vertices."""
    middle_m = np.concatenate([ecef(*outline) for outline in outlines]).mean(axis=0)
    lon_deg, lat_deg = geodetic(middle_m[None])
    return Plane(float(lon_deg[0]), float(lat_deg[0]))
