"""The whole picture: what it is of, its key, and what it leaves out."""

from typing import Any
from xml.etree import ElementTree as ET

from checker.findings.finding import Finding
from checker.outputs.picture.sheet import picture
from tests.findings.made import finding
from tests.outputs.drawing.made import gathered
from tests.outputs.made import summary

NS = "{http://www.w3.org/2000/svg}"


def said(*findings: Finding, most: int = 2_000, **end: Any) -> list[str]:
    root = ET.fromstring(picture(gathered(*findings, most=most), summary(**end)))
    return ["".join(one.itertext()) for one in root.iter(f"{NS}text")]


def test_it_says_what_it_is_of_and_counts_all_findings() -> None:
    lines = said(finding(lon=36.01, lat=33.2), finding())
    assert "Invented deal" in lines
    assert lines[1].startswith("2 findings from 1 report, as of 2018-06-01")
    assert lines[lines.index("violation") + 1] == "2"
    assert "c1" in lines
    assert "5..9 km from river" in lines


def test_it_says_what_is_not_on_the_map() -> None:
    text = " ".join(
        said(finding(lon=36.01, lat=33.2), finding(), hidden=3, hollow="nothing was read")
    )
    assert "1 finding without a position: not on the map." in text
    assert "3 findings more hidden by filters." in text
    assert "No answer: nothing was read. This is no pass." in text
    assert "Natural Earth" in text
    assert "GeoNames (CC BY 4.0)" in text


def test_of_too_many_it_says_that_all_are_counted_in_squares() -> None:
    many = [finding(lon=36.0 + place / 50.0, lat=33.2) for place in range(9)]
    assert "All 9 findings with a position are counted in squares" in " ".join(said(*many, most=5))
