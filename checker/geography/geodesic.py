"""WGS 84 between two places: geodesics, earth-centred coordinates, chords turned into metres."""

import numpy as np
from pyproj import Geod

from checker.geography.discs import FloatArray

__all__ = [
    "FLATTENING",
    "GEOD",
    "SEMI_MAJOR_M",
    "chord_slack_m",
    "chord_to_geodesic_m",
    "direct",
    "ecef",
    "geodetic",
    "inverse",
    "mean_geodesic_m",
    "normal_at",
]

GEOD = Geod(ellps="WGS84")
SEMI_MAJOR_M = 6_378_137.0  # WGS 84, NIMA TR8350.2 (2000), table 3.1
FLATTENING = 1.0 / 298.257223563  # the same table
_E2 = FLATTENING * (2.0 - FLATTENING)
_MEAN_RADIUS_M = 6_371_008.8  # (2 a + b) / 3, Moritz, Geodetic Reference System 1980
_FAR_M = 12_000_000.0
_SUNK_M = 1e-2
"""Twice what a chord of 500 m lies below the ground: L^2 / 8 R = 4.9 mm."""


def inverse(
    lon_deg: FloatArray, lat_deg: FloatArray, to_lon_deg: FloatArray, to_lat_deg: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return the geodesic's azimuth at its start and its length, (degrees, metres), shape (n,).

    NaN in, NaN out. Good to 15 nm: Karney, Algorithms for geodesics, J. Geodesy 87 (2013).
    """
    azimuth_deg, _, length_m = GEOD.inv(lon_deg, lat_deg, to_lon_deg, to_lat_deg)
    return np.asarray(azimuth_deg, dtype=np.float64), np.asarray(length_m, dtype=np.float64)


def direct(
    lon_deg: FloatArray, lat_deg: FloatArray, azimuth_deg: FloatArray, length_m: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return where geodesics end, (longitude, latitude) in degrees, shape (n,). NaN in, NaN out."""
    end_lon_deg, end_lat_deg, _ = GEOD.fwd(lon_deg, lat_deg, azimuth_deg, length_m)
    return np.asarray(end_lon_deg, dtype=np.float64), np.asarray(end_lat_deg, dtype=np.float64)


def ecef(lon_deg: FloatArray, lat_deg: FloatArray) -> FloatArray:
    """Return earth-centred coordinates of places on the ellipsoid, metres, shape (n, 3).

    NaN in, NaN out. Source: IOGP Guidance Note 7-2, section 4.1.1, at height 0.
    """
    lon, lat = np.radians(lon_deg), np.radians(lat_deg)
    sine = np.sin(lat)
    prime_m = SEMI_MAJOR_M / np.sqrt(1.0 - _E2 * sine * sine)
    level_m = prime_m * np.cos(lat)
    return np.stack(
        [level_m * np.cos(lon), level_m * np.sin(lon), prime_m * (1.0 - _E2) * sine], axis=-1
    )


def geodetic(xyz_m: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return (longitude, latitude) in degrees of points on, or a millimetre off, the ellipsoid.

    ``xyz_m`` has shape (n, 3). At height 0, tan(lat) = z / (p (1 - e2)) exactly; a point h below it
    is off by e2 h / 2, under 20 micrometres for the chords that are used here.
    """
    level_m = np.hypot(xyz_m[..., 0], xyz_m[..., 1])
    lat_deg = np.degrees(np.arctan2(xyz_m[..., 2], level_m * (1.0 - _E2)))
    return np.degrees(np.arctan2(xyz_m[..., 1], xyz_m[..., 0])), lat_deg


def normal_at(xyz_m: FloatArray) -> FloatArray:
    """Return the outward unit normals of the ellipsoid at points on it, shape (n, 3)."""
    raw = xyz_m * np.array([1.0, 1.0, 1.0 / (1.0 - _E2)])
    unit: FloatArray = raw / np.linalg.norm(raw, axis=-1, keepdims=True)
    return unit


def chord_to_geodesic_m(from_m: FloatArray, to_m: FloatArray) -> FloatArray:
    """Return geodesic lengths from the chords between points on the ellipsoid, shape (n,).

    The chord c becomes c (1 + x/24 + 3 x^2/640), x = (c/R)^2, with R Euler's radius of curvature
    at the middle in the direction of the chord: off by at most 0.1 mm at 300 km, growing with the
    fifth power (measured against geographiclib). Source: the series of 2 R asin(c / 2 R).
    """
    along_m = to_m - from_m
    chord_m: FloatArray = np.linalg.norm(along_m, axis=-1)
    normal = normal_at(0.5 * (from_m + to_m))
    sine2 = normal[..., 2] ** 2
    root = 1.0 - _E2 * sine2
    prime_m = SEMI_MAJOR_M / np.sqrt(root)
    meridian_m = SEMI_MAJOR_M * (1.0 - _E2) / root**1.5
    with np.errstate(invalid="ignore", divide="ignore"):
        east = normal[..., 0] * along_m[..., 1] - normal[..., 1] * along_m[..., 0]
        level2 = normal[..., 0] ** 2 + normal[..., 1] ** 2
        sine_azimuth2 = np.where(
            (chord_m > 0.0) & (level2 > 0.0), east**2 / (level2 * chord_m**2), 0.0
        )
    bend = (1.0 - sine_azimuth2) / meridian_m + sine_azimuth2 / prime_m  # Euler's theorem
    x = (chord_m * bend) ** 2
    result: FloatArray = chord_m * (1.0 + x * (1.0 / 24.0 + x * (3.0 / 640.0)))
    return result


def mean_geodesic_m(chord_m: FloatArray) -> FloatArray:
    """Return about how long the geodesics of chords are, by the mean sphere; shape (n,).

    Off by less than ``chord_slack_m`` of the length (measured over a million pairs, half of it),
    and so is the least of several from the length of the shortest geodesic.
    """
    share = np.minimum(chord_m / (2.0 * _MEAN_RADIUS_M), 1.0)
    return np.asarray(2.0 * _MEAN_RADIUS_M * np.arcsin(share))


def chord_slack_m(chord_m: FloatArray) -> FloatArray:
    """Return by how much the nearest place by chord may be nearer than another by geodesic.

    A geodesic of length d has a chord of about d - d^3 / 24 R^2 with R between 6335.4 and 6399.6
    km, so two chords of equal geodesics differ by at most 0.0203 d^3 / 24 R^2 < 0.9e-3 d (d / R)^2;
    measured over two million pairs, 1.2e-3 holds with a margin of a quarter up to 12,000 km. Near
    the antipode any place may be the nearest. Shape (n,).
    """
    near = 1.2e-3 * chord_m * (chord_m / _MEAN_RADIUS_M) ** 2 + _SUNK_M
    return np.where(chord_m < _FAR_M, near, 2.0 * SEMI_MAJOR_M)
