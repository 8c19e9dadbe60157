"""The result on a globe as KML: valid by the schema of OGC."""

import io
from dataclasses import replace
from typing import Any

from fastkml.validator import validate
from lxml import etree

from checker.findings.block import Block
from checker.findings.drawn import Drawn
from checker.findings.finding import Finding
from checker.geography.region import Length, Named, Within
from checker.geography.shapes import Line, Undrawn
from checker.outputs.kml import FORMAT
from checker.outputs.writer import Page
from checker.values.verdict import ClauseStanding
from tests.findings.made import finding
from tests.outputs.made import HEADER, summary

NAMES = {"k": "http://www.opengis.net/kml/2.2"}
RIVER = Named("river", Line((((36.0, 33.0), (36.0, 33.5)),), 50.0), "map-1")
NEAR = Within(Length(5_000.0, 9_000.0, "5..9 km"), (RIVER,))
DRAWN = (Drawn("c1", (), (NEAR, Named("zone", Undrawn("never published")))),)
SEEN = finding(
    lon=36.0,
    lat=33.1,
    radius_m=500.0,
    seen_from="2018-06-01T00:00:00+03:00",
    seen_to="2018-06-01T23:59:59.999999+03:00",
    reasons=("place_vague", "time_vague"),
)


def document(*findings: Finding, **end: Any) -> Any:
    stream = io.StringIO()
    writer = FORMAT.writer(stream, Page())
    writer.begin(replace(HEADER, drawn=DRAWN))
    for one in findings:
        writer.add(Block.of(one))
    writer.end(summary(**end))
    root = etree.fromstring(stream.getvalue().encode())
    assert validate(element=root)
    return root


def found(root: Any, path: str) -> list[str]:
    return [str(one.text) for one in root.findall(path, NAMES)]


def test_a_whole_result_is_valid_by_the_schema() -> None:
    document()
    late = finding(id="b" * 16, subject="deadline", standing=ClauseStanding.LATE, reports=())
    document(SEEN, late, hidden=1, hollow="nothing was put to the test")


def test_places_limits_and_findings_are_folders_and_the_last_one_counts() -> None:
    root = document(SEEN, hidden=3)
    assert found(root, "k:Document/k:Folder/k:name") == [
        *("Places", "Limits", "Findings", "1 finding in all"),
    ]
    assert found(root, ".//k:Placemark/k:name") == [
        *("river", "zone", "c1: 5..9 km from river", "c1: 5..9 km from river", "violation: c1"),
    ]
    assert "3 more hidden by filters" in found(root, "k:Document/k:Folder/k:description")[0]


def test_a_finding_has_its_time_its_standing_and_the_columns_of_the_tables() -> None:
    (placemark,) = document(SEEN).findall(".//k:Placemark[@id]", NAMES)
    assert found(placemark, "k:TimeSpan/k:begin") == ["2018-06-01T00:00:00+03:00"]
    assert found(placemark, "k:styleUrl") == ["#violation"]
    data = {
        one.get("name"): one.findtext("k:value", namespaces=NAMES)
        for one in placemark.findall("k:ExtendedData/k:Data", NAMES)
    }
    assert (data["finding"], data["standing"], data["line"]) == (SEEN.id, "violation", "2")
    assert data["reasons"] == "place_vague;time_vague"
    assert "margin_m" not in data
    assert placemark.find("k:MultiGeometry/k:Polygon", NAMES) is not None


def test_a_duty_has_no_geometry() -> None:
    late = finding(subject="deadline", standing=ClauseStanding.LATE, reports=())
    (placemark,) = document(late).findall(".//k:Placemark[@id]", NAMES)
    assert placemark.find("k:Point", NAMES) is None
    assert found(placemark, "k:styleUrl") == ["#late"]
