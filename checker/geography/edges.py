"""What a drawn edge means on the ground: vertices so dense that the chords between them serve."""

from functools import lru_cache

import numpy as np

from checker.geography.discs import FloatArray
from checker.geography.geodesic import direct, ecef, inverse, normal_at
from checker.geography.shapes import Edges, Path

__all__ = ["FINE_M", "STEP_M", "densify", "parallel"]

STEP_M = 500.0
"""The longest piece: its chord lies 5 mm below the ground, and is never off to the side."""

FINE_M = 100.0
"""The longest piece that stands straight in a plane as wide as half the world."""

_BEND_M = 5e-5
_ROUNDS = 40


@lru_cache(maxsize=4096)
def densify(path: Path, edges: Edges, step_m: float = STEP_M) -> tuple[FloatArray, FloatArray]:
    """Return (longitude, latitude) in degrees along a path, at most ``step_m`` apart, shape (v,).

    Geodesic edges get vertices on the geodesic, the short way round. Planar edges are straight in
    longitude and latitude, and are halved until the ground curve leaves no chord by more than
    0.05 mm at its middle, so by less than 0.1 mm anywhere. Every drawn vertex is kept. The arrays
    are shared: don't write to them.
    """
    drawn = np.asarray(path, dtype=np.float64).reshape(-1, 2)
    if len(drawn) < 2:  # noqa: PLR2004 - a single vertex is a point
        return drawn[:, 0].copy(), drawn[:, 1].copy()
    if edges == "geodesic":
        return _along_geodesics(drawn[:, 0], drawn[:, 1], step_m)
    return _along_degrees(drawn[:, 0], drawn[:, 1], step_m)


def parallel(
    west_deg: float, width_deg: float, lat_deg: float, step_m: float = STEP_M
) -> tuple[FloatArray, FloatArray]:
    """Return vertices on a parallel, eastward from ``west_deg`` over ``width_deg``, (v,) each."""
    ends = np.array([west_deg, west_deg + width_deg])
    return _along_degrees(ends, np.array([lat_deg, lat_deg]), step_m)


def _along_geodesics(
    lon: FloatArray, lat: FloatArray, step_m: float
) -> tuple[FloatArray, FloatArray]:
    azimuth_deg, length_m = inverse(lon[:-1], lat[:-1], lon[1:], lat[1:])
    pieces = np.maximum(np.ceil(length_m / step_m), 1.0).astype(np.intp)
    edge = np.repeat(np.arange(len(pieces)), pieces)
    step = np.arange(len(edge)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    out_lon, out_lat = direct(
        lon[edge], lat[edge], azimuth_deg[edge], length_m[edge] * step / pieces[edge]
    )
    drawn = step == 0
    out_lon[drawn], out_lat[drawn] = lon[edge[drawn]], lat[edge[drawn]]
    return np.append(out_lon, lon[-1]), np.append(out_lat, lat[-1])


def _along_degrees(
    lon: FloatArray, lat: FloatArray, step_m: float
) -> tuple[FloatArray, FloatArray]:
    length_m = _planar_length_m(lon, lat)
    pieces = np.maximum(np.ceil(length_m / step_m), 1.0).astype(np.intp)
    edge = np.repeat(np.arange(len(pieces)), pieces)
    share = (np.arange(len(edge)) - np.repeat(np.cumsum(pieces) - pieces, pieces)) / pieces[edge]
    lon_v = np.append(lon[edge] + share * (lon[edge + 1] - lon[edge]), lon[-1])
    lat_v = np.append(lat[edge] + share * (lat[edge + 1] - lat[edge]), lat[-1])
    for _ in range(_ROUNDS):
        mid_lon, mid_lat = 0.5 * (lon_v[:-1] + lon_v[1:]), 0.5 * (lat_v[:-1] + lat_v[1:])
        bent = _is_bent(lon_v, lat_v, mid_lon, mid_lat)
        if not bent.any():
            break
        at = np.nonzero(bent)[0] + 1
        lon_v, lat_v = np.insert(lon_v, at, mid_lon[bent]), np.insert(lat_v, at, mid_lat[bent])
    return lon_v, lat_v


def _planar_length_m(lon: FloatArray, lat: FloatArray) -> FloatArray:
    # An upper bound of the curve's length: degrees times the most metres that one can be.
    level = np.cos(np.radians(np.minimum(np.abs(lat[:-1]), np.abs(lat[1:]))))
    crosses = np.sign(lat[:-1]) * np.sign(lat[1:]) < 0.0
    level = np.where(crosses, 1.0, level)
    bound_m: FloatArray = 111_700.0 * np.hypot(np.diff(lon) * level, np.diff(lat))
    return bound_m


def _is_bent(
    lon_v: FloatArray, lat_v: FloatArray, mid_lon: FloatArray, mid_lat: FloatArray
) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    corners, middle = ecef(lon_v, lat_v), ecef(mid_lon, mid_lat)
    start, chord = corners[:-1], np.diff(corners, axis=0)
    square = np.maximum(np.einsum("ij,ij->i", chord, chord), 1e-18)
    share = np.clip(np.einsum("ij,ij->i", middle - start, chord) / square, 0.0, 1.0)
    off = middle - start - share[:, None] * chord
    normal = normal_at(middle)
    off -= np.einsum("ij,ij->i", off, normal)[:, None] * normal
    bent: np.ndarray[tuple[int], np.dtype[np.bool_]] = np.linalg.norm(off, axis=1) > _BEND_M
    return bent
