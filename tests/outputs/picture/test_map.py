"""The map in SVG."""

from xml.etree import ElementTree as ET

from checker.outputs.drawing.scene import scene_of
from checker.outputs.picture.map import map_lines
from checker.values.verdict import Standing
from tests.findings.made import finding
from tests.outputs.drawing.made import gathered

NS = "{http://www.w3.org/2000/svg}"


def drawn(*findings: object, most: int = 100) -> ET.Element:
    scene = scene_of(gathered(*findings, most=most))  # type: ignore[arg-type]
    inner = "".join(map_lines(scene, 0.0, 0.0, 700.0))
    return ET.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg">{inner}</svg>')


def texts(root: ET.Element) -> list[str]:
    return ["".join(one.itertext()) for one in root.iter(f"{NS}text")]


def test_places_are_named_and_counts_stand_beside_marks() -> None:
    root = drawn(*[finding(lon=36.01, lat=33.2, radius_m=800.0)] * 3)
    assert {"river", "3"} <= set(texts(root))
    assert any(" km" in said for said in texts(root))


def test_discs_and_marks_have_the_colour_of_their_standing() -> None:
    root = drawn(finding(standing=Standing.UNDETERMINED, lon=36.01, lat=33.2, radius_m=800.0))
    fills = [one.get("fill") for one in root.iter(f"{NS}path")]
    assert fills.count("#56b4e9") == 2


def test_of_too_many_findings_all_are_drawn_as_squares() -> None:
    many = [finding(lon=36.0 + place / 50.0, lat=33.2) for place in range(20)]
    root = drawn(*many, most=5)
    squares = [one for one in root.iter(f"{NS}path") if one.get("fill") == "#d55e00"]
    assert len(squares) > 5
    assert all(float(one.get("fill-opacity", 1)) < 0.9 for one in squares)


def test_nothing_is_a_map_too() -> None:
    assert drawn().findall(f"{NS}g")
