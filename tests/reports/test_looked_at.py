"""What a row of observations draws is ground of which all was looked at, or it says why not."""

import pytest

from checker.geography.containment import lies_in
from checker.geography.region import Named, Region
from checker.geography.shapes import Box
from checker.reports.looked_at import drawn_ground
from checker.reports.rejected import Fault

SQUARE = "POLYGON ((35 32, 37 32, 37 33, 35 33, 35 32))"
POST = Named("post", Box(35.9, 32.4, 36.1, 32.6, accuracy_m=1.0))


def ground(**cells: str) -> Region:
    found = drawn_ground(cells)
    assert found is not None
    assert not isinstance(found, Fault)
    return found


def test_all_within_an_outline_or_a_circle_was_looked_at() -> None:
    assert lies_in(POST, ground(outline=SQUARE))
    assert lies_in(POST, ground(lon="36", lat="32.5", radius_m="20000"))
    assert not lies_in(POST, ground(lon="36", lat="32.5", radius_m="12000"))


def test_an_outline_that_may_be_off_holds_less() -> None:
    assert lies_in(POST, ground(outline=SQUARE, radius_m="30000"))
    assert not lies_in(POST, ground(outline=SQUARE, radius_m="50000"))


def test_a_line_holds_no_area() -> None:
    line = ground(outline="LINESTRING (35 32.5, 37 32.5)")
    assert not lies_in(POST, line)


def test_blank_cells_draw_nothing() -> None:
    assert drawn_ground({"outline": "", "lon": "", "lat": "", "radius_m": "5"}) is None
    assert drawn_ground({}) is None


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"lon": "36", "lat": "32.5"}, "radius_m is blank"),
        ({"lon": "36", "lat": "32.5", "radius_m": "0"}, "radius_m: '0' is no extent of an area"),
        ({"lon": "36", "lat": "32.5", "radius_m": "nan"}, "radius_m: 'nan' is no extent"),
        ({"lon": "36", "lat": "95", "radius_m": "5"}, "lat: '95' is no latitude"),
        ({"lon": "", "lat": "32.5", "radius_m": "5"}, "lon: '' is no longitude"),
        ({"outline": "POINT (36 32.5)"}, "outline: points are no area"),
        ({"outline": "here"}, "outline: 'here' is neither well-known text nor GeoJSON"),
        ({"outline": "POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))"}, "outline: "),
        ({"outline": SQUARE, "radius_m": "-1"}, "radius_m: '-1' is no extent"),
    ],
)
def test_what_draws_no_area_is_told(cells: dict[str, str], said: str) -> None:
    found = drawn_ground(cells)
    assert isinstance(found, Fault)
    assert (found.code, found.reason.startswith(said), bool(found.hint)) == ("R320", True, True)
