"""A margin is told beside the border that it is to."""

import pytest

from checker.findings.borders import drawn_to, limited_by, told_of
from checker.findings.finding import Finding, Measured
from checker.geography.region import AllOf, AnyOf, Length, Named, Not, Region, Within
from checker.geography.shapes import Point
from checker.values.verdict import Standing
from tests.findings.made import finding, reading_finding
from tests.findings.test_collect import only
from tests.handmade import DISTRICT, POST, north, pattern, within

LINE = Measured("distance to line", (), 39_000.0, 40_000.0, 41_000.0, 15_000.0, 20_000.0)
TOWN = Measured("distance to town", (), 3_000.0, 4_000.0, 5_000.0, 1_000.0, 1_000.0)
LAND = Measured("distance to land", (), -700.0, -600.0, -500.0, None, None)
DEEP = Measured("distance to sea", (), 50.0, 60.0, 70.0, 0.0, None)
EVERY = (LINE, TOWN, LAND, DEEP)
FAR = Named("far", Point(36.0, 33.0))


@pytest.mark.parametrize(
    ("margin_m", "limited", "drawn"),
    [
        (19_000.0, LINE, None),
        (-26_000.0, LINE, None),
        (2_000.001, TOWN, None),
        (-4_000.0, TOWN, None),
        (-500.0, None, LAND),
        (50.0, None, DEEP),
        (1_234.0, None, None),
        (None, None, None),
    ],
)
def test_a_margin_is_to_the_border_that_lies_just_so_far(
    margin_m: float | None, limited: Measured | None, drawn: Measured | None
) -> None:
    assert limited_by(margin_m, EVERY) == limited
    assert drawn_to(margin_m, EVERY) == drawn


def away(metres: float, of: Named) -> Within:
    return Within(Length(metres, metres, f"{metres:g} m"), (of,))


def told(region: Region, metres: float) -> Finding:
    return only({"lat": north(metres)}, pattern(where=region))


@pytest.mark.parametrize(
    ("region", "metres", "what", "limit_m"),
    [
        (AnyOf((within(1000.0), away(80_000.0, FAR))), 0.0, "far", 80_000.0),
        (AnyOf((away(80_000.0, FAR), within(1000.0))), 90_000.0, "far", 80_000.0),
        (AnyOf((within(1000.0), away(4_000.0, FAR))), 5_000.0, "post", 1_000.0),
        (AnyOf((away(4_000.0, FAR), within(1000.0))), 5_000.0, "post", 1_000.0),
        (AllOf((within(9000.0), Not(away(50_000.0, FAR)))), 4_000.0, "far", 50_000.0),
        (AllOf((away(90_000.0, FAR), Not(within(1000.0)))), 9_000.0, "post", 1_000.0),
        (Not(AnyOf((away(4_000.0, FAR), within(1000.0)))), 8_000.0, "post", 1_000.0),
    ],
)
def test_the_sentence_tells_the_distance_to_the_border_that_decides(
    region: Region, metres: float, what: str, limit_m: float
) -> None:
    one = told(region, metres)
    border = limited_by(one.margin_m, one.measured)
    assert border is not None
    assert (border.what, border.limit_low_m) == (f"distance to {what}", limit_m)
    assert f"distance to {what} between" in one.message
    assert one.message.count("distance to") == 1


def test_where_an_area_itself_decides_its_distance_is_told() -> None:
    one = told(AllOf((away(90_000.0, FAR), DISTRICT, Not(within(1000.0)))), 7_000.0)
    assert limited_by(one.margin_m, one.measured) is None
    assert "distance to district between" in one.message


def test_what_is_open_tells_the_first_distance() -> None:
    one = told(AnyOf((away(4_000.0, FAR), within(1000.0))), 1_000.0)
    assert one.margin_m is None
    assert "distance to far between" in one.message
    assert POST.name not in one.message.split("distance to")[1]


def test_what_is_told_is_the_border_of_the_margin_under_the_gravest_reading() -> None:
    far = Measured("distance to river", (), 50.0, 60.0, 70.0, 1000.0, 1000.0)
    near = Measured("distance to post", (), 300.0, 400.0, 500.0, 800.0, 800.0)
    grave = reading_finding(standing=Standing.VIOLATION, measured=(far, near), margin_m=-300.0)
    light = reading_finding(standing=Standing.COMPLIANT, measured=(far,), margin_m=50.0)
    assert told_of(finding(readings=(light, grave), measured=(far, far, near))) == near
    # One of which the centre alone is known is better than none, for whoever lists it.
    vague = Measured("distance to post", (), None, 400.0, None, 800.0, 800.0)
    assert told_of(finding(readings=(), measured=(vague,))) == vague
    assert told_of(finding(readings=(), measured=())) is None
