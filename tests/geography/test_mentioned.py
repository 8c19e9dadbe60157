"""What a region speaks of."""

from checker.geography.mentioned import limits_in, places_in
from checker.geography.region import (
    AllOf,
    AnyOf,
    Everywhere,
    Length,
    Named,
    Not,
    SideOf,
    Within,
    Witness,
)
from checker.geography.shapes import Point

POST, TOWN, HILL = (Named(name, Point(float(n), 0.0)) for n, name in enumerate(("p", "t", "h")))
NEAR = Within(Length(10.0, 10.0, "10 m"), (POST,), Witness("t", TOWN.shape))
FAR = Within(Length(50.0, 90.0, "50..90 m"), (AnyOf((POST, HILL)),))


def test_places_and_witnesses_are_found_at_any_depth_and_once() -> None:
    region = AllOf(
        (NEAR, Not(AnyOf((FAR, Everywhere()))), SideOf((POST,), Witness("h", HILL.shape)))
    )
    assert places_in([region, POST]) == (POST, TOWN, HILL)
    assert limits_in([region, NEAR]) == (NEAR, FAR)


def test_no_region_speaks_of_nothing() -> None:
    assert (places_in([]), limits_in([Everywhere()])) == ((), ())
