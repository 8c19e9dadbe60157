import numpy as np
import pytest

from checker.geography.legs import EVERYTHING, Without
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
from checker.geography.shapes import Box, Circle, Line, Point, Undrawn
from checker.geography.tree import (
    drawn_places,
    has_open_text,
    has_undrawn,
    is_area,
    is_line,
    limits_of,
    signed_span,
    tree_of,
)
from tests.geography.oracle import distance_m, positions, square

TOWN = Named("town", Point(36.0, 33.0))
BORDER = Named("border", Line((((36.0, 32.0), (36.0, 34.0)),), 0.0))
WEST, EAST = Named("west", square(36, 33, 36.2, 33.2)), Named("east", square(36.2, 33, 36.4, 33.2))
NOWHERE = Named("nowhere", Undrawn("no map"))
CAPITAL = Witness("capital", Point(37.0, 33.0))

FIVE_KM = Length(5_000.0, 5_000.0, "5 km")
VAGUE = Length(4_000.0, 6_000.0, "4..6 km")
DEFERRED = Length(0.0, np.inf, "no depth was published", is_deferred=True)


def span(
    region: Region, place: tuple[float, float], radius_m: float = 0.0, without: Without = EVERYTHING
) -> tuple[float, float]:
    tree = tree_of(region)
    legs = [leg for depth in limits_of(tree) for leg in depth.legs]
    raws = {id(leg): leg.read(*positions(place)) for leg in legs}
    low, high = signed_span(tree, raws, np.array([radius_m]), without)
    return float(low[0]), float(high[0])


@pytest.mark.parametrize(
    ("region", "answer"),
    [
        (WEST, True),
        (Named("box", Box(0, 0, 1, 1, 0.0)), True),
        (Named("ring", Circle(Point(0, 0), 5.0)), True),
        (NOWHERE, True),
        (AnyOf((WEST, Not(EAST))), True),
        (TOWN, False),
        (BORDER, False),
        (AllOf((WEST, Within(FIVE_KM, (TOWN,)))), False),
    ],
)
def test_a_region_of_areas_alone_is_told(region: Region, *, answer: bool) -> None:
    assert is_area(region) is answer


def test_a_line_is_told_from_what_is_none() -> None:
    assert [is_line(one) for one in (BORDER, WEST, SideOf((BORDER,), CAPITAL))] == [
        True,
        False,
        False,
    ]


def test_within_is_the_distance_less_the_limit() -> None:
    away = distance_m((36.03, 33.0), (36.0, 33.0))
    region = Within(FIVE_KM, (TOWN,))
    assert span(region, (36.03, 33.0), 100.0) == pytest.approx((away - 5_100.0, away - 4_900.0))
    assert span(Not(region), (36.03, 33.0), 100.0) == pytest.approx(
        (4_900.0 - away, 5_100.0 - away)
    )


def test_a_vague_limit_widens_the_interval_and_each_end_of_it_closes_it() -> None:
    away = distance_m((36.05, 33.0), (36.0, 33.0))
    region = Within(VAGUE, (TOWN,))
    assert span(region, (36.05, 33.0)) == pytest.approx((away - 6_000.0, away - 4_000.0))
    for text, limit in (("low", 4_000.0), ("high", 6_000.0)):
        closed = span(region, (36.05, 33.0), 0.0, Without(text=text))  # type: ignore[arg-type]
        assert closed == pytest.approx((away - limit, away - limit))


def test_parts_combine_by_least_and_most() -> None:
    near, far = Within(FIVE_KM, (TOWN,)), Within(Length(9e3, 9e3, "9 km"), (TOWN,))
    place = (36.03, 33.0)
    assert span(AnyOf((near, far)), place) == span(far, place)
    assert span(AllOf((near, far)), place) == span(near, place)


def test_areas_alone_are_dissolved_and_a_union_is_deep_at_its_inner_border() -> None:
    assert span(AnyOf((WEST, EAST)), (36.2, 33.1))[1] < -10_000.0
    assert span(Within(FIVE_KM, (AnyOf((WEST, EAST)),)), (36.2, 33.1))[1] < -15_000.0


