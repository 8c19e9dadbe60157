import numpy as np
import pytest

from checker.geography.dissolve import dissolve
from checker.geography.ground import ground_of
from checker.geography.region import AllOf, AnyOf, Everywhere, Named, Not, Region
from checker.geography.shapes import Area, Box, Circle, Point, Undrawn
from tests.geography.oracle import (
    bound_m,
    distance_m,
    line_distance_m,
    moved,
    positions,
    ring,
    square,
)

WEST = Named("west", square(20.0, 45.0, 20.2, 45.2, accuracy_m=100.0))
EAST = Named("east", square(20.2, 45.0, 20.4, 45.2, accuracy_m=900.0))
FAR = Named("far", square(22.0, 45.0, 22.2, 45.2))
NOWHERE = Not(Everywhere())


def depths_m(region: Region | None, *places: tuple[float, float]) -> tuple[np.ndarray, ...]:
    assert isinstance(region, Named)
    assert isinstance(region.shape, Area | Box | Circle)
    return ground_of(region.shape).depths(*positions(*places))


def test_the_border_of_two_neighbours_is_no_edge_of_their_union() -> None:
    spot = (20.2, 45.08)
    found = depths_m(dissolve(AnyOf((WEST, EAST))), spot)[0]
    south = [((20.0, 45.0), (20.2, 45.0), (20.4, 45.0))]
    true = line_distance_m(south, "geodesic", spot)
    assert found[0] == pytest.approx(-true, abs=bound_m(true))


@pytest.mark.parametrize("gap_deg", [-8e-6, 0.0, 8e-6])
def test_outlines_that_agree_within_a_metre_are_one_border(gap_deg: float) -> None:
    # 8e-6 degrees are 0.6 m; the neighbour's vertices lie elsewhere along the border.
    corners = ((20.2, 45.0), (20.4, 45.0), (20.4, 45.2), (20.2, 45.2), (20.2 + gap_deg, 45.07))
    east = Named("east", Area((((*corners, corners[0]),),), 0.0))
    whole = dissolve(AnyOf((WEST, east)))
    assert isinstance(whole, Named)
    assert isinstance(whole.shape, Area)
    assert [len(part) for part in whole.shape.polygons] == [1]
    assert depths_m(whole, (20.2, 45.1))[0][0] < -7_000.0


def test_three_areas_meet_without_a_sliver() -> None:
    corners = ((20.0, 44.8), (20.4, 44.8), (20.4, 45.0), (20.2, 45.000005), (20.0, 45.0))
    south = Named("south", Area((((*corners, corners[0]),),), 0.0))
    whole = dissolve(AnyOf((south, WEST, EAST)))
    assert depths_m(whole, (20.2, 45.1), (20.1, 45.0), (20.2, 45.0))[0].max() < -7_000.0


def test_a_piece_is_as_accurate_as_the_outline_it_comes_from() -> None:
    spots = (20.01, 45.1), (20.39, 45.1)
    exact, least, most = depths_m(dissolve(AnyOf((WEST, EAST))), *spots)
    assert (most - exact).tolist() == pytest.approx([100.0, 900.0], abs=1e-6)
    assert (exact - least)[0] == pytest.approx(100.0, abs=1e-6)


def test_where_two_outlines_agree_the_larger_accuracy_holds() -> None:
    # West of the border is what is left of the west without the east.
    left = dissolve(AllOf((WEST, Not(EAST))))
    exact, _, most = depths_m(left, (20.19, 45.1), (20.01, 45.1))
    assert (most - exact).tolist() == pytest.approx([900.0, 100.0], abs=1e-6)


def test_the_common_ground_of_neighbours_is_nothing() -> None:
    assert dissolve(AllOf((WEST, EAST))) == NOWHERE


def test_the_common_ground_of_areas_that_overlap_is_measured_to_both() -> None:
    other = Named("other", square(20.1, 45.1, 20.5, 45.4))
    common = dissolve(AllOf((WEST, other)))
    spot = (20.12, 45.12)
    west_of_it = line_distance_m([((20.1, 45.1), (20.1, 45.4))], "geodesic", spot)
    assert depths_m(common, spot)[0][0] == pytest.approx(-west_of_it, abs=bound_m(west_of_it))
    assert depths_m(common, (20.05, 45.15))[0][0] > 0.0


def test_a_hole_is_cut_and_filled_again() -> None:
    lake = Named("lake", square(20.05, 45.05, 20.1, 45.1))
    land = dissolve(AllOf((WEST, Not(lake))))
    assert isinstance(land, Named)
    assert isinstance(land.shape, Area)
    assert [len(part) for part in land.shape.polygons] == [2]
    assert depths_m(land, (20.07, 45.07))[0][0] > 0.0
    again = dissolve(AnyOf((land, lake)))
    assert depths_m(again, (20.07, 45.07))[0] == pytest.approx(
        depths_m(WEST, (20.07, 45.07))[0], abs=1e-3
    )


def test_areas_far_apart_stay_two_parts() -> None:
    both = dissolve(AnyOf((WEST, FAR)))
    for place in ((20.01, 45.1), (22.1, 45.1)):
        assert depths_m(both, place)[0][0] < 0.0
    assert depths_m(both, (21.0, 45.1))[0][0] > 60_000.0


