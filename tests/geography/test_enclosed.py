import numpy as np
import pytest

from checker.geography.field import Field, compile_field
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
from checker.geography.shapes import Line, Point, Undrawn
from checker.values.truth import Truth
from checker.values.verdict import reason_names
from tests.geography.oracle import discs, moved, square

WEST = Named("west", square(20.0, 45.0, 20.2, 45.2, accuracy_m=900.0))
EAST = Named("east", square(20.2, 45.0, 20.4, 45.2, accuracy_m=900.0))
CAMP = Named("camp", Point(20.1, 45.1, 500.0))
ROAD = Named("road", Line((((20.1, 44.0), (20.1, 46.0)),), 10.0))
AREAS: tuple[Region, ...] = (WEST, EAST, CAMP, Named("nowhere", Undrawn("no map")))
LOST = (np.nan, np.nan)
FALSE, UNKNOWN, TRUE = int(Truth.FALSE), int(Truth.UNKNOWN), int(Truth.TRUE)


def within(metres: float, *of: Named) -> Within:
    return Within(Length(metres, metres, f"{metres:g} m"), of)


def answer(
    region: Region, place: tuple[float, float], radius_m: float, area: int
) -> tuple[int, tuple[str, ...]]:
    field = compile_field(region, AREAS)
    found = field.measure(discs(place, radius_m=radius_m, area=area))
    assert int(field.truth(discs(place, radius_m=radius_m, area=area))[0]) == int(found.truth[0])
    return int(found.truth[0]), tuple(reason_names(int(found.doubts[0])))


@pytest.mark.parametrize(
    ("region", "truth"),
    [
        (WEST, TRUE),
        (EAST, FALSE),
        (Not(EAST), TRUE),
        (within(50_000.0, CAMP), TRUE),
        (Not(within(1.0, Named("far", Point(25.0, 45.0)))), TRUE),
        (Everywhere(), TRUE),
        (SideOf((ROAD,), Witness("eastham", Point(21.0, 45.0))), UNKNOWN),
        (within(5_000.0, CAMP), UNKNOWN),
    ],
)
def test_a_report_of_an_area_alone_is_tested_all_over_it(region: Region, truth: int) -> None:
    reasons = ("place_vague",) if truth == UNKNOWN else ()
    assert answer(region, LOST, np.nan, area=0) == (truth, reasons)


def test_the_ground_of_an_area_is_widened_for_what_lies_elsewhere() -> None:
    # The gate stands 15.74 km from the west's border, which is known to 900 m.
    gate = Named("gate", Point(20.4, 45.1))
    assert answer(within(14_800.0, gate), LOST, np.nan, area=0) == (FALSE, ())
    assert answer(within(14_900.0, gate), LOST, np.nan, area=0)[0] == UNKNOWN


def test_disc_and_area_bound_the_doubt_together() -> None:
    # The disc alone reaches into the east, the area alone to its far end.
    edge = moved((20.2, 45.1), 270.0, 300.0)
    assert answer(EAST, edge, 2_000.0, area=-1)[0] == UNKNOWN
    assert answer(EAST, edge, 2_000.0, area=0) == (FALSE, ())
    near_gate = within(4_000.0, Named("gate", Point(20.2, 45.1)))
    assert answer(near_gate, edge, 2_000.0, area=0) == (TRUE, ())
    assert answer(near_gate, LOST, np.nan, area=0) == (UNKNOWN, ("place_vague",))


def test_only_the_part_of_the_disc_in_the_area_counts() -> None:
    # The disc reaches 3 km over the border into the east; within the west it is near the gate.
    spot = moved((20.2, 45.1), 90.0, 500.0)
    gate = Named("gate", moved_point(270.0, 1_500.0))
    region = within(5_200.0, gate)
    assert answer(region, spot, 3_500.0, area=-1)[0] == UNKNOWN
    assert answer(region, spot, 3_500.0, area=0) == (TRUE, ())


def moved_point(azimuth_deg: float, length_m: float) -> Point:
    lon, lat = moved((20.2, 45.1), azimuth_deg, length_m)
    return Point(lon, lat)


def test_a_disc_that_misses_its_area_is_no_place() -> None:
    assert answer(WEST, (21.0, 45.1), 500.0, area=0) == (UNKNOWN, ("place_unresolved",))
    assert answer(within(5e3, CAMP), (21.0, 45.1), 500.0, area=0) == (
        UNKNOWN,
        ("place_unresolved",),
    )


def test_a_disc_without_a_radius_is_bounded_by_its_area() -> None:
    assert answer(EAST, (20.1, 45.1), np.nan, area=0) == (FALSE, ())
    assert answer(within(2_000.0, CAMP), (20.1, 45.1), np.nan, area=0)[0] == UNKNOWN


@pytest.mark.parametrize(("metres", "truth"), [(501.0, TRUE), (499.0, UNKNOWN)])
def test_a_named_point_is_a_position_as_good_as_it_is_drawn(metres: float, truth: int) -> None:
    assert (
        answer(within(metres, Named("spot", Point(20.1, 45.1))), LOST, np.nan, area=2)[0] == truth
    )


def test_an_area_that_nobody_drew_leaves_the_disc() -> None:
    assert answer(within(5e3, CAMP), (20.1, 45.1), 100.0, area=3) == (TRUE, ())
    assert answer(within(5e3, CAMP), LOST, np.nan, area=3) == (UNKNOWN, ("place_vague",))


def test_an_undeclared_name_without_a_position_is_no_place() -> None:
    assert answer(WEST, LOST, np.nan, area=-2) == (UNKNOWN, ("place_unresolved",))
    assert answer(WEST, (20.1, 45.1), 100.0, area=-2) == (TRUE, ())


def test_what_is_open_in_the_text_is_said_so() -> None:
    vague = Within(Length(20_000.0, 40_000.0, "20..40 km"), (Named("far", Point(20.4, 45.1)),))
    assert answer(vague, (20.1, 45.1), 100.0, area=0) == (UNKNOWN, ("text_vague",))


def test_what_two_areas_leave_decides_by_both() -> None:
    assert answer(AllOf((WEST, within(30_000.0, CAMP))), LOST, np.nan, area=0) == (TRUE, ())


def test_a_report_in_an_area_has_the_margin_of_its_circle_where_that_decides_alone() -> None:
    field, alone = (compile_field(WEST, areas) for areas in (AREAS, ()))
    found = field.measure(discs((20.1, 45.1), radius_m=5.0, area=0))
    circle = alone.measure(discs((20.1, 45.1), radius_m=5.0))
    assert (found.low_m, found.high_m) == (circle.low_m, circle.high_m)
    assert np.isnan(found.decides_radius_m).all()


def test_where_it_takes_the_area_to_decide_no_margin_is_stated() -> None:
    field: Field = compile_field(WEST, AREAS)
    for disc in (discs((20.1, 45.1), radius_m=900_000.0, area=0), discs(LOST, area=0)):
        found = field.measure(disc)
        assert found.truth.tolist() == [TRUE]
        assert np.isnan(found.low_m).all()


def test_other_reports_of_the_batch_are_left_alone() -> None:
    field = compile_field(WEST, AREAS)
    mixed = discs((20.1, 45.1), (21.0, 45.1), radius_m=5.0)
    mixed.area[1] = 0
    found = field.measure(mixed)
    assert found.truth.tolist() == [TRUE, UNKNOWN]
    assert np.isnan(found.low_m).tolist() == [False, True]
