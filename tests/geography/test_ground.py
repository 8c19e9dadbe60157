import numpy as np
import pytest

from checker.geography.geodesic import chord_slack_m, ecef
from checker.geography.ground import Ground, ground_of
from checker.geography.shapes import Area, Box, Circle, Edges, Point
from tests.geography.oracle import (
    bound_m,
    distance_m,
    edge_of,
    line_distance_m,
    moved,
    positions,
    ring,
    square,
)

LAKE = ring(36.1, 33.1, 36.2, 33.2)
LAND = Area(((ring(36.0, 33.0, 36.4, 33.4), LAKE), (ring(37.0, 33.0, 37.2, 33.2),)), 0.0)


def depth_m(shape: Area | Box | Circle, place: tuple[float, float]) -> float:
    return float(ground_of(shape).depths(*positions(place))[0][0])


def test_inside_is_negative_to_the_nearest_edge_or_hole() -> None:
    paths = [ring for part in LAND.polygons for ring in part]
    for spot, sign in (
        ((36.05, 33.05), -1),
        ((36.15, 33.15), 1),
        ((36.25, 33.15), -1),
        ((36.7, 33.2), 1),
        ((37.1, 33.1), -1),
    ):
        true = sign * line_distance_m(paths, "geodesic", spot)
        assert depth_m(LAND, spot) == pytest.approx(true, abs=bound_m(true))


@pytest.mark.parametrize("edges", ["geodesic", "planar"])
@pytest.mark.parametrize("step_m", [-0.002, 0.002])
def test_an_edge_parts_inside_from_outside_by_the_millimetre(edges: Edges, step_m: float) -> None:
    # The middle of the northern edge lies on the parallel, or 18 m north of it.
    foot = edge_of((36.0, 33.4), (36.4, 33.4), edges)(0.5)
    area = Area(((ring(36.0, 33.0, 36.4, 33.4),),), 0.0, edges)
    assert depth_m(area, moved(foot, 0.0, step_m)) == pytest.approx(step_m, abs=1e-3)


def test_a_ring_holds_its_smaller_side_however_it_is_wound() -> None:
    path = ring(36.0, 33.0, 36.4, 33.4)
    other = Area(((path[::-1],),), 0.0)
    drawn = Area(((path,),), 0.0)
    assert depth_m(other, (36.2, 33.2)) == pytest.approx(depth_m(drawn, (36.2, 33.2)))
    assert depth_m(other, (36.2, 33.2)) < 0.0


def test_a_ring_round_a_pole_holds_the_pole_at_every_longitude() -> None:
    corners = ((0.0, 85.0), (90.0, 85.0), (180.0, 85.0), (-90.0, 85.0), (0.0, 85.0))
    cap = Area(((corners,),), 0.0)
    depths = [depth_m(cap, (lon, 90.0)) for lon in (0.0, 77.0, -180.0)]
    assert max(depths) - min(depths) < 1e-3
    assert depths[0] < -390_000.0


def test_a_ring_over_the_antimeridian_has_no_edge_there() -> None:
    area = Area(((ring(179.5, -17.0, -179.5, -16.5),),), 0.0)
    assert depth_m(area, (180.0, -16.75)) == pytest.approx(depth_m(area, (-180.0, -16.75)))
    assert depth_m(area, (180.0, -16.75)) < -20_000.0


@pytest.mark.parametrize(
    ("spot", "inside"),
    [((36.2, 33.2), True), ((36.0, 33.0), True), ((36.41, 33.2), False), ((36.2, 32.99), False)],
)
def test_a_box_holds_what_its_numbers_say(spot: tuple[float, float], inside: bool) -> None:
    box = Ground(Box(36.0, 33.0, 36.4, 33.4, 0.0))
    assert box.contains(*positions(spot)).tolist() == [inside]


def test_the_north_of_a_box_is_a_parallel_and_its_sides_are_meridians() -> None:
    box = Box(20.0, 40.0, 30.0, 60.0, 0.0)
    assert depth_m(box, (25.0, 60.0)) == pytest.approx(0.0, abs=1e-3)
    assert depth_m(box, (25.0, 59.99)) == pytest.approx(-distance_m((25.0, 59.99), (25.0, 60.0)))
    assert depth_m(box, (30.0, 50.0)) == pytest.approx(0.0, abs=1e-3)


