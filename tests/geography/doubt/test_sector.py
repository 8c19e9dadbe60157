"""What words allow is held: every distance and direction between their ends is tried."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.geography.discs import Discs
from checker.geography.doubt.doubt import Doubt
from checker.geography.doubt.sector import away_doubt, between_doubt
from checker.geography.field import compile_field
from checker.values.truth import Truth
from tests.geography.oracle import distance_m, moved


def may_hold(doubt: Doubt, place: tuple[float, float]) -> bool:
    if distance_m((doubt.lon_deg, doubt.lat_deg), place) > doubt.radius_m:
        return False
    if doubt.ground is None:
        return True
    axes = np.array([place[0]]), np.array([place[1]]), np.zeros(1)
    spot = Discs(*axes, np.full(1, -1, dtype=np.int32))
    return bool(compile_field(doubt.ground).truth(spot)[0] != Truth.FALSE)


@given(
    st.tuples(st.floats(-180.0, 180.0), st.floats(-80.0, 80.0)),
    st.floats(0.0, 30_000.0),
    st.floats(1.0, 10_000.0),
    st.sampled_from([(225.0, 22.5), (0.0, 45.0), (348.75, 11.25), (90.0, 45.0), None]),
    st.tuples(
        st.floats(0.0, 1.0), st.floats(-1.0, 1.0), st.floats(0.0, 1.0), st.floats(0.0, 360.0)
    ),
    st.sampled_from([0.0, 500.0, 20_000.0]),
)
@settings(max_examples=60, deadline=None)
def test_a_place_as_far_off_in_a_direction_as_is_said_is_held(
    middle: tuple[float, float],
    low_m: float,
    more_m: float,
    compass: tuple[float, float] | None,
    share: tuple[float, float, float, float],
    radius_m: float,
) -> None:
    doubt = away_doubt(Doubt(*middle, radius_m), low_m, low_m + more_m, compass)
    # From wherever in the place, to wherever that is said.
    start = moved(middle, share[3], radius_m * share[2])
    azimuth = compass[0] + share[1] * compass[1] if compass else 180.0 * share[1]
    assert may_hold(doubt, moved(start, azimuth % 360.0, low_m + share[0] * more_m))


def test_a_sector_holds_nothing_far_from_it() -> None:
    doubt = away_doubt(Doubt(36.0, 33.0, 0.0), 6_500.0, 7_500.0, (225.0, 22.5))
    assert doubt.radius_m == pytest.approx(2_876.0, abs=20.0)
    assert may_hold(doubt, moved((36.0, 33.0), 225.0, 7_000.0))
    assert not may_hold(doubt, moved((36.0, 33.0), 225.0, 6_300.0))
    assert not may_hold(doubt, moved((36.0, 33.0), 225.0, 7_700.0))
    assert not may_hold(doubt, moved((36.0, 33.0), 180.0, 7_000.0))


def test_a_ring_leaves_its_middle_out() -> None:
    doubt = away_doubt(Doubt(36.0, 33.0, 100.0), 6_500.0, 7_500.0, None)
    assert doubt.radius_m == 7_600.0
    assert not may_hold(doubt, (36.0, 33.0))
    assert away_doubt(Doubt(36.0, 33.0, 7_000.0), 6_500.0, 7_500.0, None).ground is None


@given(st.floats(0.0, 360.0), st.floats(1.0, 200_000.0), st.floats(0.0, 1.0))
@settings(max_examples=50, deadline=None)
def test_the_way_between_two_places_is_held(azimuth: float, away_m: float, share: float) -> None:
    first = (36.0, 33.0)
    second = moved(first, azimuth, away_m)
    doubt = between_doubt(Doubt(*first, 300.0), Doubt(*second, 500.0))
    assert may_hold(doubt, moved(first, azimuth, share * away_m))
    assert doubt.radius_m == pytest.approx(0.5 * away_m + 500.0, rel=2e-3)


def test_what_hangs_on_a_place_of_unknown_size_has_no_radius() -> None:
    vague = Doubt(36.0, 33.0, np.nan)
    assert np.isnan(away_doubt(vague, 6_500.0, 7_500.0, None).radius_m)
    assert np.isnan(between_doubt(vague, Doubt(36.0, 33.0, 5.0)).radius_m)
