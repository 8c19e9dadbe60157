"""Elements of an XML text as they were, within the tags that stood round them."""

from typing import Any
from xml.etree import ElementTree as ET

import pytest

from checker.reports import source

PLACE = (
    "<Placemark  id='%s'><!-- > --><name>n</name><TimeStamp><when>2018</when></TimeStamp>"
    '<gx:x a="&gt;>"/><ExtendedData><Data name="actor"><value>é</value></Data></ExtendedData>'
    "<Point><coordinates>36,33</coordinates></Point></Placemark >"
)
HEAD = (
    '<?xml version="1.0"?>\n<!-- made by hand -->\n<kml xmlns="http://www.opengis.net/kml/2.2">\n'
)
OUTER = '<Document xmlns:gx="u" ><name>all</name>\n<Folder><name>A</name>'


@pytest.mark.parametrize("size", [11, 1 << 22])
def test_a_placemark_stays_in_its_folders_with_all_their_namespaces(
    apart: Any, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(source, "PIECE_BYTES", size)
    text = (
        f"{HEAD}{OUTER}{PLACE % 1}{PLACE % 2}</Folder><Folder><name>B</name>{PLACE % 3}</Folder>"
        f"{PLACE % 4}</Document></kml>"
    )
    written = apart(text, "r.kml", 2, 3).decode()
    assert written.startswith(HEAD)
    assert [PLACE % number in written for number in (1, 2, 3, 4)] == [False, True, True, False]
    root = ET.fromstring(written)
    names = [one.text for one in root.iter("{http://www.opengis.net/kml/2.2}name")]
    assert names == ["all", "A", "n", "B", "n"]


def test_a_text_of_two_bytes_a_character_keeps_them(apart: Any) -> None:
    place = (PLACE % 1).replace("gx:", "")
    text = f'<?xml version="1.0" encoding="utf-16"?><kml>{place}{place}</kml>'
    written = apart(text.encode("utf-16"), "r.kml", 2)
    assert place.encode("utf-16-le") in written
    assert len(ET.fromstring(written)) == 1


def test_points_stay_in_their_track(apart: Any) -> None:
    point = '<trkpt lon="36" lat="33"><time>2018-06-01T00:00:00Z</time><actor>a</actor></trkpt>'
    text = f"<gpx><trk><name>t</name><trkseg>{point}{point}</trkseg></trk></gpx>"
    track = "<trk><name>t</name>\n<trkseg>\n"
    assert apart(text, "r.gpx", 1).decode() == (
        f"<gpx>\n{track}{point}\n</trkseg>\n</trk>\n</gpx>\n"
    )


def test_an_event_that_is_the_whole_text_is_the_whole_text(apart: Any) -> None:
    event = (
        '<event type="a-h-G" time="2018-06-01T12:00:00Z" start="2018-06-01T12:00:00Z">'
        '<point lat="32.7" lon="36.25" ce="100"/><detail><actor>a</actor></detail></event>'
    )
    text = f'<?xml version="1.0"?>\n{event}'
    assert apart(text, "r.cot", 1).decode() == f"{text}\n"
    several = apart(f"{text}\n{text}", "r.cot", 2).decode()
    assert several == f"<events>\n{event}\n</events>\n"
