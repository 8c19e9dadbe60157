import numpy as np
import pytest

from checker.geography.geodesic import ecef
from checker.geography.legs import EVERYTHING, Leg, Without, beside_legs, plain_leg
from checker.geography.shapes import Circle, Line, Point, Shape, Sites, Undrawn
from checker.geography.survey import surveyed
from tests.geography.oracle import discs, distance_m, positions, square

BORDER = Line((((20.0, 44.0), (20.0, 46.0)),), 30.0)
EAST, WEST = (20.1, 45.0), (19.9, 45.0)
AWAY = distance_m(EAST, (20.0, 45.0))


def spans(
    leg: Leg, place: tuple[float, float], radius_m: float, without: Without = EVERYTHING
) -> list[tuple[float, float]]:
    raw = leg.read(*positions(place))
    return [(low[0], high[0]) for low, high in raw.spans(np.array([radius_m]), without)]


def only(leg: Leg, place: tuple[float, float], radius_m: float, *without: Without) -> list[float]:
    one, other = spans(leg, place, radius_m, *without)
    assert one == other
    return [float(end) for end in one]


def beside(shape: Shape, witness: Shape) -> Leg:
    (leg,) = beside_legs((("border", shape),), witness)
    return leg


def test_a_length_is_wider_by_radius_and_accuracy() -> None:
    leg = plain_leg("border", BORDER)
    ends = [AWAY - 230.0, AWAY + 230.0]
    assert only(leg, EAST, 200.0) == pytest.approx(ends, abs=0.01)
    assert only(leg, EAST, 200.0, Without(radius=True)) == pytest.approx(
        [AWAY - 30.0, AWAY + 30.0], abs=0.01
    )
    assert only(leg, EAST, 200.0, Without(accuracy=True)) == pytest.approx(
        [AWAY - 200.0, AWAY + 200.0], abs=0.01
    )


def test_without_a_side_a_length_is_cut_at_nothing() -> None:
    assert only(plain_leg("border", BORDER), EAST, 20_000.0)[0] == 0.0


def test_with_a_witness_a_length_is_signed_and_not_cut() -> None:
    leg = beside(BORDER, Point(21.0, 45.0))
    ends = [AWAY - 230.0, AWAY + 230.0]
    assert only(leg, EAST, 200.0) == pytest.approx(ends, abs=0.01)
    assert only(leg, WEST, 200.0) == pytest.approx([-ends[1], -ends[0]], abs=0.01)
    assert only(leg, EAST, 20_000.0)[0] == pytest.approx(AWAY - 20_030.0, abs=0.01)


def test_a_length_inside_an_area_is_negative() -> None:
    leg = plain_leg("land", square(19.0, 44.0, 20.0, 46.0, accuracy_m=5.0))
    assert only(leg, WEST, 0.0)[1] == pytest.approx(-AWAY + 5.0, abs=1.0)


@pytest.mark.parametrize(("witness", "sign"), [((19.5, 45.0), 1.0), ((20.5, 45.0), -1.0)])
def test_an_areas_border_has_the_witness_on_its_positive_side(
    witness: tuple[float, float], sign: float
) -> None:
    leg = beside(square(19.0, 44.0, 20.0, 46.0), Point(*witness))
    assert only(leg, WEST, 0.0)[0] == pytest.approx(sign * AWAY, abs=1.0)


def test_off_the_ends_both_sides_are_possible() -> None:
    leg = beside(BORDER, Point(21.0, 45.0))
    off = (20.1, 46.1)
    (low, high), (other_low, other_high) = spans(leg, off, 0.0)
    assert low > 0.0 > other_high
    assert (other_low, other_high) == (-high, -low)
    assert only(leg, off, 0.0, Without(side="with"))[0] > 0.0
    assert only(leg, off, 0.0, Without(side="against"))[0] < 0.0


