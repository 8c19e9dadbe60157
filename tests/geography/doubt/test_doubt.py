import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.geography.doubt.doubt import (
    Doubt,
    called,
    common,
    drawn_doubt,
    enclosing,
    holding,
    names_of,
    widened,
)
from checker.geography.region import AllOf, Named, Within
from checker.geography.shapes import Area, Line
from tests.geography.oracle import distance_m

SQUARE = Area(((((36.0, 33.0), (36.1, 33.0), (36.1, 33.1), (36.0, 33.1), (36.0, 33.0)),),), 0.0)
BOX = drawn_doubt(SQUARE)
PLACES = st.tuples(st.floats(-180.0, 180.0), st.floats(-90.0, 90.0))


@given(st.lists(PLACES, min_size=1, max_size=8))
@settings(max_examples=150, deadline=None)
def test_a_disc_holds_all_places_that_it_is_drawn_round(places: list[tuple[float, float]]) -> None:
    lon, lat, radius_m = enclosing(*(np.array(axis) for axis in zip(*places, strict=True)))
    assert all(distance_m((lon, lat), place) <= radius_m for place in places)


def test_a_disc_is_about_the_smallest_also_across_the_antimeridian() -> None:
    lon, lat, radius_m = enclosing(np.array([179.9, -179.9]), np.array([0.0, 0.0]))
    assert (abs(lon), lat) == pytest.approx((180.0, 0.0))
    assert radius_m == pytest.approx(11_132.0, rel=1e-3)


def test_the_disc_of_several_holds_each_of_them_whole() -> None:
    some = (Doubt(36.0, 33.0, 500.0), Doubt(36.5, 33.2, 3_000.0), Doubt(36.1, 33.4, 0.0))
    found = holding(some)
    for one in some:
        away_m = distance_m((found.lon_deg, found.lat_deg), (one.lon_deg, one.lat_deg))
        assert away_m + one.radius_m <= found.radius_m
    assert holding(some[:1]) is some[0]
    assert np.isnan(holding((some[0], Doubt(36.0, 33.0, np.nan))).radius_m)


def test_an_edge_that_is_straight_in_degrees_is_held_where_it_leaves_the_geodesic() -> None:
    ring = ((0.0, 60.0), (60.0, 60.0), (60.0, 60.5), (0.0, 60.5), (0.0, 60.0))
    doubt = drawn_doubt(Area(((ring,),), 0.0, "planar"))
    for lon in np.linspace(0.0, 60.0, 13):
        assert distance_m((doubt.lon_deg, doubt.lat_deg), (float(lon), 60.0)) <= doubt.radius_m


def test_what_is_wider_reaches_farther_and_what_is_unknown_has_no_ground() -> None:
    wide = widened(BOX, 100.0)
    assert wide.radius_m == pytest.approx(BOX.radius_m + 100.0)
    assert isinstance(wide.ground, Named)
    assert isinstance(wide.ground.shape, Area)
    assert wide.ground.shape.accuracy_m == 100.0
    line = drawn_doubt(Line((((36.0, 33.0), (36.1, 33.0)),), 0.0), width_m=5.0)
    far = widened(line, 10.0).ground
    assert isinstance(far, Within)
    assert far.limit.high_m == 15.0
    lost = widened(BOX, np.nan)
    assert (np.isnan(lost.radius_m), lost.ground) == (True, None)


def test_what_several_have_in_common_is_in_the_smallest_disc_and_on_all_grounds() -> None:
    other = Doubt(36.05, 33.05, 20_000.0, Named("other", SQUARE))
    found = common([BOX, other])
    assert found is not None
    assert (found.radius_m, type(found.ground)) == (BOX.radius_m, AllOf)
    assert common([BOX, Doubt(37.0, 33.0, 500.0)]) is None
    spread = common([BOX, Doubt(36.05, 33.05, np.nan)])
    assert spread is not None
    assert spread.radius_m == BOX.radius_m


def test_a_ground_is_called_as_it_was_written() -> None:
    square = called(BOX, "36SYB12")
    line = called(drawn_doubt(Line((((36.0, 33.0), (36.1, 33.0)),), 0.0), width_m=5.0), "x" * 99)
    assert square.ground is not None
    assert names_of(square.ground) == ("36SYB12",)
    assert line.ground is not None
    assert names_of(AllOf((square.ground, line.ground))) == ("36SYB12", "x" * 60 + "...")
    assert called(Doubt(36.0, 33.0, 5.0), "Nawa").ground is None
