"""Ground in words."""

import pytest

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
from checker.geography.shapes import Area, Box, Circle, Line, Point, Shape, Sites, Undrawn
from checker.language.say.region import (
    drawn,
    length_text,
    metres_text,
    region_text,
    shape_text,
    unknowns,
    why_deferred,
)

RIVER = Named("river", Line((((20.0, 44.6), (20.1, 45.0)),), 100.0))
ROAD = Named("road", Line((((20.4, 44.6), (20.5, 45.4)),), 100.0))
TOWN = Named("town", Point(20.5, 45.0))
ZONE = Named("zone", Box(20.3, 44.8, 20.7, 45.2, 50.0))
LAND = Named("land", Area(((((20.0, 45.0), (20.1, 45.0), (20.1, 45.1), (20.0, 45.0)),),), 1_300.0))
EAST = Witness("eastham", Point(20.5, 45.0))
KM_5 = Length(5_000.0, 5_000.0, "5 km")
KM_9 = Length(9_000.0, 9_000.0, "9 km")
OPEN = Length(0.0, float("inf"), "deferred: no depth was published", is_deferred=True)
UNMAPPED = Named("places.annex", Undrawn("no map was published"))
UNNAMED = Named("clauses.c.where", Undrawn("nobody said where"))


@pytest.mark.parametrize(
    ("region", "said"),
    [
        (Everywhere(), "anywhere"),
        (ZONE, "inside zone"),
        (UNMAPPED, "inside annex"),
        (UNNAMED, "inside a place that nobody drew"),
        (Within(KM_5, (TOWN,)), "within 5 km of town"),
        (Within(KM_5, (RIVER,)), "within 5 km of river on both sides"),
        (Within(KM_5, (RIVER, ROAD)), "within 5 km of river or road on both sides"),
        (Within(KM_5, (RIVER,), EAST), "within 5 km of river on the side where eastham lies"),
        (Within(KM_5, (Not(ZONE),)), "within 5 km of the ground outside zone"),
        (Within(OPEN, (TOWN,)), "within an unknown distance of town"),
        (SideOf((RIVER,), EAST), "on the side of river where eastham lies"),
        (AnyOf((ZONE, LAND)), "inside zone or land"),
        (AnyOf((ZONE, Within(KM_5, (TOWN,)))), "inside zone, or within 5 km of town"),
        (AllOf((ZONE, LAND)), "inside zone and inside land"),
        (Not(ZONE), "outside zone"),
        (Not(AnyOf((ZONE, LAND))), "outside zone and land"),
        (Not(Within(KM_5, (TOWN,))), "more than 5 km from town"),
        (Not(SideOf((RIVER,), EAST)), "anywhere but on the side of river where eastham lies"),
        (Not(Not(ZONE)), "inside zone"),
        (AllOf((Everywhere(), Not(ZONE))), "outside zone"),
        (AllOf((ZONE, Not(LAND))), "inside zone, except inside land"),
        (AllOf((Within(KM_5, (TOWN,)), Not(AnyOf((ZONE, LAND))))),
         "within 5 km of town, except inside zone or land"),
        (AllOf((AnyOf((ZONE, Within(KM_5, (TOWN,)))), Not(LAND))),
         "inside zone, or within 5 km of town, all of it except inside land"),
        (AllOf((Within(KM_9, (TOWN,)), Not(Within(KM_5, (TOWN,))))),
         "within 9 km of town and more than 5 km from town"),
    ],
)  # fmt: skip
def test_a_region_is_said_as_people_would(region: Region, said: str) -> None:
    assert region_text(region) == said


def test_ground_between_two_lines_is_said_so() -> None:
    to_road = SideOf((RIVER,), Witness("road", ROAD.shape))
    to_river = SideOf((ROAD,), Witness("river", RIVER.shape))
    assert region_text(AllOf((to_road, to_river))) == "between river and road"


def test_a_depth_to_one_side_says_the_side_once() -> None:
    farther = AllOf((SideOf((RIVER,), EAST), Not(Within(KM_5, (RIVER,), EAST))))
    assert region_text(farther) == "more than 5 km from river on the side where eastham lies"


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (Length(24_140.16, 24_140.16, "15 mi"), "15 mi"),
        (Length(15_000.0, 20_000.0, "15..20 km"),
         "15 to 20 km (the text does not say where between)"),
        (Length(1_800.0, 2_200.0, "2 km +- 200 m"), "2 km (give or take 200 m)"),
        (Length(2_500.0, 2_500.0, "half of 5 km"), "half of 5 km"),
        (OPEN, "an unknown distance"),
        (Length(9e3, 9e3, "{greater_of: [9 km, 5 mi]}"), "the greater of 9 km or 5 mi"),
    ],
)  # fmt: skip
def test_a_length_is_said_as_open_as_it_is(length: Length, said: str) -> None:
    assert length_text(length) == said


@pytest.mark.parametrize(
    ("shape", "said"),
    [
        (TOWN.shape, "the point at longitude 20.5, latitude 45, taken as exact"),
        (Point(36.1, 32.6, 2_000.0), "the point at longitude 36.1, latitude 32.6, good to 2 km"),
        (Sites((Point(20.0, 45.0, 20.0), Point(21.0, 45.0, 30.0))), "2 points, good to 30 m"),
        (RIVER.shape,
         "a line of 2 points from 20, 44.6 to 20.1, 45 (longitude, latitude), good to 100 m"),
        (LAND.shape,
         "an area of 3 corners from longitude 20 to 20.1, latitude 45 to 45.1, good to 1.3 km"),
        (ZONE.shape, "the box from longitude 20.3 to 20.7, latitude 44.8 to 45.2, good to 50 m"),
        (Circle(Point(20.5, 45.0), 4_000.0),
         "the ground within 4 km of the point at longitude 20.5, latitude 45, taken as exact"),
        (UNMAPPED.shape, "not drawn: no map was published"),
    ],
)  # fmt: skip
def test_a_drawing_says_what_it_is_and_how_good(shape: Shape, said: str) -> None:
    assert shape_text(shape) == said


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("deferred: nobody says", "nobody says"),
        ("half of deferred: nobody says", "nobody says"),
        ("{greater_of: [{deferred: nobody says}, 5 km]}", "nobody says"),
    ],
)
def test_why_a_length_is_unknown_is_told_without_the_marks_of_yaml(said: str, why: str) -> None:
    assert why_deferred(Length(0.0, float("inf"), said, is_deferred=True)) == why


def test_the_places_of_a_region_are_found_wherever_they_stand() -> None:
    region = AllOf((Within(OPEN, (RIVER,), EAST), Not(AnyOf((ZONE, UNMAPPED)))))
    assert list(drawn(region)) == ["river", "eastham", "zone", "annex"]
    assert unknowns(region) == ("no map was published", "no depth was published")


@pytest.mark.parametrize(("metres", "said"), [(50.0, "50 m"), (1_300.0, "1.3 km"), (0.5, "0.5 m")])
def test_a_length_in_metres_is_said_in_the_larger_unit_from_one_on(
    metres: float, said: str
) -> None:
    assert metres_text(metres) == said
