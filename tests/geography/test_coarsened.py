"""Positions on a coarse grid: the disc that is told holds the one that was given."""

from itertools import pairwise

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker.geography.coarsened import coarsened

LONS = st.floats(-180.0, 180.0)
LATS = st.floats(-90.0, 90.0)
RADII = st.floats(0.0, 50_000.0)
SIZES = st.floats(1.0, 30_000_000.0)


def coarse(lon: float, lat: float, radius_m: float, cell_m: float) -> tuple[float, float, float]:
    told = coarsened(np.array([lon]), np.array([lat]), np.array([radius_m]), cell_m)
    lon_deg, lat_deg, grown_m = (float(axis[0]) for axis in told)
    return lon_deg, lat_deg, grown_m


@settings(max_examples=300)
@given(LONS, LATS, RADII, SIZES)
@example(180.0, 0.0, 0.0, 1_000.0)
@example(-180.0, 90.0, 10.0, 1_000.0)
@example(12.0, -90.0, 10.0, 5_000_000.0)
@example(36.0, 33.0, 0.0, 1.0)
def test_the_disc_that_is_told_holds_the_one_that_was_given(
    lon: float, lat: float, radius_m: float, cell_m: float
) -> None:
    lon_deg, lat_deg, grown_m = coarse(lon, lat, radius_m, cell_m)
    away_m = Geodesic.WGS84.Inverse(lat, lon, lat_deg, lon_deg)["s12"]
    assert away_m + radius_m <= grown_m
    assert -180.0 <= lon_deg <= 180.0
    assert -90.0 <= lat_deg <= 90.0


@given(LONS, st.floats(-85.0, 85.0), RADII, st.floats(100.0, 50_000.0))
def test_the_disc_is_not_larger_than_it_has_to_be(
    lon: float, lat: float, radius_m: float, cell_m: float
) -> None:
    """A cell is less than twice as wide as asked for, or four times near a pole."""
    grown_m = coarse(lon, lat, radius_m, cell_m)[2]
    assert grown_m <= radius_m + 2.0 * cell_m + 2.0 + cell_m / 2.0


@given(LONS, LATS, SIZES, st.floats(1.0, 100.0))
def test_a_coarser_edition_tells_nothing_that_a_finer_one_does_not(
    lon: float, lat: float, cell_m: float, times: float
) -> None:
    fine = coarse(lon, lat, 0.0, cell_m)
    by_fine = coarse(fine[0], fine[1], 0.0, cell_m * times)
    assert coarse(lon, lat, 0.0, cell_m * times) == by_fine


def test_all_positions_of_a_cell_are_told_alike() -> None:
    lon, lat = np.meshgrid(np.linspace(36.0, 36.05, 60), np.linspace(33.0, 33.05, 60))
    places = (lon.ravel(), lat.ravel())
    told = coarsened(*places, np.zeros(3600), 1_000.0)
    cells = {*zip(*(axis.tolist() for axis in told), strict=True)}
    assert 4 <= len(cells) <= 36


def test_what_is_not_known_stays_so() -> None:
    lon, lat, radius_m = coarse(36.0, 33.0, float("nan"), 1_000.0)
    assert np.isfinite([lon, lat]).all()
    assert np.isnan(radius_m)
    assert np.isnan(coarse(float("nan"), float("nan"), 5.0, 1_000.0)).all()


@pytest.mark.parametrize("cell_m", [1_000.0, 10_000.0])
def test_a_cell_is_no_smaller_than_asked_for(cell_m: float) -> None:
    lats = np.linspace(-80.0, 80.0, 4001)
    lon, lat, _ = coarsened(np.zeros(4001), lats, np.zeros(4001), cell_m)
    rows = np.unique(lat)
    high_m = [Geodesic.WGS84.Inverse(a, 0.0, b, 0.0)["s12"] for a, b in pairwise(rows)]
    assert min(high_m) >= cell_m * 0.999
    wide_m = [
        2 * Geodesic.WGS84.Inverse(b, 0.0, b, a)["s12"] for a, b in zip(lon, lat, strict=True)
    ]
    assert min(wide_m) >= cell_m * 0.999
