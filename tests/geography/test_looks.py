import numpy as np
import pytest

from checker.geography.field import compile_field
from checker.geography.geodesic import ecef
from checker.geography.looks import Looks
from checker.geography.region import (
    AllOf,
    Everywhere,
    Length,
    Named,
    Not,
    Region,
    SideOf,
    Within,
    Witness,
)
from checker.geography.shapes import Line, Point
from checker.geography.tree import limits_of, tree_of
from tests.geography.oracle import moved, positions, square

BORDER = Named("border", Line((((36.0, 30.0), (36.2, 33.0), (36.0, 36.0)),), 1_300.0))
EAST = SideOf((BORDER,), Witness("capital", Point(37.0, 33.0)))
LAND = Named("land", square(36.0, 33.0, 38.0, 34.0))
NEAR = Within(Length(15_000.0, 15_000.0, "15 km"), (BORDER,))


def looks_at(region: Region) -> Looks:
    tree = tree_of(region)
    return Looks(tree, {id(leg): leg for depth in limits_of(tree) for leg in depth.legs})


@pytest.mark.parametrize("region", [EAST, LAND, NEAR, AllOf((EAST, Not(LAND)))])
def test_a_rough_look_is_off_by_no_more_than_it_says(region: Region) -> None:
    looks = looks_at(region)
    rng = np.random.default_rng(3)
    lon, lat = rng.uniform(34.0, 39.0, 400), rng.uniform(31.0, 36.0, 400)
    exact_m = looks.drawn_m(lon, lat)
    rough_m = looks.drawn_m(lon, lat, ecef(lon, lat))
    most_m = looks.rough_off_m(lon, lat, np.zeros(400))
    assert (np.abs(exact_m - rough_m) <= most_m).all()
    assert np.allclose(exact_m, compile_field(region).drawn_m(lon, lat), rtol=0.0, atol=0.0)


def test_a_larger_disc_may_be_off_by_more() -> None:
    looks = looks_at(AllOf((EAST, LAND)))
    off_m = [looks.rough_off_m(*positions((36.0, 33.0)), np.array([r]))[0] for r in (0.0, 5e5)]
    assert off_m[0] < off_m[1]


def test_a_disc_is_whole_unless_it_lies_across_where_an_end_parts_the_sides() -> None:
    looks = looks_at(EAST)
    beyond = moved((36.0, 36.0), 350.0, 20_000.0)
    aside = moved((36.0, 36.0), 80.0, 20_000.0)
    found = looks.is_whole(*positions((36.1, 33.0), beyond, aside), np.full(3, 9_000.0))
    assert found.tolist() == [True, False, True]


def test_where_no_side_is_asked_every_disc_is_whole() -> None:
    for region in (NEAR, LAND, Everywhere()):
        assert looks_at(region).is_whole(*positions((36.0, 36.0)), np.array([9_000.0])).all()
    assert looks_at(Everywhere()).drawn_m(*positions((0.0, 0.0))).tolist() == [-np.inf]
