import numpy as np
import pytest

from checker.geography.edges import FINE_M, STEP_M
from checker.geography.geodesic import inverse
from checker.geography.rings import laid_out, parts_of, width_deg
from checker.geography.shapes import Area, Box, Circle, Point
from tests.geography.oracle import distance_m, ring, square

ALL_ROUND = 360.0


def accuracies(area: Area) -> set[float]:
    return {float(e) for part in parts_of(area) for one in part for e in one.accuracy_m}


def test_a_ring_is_closed_and_each_piece_has_an_accuracy() -> None:
    ((outer,),) = parts_of(square(36.0, 33.0, 36.1, 33.1, accuracy_m=50.0))
    lon, lat = outer.vertices
    assert (lon[0], lat[0]) == (lon[-1], lat[-1])
    assert outer.accuracy_m.tolist() == [50.0] * (len(lon) - 1)


def test_holes_follow_their_outer_ring() -> None:
    area = Area(((ring(36.0, 33.0, 36.4, 33.4), ring(36.1, 33.1, 36.2, 33.2)),), 0.0)
    ((outer, hole),) = parts_of(area)
    assert np.ptp(outer.vertices[0]) > np.ptp(hole.vertices[0])


def test_a_shared_border_has_its_own_accuracy_and_no_more_of_the_outline() -> None:
    border = ((36.1, 33.1), (36.1, 33.0))
    area = Area(((ring(36.0, 33.0, 36.1, 33.1),),), 50.0, shared=((border, 900.0),))
    ((outer,),) = parts_of(area)
    lon, _ = outer.vertices
    is_east = (lon[:-1] == 36.1) & (lon[1:] == 36.1)
    assert set(outer.accuracy_m[is_east].tolist()) == {900.0}
    assert set(outer.accuracy_m[~is_east].tolist()) == {50.0}


def test_of_two_borders_that_run_along_a_piece_the_larger_accuracy_holds() -> None:
    border = ((36.1, 33.1), (36.1, 33.0))
    shared = ((border, 10.0), (border, 70.0))
    assert accuracies(Area(((ring(36.0, 33.0, 36.1, 33.1),),), 50.0, shared=shared)) == {50.0, 70.0}


def test_a_border_a_kilometre_off_is_not_shared() -> None:
    border = ((36.111, 33.1), (36.111, 33.0))
    area = Area(((ring(36.0, 33.0, 36.1, 33.1),),), 50.0, shared=((border, 900.0),))
    assert accuracies(area) == {50.0}


@pytest.mark.parametrize(
    ("west", "east", "width"),
    [(36.0, 36.5, 0.5), (179.5, -179.5, 1.0), (-180.0, 180.0, ALL_ROUND), (10.0, -10.0, 340.0)],
)
def test_a_box_spans_eastward_from_its_west(west: float, east: float, width: float) -> None:
    assert width_deg(Box(west, 0.0, east, 1.0, 0.0)) == pytest.approx(width)


def test_the_north_of_a_box_is_a_parallel() -> None:
    ((outer,),) = parts_of(Box(0.0, 40.0, 20.0, 60.0, 0.0))
    _, lat = outer.vertices
    assert lat.max() == 60.0
    assert (lat == 60.0).sum() > 10_000


def test_a_box_all_round_the_world_has_a_ring_at_each_parallel() -> None:
    ((outer, inner),) = parts_of(Box(-180.0, 88.0, 180.0, 89.0, 0.0))
    assert (set(outer.vertices[1].tolist()), set(inner.vertices[1].tolist())) == ({88.0}, {89.0})


def test_a_cap_has_one_ring_and_the_whole_world_none() -> None:
    ((only,),) = parts_of(Box(-180.0, -90.0, 180.0, -89.0, 0.0))
    assert set(only.vertices[1].tolist()) == {-89.0}
    assert parts_of(Box(-180.0, -90.0, 180.0, 90.0, 0.0)) == ()


@pytest.mark.parametrize(("width", "step_m"), [(1.0, STEP_M), (9.0, FINE_M)])
def test_what_is_laid_out_wide_is_drawn_in_short_pieces(width: float, step_m: float) -> None:
    # Nine degrees at the equator reach 700 km from their middle.
    ((((outer,),),), _, reach_m) = laid_out([square(0.0, 0.0, width, width)])
    lon, lat = outer.vertices
    longest_m = inverse(lon[:-1], lat[:-1], lon[1:], lat[1:])[1].max()
    assert longest_m == pytest.approx(step_m, rel=0.01)
    assert reach_m == pytest.approx(distance_m((0.0, 0.0), (width / 2.0, width / 2.0)), rel=0.01)


@pytest.mark.parametrize("radius_m", [100.0, 5_000.0, 80_000.0])
def test_a_circle_is_drawn_to_half_a_millimetre(radius_m: float) -> None:
    ((only,),) = parts_of(Circle(Point(36.0, 33.0), radius_m))
    lon, lat = only.vertices
    corner, other = (lon[0], lat[0]), (lon[1], lat[1])
    middle = ((lon[0] + lon[1]) / 2.0, (lat[0] + lat[1]) / 2.0)
    assert distance_m((36.0, 33.0), corner) - radius_m == pytest.approx(4e-4, abs=1e-5)
    assert distance_m((36.0, 33.0), middle) - radius_m == pytest.approx(-4e-4, abs=1e-4)
    assert distance_m(corner, other) < radius_m / 2.0
