"""Whether the place of the actor, or of its act, lies in a region."""

import numpy as np
import pytest

from checker.operators.place import Places, Where, likelihood_of, measure_of, placed, test
from checker.values.truth import Scope, Truth
from checker.values.verdict import reason_names
from tests.handmade import frame_for, north, within

U, T, F = Truth.UNKNOWN, Truth.TRUE, Truth.FALSE
KILOMETRE = within(1000.0)


def asked(
    places: Places, row: dict[str, str], scope: Scope = "some"
) -> tuple[int, tuple[str, ...]]:
    tested = test(Where(KILOMETRE, places, scope), frame_for(row))
    return int(tested.truth[0]), reason_names(int(tested.doubts[0]))


@pytest.mark.parametrize(
    ("away_m", "answer"), [(899.0, T), (901.0, U), (1000.0, U), (1099.0, U), (1101.0, F)]
)
def test_only_a_disc_that_lies_wholly_inside_or_outside_decides(
    away_m: float, answer: Truth
) -> None:
    found, reasons = asked("own", {"lat": north(away_m), "radius_m": "100"})
    assert found == answer
    assert reasons == (("place_vague",) if answer == U else ())


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"lon": "", "lat": ""}, "place_unresolved"),
        ({"radius_m": ""}, "place_vague"),
        ({"lon": "", "lat": "", "within_area": "nowhere"}, "place_unresolved"),
    ],
)
def test_no_place_and_no_radius_are_open(row: dict[str, str], reason: str) -> None:
    assert asked("own", row) == (U, (reason,))


FAR, NEAR = {"lat": north(5000.0)}, {"lat": north(0.0)}
NOWHERE = {"lat": "", "lon": "", "radius_m": ""}


def target(row: dict[str, str]) -> dict[str, str]:
    return {"target_lon": "36", "target_lat": row["lat"], "target_radius_m": "10"}


def origin(row: dict[str, str]) -> dict[str, str]:
    return {"origin_lon": "36", "origin_lat": row["lat"], "origin_radius_m": "10"}


def test_an_act_is_in_a_region_if_it_starts_there_or_lands_there() -> None:
    assert asked("act", FAR | target(NEAR)) == (T, ())
    assert asked("act", NEAR | target(FAR)) == (T, ())
    assert asked("act", FAR | target(FAR)) == (F, ())


def test_where_fire_came_from_counts_beside_where_it_went_to_without_a_position() -> None:
    assert asked("act", NOWHERE | origin(NEAR) | target(FAR)) == (T, ())
    assert asked("act", NOWHERE | origin(FAR) | target(NEAR)) == (T, ())
    assert asked("act", NOWHERE | origin(FAR) | target(FAR)) == (F, ())
    assert asked("act", NOWHERE | origin(FAR) | target(NEAR), "all") == (F, ())
    unsure = origin(NEAR) | {"origin_radius_m": ""}
    assert asked("act", NOWHERE | unsure | target(FAR)) == (U, ("place_vague",))


def test_to_be_covered_an_act_must_start_there_and_land_there() -> None:
    assert asked("act", FAR | target(NEAR), "all") == (F, ())
    assert asked("act", NEAR | target(NEAR), "all") == (T, ())


def test_presence_is_asked_of_the_actors_own_position_alone() -> None:
    assert asked("own", FAR | target(NEAR)) == (F, ())


def test_where_debris_lies_proves_no_place_of_an_act() -> None:
    assert asked("act", NEAR | {"position_of": "debris"}) == (U, ("place_unresolved",))
    assert asked("act", NEAR | {"position_of": "debris"} | target(FAR)) == (F, ())


def test_the_measure_of_an_act_is_that_of_the_place_that_counts() -> None:
    frame = frame_for(FAR | target(NEAR))
    measure = measure_of(Where(KILOMETRE, "act", "some"), frame, np.arange(1))
    assert measure.high_m[0] == pytest.approx(-990.0, abs=1e-3)


def test_the_likelihood_is_near_a_half_on_the_limit_and_unknown_without_a_radius() -> None:
    frame = frame_for({"lat": north(1000.0)}, {"lat": north(0.0)}, {"radius_m": ""})
    likely = likelihood_of(Where(KILOMETRE, "own", "some"), frame, np.arange(3))
    assert likely[0] == pytest.approx(0.5, abs=0.01)
    assert likely[1] == pytest.approx(1.0)
    assert np.isnan(likely[2])


def test_of_two_places_that_answer_alike_the_nearer_gives_the_margin() -> None:
    far, nearer = {"lat": north(5000.0)}, {"lat": north(3000.0)}
    for row in (far | target(nearer), nearer | target(far)):
        frame = frame_for(row)
        measure = measure_of(Where(KILOMETRE, "act", "some"), frame, np.arange(1))
        assert measure.low_m[0] == pytest.approx(1990.0, abs=1e-2)


def test_of_two_places_that_are_open_both_doubts_are_told() -> None:
    unsure = NEAR | {"radius_m": ""} | target({"lat": north(1000.0)}) | {"target_radius_m": "50"}
    assert asked("act", unsure) == (U, ("place_vague",))


def test_some_reports_are_measured_as_among_all_of_them() -> None:
    rows = [
        FAR | target(NEAR),
        NEAR | {"position_of": "debris"},
        NEAR,
        NEAR | target(FAR),
        NOWHERE,
    ]
    for scope in ("some", "all"):
        where, frame = Where(KILOMETRE, "act", scope), frame_for(*rows)
        whole = measure_of(where, frame, np.arange(len(rows)))
        some = measure_of(where, frame_for(*rows), np.array([3, 0, 1]))
        assert some.truth.tolist() == whole.truth[[3, 0, 1]].tolist()
        assert str(some.low_m.tolist()) == str(whole.low_m[[3, 0, 1]].tolist())
        tested = placed(where, frame, np.arange(len(rows)))
        assert tested.truth.tolist() == whole.truth.tolist()
        assert tested.doubts.tolist() == whole.doubts.tolist()
        tested = placed(where, frame_for(*rows), np.array([3, 0, 1]))
        assert tested.truth.tolist() == whole.truth[[3, 0, 1]].tolist()
        assert tested.doubts.tolist() == whole.doubts[[3, 0, 1]].tolist()
