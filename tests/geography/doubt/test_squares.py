"""Squares of a grid hold all that their references leave open: by vectors, and by an encoder."""

import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Proj

from checker.geography.discs import Discs
from checker.geography.doubt.doubt import Doubt
from checker.geography.doubt.mgrs import BANDS, GridProblem, Zone, zone_box
from checker.geography.doubt.squares import grid_doubt, utm_doubt
from checker.geography.field import compile_field
from checker.geography.geodesic import inverse
from checker.values.truth import Truth

VECTORS = Path(__file__).parents[3] / "fixtures" / "mgrs" / "vectors.csv"
ROWS = [*csv.DictReader(VECTORS.read_text(encoding="utf-8").splitlines())]


def away_m(doubt: Doubt, lon: float, lat: float) -> float:
    axes = (doubt.lon_deg, doubt.lat_deg, lon, lat)
    return float(inverse(*(np.array([axis]) for axis in axes))[1][0])


def may_hold(doubt: Doubt, lon: float, lat: float) -> bool:
    if away_m(doubt, lon, lat) > doubt.radius_m:
        return False
    if doubt.ground is None:
        return True
    spot = Discs(np.array([lon]), np.array([lat]), np.zeros(1), np.full(1, -1, dtype=np.int32))
    return bool(compile_field(doubt.ground).truth(spot)[0] != Truth.FALSE)


@pytest.mark.parametrize("row", [r for r in ROWS if r["lat"]], ids=lambda r: r["mgrs"])
def test_a_square_holds_the_place_of_its_vector(row: dict[str, str]) -> None:
    doubt = grid_doubt(row["mgrs"])
    lon, lat = float(row["lon"]), float(row["lat"])
    # Corners are given to a few digits, and lie on the rim.
    near_m = 12.0 if "corner" in row["direction"] else 0.0
    assert away_m(doubt, lon, lat) <= doubt.radius_m + near_m
    if row["direction"] == "reverse_square_centre":
        assert away_m(doubt, lon, lat) < 12.0
    if row["direction"] == "reverse_sw_corner":
        assert away_m(doubt, lon, lat) > 0.9 * doubt.radius_m


@pytest.mark.parametrize("row", [r for r in ROWS if not r["lat"]], ids=lambda r: r["mgrs"])
def test_a_reference_is_refused_or_accepted_as_its_vector_says(row: dict[str, str]) -> None:
    if row["direction"] == "must_accept":
        assert grid_doubt(row["mgrs"]).radius_m > 100_000.0
    else:
        with pytest.raises(GridProblem):
            grid_doubt(row["mgrs"])