def test_an_area_cut_at_the_antimeridian_has_no_edge_there() -> None:
    cut = Area(((ring(179.5, -17.0, 180.0, -16.5),), (ring(-180.0, -17.0, -179.5, -16.5),)), 50.0)
    whole = dissolve(Named("zone", cut))
    assert isinstance(whole, Named)
    assert isinstance(whole.shape, Area)
    assert len(whole.shape.polygons) == 1
    assert depths_m(whole, (180.0, -16.75))[0][0] < -20_000.0


def test_parts_that_do_not_touch_are_left_as_they_are_drawn() -> None:
    islands = Named("isles", Area(((ring(0, 0, 1, 1),), (ring(2, 0, 3, 1),)), 0.0))
    assert dissolve(islands) is islands


def test_an_area_round_the_pole_is_joined_there() -> None:
    def wedge(west: float, east: float) -> Named:
        return Named("wedge", Box(west, 89.0, east, 90.0, 0.0))

    cap = dissolve(AnyOf((wedge(0.0, 120.0), wedge(120.0, -120.0), wedge(-120.0, 0.0))))
    to_edge = distance_m((0.0, 90.0), (0.0, 89.0))
    for lon in (0.0, 60.0, -120.0):
        assert depths_m(cap, (lon, 90.0))[0][0] == pytest.approx(-to_edge, abs=bound_m(to_edge))


def test_a_circle_joined_with_an_area_is_still_round() -> None:
    town = Named("ring", Circle(Point(20.2, 45.2, 7.0), 9_000.0))
    both = dissolve(AnyOf((WEST, town)))
    spot = (20.2, 45.4)
    true = distance_m((20.2, 45.2), spot) - 9_000.0
    exact, least, most = depths_m(both, spot)
    assert exact[0] == pytest.approx(true, abs=bound_m(true))
    assert (exact[0] - least[0], most[0] - exact[0]) == pytest.approx((7.0, 7.0), abs=1e-6)


def test_all_but_an_area_is_told_apart_from_an_area() -> None:
    assert dissolve(Not(WEST)) == Not(WEST)
    assert dissolve(Not(Not(WEST))) == WEST
    outside = dissolve(Not(AnyOf((WEST, EAST))))
    assert isinstance(outside, Not)
    assert isinstance(outside.part, Named)


@pytest.mark.parametrize(
    ("region", "answer"),
    [
        (AnyOf((WEST, Not(WEST))), Everywhere()),
        (AllOf((WEST, Not(WEST))), NOWHERE),
        (AllOf((WEST, FAR)), NOWHERE),
        (Not(AllOf((WEST, FAR))), Everywhere()),
        (AnyOf((WEST, WEST)), WEST),
        (AllOf((WEST, Everywhere(), WEST)), WEST),
        (AnyOf((WEST, Named("world", Box(-180.0, -90.0, 180.0, 90.0, 0.0)))), Everywhere()),
        (Everywhere(), Everywhere()),
        (AnyOf(()), NOWHERE),
        (AllOf(()), Everywhere()),
    ],
)
def test_everything_nothing_and_one_are_said_as_such(region: Region, answer: Region) -> None:
    found = dissolve(region)
    if isinstance(answer, Named):
        assert isinstance(found, Named)
        spots = (20.01, 45.1), (20.3, 45.1)
        assert depths_m(found, *spots)[0] == pytest.approx(depths_m(answer, *spots)[0], abs=1e-6)
    else:
        assert found == answer


def test_a_part_that_nobody_drew_is_not_dissolved() -> None:
    assert dissolve(AnyOf((WEST, Named("nowhere", Undrawn("no map"))))) is None


def test_areas_all_round_the_world_are_not_dissolved() -> None:
    north = Named("north", Box(-180.0, 89.5, 180.0, 90.0, 0.0))
    south = Named("south", Box(-180.0, -90.0, 180.0, -89.5, 0.0))
    assert dissolve(AnyOf((north, south))) is None


def test_a_joined_area_is_called_by_its_parts() -> None:
    joined = dissolve(AnyOf((WEST, AllOf((EAST, Not(FAR))))))
    assert isinstance(joined, Named)
    assert joined.name == "west or east and not far"


@pytest.mark.parametrize("seed", range(6))
def test_what_is_added_and_taken_away_again_leaves_no_spike(seed: int) -> None:
    rng = np.random.default_rng(seed)
    corners = [
        moved((20.2, 45.1), float(turn), float(rng.uniform(4_000.0, 14_000.0)))
        for turn in np.arange(5) * 72.0 + rng.uniform(0.0, 60.0, 5)
    ]
    other = Named("other", Area((((*corners, corners[0]),),), 0.0))
    one, same = (dissolve(AllOf((joined, Not(WEST)))) for joined in (AnyOf((WEST, other)), other))
    spots = [moved((20.2, 45.1), float(turn), 16_000.0) for turn in range(0, 360, 15)]
    for mine, theirs in zip(depths_m(one, *spots), depths_m(same, *spots), strict=True):
        assert mine == pytest.approx(theirs, abs=1e-3)


def test_the_order_of_the_parts_does_not_matter() -> None:
    spots = [(20.2, 45.1), (20.0, 45.0), (20.35, 45.19), (20.6, 45.1)]
    one = depths_m(dissolve(AnyOf((WEST, EAST))), *spots)
    other = depths_m(dissolve(AnyOf((EAST, WEST))), *spots)
    for mine, theirs in zip(one, other, strict=True):
        assert mine == pytest.approx(theirs, abs=1e-6)
