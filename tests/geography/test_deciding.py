import numpy as np
import pytest

from checker.geography.field import Field, compile_field
from checker.geography.region import AllOf, Length, Named, Not, Region, SideOf, Within, Witness
from checker.geography.shapes import Line, Point
from checker.values.truth import Truth
from tests.geography.oracle import discs, moved

END = (36.0, 34.0)
BORDER = Named("border", Line((((36.0, 32.0), END),), 200.0))
EAST = Witness("east", Point(36.2, 33.0))
SIDE = SideOf((BORDER,), EAST)


def within(metres: float) -> Within:
    return Within(Length(metres, metres, f"{metres:g} m"), (BORDER,), EAST)


def beside(back_m: float, off_m: float) -> tuple[float, float]:
    """Return a place that far before the end of the border, and east of it, or west."""
    return moved(moved(END, 180.0, back_m), 90.0 if off_m > 0.0 else 270.0, abs(off_m))


def near_end(field: Field, place: tuple[float, float], radius_m: float) -> float:
    found = field.measure(discs(place, radius_m=radius_m))
    assert found.truth[0] != Truth.UNKNOWN
    return float(found.high_m[0] if found.truth[0] == Truth.TRUE else found.low_m[0])


@pytest.mark.parametrize(
    ("region", "off_m", "end_m"),
    [
        (SIDE, 10_000.0, -1_700.0),
        (SIDE, -10_000.0, 1_700.0),
        (SIDE, 1_000.0, -700.0),
        (within(40_000.0), 10_000.0, -1_700.0),
        (within(40_000.0), -10_000.0, 1_700.0),
        (within(10_700.0), 10_000.0, -400.0),
        (AllOf((SIDE, Not(within(5_000.0)))), 10_000.0, -1_700.0),
        (AllOf((SIDE, Not(within(20_000.0)))), 10_000.0, 9_700.0),
    ],
)
def test_a_margin_ends_where_the_line_has_no_side(
    region: Region, off_m: float, end_m: float
) -> None:
    # 2 km before the end, which is known to 200 m, a report good to 100 m.
    found_m = near_end(compile_field(region), beside(2_000.0, off_m), 100.0)
    assert found_m == pytest.approx(end_m, abs=7.0)


def test_what_distance_alone_decides_has_the_margin_of_the_distance() -> None:
    beyond = moved(END, 10.0, 30_000.0)
    assert near_end(compile_field(within(10_000.0)), beyond, 100.0) == pytest.approx(19_700.0)


def test_far_from_the_ends_a_margin_is_that_to_the_limit() -> None:
    place = beside(90_000.0, 10_000.0)
    assert near_end(compile_field(within(40_000.0)), place, 100.0) == pytest.approx(-9_700.0, abs=5)
    assert near_end(compile_field(within(4_000.0)), place, 100.0) == pytest.approx(5_700.0, abs=5)


def test_a_report_may_move_by_its_margin_and_no_farther() -> None:
    field, place = compile_field(within(40_000.0)), beside(2_000.0, 10_000.0)
    room_m = abs(near_end(field, place, 100.0))
    for share, answers in ((0.999, {Truth.TRUE}), (1.02, {Truth.TRUE, Truth.UNKNOWN})):
        around = [moved(place, turn, share * room_m) for turn in np.arange(0.0, 360.0, 5.0)]
        assert {Truth(t) for t in field.truth(discs(*around, radius_m=100.0))} == answers
