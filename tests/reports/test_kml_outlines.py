import json

import pytest

from checker.reports.kml_outlines import outline_of
from checker.reports.rejected import Fault
from checker.reports.xml_tree import Element
from tests.reports.conftest import Read

RING = "36,33,0 36.1,33,0 36.1,33.1,0 36,33,0"


def element(name: str, *inner: Element, text: str = "") -> Element:
    return Element(name, {}, 1, parts=[text], children=[*inner])


def shape(name: str, text: str) -> Element:
    return element(name, element("coordinates", text=text))


def polygon(*rings: str) -> Element:
    names = ["outerBoundaryIs"] + ["innerBoundaryIs"] * (len(rings) - 1)
    borders = zip(names, rings, strict=True)
    return element("Polygon", *(element(one, shape("LinearRing", ring)) for one, ring in borders))


def kind(drawn: Element) -> str:
    found = outline_of(drawn)
    assert isinstance(found, str), found
    told: dict[str, str] = json.loads(found)
    return told["type"]


def test_each_shape_is_what_geojson_calls_it() -> None:
    assert kind(polygon(RING, RING)) == "Polygon"
    assert kind(shape("LineString", "36,33 36.1,33")) == "LineString"
    assert kind(shape("LinearRing", RING)) == "LineString"
    assert kind(element("MultiGeometry", polygon(RING), polygon(RING))) == "GeometryCollection"


@pytest.mark.parametrize(
    "drawn",
    [
        element("Polygon"),
        element("Track"),
        shape("LineString", ""),
        shape("LineString", "36,33 x,33"),
        shape("LineString", "36 33"),
        polygon("36,33", "nothing"),
        element("MultiGeometry", shape("Point", "1,2 3,4")),
        element("MultiGeometry", element("Polygon")),
    ],
)
def test_what_draws_nothing_says_why(drawn: Element) -> None:
    found = outline_of(drawn)
    assert isinstance(found, Fault)
    assert found.code == "R214"


def test_a_polygon_is_the_ground_that_the_report_is_on(read: Read) -> None:
    data = "".join(
        f'<Data name="{name}"><value>{value}</value></Data>'
        for name, value in (("kind", "position"), ("actor", "red"), ("seen_from", "2018-06"))
    )
    ring = f"<LinearRing><coordinates>{RING}</coordinates></LinearRing>"
    text = (
        f'<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><ExtendedData>{data}</ExtendedData>'
        f"<Polygon><outerBoundaryIs>{ring}</outerBoundaryIs></Polygon></Placemark></kml>"
    )
    (batch,) = read(text, "r.kml").batches()
    assert batch.at.own is not None
    assert batch.at.own.tolist() == [0]
