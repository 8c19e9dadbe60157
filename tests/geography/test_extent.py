import numpy as np
import pytest

from checker.geography.extent import extent_of
from checker.geography.region import AllOf, AnyOf, Everywhere, Length, Named, Not, Region, Within
from checker.geography.shapes import Box, Circle, Line, Point, Sites, Undrawn
from tests.geography.oracle import distance_m, edge_of, square

TOWN = Named("town", Point(36.0, 33.0, 500.0))
LAND = Named("land", square(36.0, 33.0, 37.0, 34.0, accuracy_m=100.0))
BORDER = Named("border", Line((((179.0, 60.0), (-150.0, 62.0)),), 50.0))
FIVE_KM = Length(5_000.0, 5_000.0, "5 km")
DEFERRED = Length(0.0, np.inf, "no depth", is_deferred=True)


@pytest.mark.parametrize(
    ("region", "places"),
    [
        (TOWN, [(36.005, 33.0)]),
        (LAND, [(36.0, 33.0), (37.0, 34.0), (36.5, 33.5), (36.5, 34.002)]),
        (BORDER, [edge_of((179.0, 60.0), (-150.0, 62.0), "geodesic")(s) for s in (0.0, 0.5, 1.0)]),
        (Named("box", Box(10.0, 60.0, 100.0, 70.0, 0.0)), [(10.0, 60.0), (55.0, 70.0)]),
        (Named("ring", Circle(Point(36.0, 33.0), 9_000.0)), [(36.09, 33.0)]),
        (Named("sites", Sites((Point(36, 33), Point(40, 33)))), [(36.0, 33.0), (40.0, 33.0)]),
        (AnyOf((TOWN, LAND)), [(36.0, 33.0), (37.0, 34.0)]),
        (Within(FIVE_KM, (LAND,)), [(37.05, 34.0), (36.0, 32.96)]),
        (AllOf((LAND, Everywhere())), [(37.0, 34.0)]),
    ],
)
def test_the_disc_holds_what_the_region_may_cover(
    region: Region, places: list[tuple[float, float]]
) -> None:
    extent = extent_of(region)
    assert extent is not None
    lon, lat, radius_m = extent
    assert max(distance_m((lon, lat), place) for place in places) <= radius_m


@pytest.mark.parametrize(
    "region",
    [
        Not(LAND),
        Everywhere(),
        Named("nowhere", Undrawn("no map")),
        AnyOf((LAND, Not(LAND))),
        Within(DEFERRED, (LAND,)),
        Named("world", Box(-180.0, -90.0, 180.0, 90.0, 0.0)),
    ],
)
def test_what_has_no_end_is_held_by_no_disc(region: Region) -> None:
    assert extent_of(region) is None
