import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.geography.doubt.doubt import Doubt
from checker.reports.position.grids import grid_cell
from checker.reports.rejected import Fault
from tests.geography.oracle import distance_m


def where(text: str) -> tuple[float, float, float]:
    found = grid_cell(text)
    assert isinstance(found, Doubt), found
    return found.lon_deg, found.lat_deg, found.radius_m


@pytest.mark.parametrize(
    "text",
    [
        "36 north 745000 3612000",
        "36N 745000 3612000",
        "UTM 36 N 745000E 3612000N",
        "zone 36 north, 745000 m E, 3612000 m N",
        "745000mE 3612000mN 36N",
        "36N 0745000 03612000",
    ],
)
def test_coordinates_of_utm_are_a_square_of_their_last_digit(text: str) -> None:
    lon, lat, radius_m = where(text)
    assert (lon, lat) == pytest.approx((35.611121, 32.618451), abs=1e-6)
    assert radius_m == pytest.approx(1.06, abs=0.01)


@pytest.mark.parametrize("text", ["36SYB4512", "MGRS: 36S YB 45 12", "usng 36SYB4512"])
def test_a_reference_may_say_what_it_is(text: str) -> None:
    assert where(text) == where("36SYB4512")


@pytest.mark.parametrize(
    "text", ["36 R E500000 N3500000", "Zone 36N E: 500000 N: 3500000", "36R 500000mE 3500000mN"]
)
def test_east_and_north_may_be_named_before_their_numbers(text: str) -> None:
    assert where(text) == where("36 north 500000 3500000")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # By PROJ in the systems EPSG:32661 and EPSG:32761.
        ("UPS north 2077146.4 1562481.0", (10.0, 86.0)),
        ("ups N 2077146.4 1562481.0", (10.0, 86.0)),
        ("Z 2077146.4 1562481.0", (10.0, 86.0)),
        ("UPS south 1343401.39 1884223.95", (-100.0, -84.0)),
        ("A 1343401mE 1884223mN", (-100.0, -84.0)),
        ("y 2000000 2000000", (0.0, 90.0)),
    ],
)
def test_coordinates_about_a_pole_are_read_in_ups(text: str, place: tuple[float, float]) -> None:
    lon, lat, radius_m = where(text)
    assert distance_m((lon, lat), place) <= radius_m < 1.2


def test_latitude_and_longitude_together_are_as_good_as_their_last_digit() -> None:
    lon, lat, radius_m = where("33\u00b006'12\"N, 36\u00b008'30\"E")
    assert distance_m((lon, lat), (36.0 + 8.5 / 60.0, 33.0 + 6.2 / 60.0)) < radius_m < 35.0
    assert where("36.2E 33.1N")[2] > 9_000.0


@given(st.floats(-179.9, 179.9), st.floats(-84.9, 84.9), st.integers(0, 6))
@settings(max_examples=60, deadline=None)
def test_a_rounded_pair_holds_the_place(lon: float, lat: float, digits: int) -> None:
    sides = "N" if lat >= 0 else "S", "E" if lon >= 0 else "W"
    text = f"{abs(lat):.{digits}f}{sides[0]} {abs(lon):.{digits}f}{sides[1]}"
    found = where(text)
    assert distance_m(found[:2], (lon, lat)) <= found[2]


@pytest.mark.parametrize(
    "text",
    [
        "36S 745000 3612000",
        "61N 745000 3612000",
        "B 1343401 1884223",
        "Y 2077146 1562481",
        "UPS north 2000000 4000000",
        "UPS south 500000 4000000",
        "N 2077146 1562481",
        "36N 745000",
        "36-S-YB-45-12",
        "33.1 36.2",
        "33.1N 36.2N",
        "foo",
        "A" * 500,
        "36SYB\u0664\u0665",
        "\u0000",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    found = grid_cell(text)
    assert isinstance(found, Fault)
    assert found.code == "R209"


@given(st.text(alphabet="36SYBNEW 0123456789.\u00b0'\"-,mzone", max_size=40))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_the_reader(text: str) -> None:
    grid_cell(text)
