"""KMZ: the KML file of an archive."""

import io
import zipfile

import pytest

from checker.reports.kmz import READER
from checker.values.diagnostic import CheckerError
from tests.reports.conftest import Read
from tests.reports.test_kml import DATA, POINT, TIME, kml

TEXT = kml(DATA + TIME + POINT, DATA + TIME + "<Polygon/>")


def kmz(**members: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in members.items():
            made.writestr(name.replace("_kml", ".kml").replace("_png", ".png"), text)
    return stream.getvalue()


@pytest.mark.parametrize(
    "members",
    [
        {"doc_kml": TEXT},
        {"a_kml": TEXT, "x_png": "x"},
        {"a_kml": "", "doc_kml": TEXT},
        {"a_kml": TEXT, "__MACOSX/._a_kml": "x"},
    ],
)
def test_the_kml_file_is_read_and_its_lines_are_told(read: Read, members: dict[str, str]) -> None:
    reports = read(kmz(**members), "r.kmz")
    assert [tuple(batch.ids) for batch in reports.batches()] == [("r.kmz:3",)]
    assert [one.place for one in reports.rejected] == ["r.kmz:4"]


def links(*names: str) -> str:
    one = "<NetworkLink><Link><href>%s</href></Link></NetworkLink>"
    return "<kml><Document>" + "".join(one % name for name in names) + "</Document></kml>"


def test_a_layer_that_the_main_file_only_links_to_is_read(read: Read) -> None:
    reports = read(kmz(doc_kml=links("a.kml"), a_kml=TEXT), "r.kmz")
    assert [tuple(batch.ids) for batch in reports.batches()] == [("r.kmz:3",)]
    with pytest.raises(CheckerError, match="R123: the archive has several KML files"):
        read(kmz(doc_kml=links("a.kml", "b.kml"), a_kml=TEXT, b_kml=TEXT), "r.kmz")
    elsewhere = read(kmz(doc_kml=links("a.kml", "http://x/b.kml"), a_kml=TEXT), "r.kmz")
    assert [one.code for one in elsewhere.rejected] == ["R236", "R236"]


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ({"x_png": "x"}, "R102: .* a ZIP archive, which holds 'x.png'"),
        ({"a_kml": TEXT, "b_kml": TEXT}, "R123: the archive has several KML files, a.kml, b.kml"),
    ],
)
def test_an_archive_that_does_not_say_which_is_refused(
    read: Read, members: dict[str, str], said: str
) -> None:
    with pytest.raises(CheckerError, match=said):
        read(kmz(**members), "r.kmz")


def test_an_archive_in_an_archive_is_not_unpacked(read: Read) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("doc.kml", kmz(doc_kml=TEXT))
    with pytest.raises(
        CheckerError, match=r"R102: 'doc\.kml' in the archive is no KML: it is a ZIP"
    ):
        read(stream.getvalue(), "r.kmz")


def test_what_is_damaged_within_is_refused(read: Read) -> None:
    content = bytearray(kmz(doc_kml=TEXT))
    content[60:70] = bytes(10)
    with pytest.raises(CheckerError, match="R108"):
        read(bytes(content), "r.kmz")
    with pytest.raises(CheckerError, match="R102: the file is not KMZ: it seems to be KML"):
        read(TEXT, "r.kmz")


def test_entities_are_refused_within_too(read: Read) -> None:
    with pytest.raises(CheckerError, match="R122"):
        read(kmz(doc_kml='<!DOCTYPE a [<!ENTITY b "c">]>' + TEXT), "r.kmz")


def test_an_archive_is_told_by_its_first_file() -> None:
    assert READER.is_start(kmz(doc_kml=TEXT))
    assert not READER.is_start(kmz(x_png="x"))
