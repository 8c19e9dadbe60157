import numpy as np
import pytest

from checker.geography.field import Field, compile_field, slack_of
from checker.geography.legs import plain_leg
from checker.geography.measure import Measure
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
from tests.geography.oracle import discs, moved, positions, square

TOWN = Named("town", Point(36.0, 33.0))
BORDER = Named("border", Line((((36.0, 32.0), (36.0, 34.0)),), 100.0))
CAPITAL = Witness("capital", Point(37.0, 33.0))
TEN_KM = Length(10_000.0, 10_000.0, "10 km")
VAGUE = Length(9_000.0, 11_000.0, "9..11 km")
DEFERRED = Length(0.0, np.inf, "no depth", is_deferred=True)
LOST = (np.nan, np.nan)
FALSE, UNKNOWN, TRUE = int(Truth.FALSE), int(Truth.UNKNOWN), int(Truth.TRUE)


def measured(region: Region, away_m: float, radius_m: float) -> Measure:
    """Measure a disc that lies east of the town, on the witness's side of the border."""
    return compile_field(region).measure(
        discs(moved((36.0, 33.0), 90.0, away_m), radius_m=radius_m)
    )


def reasons(found: Measure) -> tuple[str, ...]:
    return tuple(reason_names(int(found.doubts[0])))


@pytest.mark.parametrize(
    ("away_m", "radius_m", "truth"),
    [
        (9_900.0, 99.9, TRUE),
        (9_900.0, 100.1, UNKNOWN),
        (10_100.0, 99.9, FALSE),
        (10_100.0, 100.1, UNKNOWN),
        (9_999.99, 0.0, TRUE),
        (10_000.01, 0.0, FALSE),
        (10_000.0, 0.0, UNKNOWN),
    ],
)
def test_a_disc_is_in_if_all_of_it_is_and_out_if_none_of_it_is(
    away_m: float, radius_m: float, truth: int
) -> None:
    region = Within(TEN_KM, (TOWN,))
    assert measured(region, away_m, radius_m).truth.tolist() == [truth]
    assert measured(Not(region), away_m, radius_m).truth.tolist() == [2 - truth]


def test_the_interval_bounds_every_point_of_the_disc() -> None:
    found = measured(Within(TEN_KM, (TOWN,)), 12_000.0, 500.0)
    assert (found.low_m[0], found.high_m[0]) == pytest.approx((1_500.0, 2_500.0), abs=1e-3)


def test_a_limit_within_the_numerical_error_decides_nothing() -> None:
    found = measured(Within(TEN_KM, (TOWN,)), 10_000.0005, 0.0)
    assert found.truth.tolist() == [UNKNOWN]
    assert reasons(found) == ("numerically_close",)


def test_the_numerical_error_grows_with_the_distance() -> None:
    raws = {0: plain_leg("town", Point(36.0, 33.0)).read(*positions((36.0, 33.0), (-144.0, -33.0)))}
    assert slack_of(raws, 2).tolist() == pytest.approx([1e-3, 1e-3 + 1e-9 * 2.0e7], rel=0.01)


@pytest.mark.parametrize(
    ("region", "away_m", "radius_m", "doubts"),
    [
        (Within(TEN_KM, (TOWN,)), 9_900.0, 300.0, ("place_vague",)),
        (Within(TEN_KM, (TOWN,)), 9_900.0, np.nan, ("place_vague",)),
        (Within(TEN_KM, (BORDER,)), 9_950.0, 0.0, ("place_line_vague",)),
        # Either alone would leave it open, both together are too much.
        (Within(TEN_KM, (BORDER,)), 9_950.0, 300.0, ("place_vague", "place_line_vague")),
        # Either alone, taken away, decides.
        (Within(TEN_KM, (BORDER,)), 9_870.0, 90.0, ("place_vague", "place_line_vague")),
        (Within(TEN_KM, (BORDER,)), 9_950.0, 40.0, ("place_line_vague",)),
        (Within(VAGUE, (TOWN,)), 10_500.0, 10.0, ("text_vague",)),
        (Within(DEFERRED, (TOWN,)), 10_500.0, 10.0, ("geometry_deferred",)),
        (Named("nowhere", Undrawn("no map")), 5.0, 10.0, ("geometry_deferred",)),
        (SideOf((BORDER,), CAPITAL), 50.0, 10.0, ("place_line_vague",)),
        (
            SideOf((BORDER,), Witness("x", Undrawn("nobody said"))),
            5_000.0,
            10.0,
            ("geometry_deferred",),
        ),
        (
            AllOf((Within(VAGUE, (TOWN,)), Named("nowhere", Undrawn("no map")))),
            10_500.0,
            10.0,
            ("place_vague", "text_vague", "geometry_deferred"),
        ),
    ],
)
def test_a_doubt_is_a_reason_if_removing_it_alone_decides_or_none_does(
    region: Region, away_m: float, radius_m: float, doubts: tuple[str, ...]
) -> None:
    found = measured(region, away_m, radius_m)
    assert found.truth.tolist() == [UNKNOWN]
    assert set(reasons(found)) == set(doubts)


