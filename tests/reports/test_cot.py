"""Cursor on Target: events with a point, an error and a time."""

import math

import pytest

from checker.values.diagnostic import CheckerError
from tests.reports.conftest import Read

SAID = {"kind": "position"}


def event(
    kind: str = "a-h-G-U-C",
    ce: str = "45.3",
    start: str = "2018-06-01T12:00:00.00Z",
    time: str = "2018-06-01T12:00:00.00Z",
    detail: str = "<actor>red</actor>",
) -> str:
    return (
        f'<event version="2.0" uid="J-1" type="{kind}" how="h-e" time="{time}" start="{start}" '
        f'stale="2019-06-01T12:05:00Z"><point lat="32.7" lon="36.2" hae="-22.0" ce="{ce}" '
        f'le="9999999.0"/><detail>{detail}</detail></event>'
    )


@pytest.mark.parametrize(
    "text",
    [
        event(),
        f"<events>{event()}</events>",
        f'<?xml version="1.0"?>{event()}',
    ],
)
def test_an_event_is_a_report_within_its_circular_error(read: Read, text: str) -> None:
    (batch,) = read(text, "r.cot", **SAID).batches()
    assert tuple(batch.ids) == ("r.cot:1",)
    assert (batch.at.lon_deg[0], batch.at.lat_deg[0], batch.at.radius_m[0]) == (36.2, 32.7, 45.3)
    assert batch.from_us[0] == batch.to_us[0] == 1527854400_000_000


@pytest.mark.parametrize("declaration", ["", '<?xml version="1.0" encoding="UTF-8"?>'])
def test_documents_one_after_the_other_are_read_line_by_line(read: Read, declaration: str) -> None:
    text = "\n".join([declaration + event()] * 300)
    (batch,) = read(text, "r.cot", **SAID).batches()
    assert batch.line.tolist() == list(range(1, 301))


@pytest.mark.parametrize(
    ("kind", "detail"),
    [
        ("u-d-c-c", ""),
        ("u-d-r", ""),
        ("u-d-f", ""),
        ("a-h-G", '<shape><ellipse major="500" minor="500" angle="0"/></shape>'),
    ],
)
def test_the_middle_of_a_drawing_is_not_as_exact_as_its_error(
    read: Read, kind: str, detail: str
) -> None:
    text = event(kind, detail=f"<actor>red</actor>{detail}")
    (batch,) = read(text, "r.cot", **SAID).batches()
    assert math.isnan(batch.at.radius_m[0])


@pytest.mark.parametrize("ce", ["9999999.0", "9999999", "1e9", "", "0", "0.0"])
def test_an_error_that_nobody_knows_is_no_radius(read: Read, ce: str) -> None:
    (batch,) = read(event(ce=ce), "r.cot", **SAID).batches()
    assert math.isnan(batch.at.radius_m[0])


def test_the_type_is_told_in_words_and_details_by_their_paths(read: Read) -> None:
    detail = '<contact callsign="x"/><track speed="3"/><link uid="1"/><link uid="2"/><type>y</type>'
    reports = read(event(detail=detail + "<actor>red</actor>"), "r.cot", **SAID)
    opened = reports._files[0].opened
    (block,) = opened.blocks()
    cells = {name: column.texts().at(0) for name, column in block.columns.items()}
    wanted = {
        "affiliation": "hostile",
        "dimension": "ground",
        "contact.callsign": "x",
        "track.speed": "3",
        "link.uid": "1;2",
        "detail.type": "y",
        "type": "a-h-G-U-C",
        "uid": "J-1",
        "stale": "2019-06-01T12:05:00Z",
        "point.hae": "-22.0",
    }
    assert wanted.items() <= cells.items()


@pytest.mark.parametrize(
    ("kind", "affiliation", "dimension"),
    [
        ("a-f-A-M-F-Q", "friend", "air"),
        ("a-u-S", "unknown", "sea surface"),
        ("a-.-G", "", "ground"),
        ("b-m-p-s-m", "", ""),
        ("a", "", ""),
        ("", "", ""),
    ],
)
def test_only_atoms_have_an_affiliation(
    read: Read, kind: str, affiliation: str, dimension: str
) -> None:
    (block,) = read(event(kind=kind), "r.cot", **SAID)._files[0].opened.blocks()
    found = tuple(block.columns[name].texts().at(0) for name in ("affiliation", "dimension"))
    assert found == (affiliation, dimension)


def test_a_forecast_is_no_sighting_and_a_late_report_is_one(read: Read) -> None:
    later, sooner = event(start="2018-06-01T12:00:00.5Z"), event(start="2018-05-01T12:00:00Z")
    reports = read(f"<events>\n{later}\n{sooner}\n{event()}</events>", "r.cot", **SAID)
    assert [(one.line, one.code) for one in reports.rejected] == [(2, "R236")]
    assert reports.inputs[0].rows == 2


def test_what_was_taken_for_the_radius_is_said(read: Read) -> None:
    codes = [one.code for one in read(event(), "r.cot", **SAID).diagnostics]
    assert codes[0] == "R162"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (event() + event()[:-3], "R108"),
        ('<!DOCTYPE a [<!ENTITY b "c">]>' + event(), "R122"),
        ("<kml/>", "R102"),
        ("", "R108"),
    ],
)
def test_what_is_damaged_or_something_else_is_refused(read: Read, text: str, code: str) -> None:
    with pytest.raises(CheckerError, match=code):
        read(text, "r.cot", **SAID)


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        (event(ce="wide"), "R202"),
        (event(ce="-5"), "R203"),
        (event(start="noon", time="noon"), "R204"),
    ],
)
def test_a_bad_event_is_rejected_alone(read: Read, bad: str, code: str) -> None:
    reports = read(f"<events>\n{event()}\n{bad}\n{event()}\n</events>", "r.cot", **SAID)
    assert [(one.line, one.code) for one in reports.rejected] == [(3, code)]


def test_an_event_without_a_point_is_nowhere(read: Read) -> None:
    (batch,) = read(event().replace("<point", "<pnt"), "r.cot", **SAID).batches()
    assert math.isnan(batch.at.lon_deg[0])
