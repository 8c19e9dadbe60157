"""Whatever is laid over a preset: what its codes leave open is a breach only where all of it is."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyproj import Geod

from tests.cli.made import accord
from tests.laws.settings import law

DEAL = """accord: 1
id: zone
title: Invented
timezone: Asia/Damascus
edges: geodesic
in_force: {from: 2015-01-01}
sources: {text: {kind: treaty, title: Invented, published: 2014-12-20}}
actors: {red: {name: Red}, blue: {name: Blue}}
places:
  zone: {area: [[35, 32], [38, 32], [38, 35], [35, 35]], accuracy: 0 m, source: text}
clauses:
  inside: {says: Out, source: text, binds: red, prohibits: presence, where: {within: 0 m, of: zone}}
  near: {says: Off, source: text, binds: red, prohibits: presence, where: {within: 10 km, of: zone}}
"""
EARTH = Geod(ellps="WGS84")
EDGE = [(35.0, 35.0), *EARTH.npts(35, 35, 38, 35, 2000), (38.0, 35.0)]
NAME = {"inside": 0.0, "near": 10_000.0}
GED_LAID = [
    "",
    "constants: {radius_m: 500}",
    'values: {radius_m: {"*": 500}}',
    'values: {radius_m: {1: 500, 2: 500, 4: 500, 9: 500, "": 500, about: 500}}',
    "columns: {lon: lon, lat: lat}\nconstants: {radius_m: 500}",
    "columns: {outline: geom_wkt, lon: [], lat: []}\nconstants: {radius_m: 500}",
    (
        "reports: [{columns: {actor: side_a, position_of: deaths_a, lon: longitude,"
        " lat: latitude}, set: {radius_m: 500}}]"
    ),
    "first_of: {radius_m: [own_m, where_prec]}\nvalues: {radius_m: {500: 500}}",
    "columns: {radius_m: own_m}\nvalues: {radius_m: {500: 500}}",
]
ACLED_LAID = [
    "",
    "constants: {radius_m: 500}",
    'values: {radius_m: {"*": 500}}',
    "columns: {outline: geom_wkt, lon: [], lat: []}\nconstants: {radius_m: 500}",
    "columns: {place: where}\nconstants: {radius_m: 500}",
]
CODES = [
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "0",
    "9",
    "12",
    "-1",
    "",
    "NA",
    "about",
    "1.0",
    "2,0",
    "4.0",
]
NORTH_KM = st.floats(-60.0, 60.0) | st.sampled_from([-25.1, -24.9, -15.1, -14.9, -0.6, -0.4, 9.4])
ROWS = st.lists(st.tuples(st.sampled_from(CODES), NORTH_KM), min_size=10, max_size=40)
EVERY = [(code, -40.0) for code in CODES]


def written(preset: str, rows: list[tuple[str, float]]) -> tuple[str, dict[str, tuple[str, float]]]:
    """Return a file with a row for each code and distance north of the edge, and its rows by id."""
    ged = "id,side_a,side_b,deaths_a,deaths_b,date_prec,date_start,date_end,where_prec"
    acled = "event_id_cnty,actor1,actor2,event_type,sub_event_type,time_precision,event_date,"
    acled += "notes,assoc_actor_1,assoc_actor_2,geo_precision"
    lines = [
        (ged if preset == "ucdp-ged" else acled)
        + ",longitude,latitude,lon,lat,geom_wkt,own_m,where"
    ]
    placed = {}
    for number, (code, north_km) in enumerate(rows):
        _, lat, _ = EARTH.fwd(36.5, EDGE[1001][1], 0.0, 1000.0 * north_km)
        told = f'{number},red,blue,1,1,1,2018-05-25,2018-05-25,"{code}"'
        if preset == "acled":
            told = f'{number},red,blue,Battles,Armed clash,1,2018-05-25,x,,,"{code}"'
        lines.append(f"{told},36.5,{lat:.12f},36.5,{lat:.12f},POINT (36.5 {lat:.12f}),500,zone")
        placed[str(number)] = (code, lat)
    return "\n".join(lines) + "\n", placed


def breaches(
    folder: Path, preset: str, laid: str, rows: list[tuple[str, float]]
) -> list[tuple[str, str, float]]:
    """Return clause, code and latitude of each row that is told to be a violation."""
    (folder / "deal").mkdir(exist_ok=True)
    (folder / "deal/agreement.yaml").write_text(DEAL)
    text, placed = written(preset, rows)
    (folder / "r.csv").write_text(text)
    (folder / "m.yaml").write_text(f"preset: {preset}\n{laid}\n")
    options = ("--mapping", str(folder / "m.yaml"), "-f", "json", "--all")
    done = accord("check", str(folder / "deal"), str(folder / "r.csv"), *options)
    assert done.exit_code in {0, 1, 3}, done.stderr
    return [
        (one["clause"], *placed[one["reports"][0]["id"]])
        for one in json.loads(done.stdout)["findings"]
        if one["verdict"] == "violation"
    ]


def is_all_in(lat: float, radius_m: float, beyond_m: float) -> bool:
    """Say whether a disc at 36.5 E is within ``beyond_m`` of the zone; by the north edge alone."""
    lons, lats = zip(*EDGE[700:1301:2], strict=True)
    count = len(lons)
    _, _, off_m = EARTH.inv([36.5] * count, [lat] * count, lons, lats)
    north_m = min(off_m) * (1 if lat > EDGE[1001][1] else -1)
    return bool(north_m + radius_m <= beyond_m + 0.5)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("presets")


@pytest.mark.parametrize("laid", GED_LAID)
@example(rows=EVERY)
@given(rows=ROWS)
@settings(law, max_examples=6)
def test_of_ucdp_ged_no_point_of_a_region_is_ever_a_breach(
    folder: Path, laid: str, rows: list[tuple[str, float]]
) -> None:
    for clause, code, lat in breaches(folder, "ucdp-ged", laid, rows):
        assert code in {"1", "2", "1.0", "2,0"}
        # What `reports` sets is said of that report itself, as what a case sets.
        is_floored = code.startswith("2") and not laid.startswith("reports")
        least_m = 25_000.0 if is_floored or not laid else 500.0
        assert is_all_in(lat, least_m, NAME[clause])


@pytest.mark.parametrize("laid", ACLED_LAID)
@example(rows=EVERY)
@given(rows=ROWS)
@settings(law, max_examples=6)
def test_of_acled_no_point_of_a_region_is_ever_a_breach(
    folder: Path, laid: str, rows: list[tuple[str, float]]
) -> None:
    for clause, code, lat in breaches(folder, "acled", laid, rows):
        assert laid
        assert code in {"1", "2", "1.0", "2,0"}
        assert is_all_in(lat, 500.0, NAME[clause])


@pytest.mark.parametrize("laid", GED_LAID[1:3])
def test_a_law_of_no_breaches_would_be_hollow(folder: Path, laid: str) -> None:
    found = {(clause, code) for clause, code, _ in breaches(folder, "ucdp-ged", laid, EVERY)}
    assert {code for _, code in found} == {"1", "2", "1.0", "2,0"}