def test_what_is_decided_has_no_reason() -> None:
    assert reasons(measured(Within(TEN_KM, (TOWN,)), 5_000.0, 10.0)) == ()


@pytest.mark.parametrize(
    ("region", "away_m", "radius_m", "decides_m"),
    [
        (Within(TEN_KM, (TOWN,)), 9_900.0, 300.0, 100.0),
        (Within(TEN_KM, (BORDER,)), 9_700.0, 500.0, 200.0),
        (Within(TEN_KM, (BORDER,)), 9_950.0, 300.0, np.nan),
        (Within(VAGUE, (TOWN,)), 8_700.0, np.nan, 300.0),
        (Within(VAGUE, (TOWN,)), 10_000.0, 5.0, np.nan),
    ],
)
def test_the_largest_radius_that_would_decide_is_told(
    region: Region, away_m: float, radius_m: float, decides_m: float
) -> None:
    found = measured(region, away_m, radius_m).decides_radius_m[0]
    assert found == pytest.approx(decides_m, abs=5e-3, nan_ok=True)
    if np.isfinite(found):
        assert measured(region, away_m, float(found)).truth.tolist() != [UNKNOWN]
        assert measured(region, away_m, float(found) + 0.01).truth.tolist() == [UNKNOWN]


def test_near_an_open_end_a_smaller_disc_would_tell_its_side() -> None:
    # 500 m inside the end and 3 km off the line; the end is known to 100 m.
    region = Within(TEN_KM, (BORDER,), CAPITAL)
    place = moved(moved((36.0, 34.0), 180.0, 500.0), 90.0, 3_000.0)
    field = compile_field(region)
    found = field.measure(discs(place, radius_m=2_000.0))
    assert reasons(found) == ("place_vague", "side_unknown")
    assert found.decides_radius_m[0] == pytest.approx(400.0, abs=1.0)
    assert field.truth(discs(place, radius_m=399.0)).tolist() == [TRUE]
    assert field.truth(discs(place, radius_m=401.0)).tolist() == [UNKNOWN]


def test_off_the_ends_the_side_is_unknown_unless_distance_decides() -> None:
    field = compile_field(Within(TEN_KM, (BORDER,), CAPITAL))
    near, far = (moved((36.0, 34.0), 0.0, metres) for metres in (5_000.0, 10_201.0))
    found = field.measure(discs(near, far, radius_m=50.0))
    assert found.truth.tolist() == [UNKNOWN, FALSE]
    assert reasons(found) == ("side_unknown",)


def test_a_disc_that_may_stand_across_the_line_is_unknown() -> None:
    field = compile_field(Within(TEN_KM, (BORDER,), CAPITAL))
    spots = [moved((36.0, 33.0), azimuth, 299.0) for azimuth in (90.0, 270.0)]
    assert field.truth(discs(*spots, radius_m=200.0)).tolist() == [UNKNOWN, UNKNOWN]
    assert field.truth(discs(*spots, radius_m=198.0)).tolist() == [TRUE, FALSE]


def test_beyond_on_one_side_is_the_same_side_not_within() -> None:
    deep = AllOf((SideOf((BORDER,), CAPITAL), Not(Within(TEN_KM, (BORDER,), CAPITAL))))
    assert [measured(deep, metres, 10.0).truth[0] for metres in (15_000.0, 5_000.0, -15_000.0)] == [
        TRUE,
        FALSE,
        FALSE,
    ]


