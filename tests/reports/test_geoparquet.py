"""GeoParquet: points as lon and lat, in WGS 84 alone."""

import io
import json
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import shapely

from checker.reports import Reports
from checker.values.diagnostic import CheckerError
from tests.reports.conftest import Read

POINTS = [shapely.Point(36.2, 32.7), shapely.Point(36.3, 32.8), None]


def said(**column: Any) -> dict[str, Any]:
    return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}


def content(geometries: Any, geo: Any, **more: Any) -> bytes:
    count = len(geometries)
    held = (
        geometries
        if isinstance(geometries, pa.Array)
        else pa.array(
            [None if one is None else shapely.to_wkb(one) for one in geometries], pa.binary()
        )
    )
    columns = {
        "id": [f"r{number}" for number in range(count)],
        "kind": ["position"] * count,
        "radius_m": [100] * count,
        "seen_from": ["2018-06-01"] * count,
        "actor": ["red"] * count,
        **more,
    }
    table = pa.table({**{name: pa.array(one) for name, one in columns.items()}, "geometry": held})
    stream = io.BytesIO()
    pq.write_table(table.replace_schema_metadata({"geo": json.dumps(geo)}), stream)
    return stream.getvalue()


def places(reports: Reports) -> list[tuple[str, float, float]]:
    return [
        (batch.ids[row], float(batch.at.lon_deg[row]), float(batch.at.lat_deg[row]))
        for batch in reports.batches()
        for row in range(len(batch))
    ]


@pytest.mark.parametrize(
    "crs",
    [
        {},
        {"crs": {"id": {"authority": "OGC", "code": "CRS84"}}},
        {"crs": {"id": {"authority": "EPSG", "code": 4326}}},
    ],
)
def test_points_are_lon_and_lat(read: Read, crs: dict[str, Any]) -> None:
    reports = read(content(POINTS[:2], said(encoding="WKB", **crs)), "r.parquet")
    assert places(reports) == [("r0", 36.2, 32.7), ("r1", 36.3, 32.8)]
    assert reports.diagnostics == ()


def test_points_as_pairs_of_numbers_are_read_too(read: Read) -> None:
    pairs = pa.array(
        [{"x": 36.2, "y": 32.7}], pa.struct([("x", pa.float64()), ("y", pa.float64())])
    )
    assert places(read(content(pairs, said(encoding="point")), "r.parquet")) == [("r0", 36.2, 32.7)]


def test_a_shape_that_is_no_point_is_where_it_is_drawn(read: Read) -> None:
    shapes = [POINTS[0], shapely.box(36, 32, 37, 33), POINTS[1]]
    (batch,) = read(content(shapes, said(encoding="WKB")), "r.parquet").batches()
    assert batch.at.lon_deg.tolist() == [36.2, pytest.approx(36.5, abs=1e-3), 36.3]
    assert batch.at.own is not None
    assert batch.at.own.tolist() == [-1, 0, -1]


def test_areas_alone_need_no_radius(read: Read) -> None:
    areas = content([shapely.box(36, 32, 37, 33)], said(encoding="WKB", geometry_types=["Polygon"]))
    table = pq.read_table(io.BytesIO(areas)).drop_columns(["radius_m"])
    stream = io.BytesIO()
    pq.write_table(table, stream)
    (batch,) = read(stream.getvalue(), "r.parquet").batches()
    assert batch.at.own is not None


@pytest.mark.parametrize(
    ("kinds", "shape", "said_of_it"),
    [
        (["Point"], shapely.to_wkb(shapely.box(36, 32, 37, 33)), "a Polygon in a column of points"),
        ([], shapely.to_wkb(shapely.box(36, 32, 37, 33))[:40], "a damaged Polygon"),
        ([], b"nothing", "nothing known"),
    ],
)
def test_a_geometry_that_draws_no_place_is_a_bad_row_and_the_others_keep_their_numbers(
    read: Read, kinds: list[str], shape: bytes, said_of_it: str
) -> None:
    held = pa.array([shapely.to_wkb(POINTS[0]), shape, shapely.to_wkb(POINTS[1])], pa.binary())
    reports = read(content(held, said(encoding="WKB", geometry_types=kinds)), "r.parquet")
    assert places(reports) == [("r0", 36.2, 32.7), ("r2", 36.3, 32.8)]
    assert [str(one) for one in reports.rejected] == [
        f"r.parquet#2: R214: the geometry is {said_of_it}, which draws no place"
    ]
    assert [batch.row.tolist() for batch in reports.batches()] == [[1, 3]]


def test_columns_called_lon_and_lat_go_before_the_geometry(read: Read) -> None:
    held = content(POINTS[:1], said(encoding="WKB"), lon=[10.0], lat=[50.0])
    assert places(read(held, "r.parquet")) == [("r0", 10.0, 50.0)]


@pytest.mark.parametrize("crs", [None, {"id": {"authority": "EPSG", "code": 32636}}, {"name": "x"}])
def test_other_coordinates_are_refused(read: Read, crs: Any) -> None:
    with pytest.raises(CheckerError, match="R102: the coordinates are not WGS 84"):
        read(content(POINTS[:1], said(encoding="WKB", crs=crs)), "r.parquet")


@pytest.mark.parametrize(
    "geo", [7, {}, {"primary_column": "geometry", "columns": []}, said(encoding="polygon")]
)
def test_what_says_nothing_of_points_has_none(read: Read, geo: Any) -> None:
    with pytest.raises(CheckerError, match="R105: the file does not say where"):
        read(content(POINTS[:1], geo), "r.parquet")
