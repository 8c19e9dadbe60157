import json
from typing import Any

import pytest

from checker.geography.geojson import GeoProblem, shape_of
from checker.geography.shapes import Area, Edges, Line, Point, Shape, Sites

RING = [[36.0, 33.0], [36.1, 33.0], [36.1, 33.1], [36.0, 33.0]]


def geometry(kind: str, coordinates: Any) -> dict[str, Any]:
    return {"type": kind, "coordinates": coordinates}


def feature(drawn: Any, name: str | None = None, number: Any = None) -> dict[str, Any]:
    named = {} if name is None else {"name": name}
    found: dict[str, Any] = {"type": "Feature", "properties": named, "geometry": drawn}
    return found if number is None else {**found, "id": number}


def collection(*features: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


def read(content: Any, wanted: str | None = None, edges: Edges = "geodesic") -> Shape:
    text = content if isinstance(content, str) else json.dumps(content)
    return shape_of(text, feature=wanted, edges=edges, accuracy_m=50.0)


def problem(content: Any, wanted: str | None = None) -> GeoProblem:
    with pytest.raises(GeoProblem) as caught:
        read(content, wanted)
    assert caught.value.message
    assert caught.value.message == str(caught.value)
    return caught.value


@pytest.mark.parametrize(
    ("kind", "coordinates", "shape"),
    [
        ("Point", [36.0, 33.0], Point(36.0, 33.0, 50.0)),
        ("Point", [36, 33, 1204.5], Point(36.0, 33.0, 50.0)),
        ("MultiPoint", [[36.0, 33.0]], Point(36.0, 33.0, 50.0)),
        ("MultiPoint", [[36, 33], [37, 33]], Sites((Point(36, 33, 50.0), Point(37, 33, 50.0)))),
        ("LineString", RING[:2], Line((((36.0, 33.0), (36.1, 33.0)),), 50.0)),
        (
            "MultiLineString",
            [RING[:2], RING[1:3]],
            Line((((36.0, 33.0), (36.1, 33.0)), ((36.1, 33.0), (36.1, 33.1))), 50.0),
        ),
        ("Polygon", [RING], Area(((tuple(map(tuple, RING)),),), 50.0)),  # type: ignore[arg-type]
        ("MultiPolygon", [[RING]], Area(((tuple(map(tuple, RING)),),), 50.0)),  # type: ignore[arg-type]
    ],
)
def test_each_kind_of_geometry_is_a_shape(kind: str, coordinates: Any, shape: Shape) -> None:
    drawn = geometry(kind, coordinates)
    for content in (drawn, feature(drawn), collection(feature(drawn))):
        assert read(content) == shape


def test_geometries_of_one_kind_are_one_shape() -> None:
    parts = [geometry("LineString", RING[:2]), geometry("MultiLineString", [RING[1:3]])]
    found = read({"type": "GeometryCollection", "geometries": parts})
    assert isinstance(found, Line)
    assert len(found.paths) == 2


def test_what_an_edge_means_is_kept() -> None:
    found = read(geometry("LineString", RING[:2]), edges="planar")
    assert isinstance(found, Line)
    assert found.edges == "planar"


TWO = collection(
    feature(geometry("Point", [36.0, 33.0]), "Line A", 7),
    feature(geometry("Point", [37.0, 33.0]), "Line B", "b"),
)


@pytest.mark.parametrize(("wanted", "lon"), [("Line A", 36.0), ("7", 36.0), ("b", 37.0)])
def test_a_feature_is_chosen_by_its_id_or_its_name(wanted: str, lon: float) -> None:
    assert read(TWO, wanted) == Point(lon, 33.0, 50.0)


def test_an_unknown_feature_is_refused_with_the_nearest_name() -> None:
    assert problem(TWO, "Line-A").hint == "did you mean 'Line A'?"
    assert problem(TWO, "zzz").hint == "name a feature of the file: 7, Line A, Line B, b"


def test_of_several_features_one_must_be_named() -> None:
    said = problem(TWO)
    assert said.message == "the file holds 2 features, and nothing says which is meant"
    assert "Line B" in said.hint


def test_a_name_that_two_features_have_names_none() -> None:
    twins = collection(*(feature(geometry("Point", [36, 33]), "camp") for _ in range(2)))
    assert problem(twins, "camp").message == "2 features have the id or name 'camp'"


def test_text_that_is_no_json_is_refused_with_its_line() -> None:
    assert problem('{"type": "Point",\n "coordinates": [1 2]}').message.startswith("line 2: ")


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"type": ' + "9" * 10_000 + "}", "", "null", "[]"]
)
def test_text_that_is_no_geojson_is_refused(text: str) -> None:
    assert problem(text).message


