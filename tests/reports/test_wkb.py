"""Points in well-known binary, in all forms that programs write."""

import struct

import numpy as np
import pyarrow as pa
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from checker.reports.wkb import points_of

POINT = shapely.Point(36.2, 32.7)


def read(*values: bytes | None) -> tuple[list[float], list[float], dict[int, str]]:
    found = points_of(pa.array(values, pa.binary()))
    return found.lon_deg.tolist(), found.lat_deg.tolist(), found.others


@pytest.mark.parametrize(
    "value",
    [
        shapely.to_wkb(POINT),
        shapely.to_wkb(POINT, byte_order=0),
        shapely.to_wkb(POINT, include_srid=True),
        shapely.to_wkb(shapely.set_srid(POINT, 4326), include_srid=True),
        shapely.to_wkb(shapely.Point(36.2, 32.7, 500), flavor="iso"),
        shapely.to_wkb(shapely.Point(36.2, 32.7, 500), flavor="extended"),
        struct.pack("<BI4d", 1, 3001, 36.2, 32.7, 1, 2),
    ],
)
def test_a_point_is_read_in_every_form(value: bytes) -> None:
    assert read(value) == ([36.2], [32.7], {})


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (shapely.to_wkb(shapely.LineString([(0, 0), (1, 1)])), "LineString"),
        (shapely.to_wkb(shapely.MultiPoint([(0, 0)])), "MultiPoint"),
        (shapely.to_wkb(shapely.box(0, 0, 1, 1), byte_order=0), "Polygon"),
        (shapely.to_wkb(shapely.GeometryCollection()), "GeometryCollection"),
        (shapely.to_wkb(POINT)[:-1], "cut-off Point"),
        (b"", "nothing known"),
        (b"\x01\x01", "nothing known"),
        (b"\x07" + bytes(20), "nothing known"),
        (struct.pack("<BI", 1, 99), "nothing known"),
        (struct.pack("<BI", 1, 9999), "nothing known"),
    ],
)
def test_what_is_no_point_says_what_it_is(value: bytes, kind: str) -> None:
    lon, _, others = read(shapely.to_wkb(POINT), value, None)
    assert others == {1: kind}
    assert np.isnan(lon).tolist() == [False, True, True]


def test_an_empty_point_and_none_are_nowhere() -> None:
    lon, lat, others = read(shapely.to_wkb(shapely.Point()), None)
    assert np.isnan([*lon, *lat]).all()
    assert others == {}


@given(st.lists(st.binary(max_size=40)))
def test_no_bytes_make_it_fail(values: list[bytes]) -> None:
    assert len(read(*values)[0]) == len(values)