def test_of_several_sites_the_nearest_counts_with_its_accuracy() -> None:
    sites = Sites((Point(20.0, 45.0, 10.0), Point(20.4, 45.0, 30_000.0)))
    ends = only(plain_leg("sites", sites), EAST, 0.0)
    assert ends == pytest.approx([0.0, AWAY + 10.0], abs=0.01)


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("place", [EAST, WEST])
def test_of_sites_that_are_known_alike_the_nearest_counts_in_any_order(
    place: tuple[float, float], order: int
) -> None:
    spots = (Point(20.4, 45.0, 7.0), Point(19.6, 45.0, 7.0), Point(*place, 7.0))[::order]
    assert only(plain_leg("sites", Sites(spots)), place, 0.0) == pytest.approx([0.0, 7.0], abs=0.01)


def test_a_circle_is_measured_from_its_edge() -> None:
    ends = only(plain_leg("ring", Circle(Point(20.0, 45.0, 7.0), 1_000.0)), EAST, 0.0)
    assert ends == pytest.approx([AWAY - 1_007.0, AWAY - 993.0], abs=1e-3)


def test_what_nobody_drew_may_lie_anywhere() -> None:
    undrawn = plain_leg("nowhere", Undrawn("no map"))
    assert only(undrawn, EAST, 5.0) == [-5.0, np.inf]
    sided = beside(Undrawn("no map"), Point(21.0, 45.0))
    assert only(sided, EAST, 5.0) == [-np.inf, np.inf]
    assert undrawn.is_open


@pytest.mark.parametrize("shape", [BORDER, square(19.0, 44.0, 20.0, 46.0)])
def test_a_witness_that_nobody_drew_leaves_only_the_side_open(shape: Shape) -> None:
    leg = beside(shape, Undrawn("nobody said which side"))
    (low, high), other = spans(leg, EAST, 0.0)
    assert low > 0.0
    assert other == (-high, -low)
    assert leg.is_open
    assert only(leg, EAST, 0.0, Without(deferred=True)) == [low, high]


def test_lines_under_one_of_are_legs_of_their_own_unless_they_meet() -> None:
    north = Line((((20.0, 46.0), (20.0, 47.0)),), 30.0)
    apart = Line((((22.0, 44.0), (22.0, 46.0)),), 30.0)
    witness = Point(21.0, 45.0)
    assert [leg.name for leg in beside_legs((("a", BORDER), ("b", north)), witness)] == ["a, b"]
    assert len(beside_legs((("a", BORDER), ("b", apart)), witness)) == 2


def test_what_was_measured_is_taken_in_the_order_that_is_asked() -> None:
    raw = beside(BORDER, Point(21.0, 45.0)).read(*positions(EAST, WEST))
    assert raw.take(np.array([1, 0])).signed_m().tolist() == raw.signed_m().tolist()[::-1]
    assert raw.signed_m() == pytest.approx([AWAY, -AWAY], abs=0.01)


def test_sides_told_by_a_witness_are_not_taken_for_those_that_nobody_told() -> None:
    several = discs(EAST, radius_m=5.0)
    for shape in (BORDER, square(20.0, 44.0, 21.0, 46.0)):
        witnesses: list[Shape] = [Point(19.0, 45.0), Point(20.5, 45.0), Undrawn("nobody said")]
        raws = [surveyed(beside(shape, witness), several) for witness in witnesses]
        assert [raw.is_untold for raw in raws] == [False, False, True]
        assert raws[0].signed_m() == pytest.approx(-raws[1].signed_m())


def test_what_is_drawn_is_measured_roughly_where_that_will_do() -> None:
    place = positions(EAST, (20.3, 45.2))
    legs = (Leg("town", Point(20.5, 45.0)), Leg("land", square(20.2, 45.0, 20.4, 45.4)))
    for leg in (*legs, *beside_legs((("border", BORDER),), Point(21.0, 45.0))):
        exact_m = leg.drawn(*place).exact_m
        rough_m = leg.drawn(*place, about_m=ecef(*place)).exact_m
        assert (np.abs(exact_m - rough_m) <= leg.rough_off_m(*place, np.zeros(2))).all()
        assert leg.is_whole(*place, np.full(2, 100.0)).all()
