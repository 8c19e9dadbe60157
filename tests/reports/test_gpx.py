"""GPX: waypoints and points of tracks."""

import pytest

from checker.values.diagnostic import CheckerError
from tests.reports.conftest import Read

TIME = "<time>2018-06-01T12:00:00Z</time>"
SAID = {"kind": "position", "radius_m": 100.0}


def gpx(*points: str) -> str:
    inner = "\n".join(points)
    return f'<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">\n{inner}\n</gpx>'


def point(name: str = "wpt", inner: str = TIME + "<actor>red</actor>", lat: str = "32.7") -> str:
    return f'<{name} lon="36.2" lat="{lat}">{inner}</{name}>'


def test_waypoints_and_points_of_tracks_are_reports(read: Read) -> None:
    track = f"<trk><name>T</name><trkseg>\n{point('trkpt')}\n{point('trkpt')}</trkseg></trk>"
    reports = read(gpx(point(), track), "r.gpx", **SAID)
    (batch,) = reports.batches()
    assert tuple(batch.ids) == ("r.gpx:2", "r.gpx:4", "r.gpx:5")
    assert batch.at.lon_deg.tolist() == [36.2] * 3
    assert batch.from_us.tolist() == [1527854400_000_000] * 3
    assert "track" in str(reports.diagnostics[0])


def test_extensions_are_columns_by_their_own_names(read: Read) -> None:
    inner = TIME + (
        '<extensions xmlns:o="x"><o:actor>red</o:actor><o:kind>position</o:kind>'
        "<o:radius_m>50</o:radius_m></extensions>"
    )
    (batch,) = read(gpx(point(inner=inner)), "r.gpx").batches()
    assert batch.at.radius_m.tolist() == [50.0]


def test_a_planned_route_is_no_sighting(read: Read) -> None:
    reports = read(gpx(point(), f"<rte>{point('rtept')}</rte>"), "r.gpx", **SAID)
    assert [(one.line, one.code) for one in reports.rejected] == [(3, "R236")]
    assert reports.inputs[0].rows == 1


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        (point(lat="north"), "R202"),
        (point(lat="132.7"), "R203"),
        ('<wpt lon="36.2">' + TIME + "<actor>red</actor></wpt>", "R216"),
        (point(inner=TIME + "<actor>red</actor><x><lon>9</lon></x>"), "R232"),
        (point(inner="<actor>red</actor><time>12:00</time>"), "R204"),
        (point(inner=TIME + "<actor>red</actor><actor>green</actor>"), "R232"),
    ],
)
def test_a_bad_point_is_rejected_alone(read: Read, bad: str, code: str) -> None:
    reports = read(gpx(point(), bad, point()), "r.gpx", **SAID)
    assert [(one.line, one.code) for one in reports.rejected] == [(3, code)]
    assert (reports.inputs[0].rows, reports.inputs[0].quarantined) == (2, 1)


def test_nobody_is_made_up_from_the_name_of_a_point(read: Read) -> None:
    with pytest.raises(CheckerError, match="R105: its only report does not say who"):
        read(gpx(point(inner=TIME + "<name>red</name>")), "r.gpx", **SAID)
