"""The picture as a file: whole XML that asks nobody for anything."""

import re
from xml.etree import ElementTree as ET

from checker.outputs.svg import FORMAT
from tests.findings.made import finding
from tests.outputs.made import written

SEEN = finding(lon=36.0, lat=33.1, radius_m=500.0, seen_from="2018-06-01T00:00:00+03:00")


def test_it_is_whole_xml_without_scripts_links_or_outside_references() -> None:
    text = written(FORMAT, SEEN)
    root = ET.fromstring(text)
    tags = {one.tag.partition("}")[2] for one in root.iter()}
    assert tags <= {"svg", "title", "rect", "g", "path", "text", "circle", "clipPath"}
    assert re.findall(r"https?://\S+?[\"<]", text) == ['http://www.w3.org/2000/svg"']
    assert not re.search(r"href|@import|url\((?!#)", text)


def test_the_same_result_gives_the_same_bytes() -> None:
    assert written(FORMAT, SEEN) == written(FORMAT, SEEN)
    assert FORMAT.draws
