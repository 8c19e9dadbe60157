"""KML: a Placemark is a report, with what its extended data say."""

import pytest

from checker.values.diagnostic import CheckerError
from tests.reports.conftest import Read

POINT = "<Point><coordinates> 36.20,32.7,0 </coordinates></Point>"
TIME = "<TimeStamp><when>2018-06-01T12:00:00Z</when></TimeStamp>"
DATA = (
    '<ExtendedData><Data name="kind"><value>position</value></Data>'
    '<Data name="radius_m"><displayName>x</displayName><value>100</value></Data>'
    '<Data name="actor"><value>red</value></Data></ExtendedData>'
)


def kml(*placemarks: str, around: str = "{}") -> str:
    inner = "\n".join(f"<Placemark>{one}</Placemark>" for one in placemarks)
    return f'<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n{around.format(inner)}\n</Document>\n</kml>'


def test_a_placemark_with_a_point_and_a_stamp_is_a_report(read: Read) -> None:
    (batch,) = read(kml(DATA + TIME + POINT), "r.kml").batches()
    assert tuple(batch.ids) == ("r.kml:3",)
    assert (batch.at.lon_deg[0], batch.at.lat_deg[0], batch.at.radius_m[0]) == (36.2, 32.7, 100.0)
    assert batch.from_us[0] == batch.to_us[0] == 1527854400_000_000


def test_a_span_is_the_time_in_which_it_was(read: Read) -> None:
    span = "<TimeSpan><begin>2018-06-01</begin><end>2018-06-02</end></TimeSpan>"
    (batch,) = read(kml(DATA + span + POINT), "r.kml").batches()
    assert batch.to_us[0] - batch.from_us[0] == 2 * 86_400_000_000 - 1


def test_typed_data_name_description_and_folders_are_columns(read: Read) -> None:
    data = (
        '<ExtendedData><SchemaData schemaUrl="#s"><SimpleData name="unit">7</SimpleData>'
        '<SimpleData name="kind">position</SimpleData></SchemaData></ExtendedData>'
    )
    text = kml(
        f"<name>red</name><description>seen</description>{data}{TIME}{POINT}",
        around="<name>May</name><Folder><name>Day 1</name>{}</Folder>",
    )
    reports = read(text, "r.kml", mapping=mapping("actor: name", "note: folder"), radius_m=100.0)
    (batch,) = reports.batches()
    assert batch.spellings[batch.note.written[0]] == "May / Day 1"
    assert batch.actors.codes.tolist() == [0]


def mapping(*columns: str) -> object:
    from checker.reports.mapping_tree import mapping_from  # noqa: PLC0415 - the last one here
    from tests.reports.conftest import tree_of  # noqa: PLC0415

    return mapping_from("map.yaml", tree_of("columns: {" + ", ".join(columns) + "}"))


@pytest.mark.parametrize(
    ("placemark", "code", "said"),
    [
        (DATA + TIME + "<Polygon/>", "R214", "no outer boundary"),
        (DATA + TIME + f"<MultiGeometry>{POINT}<Model/></MultiGeometry>{POINT}", "R214", "several"),
        (DATA + TIME + "<Model/>", "R214", "a Model"),
        (DATA + TIME + "<Point><coordinates>1,2 3,4</coordinates></Point>", "R214", "several"),
        (DATA + TIME + "<Point/>", "R214", "no coordinates"),
        (DATA + "<TimeSpan><begin>2018-06-01</begin></TimeSpan>" + POINT, "R235", "no end"),
        (DATA + "<TimeSpan><end>2018-06-01</end></TimeSpan>" + POINT, "R235", "no begin"),
        (DATA.replace("radius_m", "kind") + TIME + POINT, "R232", "'kind'"),
        (DATA.replace("radius_m", "lon") + TIME + POINT, "R232", "'lon' is given twice"),
        (DATA + TIME + POINT.replace("36.20", "east"), "R202", "east"),
    ],
)
def test_a_bad_placemark_is_rejected_alone(
    read: Read, placemark: str, code: str, said: str
) -> None:
    good = DATA + TIME + POINT
    reports = read(kml(good, placemark, good), "r.kml")
    (one,) = reports.rejected
    assert (one.place, one.code) == ("r.kml:4", code)
    assert said in one.reason
    assert (reports.inputs[0].rows, reports.inputs[0].quarantined) == (2, 1)


def test_a_link_to_another_file_is_not_followed_and_not_passed_over(read: Read) -> None:
    link = "<NetworkLink><Link><href>https://example.org/x.kml</href></Link></NetworkLink>{}"
    reports = read(kml(DATA + TIME + POINT, around=link), "r.kml")
    assert [(one.line, one.code) for one in reports.rejected] == [(3, "R236")]


def test_nobody_and_no_radius_are_made_up(read: Read) -> None:
    with pytest.raises(CheckerError) as refused:
        read(kml(TIME + POINT), "r.kml")
    assert {one.code for one in refused.value.diagnostics} == {"R105", "R106", "R107"}


def test_a_file_without_placemarks_holds_no_reports(read: Read) -> None:
    assert read(kml(), "r.kml").inputs[0].rows == 0


def test_another_kind_of_xml_is_refused(read: Read) -> None:
    with pytest.raises(CheckerError, match="R102: the file is not KML: it seems to be GPX"):
        read("<gpx/>", "r.kml")
    with pytest.raises(CheckerError, match="R108"):
        read("", "r.kml")
