import numpy as np
import pytest

from checker.geography.doubt.utm import POLES, degrees_of, metres_of


def test_there_and_back_again_is_the_same_place() -> None:
    lon, lat = np.array([20.1, 23.9]), np.array([44.8, -33.0])
    for row in (0, 1):
        is_north = bool(lat[row] > 0.0)
        metres = metres_of(34, lon[row : row + 1], lat[row : row + 1], is_north=is_north)
        back = degrees_of(34, *metres, is_north=is_north)
        assert (back[0][0], back[1][0]) == pytest.approx((lon[row], lat[row]), abs=1e-9)


def test_the_poles_are_at_2000_km_of_their_projection() -> None:
    two = np.array([2_000_000.0])
    assert degrees_of(POLES, two, two, is_north=True)[1][0] == pytest.approx(90.0)
    assert degrees_of(POLES, two, two, is_north=False)[1][0] == pytest.approx(-90.0)


def test_what_is_off_the_projection_is_missing() -> None:
    far = np.array([1e12])
    assert np.isnan(degrees_of(34, far, far, is_north=True)[0]).all()
