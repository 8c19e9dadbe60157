"""The cells of one report that is a JSON value."""

import pytest

from checker.reports.json_rows import feature_row, record_row
from checker.reports.json_text import Json, parsed_json
from checker.reports.rejected import Fault


def test_an_object_within_an_object_is_named_by_both_names() -> None:
    value = parsed_json('{"id": 7, "at": {"lon": 1.50, "by": {"x": null}}, "actor": ["a", "b"]}')
    assert record_row(value) == {"id": "7", "at.lon": "1.50", "at.by.x": "", "actor": "a;b"}


def test_a_truth_value_and_a_list_of_objects_are_text() -> None:
    assert record_row({"a": True, "b": [{"c": "1"}]}) == {"a": "true", "b": '{"c": "1"}'}


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("7", "R231"),
        (None, "R231"),
        (["a"], "R231"),
        (parsed_json('{"a": 1, "a": 2}'), "R232"),
        ({"a.b": "1", "a": {"b": "2"}}, "R232"),
        ({"a": "1", "a ": "2"}, "R232"),
        ({"a": "\ud800"}, "R213"),
        ({"\ud800": "a"}, "R213"),
        ({"type": "Feature", "geometry": {"type": "Circle"}}, "R214"),
    ],
)
def test_what_is_no_report_says_why(value: Json, code: str) -> None:
    found = record_row(value)
    assert isinstance(found, Fault)
    assert found.code == code
    assert found.hint


def test_a_record_that_is_a_feature_is_read_as_one() -> None:
    point: Json = {"type": "Point", "coordinates": ["36.20", "32.7"]}
    feature: Json = {"type": "Feature", "geometry": point, "properties": {"unit": "7"}}
    wanted = {"unit": "7", "lon": "36.20", "lat": "32.7"}
    assert record_row(feature) == feature_row(feature) == wanted
    assert record_row({"type": "Feature", "id": "a"}) == {"type": "Feature", "id": "a"}


@pytest.mark.parametrize("name", ["EPSG:4284", "urn:ogc:def:crs:EPSG::3857", "EPSG:4326"])
def test_a_feature_or_its_geometry_may_name_another_system(name: str) -> None:
    crs: Json = {"type": "name", "properties": {"name": name}}
    point: dict[str, Json] = {"type": "Point", "coordinates": ["36.20", "32.7"]}
    feature: dict[str, Json] = {"type": "Feature", "geometry": point, "properties": {}}
    for value in ({**feature, "crs": crs}, {**feature, "geometry": {**point, "crs": crs}}):
        found = feature_row(value)
        assert isinstance(found, Fault) is (name != "EPSG:4326")


def test_nesting_without_end_is_a_bad_row_and_no_crash() -> None:
    deep: Json = "x"
    for _ in range(5000):
        deep = {"a": deep}
    found = record_row(deep)
    assert isinstance(found, Fault)
    assert found.reason == "it is nested too deeply"
    listed: Json = "x"
    for _ in range(5000):
        listed = [listed]
    assert isinstance(record_row({"a": listed}), Fault)
    assert isinstance(feature_row({"type": "Feature", "properties": {"a": listed}}), Fault)


def test_an_outline_may_be_a_geometry() -> None:
    ring = parsed_json(
        '{"outline": {"type": "Point", "coordinates": [36.2, 32.7]}, "place": {"a": 1}}'
    )
    assert record_row(ring) == {
        "outline": '{"type": "Point", "coordinates": [36.2, 32.7]}',
        "place.a": "1",
    }