def test_a_place_that_is_lost_is_unknown() -> None:
    field = compile_field(Within(TEN_KM, (TOWN,)))
    found = field.measure(discs(LOST, radius_m=5.0))
    assert found.truth.tolist() == [UNKNOWN]
    assert reasons(found) == ("place_unresolved",)
    assert np.isnan(found.decides_radius_m).all()


def test_everywhere_holds_what_is_lost_too() -> None:
    found = compile_field(Everywhere()).measure(discs(LOST, (36.0, 33.0), radius_m=np.nan))
    assert found.truth.tolist() == [TRUE, TRUE]


def test_the_distances_that_findings_show_are_those_of_the_text() -> None:
    ring = AllOf(
        (Within(TEN_KM, (TOWN,)), Not(Within(Length(5e3, 5e3, "5 km"), (TOWN,))), BORDER_SIDE)
    )
    found = measured(ring, 7_000.0, 100.0)
    shown = [(leg.name, leg.limit.said if leg.limit else None) for leg in found.legs]
    assert shown == [("town", "10 km"), ("town", "5 km"), ("border", None)]
    assert found.legs[0].best_m[0] == pytest.approx(7_000.0, abs=1e-3)
    assert (found.legs[2].low_m[0], found.legs[2].high_m[0]) == pytest.approx(
        (6_800.0, 7_200.0), abs=0.5
    )


BORDER_SIDE = SideOf((BORDER,), CAPITAL)


def test_truth_and_measure_agree() -> None:
    field: Field = compile_field(AnyOf((Within(TEN_KM, (TOWN,)), BORDER_SIDE)))
    spots = [moved((36.0, 33.0), turn * 37.0, turn * 900.0) for turn in range(1, 30)]
    several = discs(*spots, radius_m=700.0)
    assert field.truth(several).tolist() == field.measure(several).truth.tolist()


def test_areas_of_one_union_have_no_edge_between_them() -> None:
    west, east = square(36.0, 33.0, 36.2, 33.2), square(36.2, 33.0, 36.4, 33.2, accuracy_m=900.0)
    either = AnyOf((Named("west", west), Named("east", east)))
    both = discs((36.2, 33.1), radius_m=2_000.0)
    assert compile_field(either).truth(both).tolist() == [TRUE]
    assert compile_field(Named("west", west)).truth(both).tolist() == [UNKNOWN]


def side_of(*, beyond_m: float, within_m: float | None = None) -> Region:
    """Return the ground beyond a depth of the border on the capital's side, perhaps within one."""
    inner = Not(Within(Length(beyond_m, beyond_m, f"{beyond_m:g} m"), (BORDER,), CAPITAL))
    if within_m is None:
        return AllOf((SideOf((BORDER,), CAPITAL), inner))
    outer = Within(Length(within_m, within_m, f"{within_m:g} m"), (BORDER,), CAPITAL)
    return AllOf((outer, SideOf((BORDER,), CAPITAL), inner))


@pytest.mark.parametrize("within_m", [None, 20_000.0])
@pytest.mark.parametrize(
    ("away_m", "radius_m", "truth"),
    [
        (0.0, 0.0, FALSE),
        (50.0, 3_000.0, FALSE),
        (-4_000.0, 9_000.0, FALSE),
        (9_800.0, 99.0, FALSE),
        (9_800.0, 101.0, UNKNOWN),
        (10_200.0, 99.0, TRUE),
        (-15_000.0, 0.0, FALSE),
    ],
)
def test_beyond_a_depth_a_disc_across_the_line_is_not(
    away_m: float, radius_m: float, truth: int, within_m: float | None
) -> None:
    found = measured(side_of(beyond_m=10_000.0, within_m=within_m), away_m, radius_m)
    assert found.truth.tolist() == [truth]
    if truth == FALSE and away_m > -10_000.0:
        # How far it is from the ground meant, not from the line.
        assert found.low_m[0] == pytest.approx(10_000.0 - away_m - radius_m - 100.0, abs=1.0)


def test_off_the_ends_of_the_line_too_nothing_near_it_lies_beyond() -> None:
    field = compile_field(side_of(beyond_m=10_000.0))
    assert field.truth(discs((36.0, 34.05), radius_m=100.0)).tolist() == [FALSE]
    assert field.truth(discs((36.0, 34.2), radius_m=100.0)).tolist() == [UNKNOWN]
