import json

import numpy as np
import pytest
import shapely

from checker.geography.doubt.drawn import GeoProblem, geometry_doubt, text_of_binary

SQUARE = "POLYGON ((36 33, 36.1 33, 36.1 33.1, 36 33.1, 36 33))"
AS_JSON = json.dumps(
    {"type": "Polygon", "coordinates": [[[36, 33], [36.1, 33], [36.1, 33.1], [36, 33.1], [36, 33]]]}
)


@pytest.mark.parametrize("text", [SQUARE, f"SRID=4326;{SQUARE}", SQUARE.lower(), AS_JSON])
def test_a_polygon_is_the_ground_that_it_covers_however_it_is_written(text: str) -> None:
    assert geometry_doubt(text, None) == geometry_doubt(SQUARE, None)


def test_a_point_has_no_radius_but_what_is_said_of_it() -> None:
    assert np.isnan(geometry_doubt("POINT (36 33)", None).radius_m)
    assert geometry_doubt("POINT (36 33)", 50.0).radius_m == 50.0


def test_one_of_several_points_is_in_the_disc_of_all() -> None:
    doubt = geometry_doubt("MULTIPOINT ((36 33), (36.1 33))", 100.0)
    assert doubt.radius_m == pytest.approx(4_671.0 + 100.0, abs=5.0)


def test_a_line_is_widened_to_have_ground() -> None:
    doubt = geometry_doubt("LINESTRING (36 33, 36.1 33)", None)
    assert doubt.ground is not None
    assert doubt.radius_m == pytest.approx(4_671.0 * 1.005, abs=5.0)


@pytest.mark.parametrize(
    "text",
    [
        "POLYGON EMPTY",
        "POLYGON ((36 33, 36.1 33.1, 36.1 33, 36 33.1, 36 33))",
        "POLYGON ((36 33, 36.1 33, 36.1 33.1))",
        "POINT (1000 2)",
        "POINT (nan nan)",
        "SRID=32636;POINT (36 33)",
        "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))",
        "CIRCULARSTRING (0 0, 1 1, 2 0)",
        "POINT",
        "{}",
        "{" * 100_000,
        '{"type": "Polygon", "coordinates": [[1, 2]]}',
        "nonsense",
    ],
)
def test_what_draws_no_place_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(GeoProblem) as caught:
        geometry_doubt(text, None)
    assert caught.value.message


def test_binary_becomes_the_same_text_and_damaged_binary_is_refused() -> None:
    wkb = shapely.to_wkb(shapely.from_wkt(SQUARE))
    assert geometry_doubt(text_of_binary(wkb), None) == geometry_doubt(SQUARE, None)
    for broken in (b"", b"\x01\x03", wkb[:40]):
        with pytest.raises(GeoProblem):
            text_of_binary(broken)


def test_a_hint_says_nothing_that_only_an_agreement_can_write() -> None:
    with pytest.raises(GeoProblem) as caught:
        geometry_doubt("POLYGON ((0 80, 120 80, -120 80, 0 80))", None)
    assert caught.value.hint == "cut it at the antimeridian"
