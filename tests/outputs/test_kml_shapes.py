"""Geometries, styles and descriptions of KML."""

from xml.etree import ElementTree as ET

from checker.geography.chart import NOTHING, Chart
from checker.outputs.kml_shapes import described, geometry, look_styles
from checker.outputs.shelves import GROUPS

RING = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 0.0))


def test_what_is_said_is_shown_as_it_was_though_viewers_read_html() -> None:
    shown = ET.fromstring(described(["a <script>b</script> & c", "", "d"])).text
    assert shown == "a &lt;script&gt;b&lt;/script&gt; &amp; c<br>d"


def test_a_disc_has_a_mark_in_its_middle() -> None:
    drawn = ET.fromstring(geometry(Chart(polygons=((RING,),)), (0.5, 0.5)))
    assert (drawn.tag, [part.tag for part in drawn]) == ("MultiGeometry", ["Point", "Polygon"])
    assert drawn.findtext("Point/coordinates") == "0.5,0.5"


def test_one_part_stands_alone_and_nothing_is_nothing() -> None:
    assert ET.fromstring(geometry(Chart(lines=(RING,)))).tag == "LineString"
    assert geometry(NOTHING, (0.5, 0.5)) == ""


def test_holes_are_inner_borders() -> None:
    drawn = ET.fromstring(geometry(Chart(polygons=((RING, RING, RING),))))
    assert len(drawn.findall("innerBoundaryIs")) == 2
    assert drawn.findtext("outerBoundaryIs/LinearRing/coordinates", "").startswith("0.0,0.0 1.0,0")


def test_every_standing_has_a_style() -> None:
    styles = {one.get("id") for one in ET.fromstring(f"<a>{look_styles()}</a>")}
    assert {"place", "limit", *(w for words in GROUPS.values() for w in words)} == styles
