"""Points as GeoParquet holds them."""

import math

import pyarrow as pa
import pytest
import shapely

from checker.outputs.geoparquet import points_of


@pytest.mark.parametrize("count", [0, 1, 7, 8, 9, 70])
def test_points_are_those_of_the_positions_and_the_rest_is_null(count: int) -> None:
    lon = [None if n % 3 == 1 else n * 1.5 for n in range(count)]
    lat = [None if n % 5 == 2 else -n * 0.75 for n in range(count)]
    array = points_of(lon, lat)
    array.validate(full=True)
    assert array.type == pa.binary()
    assert array.to_pylist() == [
        None if x is None or y is None else shapely.Point(x, y).wkb
        for x, y in zip(lon, lat, strict=True)
    ]


def test_what_is_no_number_is_no_point() -> None:
    assert points_of([math.nan, 1.0], [1.0, math.inf]).null_count == 2