def test_a_box_whose_west_is_greater_crosses_the_antimeridian() -> None:
    box = Box(179.0, -1.0, -179.0, 1.0, 0.0)
    assert depth_m(box, (180.0, 0.0)) < -100_000.0
    assert depth_m(box, (0.0, 0.0)) > 0.0


def test_a_cap_has_an_edge_at_its_parallel_alone() -> None:
    cap = Box(-180.0, 88.0, 180.0, 90.0, 0.0)
    assert depth_m(cap, (180.0, 89.0)) == pytest.approx(-distance_m((0.0, 89.0), (0.0, 88.0)))
    assert depth_m(cap, (13.0, 90.0)) == pytest.approx(-distance_m((0.0, 90.0), (0.0, 88.0)))


def test_the_whole_world_has_no_edge() -> None:
    assert depth_m(Box(-180.0, -90.0, 180.0, 90.0, 5.0), (36.0, 33.0)) == -np.inf


def test_a_circle_is_measured_to_its_centre() -> None:
    town = Point(36.0, 33.0, accuracy_m=100.0)
    spot = (36.1, 33.1)
    exact, least, most = ground_of(Circle(town, 5_000.0)).depths(*positions(spot))
    true = distance_m((36.0, 33.0), spot) - 5_000.0
    assert (exact[0], least[0], most[0]) == pytest.approx((true, true - 100.0, true + 100.0))


def test_each_piece_of_an_outline_is_as_good_as_it_is() -> None:
    # 2 km from the eastern edge, good to 3 km; 4 km from the northern one, good to 10 m.
    border = ((36.4, 33.4), (36.4, 33.0))
    area = Area(((ring(36.0, 33.0, 36.4, 33.4),),), 10.0, shared=((border, 3_000.0),))
    spot = (36.3785, 33.364)
    exact, least, most = ground_of(area).depths(*positions(spot))
    east = line_distance_m([border], "geodesic", spot)
    north = line_distance_m([((36.4, 33.4), (36.0, 33.4))], "geodesic", spot)
    assert exact[0] == pytest.approx(-east, abs=1e-3)
    assert most[0] == pytest.approx(-(east - 3_000.0), abs=1e-3)
    assert least[0] == pytest.approx(-(north + 10.0), abs=1e-3)


@pytest.mark.parametrize(
    "shape",
    [
        square(36.0, 33.0, 36.4, 33.4),
        Box(-180.0, -90.0, 180.0, 90.0, 0.0),
        Circle(Point(0, 0), 9.0),
    ],
)
def test_a_lost_position_lies_nowhere(shape: Area | Box | Circle) -> None:
    lost = np.array([np.nan])
    assert not Ground(shape).contains(lost, lost).any()
    assert all(np.isnan(length).all() for length in Ground(shape).depths(lost, lost))


def test_parts_on_other_sides_of_the_world_are_held_each_for_itself() -> None:
    far = Area(((ring(36.0, 33.0, 36.4, 33.4),), (ring(-144.5, -33.5, -144.0, -33.0),)), 0.0)
    assert depth_m(far, (36.2, 33.2)) < 0.0
    assert depth_m(far, (-144.2, -33.2)) < 0.0
    assert depth_m(far, (130.0, 0.0)) > 0.0


def test_a_spot_lies_inside_the_largest_part() -> None:
    lon, lat = ground_of(LAND).spot()
    assert depth_m(LAND, (float(lon[0]), float(lat[0]))) < 0.0
    assert lon[0] < 36.5


def test_a_rough_look_is_wrong_at_most_by_the_border() -> None:
    rng = np.random.default_rng(9)
    lon, lat = rng.uniform(35.9, 37.3, 3_000), rng.uniform(32.9, 33.5, 3_000)
    ground = ground_of(LAND)
    exact_m = ground.depths(lon, lat)[0]
    rough_m = ground.depths(lon, lat, about_m=ecef(lon, lat))[0]
    most_m = chord_slack_m(exact_m) + 2.0 * ground.rough_off_m(lon, lat, np.zeros(3_000))
    assert (np.abs(rough_m - exact_m) <= most_m).all()
    assert most_m.max() < 0.1
