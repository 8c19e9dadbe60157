"""The flat map: round where the ground is round, whole at the antimeridian and at a pole."""

import numpy as np
import pytest
import shapely
from geographiclib.geodesic import Geodesic

from checker.geography.chart import Chart, disc_chart, lines_chart
from checker.geography.flat import FAR_M, Flat, FlatShape, band_of, flat_about


def ground(shape: FlatShape) -> shapely.Geometry:
    rings = [[np.stack(ring, axis=-1) for ring in fill] for fill in shape.fills]
    return shapely.union_all([shapely.Polygon(one[0], one[1:]) for one in rings])


def test_lengths_from_the_middle_are_those_of_geodesics() -> None:
    flat = Flat(36.0, 33.0)
    x, y = flat.points(np.array([37.0, 36.0, 30.0]), np.array([33.0, 34.5, 50.0]))
    for place, (lon, lat) in enumerate([(37.0, 33.0), (36.0, 34.5), (30.0, 50.0)]):
        length = Geodesic.WGS84.Inverse(33.0, 36.0, lat, lon)["s12"]
        assert np.hypot(x[place], y[place]) == pytest.approx(length, abs=0.01)
    assert x[0] > 0
    assert y[1] > 0


@pytest.mark.parametrize(
    ("lon", "lat"), [(180.0, 10.0), (-179.9, -60.0), (0.0, 90.0), (12.0, -89.8)]
)
def test_a_disc_is_round_and_whole_wherever_it_lies(lon: float, lat: float) -> None:
    shape = Flat(lon, lat).shape(disc_chart(lon, lat, 50_000.0))
    disc = ground(shape)
    assert disc.area == pytest.approx(np.pi * 50_000.0**2, rel=0.005)
    for line in shape.outlines:  # no seam across the disc
        assert np.hypot(*line).min() > 49_000.0


def test_the_middle_of_places_on_both_sides_of_the_antimeridian_lies_between_them() -> None:
    flat = flat_about(np.array([179.0, -179.0]), np.array([10.0, 10.0]))
    assert abs(flat.lon_deg) == pytest.approx(180.0)
    assert flat.lat_deg == pytest.approx(10.0, abs=0.01)


def test_nothing_and_all_round_the_earth_have_a_middle_too() -> None:
    for lon in (np.array([]), np.array([0.0, 180.0])):
        flat = flat_about(lon, np.zeros(len(lon)))
        assert (flat.lon_deg, flat.lat_deg) == (0.0, 0.0)


def test_what_is_near_the_antipode_is_left_out() -> None:
    flat = Flat(0.0, 0.0)
    x, _ = flat.points(np.array([179.0]), np.array([0.0]))
    assert np.isnan(x[0])
    line = lines_chart([(np.array([0.0, 100.0, 170.0]), np.zeros(3))])
    (run,) = flat.shape(line).lines
    assert np.hypot(*run).max() <= FAR_M
    far = flat.shape(disc_chart(179.0, 0.0, 1_000_000.0))
    assert far.fills == ()


def test_what_is_straight_in_degrees_is_bent() -> None:
    flat = Flat(36.0, 60.0)
    (line,) = flat.shape(Chart(lines=(((20.0, 60.0), (52.0, 60.0)),))).lines
    assert len(line[0]) > 100
    assert line[1].max() - line[1].min() > 50_000.0


def test_spots_are_turned_back_into_degrees() -> None:
    flat = Flat(36.0, 33.0)
    x, y = flat.points(np.array([36.4]), np.array([33.3]))
    assert flat.degrees(float(x[0]), float(y[0])) == pytest.approx((36.4, 33.3))


def test_a_band_lies_as_wide_as_the_accuracy_on_both_sides_of_an_edge() -> None:
    flat = Flat(36.0, 33.0)
    shape = flat.shape(Chart(lines=(((36.0, 33.0), (36.0, 33.4)),)))
    band = ground(band_of(shape, 2_000.0))
    west, _, east, _ = band.bounds
    assert (west, east) == pytest.approx((-2_000.0, 2_000.0), abs=60.0)
    point = ground(band_of(flat.shape(Chart(points=((36.0, 33.0),))), 500.0))
    assert point.area == pytest.approx(np.pi * 500.0**2, rel=0.03)
    assert band_of(shape, 0.0) == FlatShape()
