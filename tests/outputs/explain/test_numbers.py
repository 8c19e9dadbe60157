"""The numbers of an explanation, each with its origin and its error."""

import pytest

from checker.findings.finding import Measured
from checker.findings.grounds import Drawn, GroundWhy, LegWhy
from checker.outputs.explain.numbers import ground_of, numbers_of, stored_ground
from checker.values.truth import Truth
from tests.findings.made import finding, reading_finding

LEG = LegWhy("river", 350.0, 500.0, 650.0, 1000.0, 1000.0, "1 km")
RIVER = Drawn("river", 50.0, "Treaty, map 2")


def shares(leg: LegWhy, radius_m: float | None, *drawn: Drawn) -> list[tuple[str, float | None]]:
    ground = GroundWhy("within", Truth.TRUE, (), -650.0, -350.0, None, (leg,), drawn)
    (distance,) = ground_of(ground, radius_m).distances
    return [(one.what, one.amount) for one in distance.errors]


def test_the_error_of_a_distance_is_the_radius_and_the_accuracy() -> None:
    parts = shares(LEG, 100.0, RIVER)
    assert parts[:2] == [("the radius of the report", 100.0), ("the accuracy of river", 50.0)]
    assert parts[2][0].startswith("the arithmetic")


def test_only_the_sum_is_told_where_the_parts_do_not_add_up() -> None:
    """The place of an act is another than that of the report, and so is its radius."""
    assert shares(LEG, 7.0, RIVER)[0] == (
        *("the place of the report and the place as drawn, together", 150.0),
    )


def test_without_a_radius_the_error_has_no_bound() -> None:
    leg = LegWhy("river", 0.0, 500.0, None, None, None, None)
    assert shares(leg, None, RIVER)[0] == ("the radius of the report, which is not given", None)


def test_places_of_one_accuracy_are_told_together() -> None:
    leg = LegWhy("river or lake", 350.0, 500.0, 650.0, None, None, None)
    assert shares(leg, 100.0, RIVER, Drawn("lake", 50.0))[1] == (
        "the accuracy of river or lake",
        50.0,
    )


def test_every_number_says_from_what_it_was_worked_out() -> None:
    ground = GroundWhy("within", Truth.TRUE, (), -650.0, -350.0, None, (LEG,), (RIVER,))
    told = ground_of(ground, 100.0)
    assert told.whole is not None
    origin = ("the place that the report gives", "river as drawn, to 50.00 m: Treaty, map 2")
    assert (told.distances[0].origin, told.whole.origin) == (origin, origin)
    undrawn = GroundWhy(
        "within", Truth.UNKNOWN, (), None, None, None, (LEG,), (Drawn("river", None, "", "no map"),)
    )
    assert ground_of(undrawn, 100.0).distances[0].origin[1] == "river, which nobody drew (no map)"


@pytest.mark.parametrize(
    ("radius_m", "first"),
    [
        (100.0, [("the radius of the report", 100.0), ("the accuracy of river", 50.0)]),
        (400.0, [("the place of the report and the place as drawn, together", 150.0)]),
        (None, [("the place of the report and the place as drawn, together", 150.0)]),
    ],
)
def test_a_stored_distance_tells_what_is_left_for_the_place(
    radius_m: float | None, first: list[tuple[str, float]]
) -> None:
    measured = Measured("distance to river", (), 350.0, 500.0, 650.0, 1000.0, 1000.0)
    (distance,) = stored_ground((measured,), radius_m).distances
    found = [(one.what, one.amount) for one in distance.errors]
    assert found[: len(first)] == first


def test_margins_and_likelihood_have_an_origin_too() -> None:
    one = reading_finding(margin_m=-5.0, margin_h=-2.0, likelihood=0.9)
    found = list(numbers_of(finding(seen_to="2018-06-01T12:00:00+00:00"), one))
    assert [(number.what, number.unit, number.best) for number in found] == [
        ("margin", "m", -5.0),
        ("time to the date", "h", -2.0),
        ("likelihood", "1", 0.9),
    ]
    assert all(number.origin for number in found)
