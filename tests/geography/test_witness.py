import numpy as np
import pytest

from checker.geography.shapes import Area, Box, Circle, Line, Point, Shape, Sites, Undrawn
from checker.geography.strands import Strand, strands_of
from checker.geography.witness import is_left_of, is_within, off_end, spots_of, straddles
from tests.geography.oracle import ring, square


def border() -> Strand:
    (found,) = strands_of((Line((((20.0, 44.0), (20.0, 46.0)),), 10.0),))
    return found


@pytest.mark.parametrize(
    ("witness", "lons"),
    [
        (Point(36.0, 33.0), [36.0]),
        (Circle(Point(36.0, 33.0), 5.0), [36.0]),
        (Sites((Point(36.0, 33.0), Point(37.0, 33.0))), [36.0, 37.0]),
        (Box(179.0, 0.0, -179.0, 1.0, 0.0), [180.0]),
        (Box(10.0, 0.0, 20.0, 1.0, 0.0), [15.0]),
        (Line((((36.0, 33.0), (37.0, 33.0)),), 0.0), [36.0, 37.0]),
        (Undrawn("no map"), []),
    ],
)
def test_a_witness_stands_at_its_spots(witness: Shape, lons: list[float]) -> None:
    assert spots_of(witness)[0].tolist() == lons


def test_an_area_stands_by_one_place_inside_it() -> None:
    hollow = Area(((ring(20.0, 45.0, 21.0, 46.0), ring(20.1, 45.1, 20.9, 45.9)),), 0.0)
    lon, lat = spots_of(hollow)
    assert is_within(hollow, Point(float(lon[0]), float(lat[0])))
    assert not is_within(hollow, Point(20.5, 45.5))


def test_a_side_is_that_of_the_witness() -> None:
    assert is_left_of(border(), Point(19.5, 45.0))
    assert not is_left_of(border(), Point(20.5, 45.0))
    assert not is_left_of(border(), square(20.5, 44.5, 21.0, 45.0))


def test_a_line_is_a_witness_by_those_vertices_that_can_tell() -> None:
    # Two of three vertices lie off the border's ends, on what would be its left.
    line = Line((((19.0, 43.0), (20.5, 45.0), (19.0, 47.0)),), 0.0)
    assert not is_left_of(border(), line)


def test_a_witness_in_an_area_lies_in_it_by_most_of_its_vertices() -> None:
    land = square(20.0, 45.0, 21.0, 46.0)
    assert is_within(land, Line((((20.1, 45.1), (20.2, 45.5), (19.9, 45.5)),), 0.0))
    assert not is_within(land, Sites((Point(19.0, 45.5), Point(22.0, 45.5))))


def test_a_witness_is_off_the_end_if_all_of_it_is() -> None:
    assert off_end(border(), Point(20.5, 46.1))
    assert not off_end(border(), Point(20.5, 45.9))
    assert not off_end(border(), Sites((Point(20.5, 46.1), Point(20.5, 45.9))))


@pytest.mark.parametrize(
    ("sides", "away_m", "answer"),
    [
        ([True, True], [50.0, 5.0], False),
        ([True, False], [50.0, 5.0], False),
        ([True, False], [50.0, 50.0], True),
        ([True, True], [5.0, 5.0], True),
    ],
)
def test_a_witness_straddles_if_what_is_clear_of_the_line_disagrees(
    *, sides: list[bool], away_m: list[float], answer: bool
) -> None:
    assert straddles(np.array(sides), np.array(away_m), doubt_m=10.0) is answer
