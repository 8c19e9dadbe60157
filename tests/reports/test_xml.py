"""XML: its first element says which format it is."""

import io

import pytest

from checker.reports import open_reports
from checker.reports.opening import READERS
from checker.reports.options import ReadOptions
from checker.values.diagnostic import CheckerError
from tests.reports.conftest import Read
from tests.reports.test_cot import event
from tests.reports.test_gpx import gpx, point
from tests.reports.test_kml import DATA, POINT, TIME, kml


@pytest.mark.parametrize(
    ("text", "line"), [(kml(DATA + TIME + POINT), 3), (gpx(point()), 2), (event(), 1)]
)
def test_a_file_is_read_as_its_first_element_says(read: Read, text: str, line: int) -> None:
    reports = read(text, "r.xml", kind="position", radius_m=100.0)
    assert [batch.line.tolist() for batch in reports.batches()] == [[line]]
    piped = open_reports(
        ["-"], ReadOptions(kind="position", radius_m=100.0), io.BytesIO(text.encode())
    )
    assert piped.inputs[0].rows == 1


@pytest.mark.parametrize("text", ["<svg/>", "id,kind\n", "\n"])
def test_other_xml_is_refused_by_the_name_of_its_first_element(read: Read, text: str) -> None:
    said = "R102: the file is no(t XML: it seems to be XML whose first| XML that is read)"
    with pytest.raises(CheckerError, match=said):
        read(text, "r.xml")


def test_xml_on_stdin_is_told_from_a_table() -> None:
    def first(head: bytes) -> str:
        return next(reader.name for reader in READERS if reader.is_start(head))

    assert first(b"<?xml version='1.0'?><html>") == "XML"
    assert first(b"id,<kml>\n") == "CSV"


def test_entities_are_refused_under_the_name_of_any_xml(read: Read) -> None:
    with pytest.raises(CheckerError, match="R122"):
        read('<!DOCTYPE k [<!ENTITY a "b">]>\n<kml><Placemark/></kml>', "r.xml")
