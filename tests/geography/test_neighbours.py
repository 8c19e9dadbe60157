import pytest

from checker.geography.neighbours import seen_from
from checker.geography.region import (
    AllOf,
    AnyOf,
    Everywhere,
    Length,
    Named,
    Not,
    Region,
    SideOf,
    Within,
    Witness,
)
from checker.geography.shapes import Area, Circle, Line, Point, Undrawn
from tests.geography.oracle import ring, square

WEST = Named("west", square(20.0, 45.0, 20.2, 45.2, accuracy_m=900.0))
EAST = Named("east", square(20.2, 45.0, 20.4, 45.2, accuracy_m=900.0))
NORTH = Named("north", square(20.0, 45.2, 20.4, 45.4, accuracy_m=900.0))
FAR = Named("far", square(22.0, 45.0, 22.2, 45.2))
NEAR = Named("near", square(19.9, 45.0, 19.995, 45.2))
OVERLAPS = Named("overlaps", square(20.1, 45.1, 20.5, 45.3))
WIDE = Named("wide", square(19.0, 44.0, 21.0, 46.0))
NOWHERE = Not(Everywhere())
BORDER = Named("border", Line((((20.2, 44.9), (20.2, 45.0), (20.2, 45.2), (20.2, 45.3)),), 900.0))
FIVE_KM = Length(5_000.0, 5_000.0, "5 km")
EASTHAM, WESTON = Witness("eastham", Point(21.0, 45.1)), Witness("weston", Point(19.0, 45.1))


@pytest.mark.parametrize(
    ("region", "seen"),
    [
        (WEST, Everywhere()),
        (Named("west again", square(20.0, 45.0, 20.2, 45.2)), Everywhere()),
        (EAST, NOWHERE),
        (NORTH, NOWHERE),
        (AnyOf((WEST, EAST)), Everywhere()),
        (AllOf((WEST, EAST)), NOWHERE),
        (Not(EAST), Not(NOWHERE)),
        (FAR, FAR),
        (OVERLAPS, OVERLAPS),
        # It lies clear inside: its own border's doubt counts, as for any other place.
        (WIDE, WIDE),
        (AllOf((WEST, OVERLAPS)), AllOf((Everywhere(), OVERLAPS))),
        (AnyOf((EAST, FAR)), NOWHERE),
        # 390 m off its western edge, which is known to 900 m.
        (AnyOf((EAST, NEAR)), AnyOf((NOWHERE, NEAR))),
        (Named("nowhere", Undrawn("no map")), Named("nowhere", Undrawn("no map"))),
    ],
)
def test_what_the_west_decides_alone_is_decided(region: Region, seen: Region) -> None:
    assert seen_from(WEST, region) == seen


def test_an_enclave_is_not_in_the_land_that_surrounds_it() -> None:
    # Its whole outline lies on the hole of the land, as if the two were one.
    land = Named("land", Area(((ring(19.0, 44.0, 21.0, 46.0), ring(20.0, 45.0, 20.2, 45.2)),), 0.0))
    assert seen_from(WEST, land) == NOWHERE
    assert seen_from(land, WEST) == NOWHERE


@pytest.mark.parametrize(
    ("tip_lon", "is_decided"), [(20.20101, False), (20.20126, False), (20.2025, True)]
)
def test_a_spike_that_comes_near_between_two_vertices_leaves_it_open(
    tip_lon: float, is_decided: bool
) -> None:
    # The northern neighbour reaches down to the eastern border: 79 m, 99 m and 197 m off it.
    land = Named("land", square(20.0, 45.0, 20.2, 45.2, accuracy_m=100.0))
    reach = ((20.0, 45.2), (20.3, 45.2), (tip_lon, 45.10123), (20.4, 45.2), (20.4, 45.4))
    north = Named("north", Area((((*reach, (20.0, 45.4), reach[0]),),), 0.0))
    assert seen_from(land, north) == (NOWHERE if is_decided else north)


def test_a_part_of_a_country_on_its_border_lies_in_it() -> None:
    country = Named("country", square(20.0, 45.0, 21.0, 45.2))
    corner = Named("corner", Area(((ring(20.0, 45.05, 20.1, 45.1),),), 900.0))
    assert seen_from(corner, country) == Everywhere()
    assert seen_from(country, corner) == corner


@pytest.mark.parametrize(
    ("region", "seen"),
    [
        (SideOf((BORDER,), WESTON), Everywhere()),
        (SideOf((BORDER,), EASTHAM), NOWHERE),
        (Within(FIVE_KM, (BORDER,), WESTON), Within(FIVE_KM, (BORDER,))),
        (Within(FIVE_KM, (BORDER,), EASTHAM), NOWHERE),
        (Within(FIVE_KM, (BORDER,)), Within(FIVE_KM, (BORDER,))),
    ],
)
def test_the_side_of_a_line_that_it_borders_is_known(region: Region, seen: Region) -> None:
    assert seen_from(WEST, region) == seen


def test_a_line_that_cuts_an_area_has_its_sides_still() -> None:
    cut = Named("cut", Line((((20.1, 44.9), (20.1, 45.3)),), 10.0))
    assert seen_from(WEST, SideOf((cut,), EASTHAM)) == SideOf((cut,), EASTHAM)


def test_a_witness_that_nobody_drew_decides_nothing() -> None:
    side = SideOf((BORDER,), Witness("x", Undrawn("nobody said")))
    assert seen_from(WEST, side) == side


@pytest.mark.parametrize(
    "area", [Named("camp", Point(20.1, 45.1)), Not(WEST), Named("nowhere", Undrawn("no map"))]
)
def test_what_is_no_area_decides_nothing(area: Region) -> None:
    assert seen_from(area, EAST) == EAST


def test_a_circle_shares_no_border() -> None:
    town = Named("ring", Circle(Point(20.1, 45.1), 3_000.0))
    assert seen_from(WEST, town) == town
    assert seen_from(town, town) == Everywhere()
