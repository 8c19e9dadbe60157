import numpy as np
import pytest

from checker.geography.discs import Discs
from checker.geography.field import compile_field
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
from checker.geography.shapes import Line, Point, Undrawn
from checker.values.truth import Truth
from checker.values.verdict import reason_names
from tests.geography.oracle import discs, distance_m, moved, square

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


def near_end(
    region: Region, place: tuple[float, float], radius_m: float, area: int
) -> tuple[int, float]:
    """Return the truth, and the end of the signed interval that is nearer to the limit."""
    found = compile_field(region, AREAS).measure(discs(place, radius_m=radius_m, area=area))
    truth = int(found.truth[0])
    return truth, float(found.high_m[0] if truth == TRUE else found.low_m[0])


def test_the_margin_of_a_named_area_is_that_of_its_nearest_ground() -> None:
    # The west's border is known to 900 m.
    gate = Named("gate", Point(20.4, 45.1))
    away_m = [distance_m((20.4, 45.1), place) for place in _rim()]
    truth, found_m = near_end(within(4_000.0, gate), LOST, np.nan, area=0)
    true_m = min(away_m) - 900.0 - 4_000.0
    assert truth == FALSE
    assert 0.99 * true_m - 1.0 <= found_m <= true_m
    truth, found_m = near_end(within(50_000.0, gate), LOST, np.nan, area=0)
    true_m = max(away_m) + 900.0 - 50_000.0
    assert truth == TRUE
    # Behind a corner, no ground is quite as far off as its accuracy might have it.
    assert true_m <= found_m <= 0.99 * true_m + 30.0


def _rim() -> list[tuple[float, float]]:
    shares = [i / 100.0 for i in range(101)]
    sides = [[(20.0 + 0.2 * t, y) for t in shares] for y in (45.0, 45.2)]
    sides += [[(x, 45.0 + 0.2 * t) for t in shares] for x in (20.0, 20.2)]
    return [place for side in sides for place in side]


def test_the_margin_of_disc_and_area_is_of_what_both_leave() -> None:
    # The disc reaches 3 km over the border into the east, where the region is not.
    spot = moved((20.2, 45.1), 90.0, 500.0)
    region = within(5_200.0, Named("gate", moved_point(270.0, 1_500.0)))
    truth, found_m = near_end(region, spot, 3_500.0, area=0)
    assert truth == TRUE
    # The ends of the chord 900 m over the border are the farthest from the gate that it leaves.
    chord_m = [(900.0, side * np.sqrt(3_500.0**2 - 400.0**2)) for side in (-1.0, 1.0)]
    true_m = max(float(np.hypot(x + 1_500.0, y)) for x, y in chord_m) - 5_200.0
    assert true_m - 5.0 <= found_m <= 0.99 * true_m + 6.0


def test_a_named_point_has_the_margin_of_a_position() -> None:
    spot = Named("spot", Point(20.1, 45.1))
    assert near_end(within(2_000.0, spot), LOST, np.nan, area=2) == (TRUE, -1_500.0)


def test_a_disc_that_decides_as_seen_from_its_area_has_the_margin_of_a_disc() -> None:
    # The east is out of the question; so the disc, which reaches into it, has but the camp's limit.
    spot = moved((20.2, 45.1), 270.0, 300.0)
    region = AnyOf((EAST, within(3_000.0, CAMP)))
    truth, found_m = near_end(region, spot, 2_000.0, area=0)
    assert truth == FALSE
    assert found_m == pytest.approx(distance_m(spot, (20.1, 45.1)) - 5_500.0, abs=0.01)


@pytest.mark.parametrize("region", [WEST, EAST, Not(EAST), Everywhere()])
def test_what_the_area_itself_decides_has_no_limit_to_be_near(region: Region) -> None:
    for place, radius_m in ((LOST, np.nan), ((20.1, 45.1), np.nan), ((20.1, 45.1), 900_000.0)):
        assert not np.isfinite(near_end(region, place, radius_m, area=0)[1])


