"""Places round a centre, by the plane that touches the ellipsoid there."""

import numpy as np

from checker.geography.chords import axes_of
from checker.geography.discs import FloatArray
from checker.geography.geodesic import SEMI_MAJOR_M, ecef, geodetic, normal_at
from checker.geography.pairs import IndexArray

__all__ = ["Tangent", "tangent_off_m"]


class Tangent:
    """Hold n centres, each with its directions to the east and the north.

    At a pole, where every direction is south, east is that of the stated longitude.
    """

    def __init__(self, lon_deg: FloatArray, lat_deg: FloatArray) -> None:
        """Take longitudes and latitudes in degrees, shape (n,)."""
        lon, centre_m = np.radians(lon_deg), ecef(lon_deg, lat_deg)
        up = normal_at(centre_m)
        east = np.stack([-np.sin(lon), np.cos(lon), np.zeros(len(lon))], axis=-1)
        frame = (centre_m, east, np.cross(up, east), up)
        self._axes = tuple(zip(*(axes_of(one) for one in frame), strict=True))

    def places(
        self, row: IndexArray, east_m: FloatArray, north_m: FloatArray
    ) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Return places off the centres at ``row``: longitude and latitude in degrees, (k,) each.

        And earth-centred, metres, (k, 3).
        They are sunk as a sphere of the ellipsoid's radius sinks from its plane, so that they lie
        about on the ground; how far off they may be, ``tangent_off_m`` says.
        """
        sunk_m = (east_m * east_m + north_m * north_m) / (2.0 * SEMI_MAJOR_M)
        axes = [
            centre_m[row] + east_m * east[row] + north_m * north[row] - sunk_m * up[row]
            for centre_m, east, north, up in self._axes
        ]
        to_m = np.stack(axes, axis=-1)
        return *geodetic(to_m), to_m


def tangent_off_m(length_m: FloatArray) -> FloatArray:
    """Return how far a place may lie from where the geodesic of that length and course ends.

    On a sphere the place lies at R atan(s / (R - s^2 / 2 R)) = s + s^3 / 6 R^2 + ..., to which the
    ellipsoid adds some e2 s^3 / R^2; twice that is what it says. Shape (n,), metres; measured up
    to 1000 km.
    """
    return np.asarray(length_m * (length_m / SEMI_MAJOR_M) ** 2 / 3.0)
