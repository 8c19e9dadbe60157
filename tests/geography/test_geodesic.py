import numpy as np
import pytest

from checker.geography.geodesic import (
    chord_slack_m,
    chord_to_geodesic_m,
    direct,
    ecef,
    geodetic,
    inverse,
    mean_geodesic_m,
    normal_at,
)
from tests.geography.oracle import distance_m, positions

RNG = np.random.default_rng(20180525)


def even_places(count: int) -> tuple[np.ndarray, np.ndarray]:
    lat = np.degrees(np.arcsin(RNG.uniform(-1.0, 1.0, count)))
    return RNG.uniform(-180.0, 180.0, count), lat


def test_a_geodesic_is_as_long_as_karneys() -> None:
    lon, lat = even_places(200)
    to_lon, to_lat = even_places(200)
    _, length_m = inverse(lon, lat, to_lon, to_lat)
    ends = zip(zip(lon, lat, strict=True), zip(to_lon, to_lat, strict=True), strict=True)
    assert length_m == pytest.approx([distance_m(a, b) for a, b in ends], abs=1e-6)


def test_what_is_walked_is_measured_back() -> None:
    lon, lat = positions((36.0, 33.0), (179.9, -16.0), (0.0, 89.9))
    to_lon, to_lat = direct(lon, lat, np.full(3, 77.0), np.full(3, 50_000.0))
    azimuth_deg, length_m = inverse(lon, lat, to_lon, to_lat)
    assert azimuth_deg == pytest.approx(77.0)
    assert length_m == pytest.approx(50_000.0, abs=1e-6)


def test_a_lost_position_has_no_distance() -> None:
    lost = np.array([np.nan])
    assert np.isnan(inverse(lost, lost, np.array([1.0]), np.array([2.0]))[1]).all()
    assert np.isnan(ecef(lost, lost)).all()


@pytest.mark.parametrize("place", [(0.0, 0.0), (180.0, 12.0), (-71.0, -45.0), (10.0, 90.0)])
def test_earth_centred_coordinates_lead_back(place: tuple[float, float]) -> None:
    lon, lat = geodetic(ecef(*positions(place)))
    assert distance_m(place, (float(lon[0]), float(lat[0]))) < 1e-6


def test_the_poles_lie_21_km_nearer_to_the_centre() -> None:
    # WGS 84: a = 6,378,137 m, b = 6,356,752.3142 m.
    assert ecef(*positions((0.0, 0.0)))[0] == pytest.approx([6_378_137.0, 0.0, 0.0])
    assert ecef(*positions((0.0, 90.0)))[0, 2] == pytest.approx(6_356_752.3142, abs=1e-4)


def test_up_is_the_direction_of_the_latitude() -> None:
    up = normal_at(ecef(*positions((0.0, 45.0))))[0]
    assert np.degrees(np.arctan2(up[2], up[0])) == pytest.approx(45.0, abs=1e-9)


def test_a_chord_gives_the_geodesic_to_a_tenth_of_a_millimetre_at_300_km() -> None:
    lon, lat = even_places(20_000)
    length_m = RNG.uniform(1.0, 300_000.0, 20_000)
    to_lon, to_lat = direct(lon, lat, RNG.uniform(0.0, 360.0, 20_000), length_m)
    found_m = chord_to_geodesic_m(ecef(lon, lat), ecef(to_lon, to_lat))
    assert np.abs(found_m - length_m).max() < 1e-4


def test_no_place_that_is_nearer_by_geodesic_lies_out_of_the_slack_of_the_chord() -> None:
    lon, lat = even_places(400_000)
    from_lat = np.concatenate([np.zeros(100_000), np.full(100_000, 90.0), lat[200_000:]])
    lat[:50_000] = 0.0
    _, length_m = inverse(np.zeros(400_000), from_lat, lon, lat)
    chord_m = np.linalg.norm(ecef(np.zeros(400_000), from_lat) - ecef(lon, lat), axis=1)
    order = np.argsort(chord_m)
    chord_m, length_m = chord_m[order], length_m[order]
    # The farthest geodesic of all whose chord is so short that its slack does not reach a chord
    # must be no farther than that chord's geodesic.
    reach_m = np.maximum.accumulate(chord_m + chord_slack_m(chord_m))
    farthest_m = np.maximum.accumulate(length_m)
    below = np.searchsorted(reach_m, chord_m, side="left") - 1
    has = below >= 0
    assert has.sum() > 300_000
    assert (farthest_m[below[has]] <= length_m[has]).all()


@pytest.mark.parametrize("length_m", [0.0, 10.0, 30_000.0, 300_000.0, 5_000_000.0, 11_000_000.0])
def test_a_geodesic_by_the_mean_sphere_is_off_by_less_than_the_slack(length_m: float) -> None:
    lon, lat = even_places(20_000)
    to = direct(lon, lat, RNG.uniform(0.0, 360.0, 20_000), np.full(20_000, length_m))
    chord_m = np.linalg.norm(ecef(lon, lat) - ecef(*to), axis=1)
    off_m = np.abs(mean_geodesic_m(chord_m) - length_m)
    assert off_m.max() <= 0.6 * chord_slack_m(np.array([length_m]))[0]