@pytest.mark.parametrize(
    "name", ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4326"]
)
def test_a_crs_that_is_wgs_84_is_taken(name: str) -> None:
    drawn = geometry("Point", [36, 33])
    stated = {"type": "name", "properties": {"name": name}}
    assert read({**drawn, "crs": stated}) == read(drawn)


@pytest.mark.parametrize("crs", [None, {"type": "name", "properties": {"name": "EPSG:32636"}}, 5])
def test_another_crs_is_refused(crs: Any) -> None:
    said = problem({**geometry("Point", [36, 33]), "crs": crs})
    assert "crs" in said.message
    assert "EPSG:4326" in said.hint


@pytest.mark.parametrize(
    ("coordinates", "hint"),
    [
        ([36.0, 133.0], "longitude and latitude may be swapped: longitude comes first"),
        ([33.0, -95.0], "longitude and latitude may be swapped: longitude comes first"),
        ([190.0, 33.0], "longitude runs from -180 to 180, latitude from -90 to 90 degrees"),
        (
            [500_000.0, 3_650_000.0],
            "the numbers look like metres: export the file in EPSG:4326, in degrees",
        ),
    ],
)
def test_a_position_off_the_earth_is_refused(coordinates: list[float], hint: str) -> None:
    said = problem(geometry("Point", coordinates))
    assert said.message.endswith("lies off the earth")
    assert said.hint == hint


@pytest.mark.parametrize(
    "position",
    ["[36]", "[]", '["36", "33"]', "[NaN, 33]", "[36, Infinity]", "[36, 1e999]", "[true, 33]", "5"],
)
def test_what_is_no_position_is_refused(position: str) -> None:
    assert problem(f'{{"type": "Point", "coordinates": {position}}}').message


@pytest.mark.parametrize(
    "content",
    [
        feature(None),
        collection(),
        {"type": "FeatureCollection"},
        collection(geometry("Point", [36, 33])),
        geometry("MultiPoint", []),
        geometry("MultiPolygon", []),
        geometry("Polygon", []),
        geometry("LineString", []),
        geometry("LineString", [[36, 33]]),
        geometry("LineString", [[36, 33], [36, 33]]),
        geometry("Polygon", [RING[:3]]),
        geometry("Polygon", [[*RING[:3], [36.0, 33.01]]]),
        geometry("Circle", [36, 33]),
        {"type": "GeometryCollection", "geometries": []},
        {"type": "GeometryCollection", "geometries": [None]},
        {"type": "Feature", "properties": {}, "geometry": {"coordinates": [36, 33]}},
    ],
)
def test_what_draws_nothing_is_refused(content: Any) -> None:
    assert problem(content).message


def test_a_mixture_of_kinds_is_refused() -> None:
    parts = [geometry("Point", [36, 33]), geometry("LineString", RING[:2])]
    said = problem({"type": "GeometryCollection", "geometries": parts})
    assert said.message == "the geometry mixes lines and points"


def test_an_area_that_crosses_itself_is_refused_with_the_place() -> None:
    bowtie = [[36.0, 33.0], [36.2, 33.2], [36.2, 33.0], [36.0, 33.2], [36.0, 33.0]]
    assert "(36.1, 33.1" in problem(geometry("Polygon", [bowtie])).message