@pytest.mark.parametrize(
    ("place", "radius_m"), [(LOST, np.nan), ((20.1, 45.1), 6_000.0), ((21.0, 45.1), 5.0)]
)
def test_what_is_open_has_no_margin(place: tuple[float, float], radius_m: float) -> None:
    found = compile_field(within(5_000.0, CAMP), AREAS).measure(
        discs(place, radius_m=radius_m, area=0)
    )
    assert found.truth.tolist() == [UNKNOWN]
    assert np.isnan([found.low_m, found.high_m]).all()


@pytest.mark.parametrize("gap_m", [3.0, 40.0, 2_000.0])
def test_a_margin_of_an_area_is_never_more_than_any_of_its_ground_leaves(gap_m: float) -> None:
    # A limit that runs along the whole side of the area, as near as may be.
    east = Named("line", Line((((20.3, 44.9), (20.3, 45.3)),), 0.0))
    clear_m = min(distance_m((20.2, lat), (20.3, lat)) for lat in (45.0, 45.1, 45.2)) - 900.0
    truth, found_m = near_end(within(clear_m - gap_m, east), LOST, np.nan, area=0)
    assert truth == FALSE
    assert np.isnan(found_m) or 0.99 * gap_m - 1.1 <= found_m <= gap_m + 0.01


def test_other_reports_of_the_batch_are_left_alone() -> None:
    field = compile_field(WEST, AREAS)
    mixed = discs((20.1, 45.1), (21.0, 45.1), radius_m=5.0)
    mixed.area[1] = 0
    found = field.measure(mixed)
    assert found.truth.tolist() == [TRUE, UNKNOWN]
    assert np.isnan(found.low_m).tolist() == [False, True]


def own(
    region: Region, ground: Region, disc: tuple[float, float, float], area: int = -1
) -> tuple[int, tuple[str, ...], float, float]:
    """Test one position with ground of its own; ``truth`` and ``test`` have to say the same."""
    lon, lat, radius_m = (np.array([one]) for one in disc)
    held = Discs(
        lon,
        lat,
        radius_m,
        np.array([area], dtype=np.int32),
        own=np.zeros(1, dtype=np.int32),
        grounds=(ground,),
    )
    field = compile_field(region, AREAS)
    found = field.measure(held)
    assert int(field.truth(held)[0]) == int(field.test(held)[0][0]) == int(found.truth[0])
    reasons = tuple(reason_names(int(found.doubts[0])))
    return int(found.truth[0]), reasons, float(found.low_m[0]), float(found.high_m[0])


def test_ground_of_its_own_is_judged_all_over_where_its_disc_leaves_it_open() -> None:
    field = Named("field", square(20.0, 45.0, 20.02, 45.02))
    disc = (20.01, 45.01, 1_500.0)  # holds the square, and reaches beyond it
    north = Named("north", square(19.95, 45.021, 20.07, 46.0))
    assert own(north, field, disc)[:2] == (FALSE, ())
    assert own(Not(north), field, disc)[:2] == (TRUE, ())
    assert own(Named("half", square(19.0, 45.01, 21.0, 46.0)), field, disc)[:2] == (
        UNKNOWN,
        ("place_vague",),
    )
    low_m = own(north, field, disc)[2]
    assert 100.0 < low_m <= 1.02 * distance_m((20.01, 45.02), (20.01, 45.021))


def test_ground_of_its_own_within_a_named_area_is_what_both_leave() -> None:
    field = Named("field", square(20.19, 45.1, 20.21, 45.12))
    disc = (20.2, 45.11, 1_500.0)
    assert own(EAST, field, disc)[0] == UNKNOWN
    assert own(EAST, field, disc, area=0)[0] == FALSE
    assert own(WEST, field, disc, area=0)[0] == TRUE


def test_ground_whose_corners_are_alike_is_still_looked_at() -> None:
    field = Named("field", square(20.0, 45.0, 20.02, 45.02))
    spike = Named("spike", square(20.009, 45.009, 20.011, 45.011))
    assert own(spike, field, (20.01, 45.01, 1_500.0))[:2] == (UNKNOWN, ("place_vague",))