def test_a_depth_beside_a_line_lies_on_the_witnesss_side() -> None:
    region = Within(FIVE_KM, (BORDER,), CAPITAL)
    east = distance_m((36.02, 33.0), (36.0, 33.0))
    assert span(region, (36.02, 33.0)) == pytest.approx((-east, -east), abs=1e-3)
    assert span(region, (35.98, 33.0)) == pytest.approx((east, east), abs=1e-3)
    deep = distance_m((36.05, 33.0), (36.0, 33.0))
    assert span(region, (36.05, 33.0))[0] == pytest.approx(max(deep - 5_000.0, -deep), abs=1e-3)


def test_a_side_is_all_of_it() -> None:
    assert span(SideOf((BORDER,), CAPITAL), (37.0, 33.0))[1] < -90_000.0
    assert span(SideOf((BORDER,), CAPITAL), (35.0, 33.0))[0] > 90_000.0


def test_a_deferred_depth_is_open_on_its_side_and_false_across_the_line() -> None:
    region = Within(DEFERRED, (BORDER,), CAPITAL)
    low, high = span(region, (36.02, 33.0))
    assert low < 0.0 < high
    assert span(region, (35.98, 33.0))[0] > 0.0


def test_a_deferred_depth_from_an_area_holds_the_area_itself() -> None:
    region = Within(DEFERRED, (WEST,))
    assert span(region, (36.1, 33.1))[1] < 0.0
    low, high = span(region, (36.5, 33.1))
    assert low < 0.0 < high


def test_a_place_that_nobody_drew_is_open_everywhere() -> None:
    assert span(NOWHERE, (36.0, 33.0)) == (-np.inf, np.inf)
    assert span(AnyOf((WEST, NOWHERE)), (36.1, 33.1))[1] < 0.0
    assert span(AllOf((WEST, NOWHERE)), (36.5, 33.1))[0] > 0.0


def test_a_witness_that_nobody_drew_decides_what_is_far_from_both_sides() -> None:
    region = Within(FIVE_KM, (BORDER,), Witness("capital", Undrawn("nobody said")))
    assert span(region, (36.5, 33.0))[0] > 0.0
    low, high = span(region, (36.02, 33.0))
    assert low < 0.0 < high


def test_everything_and_nothing_have_no_edge() -> None:
    assert span(Everywhere(), (0.0, 0.0)) == (-np.inf, -np.inf)
    assert span(AllOf((WEST, EAST)), (36.2, 33.1)) == (np.inf, np.inf)
    assert span(Within(FIVE_KM, (AllOf((WEST, EAST)),)), (36.2, 33.1)) == (np.inf, np.inf)


def test_a_place_that_is_no_area_is_held_where_it_stands_alone() -> None:
    assert span(TOWN, (36.0, 33.0))[0] <= 0.0
    assert span(TOWN, (36.0001, 33.0))[0] > 0.0


def test_the_places_of_a_depth_are_listed_and_areas_joined() -> None:
    names = [name for name, _ in drawn_places((TOWN, AnyOf((WEST, EAST))))]
    assert names == ["town", "west or east"]
    assert [type(shape) for _, shape in drawn_places((Not(WEST),))] == [Undrawn]
    assert [name for name, _ in drawn_places((AnyOf((WEST, NOWHERE)),))] == ["west", "nowhere"]


@pytest.mark.parametrize(
    ("region", "is_open", "lacks_map"),
    [
        (Within(FIVE_KM, (TOWN,)), False, False),
        (Within(VAGUE, (TOWN,)), True, False),
        (Not(Within(DEFERRED, (TOWN,))), True, False),
        (AnyOf((WEST, NOWHERE)), True, True),
        (AllOf((Within(VAGUE, (TOWN,)), NOWHERE)), True, True),
        (Within(FIVE_KM, (NOWHERE,)), True, True),
        (SideOf((BORDER,), Witness("x", Undrawn("nobody said"))), True, True),
    ],
)
def test_what_is_open_in_text_or_map_is_told(
    region: Region, *, is_open: bool, lacks_map: bool
) -> None:
    tree = tree_of(region)
    assert (has_open_text(tree), has_undrawn(tree)) == (is_open, lacks_map)