def encoded(lon: float, lat: float, digits: int) -> str:
    """Write a place as MGRS, by the letters of NGA.STND.0037 and nothing of the program."""
    band = BANDS[min(int((lat + 80.0) // 8.0), 19)]
    number = int((lon + 180.0) // 6.0) % 60 + 1
    for zone, west, east, bands in (
        *((32, 3.0, 12.0, "V"), (31, 0.0, 9.0, "X"), (33, 9.0, 21.0, "X")),
        *((35, 21.0, 33.0, "X"), (37, 33.0, 42.0, "X")),
    ):
        if band in bands and west <= lon < east:
            number = zone
    projection = Proj(proj="utm", zone=number, ellps="WGS84", south=lat < 0.0)
    east_m, north_m = projection(lon, lat)
    column = "ABCDEFGHJKLMNPQRSTUVWXYZ"[(number - 1) % 3 * 8 + int(east_m // 1e5) - 1]
    row = "ABCDEFGHJKLMNPQRSTUV"[(int(north_m // 1e5) + (5 if number % 2 == 0 else 0)) % 20]
    parts = [f"{int(value % 1e5):05d}"[:digits] for value in (east_m, north_m)]
    return f"{number}{band}{column}{row}{parts[0]}{parts[1]}"


PLACES = st.tuples(st.floats(-180.0, 179.9999), st.floats(-79.99, 83.99))


@given(PLACES, st.integers(0, 5))
@settings(max_examples=150, deadline=None)
def test_a_place_is_in_the_square_that_it_is_written_as(
    place: tuple[float, float], digits: int
) -> None:
    assert may_hold(grid_doubt(encoded(*place, digits)), *place)


@pytest.mark.parametrize("lon", [3.0, 2.999, 11.999, 5.7, 9.0, 20.999, 33.0, 41.9, -180.0])
@pytest.mark.parametrize("lat", [56.0, 63.999, 64.0, 72.0, 83.9, 0.0, -0.001, -80.0, 8.0])
def test_places_at_the_edges_of_zones_are_in_their_squares(lon: float, lat: float) -> None:
    for digits in (0, 1, 3):
        assert may_hold(grid_doubt(encoded(lon, lat, digits)), lon, lat)


def test_a_shorter_reference_holds_what_a_longer_one_does() -> None:
    for cut in range(5):
        rough = grid_doubt(f"38SMB{'44321'[:cut]}{'84567'[:cut]}")
        exact = grid_doubt("38SMB4432184567")
        assert may_hold(rough, exact.lon_deg, exact.lat_deg)


@pytest.mark.parametrize(
    ("text", "lat"),
    [("ZAH0000000000", 90.0), ("YZG9999999999", 90.0), ("BAN0000000000", -90.0)],
)
def test_the_poles_are_in_the_squares_at_their_corners(text: str, lat: float) -> None:
    doubt = grid_doubt(text)
    assert away_m(doubt, 0.0, lat) <= doubt.radius_m + 1.0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("36TYB4512", "its block is nowhere in 36T"),
        ("31UCC2599", "lies at 56.8 degrees of latitude"),
        ("36SYI45", "there is no block YI"),
        ("36SAB45", "there is no block AB"),
        ("61SYB45", "there is no zone 61"),
        ("36IYB45", "there is no band I"),
        ("34XMH", "there is no zone 34X"),
        ("36SYB451", "3 digits"),
        ("36SYB 45 123", "2 digits for east and 3 for north"),
        ("YAB12", "there is no block AB"),
        ("SYB45", "no zone"),
        ("Y", "half of a polar cap"),
        ("12AYB45", "letter A"),
        ("", "not a grid reference"),
    ],
)
def test_a_reference_that_names_no_square_is_refused(text: str, said: str) -> None:
    with pytest.raises(GridProblem) as caught:
        grid_doubt(text)
    assert said in caught.value.message


def test_a_square_is_its_middle_with_half_its_diagonal_and_its_outline_beside() -> None:
    doubt = grid_doubt("34TDQ2368")
    assert doubt.radius_m == pytest.approx(500.0 * np.sqrt(2.0), abs=0.5)
    assert away_m(doubt, doubt.lon_deg, doubt.lat_deg) == 0.0
    assert doubt.ground is not None
    assert grid_doubt("34TDQ2300068000").ground is None


def test_a_zone_alone_is_its_box() -> None:
    west, south, east, north = zone_box(Zone(37, "X"))
    assert (west, south, east, north) == (33.0, 72.0, 42.0, 84.0)
    for lon, lat in ((33.0, 72.0), (42.0, 84.0), (37.5, 78.0)):
        assert may_hold(grid_doubt("37X"), lon, lat)
    assert not may_hold(grid_doubt("37X"), 32.0, 78.0)


@given(PLACES.filter(lambda place: -75.0 < place[1] < 82.0), st.integers(0, 2))
@settings(max_examples=100, deadline=None)
def test_rounded_and_cut_coordinates_of_utm_hold_the_place(
    place: tuple[float, float], digits: int
) -> None:
    lon, lat = place
    number = int((lon + 180.0) // 6.0) % 60 + 1
    projection = Proj(proj="utm", zone=number, ellps="WGS84", south=lat < 0.0)
    unit = 10.0**-digits
    for way in (np.round, np.floor):
        east, north = (float(way(one / unit) * unit) for one in projection(lon, lat))
        zone = Zone(number, "N" if lat >= 0.0 else "M")
        doubt = utm_doubt("it", zone, (east, north), unit, is_half=True)
        assert may_hold(doubt, lon, lat)
        assert doubt.radius_m < 1.1 * unit + 0.002


def test_the_letter_s_is_refused_where_it_may_mean_two_places() -> None:
    with pytest.raises(GridProblem, match="band S"):
        utm_doubt("36S", Zone(36, "S"), (745_000.0, 3_612_000.0), 1.0, is_half=False)
    far = utm_doubt("36S", Zone(36, "S"), (745_000.0, 8_612_000.0), 1.0, is_half=False)
    assert far.lat_deg < 0.0
    with pytest.raises(GridProblem, match="contradicts itself"):
        utm_doubt("36R", Zone(36, "R"), (745_000.0, 3_612_000.0), 1.0, is_half=False)
    with pytest.raises(GridProblem, match="off the zone"):
        utm_doubt("36T", Zone(36, "T"), (7_450_000.0, 3_612_000.0), 1.0, is_half=False)
