"""The result on a map as GeoJSON, as other programs read it."""

import io
import json
from dataclasses import replace
from typing import Any

import pytest
import shapely

from checker.findings.block import Block
from checker.findings.drawn import Drawn
from checker.findings.finding import Finding
from checker.geography.geojson import shape_of
from checker.geography.region import Length, Named, Within
from checker.geography.shapes import Line, Undrawn
from checker.outputs.geojson import FORMAT
from checker.outputs.writer import Page
from checker.values.verdict import ClauseStanding, Standing, Verdict
from tests.findings.made import finding, reading_finding
from tests.outputs.made import HEADER, summary

RIVER = Named("river", Line((((36.0, 33.0), (36.0, 33.5)),), 50.0), "map-1")
LOST = Named("zone", Undrawn("never published"))
NEAR = Within(Length(5_000.0, 5_000.0, "5 km"), (RIVER,))
DRAWN = (Drawn("c1", (("q", "a"),), (NEAR, LOST)), Drawn("c1", (("q", "b"),), (NEAR, LOST)))


def collection(*findings: Finding, **end: Any) -> Any:
    stream = io.StringIO()
    writer = FORMAT.writer(stream, Page())
    writer.begin(replace(HEADER, drawn=DRAWN))
    for one in findings:
        writer.add(Block.of(one))
    writer.end(summary(**end))
    return json.loads(stream.getvalue())


def test_places_limits_and_findings_are_features_of_one_collection() -> None:
    found = collection(finding(lon=36.0, lat=33.1, radius_m=500.0), finding(lon=36.0, lat=33.1))
    layers = [(f["properties"]["layer"], f["properties"]["shape"]) for f in found["features"]]
    assert layers == [
        *(("place", "line"), ("place", None), ("limit", "line")),
        *(("finding", "area"), ("finding", "point")),
    ]
    assert (found["type"], found["name"]) == ("FeatureCollection", "deal")
    assert found["about"]["agreement_sha256"] == "0" * 64
    assert found["findings"] == {"violation": 2}


def test_every_geometry_is_one_of_the_standard_and_valid() -> None:
    found = collection(finding(lon=179.99, lat=33.1, radius_m=5_000.0), finding())
    for feature in found["features"]:
        geometry = feature["geometry"]
        if geometry is not None:
            drawn = shapely.from_geojson(json.dumps(geometry))
            assert drawn.is_valid
            west, south, east, north = drawn.bounds
            assert (west >= -180.0, south >= -90.0, east <= 180.0, north <= 90.0) == (True,) * 4
    assert found["features"][-2]["geometry"]["type"] == "MultiPolygon"
    assert found["features"][-1]["geometry"] is None


def test_a_finding_says_what_the_tables_say_and_how_its_readings_differ() -> None:
    one = finding(
        lon=36.0,
        lat=33.1,
        standing=Standing.DEPENDS_ON_READING,
        verdict=Verdict.UNDETERMINED,
        reasons=("readings_differ", "place_vague"),
        readings=(
            reading_finding(answers=(("q", "a"),)),
            reading_finding(answers=(("q", "b"),), standing=Standing.COMPLIANT),
        ),
    )
    feature = collection(one)["features"][-1]
    told = feature["properties"]
    assert (feature["id"], told["finding"]) == (one.id, one.id)
    assert (told["standing"], told["group"]) == ("depends_on_reading", "In doubt")
    assert told["reasons"] == "readings_differ;place_vague"
    assert told["readings"] == "q = a: violation; q = b: compliant"
    assert (told["file"], told["line"], told["report"]) == ("r.csv", 2, "r1")


def test_a_duty_has_no_place_and_is_counted() -> None:
    late = finding(subject="deadline", standing=ClauseStanding.LATE, reports=())
    found = collection(late, hollow="nothing was put to the test")
    assert found["features"][-1]["geometry"] is None
    assert (found["findings"], found["hollow"]) == ({"late": 1}, "nothing was put to the test")


def test_a_limit_and_a_place_that_nobody_drew_say_what_they_are() -> None:
    _, lost, limit = (feature["properties"] for feature in collection()["features"])
    assert (lost["name"], lost["not_drawn"]) == ("zone", "never published")
    assert (limit["name"], limit["at_m"], limit["readings"]) == (
        *("c1: 5 km from river", 5_000.0, None),
    )


@pytest.mark.parametrize("name", ["river"])
def test_a_place_can_be_read_back_as_a_drawing(name: str) -> None:
    (feature,) = (f for f in collection()["features"] if f["properties"]["name"] == name)
    shape = shape_of(json.dumps(feature), feature=None, edges="geodesic", accuracy_m=50.0)
    assert isinstance(shape, Line)
    assert {(36.0, 33.0), (36.0, 33.5)} <= set(shape.paths[0])
