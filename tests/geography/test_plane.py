import numpy as np
import pytest

from checker.geography.edges import densify
from checker.geography.geodesic import direct, ecef
from checker.geography.plane import Plane, plane_about
from tests.geography.oracle import distance_m, positions


@pytest.mark.parametrize("reach_m", [10.0, 1_000_000.0, 9_000_000.0])
def test_what_is_laid_out_is_picked_up_where_it_was(reach_m: float) -> None:
    plane = Plane(36.0, 33.0)
    turns = np.arange(12, dtype=np.float64) * 30.0
    spots = direct(np.full(12, 36.0), np.full(12, 33.0), turns, np.full(12, reach_m))
    back = plane.back(plane.flat(*spots))
    pairs = zip(zip(*spots, strict=True), zip(*back, strict=True), strict=True)
    assert max(distance_m(a, b) for a, b in pairs) < 1e-7


@pytest.mark.parametrize(
    ("length_m", "reach_m", "bend_m"),
    [
        (500.0, 350_000.0, 2e-4),
        (100.0, 100_000.0, 1e-5),
        (100.0, 3_000_000.0, 1e-4),
        (100.0, 9_000_000.0, 3e-4),
    ],
)
def test_a_short_piece_is_as_good_as_straight(
    length_m: float, reach_m: float, bend_m: float
) -> None:
    plane = Plane(0.0, 10.0)
    start_lon, start_lat = direct(*(np.full(8, at) for at in (0.0, 10.0, 70.0, reach_m)))
    turns = np.arange(8, dtype=np.float64) * 45.0
    middle, end = (
        direct(start_lon, start_lat, turns, np.full(8, share * length_m)) for share in (0.5, 1.0)
    )
    a, b, c = plane.flat(start_lon, start_lat), plane.flat(*middle), plane.flat(*end)
    along = (c - a) / np.linalg.norm(c - a, axis=1)[:, None]
    off = (b - a)[:, 0] * along[:, 1] - (b - a)[:, 1] * along[:, 0]
    assert np.abs(off).max() < bend_m


def test_a_lost_position_lies_nowhere_in_the_plane() -> None:
    assert not np.isfinite(Plane(0.0, 0.0).flat(*positions((np.nan, np.nan)))).any()


def test_a_plane_is_laid_about_the_pole_that_a_ring_holds() -> None:
    ring = densify(((0.0, 80.0), (120.0, 80.0), (-120.0, 80.0), (0.0, 80.0)), "geodesic")
    north = plane_about([ring]).flat(*positions((0.0, 90.0)))
    assert np.linalg.norm(north) < 1_000.0


@pytest.mark.parametrize("lat", [-90.0, -33.0, 0.0, 45.0, 70.0])
@pytest.mark.parametrize("reach_m", [0.0, 1_000.0, 100_000.0, 300_000.0, 1_000_000.0, 2_900_000.0])
def test_what_is_laid_out_roughly_is_off_by_no_more_than_it_says(
    lat: float, reach_m: float
) -> None:
    plane = Plane(36.0, lat)
    middle = (np.full(72, 36.0), np.full(72, lat))
    lon_deg, lat_deg = direct(*middle, np.arange(0.0, 360.0, 5.0), np.full(72, reach_m))
    off_m = np.linalg.norm(
        plane.roughly_flat(ecef(lon_deg, lat_deg)) - plane.flat(lon_deg, lat_deg), axis=1
    )
    assert (off_m <= plane.rough_off_m(lon_deg, lat_deg, np.zeros(72))).all()
