"""GeoJSON features: the properties are the columns, as they were typed."""

import json
from typing import Any

import numpy as np
import pytest

from checker.values.diagnostic import CheckerError
from tests.reports.conftest import Read

POINT = {"type": "Point", "coordinates": [36.2, 32.7]}
SAID = {"kind": "position", "radius_m": 100, "seen_from": "2018-06-01", "actor": ["red", "green"]}


def feature(geometry: Any = POINT, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": SAID | properties}


def collection(*features: Any, **more: Any) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features, **more})


def test_a_point_with_its_properties_is_a_report(read: Read) -> None:
    (batch,) = read(collection({**feature(), "id": 7}), "r.geojson").batches()
    assert tuple(batch.ids) == ("7",)
    assert (batch.at.lon_deg[0], batch.at.lat_deg[0], batch.at.radius_m[0]) == (36.2, 32.7, 100.0)
    assert batch.actors.codes.tolist() == [0, 1]
    assert batch.line.tolist() == [0]


def test_a_report_without_an_id_is_named_by_its_number(read: Read) -> None:
    (batch,) = read(collection(feature(), feature()), "r.geojson").batches()
    assert tuple(batch.ids) == ("r.geojson#1", "r.geojson#2")


def test_a_feature_without_a_geometry_may_name_its_place(read: Read) -> None:
    (batch,) = read(collection(feature(), feature(None, place="camp")), "r.geojson").batches()
    assert batch.at.area.tolist() == [-1, 0]
    assert str(batch.at.lon_deg[1]) == "nan"


@pytest.mark.parametrize(
    ("geometry", "code"),
    [
        ({"type": "Polygon", "coordinates": []}, "R241"),
        ({"type": "Circle", "coordinates": [1, 2]}, "R214"),
        ({"type": "Point", "coordinates": [36.2]}, "R214"),
        ({"type": "Point", "coordinates": "36.2 32.7"}, "R214"),
        ([36.2, 32.7], "R214"),
        ({"type": "Point", "coordinates": [32.7, 136.2]}, "R203"),
        ({"type": "Point", "coordinates": ["east", 32.7]}, "R202"),
        ({"type": "Point", "coordinates": [None, 32.7]}, "R216"),
    ],
)
def test_what_is_no_point_on_earth_is_a_bad_row(read: Read, geometry: Any, code: str) -> None:
    reports = read(collection(feature(), feature(geometry)), "r.geojson")
    assert [(one.row, one.code) for one in reports.rejected] == [(2, code)]
    assert str(reports.rejected[0]).startswith("r.geojson#2: ")


def test_numbers_that_are_no_numbers_are_named(read: Read) -> None:
    text = collection(feature()).replace("36.2", "NaN")
    (one,) = read(text, "r.geojson").rejected
    assert (one.code, one.column) == ("R202", "lon")


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "R108", 1),
        ("[]", "R102", 1),
        ('{"type": "Feature"}', "R108", 1),
        ('{"type": "FeatureCollection"}', "R108", 1),
        ('{"type": "FeatureCollection",\n"features": [}', "R108", 2),
        ('{"a":' * 100_000, "R108", 1),
        (collection(crs={"type": "name", "properties": {"name": "EPSG:32636"}}), "R102", 1),
        (collection(crs={"type": "name", "properties": {"name": "EPSG:43261"}}), "R102", 1),
    ],
)
def test_what_is_no_collection_in_wgs_84_is_refused_with_a_hint(
    read: Read, text: str, code: str, line: int
) -> None:
    with pytest.raises(CheckerError) as error:
        read(text, "r.geojson")
    (one,) = error.value.diagnostics
    assert (one.code, one.span.line if one.span else None) == (code, line)
    assert one.hint


def test_a_collection_without_features_is_a_file_of_no_reports(read: Read) -> None:
    assert read(collection(), "r.geojson").inputs[0].rows == 0


def test_a_key_that_stands_twice_is_refused_for_its_feature_alone(read: Read) -> None:
    text = collection(feature(), feature()).replace('"kind": "position"', '"kind": "x"', 1)
    doubled = text.replace('"kind": "x"', '"kind": "position", "kind": "denial"')
    reports = read(doubled, "r.geojson")
    assert [(one.row, one.code) for one in reports.rejected] == [(1, "R214")]
    assert reports.rejected[0].reason == "the key 'kind' stands here twice"


def test_a_key_that_stands_twice_at_the_top_loses_no_reports(read: Read) -> None:
    with pytest.raises(CheckerError) as error:
        read(collection(feature()).replace("{", '{"features": [], ', 1), "r.geojson")
    (one,) = error.value.diagnostics
    assert one.code == "R108"
    assert one.message == "the key 'features' stands twice at the top of the file"
    assert one.hint


def test_half_a_character_is_refused_for_its_feature_alone(read: Read) -> None:
    reports = read(collection(feature(), feature(unit="\ud800x")), "r.geojson")
    assert [(one.row, one.code) for one in reports.rejected] == [(2, "R213")]


def test_a_file_that_is_not_utf_8_is_read_with_a_warning(read: Read) -> None:
    content = collection(feature(note="M")).replace('"M"', '"M\u00fcller"').encode("cp1252")
    assert [one.code for one in read(content, "r.geojson").diagnostics] == ["R152"]


def test_an_area_is_where_it_is_drawn_and_needs_no_radius(read: Read) -> None:
    ring = [[36, 33], [36.1, 33], [36.1, 33.1], [36, 33]]
    said = {"kind": "position", "actor": "red", "seen_from": "2018-06-01"}
    drawn = {"type": "Feature", "properties": said}
    features = [
        {**drawn, "geometry": {"type": "Polygon", "coordinates": [ring]}},
        {**drawn, "geometry": {"type": "LineString", "coordinates": ring[:2]}},
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features})
    (batch,) = read(text, "r.geojson").batches()
    assert batch.at.own is not None
    assert batch.at.own.tolist() == [0, 1]
    assert np.isfinite(batch.at.radius_m).all()


def test_a_broken_byte_rejects_its_feature_alone(read: Read) -> None:
    text = collection(feature(note="?"), feature(note="!"), feature()).replace("?", "ï")
    reports = read(text.encode().replace(b"!", b"\xef"), "r.geojson")
    assert [(one.place, one.code) for one in reports.rejected] == [("r.geojson#2", "R213")]
    assert reports.inputs[0].rows == 2
