"""What stands on a map beside the findings: places and limits, with the readings they are of."""

import math

from checker.findings.drawn import Drawn
from checker.geography.region import Length, Named, Not, Within, Witness
from checker.geography.shapes import Area, Box, Circle, Line, Point, Shape, Sites, Undrawn
from checker.outputs.mapped import finding_chart, map_limits, map_places
from tests.findings.made import finding

NEAR = Named("line", Line((((36.0, 33.0), (36.0, 33.5)),), 50.0), "map-1")
FAR = Named("line", Line((((36.2, 33.0), (36.2, 33.5)),), 90.0), "map-2")
SQUARE = (((36.0, 33.0), (36.1, 33.0), (36.1, 33.1), (36.0, 33.1), (36.0, 33.0)),)
LOST = Named("zone", Undrawn("never published"))


def within(low_m: float, high_m: float, place: Named, toward: Witness | None = None) -> Within:
    said = f"{low_m:g}..{high_m:g} m"
    return Within(Length(low_m, high_m, said, is_deferred=math.isinf(high_m)), (place,), toward)


def drawn(clause: str, *regions: Within | Named | Not, **answers: str) -> Drawn:
    return Drawn(clause, tuple(answers.items()), regions)


def test_a_place_that_is_drawn_in_several_ways_says_under_which_reading() -> None:
    places = [
        *map_places(
            [
                drawn("c1", NEAR, LOST, line="a", who="x"),
                drawn("c1", NEAR, LOST, line="a", who="y"),
                drawn("c1", FAR, LOST, line="b", who="x"),
                drawn("c1", FAR, LOST, line="b", who="y"),
                drawn("c2", NEAR),
            ]
        )
    ]
    assert [(one.name, one.source, one.readings) for one in places] == [
        ("line", "map-1", "line = a"),
        ("zone", "", ""),
        ("line", "map-2", "line = b"),
    ]
    assert (places[1].accuracy_m, places[1].why) == (None, "never published")
    assert (places[0].accuracy_m, len(places[0].chart.lines)) == (50.0, 1)


def test_the_accuracy_is_that_of_what_is_drawn() -> None:
    shapes: tuple[Shape, ...] = (
        Sites((Point(1.0, 2.0, 5.0), Point(1.0, 3.0, 7.0))),
        Circle(Point(1.0, 2.0, 9.0), 100.0),
        Box(1.0, 2.0, 3.0, 4.0, 11.0),
        Area((SQUARE,), 13.0, shared=((SQUARE[0][:2], 900.0),)),
    )
    named = [Named(f"p{n}", shape) for n, shape in enumerate(shapes)]
    assert [one.accuracy_m for one in map_places([drawn("c", *named)])] == [7.0, 9.0, 11.0, 900.0]


def test_a_vague_limit_has_two_lines_and_a_deferred_one_none() -> None:
    limits = [
        *map_limits(
            [
                drawn("c1", Not(within(5_000.0, 9_000.0, NEAR)), line="a"),
                drawn("c1", Not(within(5_000.0, 9_000.0, FAR)), line="b"),
                drawn("c2", within(0.0, math.inf, NEAR), within(700.0, 700.0, LOST)),
            ]
        )
    ]
    assert [(one.clause, one.end, one.at_m, one.readings) for one in limits] == [
        ("c1", "low", 5_000.0, "line = a"),
        ("c1", "high", 9_000.0, "line = a"),
        ("c1", "low", 5_000.0, "line = b"),
        ("c1", "high", 9_000.0, "line = b"),
    ]
    assert all(one.chart.lines for one in limits)


def test_a_limit_toward_a_witness_names_it() -> None:
    east = Witness("town", Point(36.4, 33.2))
    (one,) = map_limits([drawn("c1", within(5_000.0, 5_000.0, NEAR, east))])
    assert (one.of, one.said, one.end, one.toward) == ("line", "5000..5000 m", "exact", "town")


def test_a_finding_is_a_disc_a_point_or_nothing() -> None:
    assert finding_chart(finding(lon=36.0, lat=33.0, radius_m=500.0)).polygons
    assert finding_chart(finding(lon=36.0, lat=33.0)).points == ((36.0, 33.0),)
    assert finding_chart(finding()).points == ()
