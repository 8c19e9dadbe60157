import numpy as np
import pytest

from checker.geography.geodesic import direct, ecef, inverse
from checker.geography.tangent import Tangent, tangent_off_m


@pytest.mark.parametrize("length_m", [0.0, 1.0, 3_000.0, 100_000.0, 1_000_000.0])
@pytest.mark.parametrize(
    ("lon", "lat"), [(36.0, 33.0), (180.0, -17.0), (5.0, 89.99), (20.0, 0.0), (7.0, -90.0)]
)
def test_a_place_lies_where_its_geodesic_ends(lon: float, lat: float, length_m: float) -> None:
    turn_deg = np.arange(0.0, 360.0, 7.5)
    count = len(turn_deg)
    turn = np.radians(turn_deg)
    tangent = Tangent(np.array([0.0, lon]), np.array([0.0, lat]))
    row = np.ones(count, dtype=np.intp)
    to_lon, to_lat, to_m = tangent.places(row, length_m * np.sin(turn), length_m * np.cos(turn))
    # At a pole the courses of geodesics are counted from the stated meridian too.
    end = direct(np.full(count, lon), np.full(count, lat), turn_deg, np.full(count, length_m))
    _, off_m = inverse(to_lon, to_lat, *end)
    assert off_m.max() <= tangent_off_m(np.array([length_m]))[0] + 1e-7
    # What it sinks by is the ground's to a hundredth.
    high_m = np.linalg.norm(to_m - ecef(to_lon, to_lat), axis=1)
    assert high_m.max() <= 0.02 * length_m**2 / 1.2e7 + length_m**4 / 1e20 + 1e-8
