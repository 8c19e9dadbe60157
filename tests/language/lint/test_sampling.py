"""Places spread over ground: even, and the same each time."""

import numpy as np

from checker.geography.field import compile_field
from checker.geography.geodesic import inverse
from checker.geography.region import AnyOf, Everywhere, Length, Named, Not, Region, Within
from checker.geography.shapes import Box, Line, Point
from checker.language.lint.sampling import can_share_ground, discs_at, spread

KM = 1_000.0


def near(lon_deg: float, reach_m: float) -> Region:
    place = Named("place", Point(lon_deg, 45.0))
    return Within(Length(reach_m, reach_m, "said"), (place,))


def test_places_fill_the_ground_evenly() -> None:
    region = near(20.0, 10 * KM)
    lon, lat = spread(compile_field(region), (20.0, 45.0, 40 * KM))
    count = len(lon)
    away_m = inverse(np.full(count, 20.0), np.full(count, 45.0), lon, lat)[1]
    assert count >= 400
    assert away_m.max() <= 10 * KM
    assert abs(np.mean(away_m < 5 * KM) - 0.25) < 0.05
    assert abs(np.mean(lon < 20.0) - 0.5) < 0.05


def test_a_strip_too_thin_for_the_grid_is_found_by_halving_it() -> None:
    river = Named("river", Line((((20.0, 44.0), (20.0, 46.0)),), 10.0))
    strip = Within(Length(500.0, 500.0, "500 m"), (river,))
    lon, _ = spread(compile_field(strip), (20.0, 45.0, 150 * KM))
    assert len(lon) >= 400


def test_places_are_the_same_each_time() -> None:
    field = compile_field(near(20.0, 10 * KM))
    one, other = (spread(field, (20.0, 45.0, 10 * KM)) for _ in range(2))
    assert (one[0] == other[0]).all()
    assert (discs_at(one, 50.0).radius_m == 50.0).all()


def test_two_circles_that_cut_each_other_share_ground() -> None:
    assert can_share_ground(near(20.0, 10 * KM), near(20.2, 10 * KM))


def test_two_circles_apart_share_none() -> None:
    assert not can_share_ground(near(20.0, 10 * KM), near(21.0, 10 * KM))


def test_a_term_that_holds_everywhere_shares_all_ground() -> None:
    assert can_share_ground(None, near(20.0, 10 * KM))
    assert can_share_ground(Everywhere(), near(20.0, 10 * KM))


def test_ground_and_all_but_that_ground_share_none() -> None:
    box = Named("zone", Box(20.0, 44.0, 21.0, 45.0, 10.0))
    assert not can_share_ground(box, Not(box))
    assert can_share_ground(box, AnyOf((Not(box), near(20.5, 20 * KM))))
