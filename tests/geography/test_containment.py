"""Whether one ground lies in another: proved for all of it, with the accuracies of both, or not."""

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic

from checker.geography.containment import lies_in
from checker.geography.discs import Discs
from checker.geography.field import compile_field
from checker.geography.region import AllOf, AnyOf, Everywhere, Length, Named, Not, Region, Within
from checker.geography.shapes import Area, Box, Circle, Line, Point, Undrawn
from checker.values.truth import Truth

POST = Named("post", Point(36.0, 32.5, 10.0))


def box(west: float, south: float, east: float, north: float, accuracy_m: float = 1.0) -> Named:
    return Named("box", Box(west, south, east, north, accuracy_m=accuracy_m))


def away(least_m: float, most_m: float | None = None) -> Within:
    return Within(Length(least_m, most_m or least_m, "text"), (POST,))


ZONE = box(35, 32, 37, 33)
PART = box(35.9, 32.4, 36.1, 32.6)


@pytest.mark.parametrize(
    ("ground", "wider"),
    [
        (ZONE, ZONE),
        (PART, ZONE),
        (box(35, 32, 36, 32.8), ZONE),
        (ZONE, Everywhere()),
        (POST, ZONE),
        (away(5_000.0), ZONE),
        (away(5_000.0, 20_000.0), ZONE),
        (ZONE, away(200_000.0)),
        (AnyOf((box(35, 32, 36, 33), box(36, 32, 37, 33))), ZONE),
        (PART, AnyOf((box(35, 32, 36, 33), box(36, 32, 37, 33)))),
        (box(179.5, -1, -179.5, 1), box(179, -2, -179, 2)),
        (
            Named("cap", Circle(Point(0.0, 90.0), 100_000.0)),
            Named("cap", Circle(Point(9.0, 89.9), 200_000.0)),
        ),
        (AllOf((ZONE, PART)), ZONE),
        (AllOf((PART, Not(POST))), ZONE),
    ],
)
def test_what_lies_in_another_ground_is_proved_to(ground: Region, wider: Region) -> None:
    assert lies_in(ground, wider)


@pytest.mark.parametrize(
    ("ground", "wider"),
    [
        (ZONE, PART),
        (box(36.5, 32.2, 37.5, 32.8), ZONE),
        (box(40, 32.2, 41, 32.8), ZONE),
        # 9 m from the rim, and known to 20 m; then the other way about.
        (box(35.0001, 32.2, 36, 32.8, 20.0), ZONE),
        (box(35.01, 32.2, 36, 32.8), box(35, 32, 37, 33, 2_000.0)),
        (away(60_000.0), ZONE),
        (away(5_000.0, 60_000.0), ZONE),
        (PART, away(10_000.0, 200_000.0)),
        (Everywhere(), ZONE),
        (Not(PART), ZONE),
        (ZONE, AnyOf((box(35, 32, 35.99, 33), box(36.01, 32, 37, 33)))),
        (box(179.5, -1, -178.5, 1), box(179, -2, -179, 2)),
        (PART, AllOf((ZONE, Not(box(35.95, 32.45, 36.05, 32.55))))),
        (Named("sketch", Undrawn("nobody drew it")), ZONE),
        (PART, Named("sketch", Undrawn("nobody drew it"))),
        (AllOf((box(40, 40, 41, 41), box(50, 50, 51, 51))), ZONE),
        (Named("road", Line((((35.5, 32.5), (37.5, 32.5)),), 10.0)), ZONE),
    ],
)
def test_what_sticks_out_or_may_is_not_proved_to_lie_in_another(
    ground: Region, wider: Region
) -> None:
    assert not lies_in(ground, wider)


@pytest.mark.parametrize("inset_m", [-50.0, 50.0])
def test_the_rim_of_a_long_edge_is_its_geodesic(inset_m: float) -> None:
    edge = Geodesic.WGS84.InverseLine(60.0, 30.0, 60.0, 40.0)
    middle = edge.Position(edge.s13 / 2)
    wide = Named("wide", Area(((((30, 60), (40, 60), (40, 55), (30, 55), (30, 60)),),), 1.0))
    at = Geodesic.WGS84.Direct(middle["lat2"], middle["lon2"], 180.0, inset_m + 10.0)
    spot = Named("spot", Circle(Point(at["lon2"], at["lat2"]), 9.0))
    lon, lat, radius_m = (np.array([x]) for x in (at["lon2"], at["lat2"], 9.0))
    is_in = compile_field(wide).truth(Discs(lon, lat, radius_m, np.array([-1], dtype=np.int32)))
    assert lies_in(spot, wide) == (inset_m > 0) == bool(is_in[0] == Truth.TRUE)
