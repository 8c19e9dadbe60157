"""What is drawn on a flat chart: cut at the antimeridian, wound as RFC 7946 asks."""

import numpy as np
import pytest
import shapely
from geographiclib.geodesic import Geodesic

from checker.geography.chart import NOTHING, Chart, chart_of, disc_chart, lines_chart
from checker.geography.shapes import Area, Box, Circle, Line, Path, Point, Sites, Undrawn

SQUARE: Path = ((36.0, 33.0), (36.5, 33.0), (36.5, 33.4), (36.0, 33.4), (36.0, 33.0))
HOLE: Path = ((36.1, 33.1), (36.2, 33.1), (36.2, 33.2), (36.1, 33.2), (36.1, 33.1))


def polygons(chart: Chart) -> list[shapely.Polygon]:
    return [shapely.Polygon(rings[0], rings[1:]) for rings in chart.polygons]


def test_vertices_stay_as_they_were_given() -> None:
    assert chart_of(Point(36.123456789, 33.0)).points == ((36.123456789, 33.0),)
    assert chart_of(Sites((Point(1.0, 2.0), Point(3.0, 4.0)))).points == ((1.0, 2.0), (3.0, 4.0))
    (line,) = chart_of(Line((SQUARE,), 0.0)).lines
    assert set(SQUARE) <= set(line)
    assert chart_of(Undrawn("never published")) == NOTHING


def test_outer_rings_run_against_the_clock_and_holes_with_it() -> None:
    for ring, hole in ((SQUARE, HOLE), (SQUARE[::-1], HOLE[::-1])):
        (rings,) = chart_of(Area(((ring, hole),), 0.0, "planar")).polygons
        ways = [shapely.LinearRing(one).is_ccw for one in rings]
        assert ways == [True, False]


def test_a_geodesic_edge_bends_and_a_planar_one_does_not() -> None:
    path: Path = ((0.0, 60.0), (10.0, 60.0))
    (bent,) = chart_of(Line((path,), 0.0)).lines
    assert max(lat for _, lat in bent) > 60.09
    edge = Geodesic.WGS84.InverseLine(60.0, 0.0, 60.0, 10.0)
    drawn = shapely.LineString(bent)
    off = [
        drawn.distance(shapely.Point(p["lon2"], p["lat2"]))
        for p in (edge.Position(edge.s13 * n / 37) for n in range(38))
    ]
    assert max(off) * 111_320.0 < 1.0
    assert chart_of(Line((path,), 0.0, "planar")).lines == (path,)


@pytest.mark.parametrize(
    ("lon", "lat", "radius_m", "count"),
    [
        (36.0, 33.0, 3_000.0, 1),
        (179.99, -17.0, 5_000.0, 2),
        (-179.99, 65.0, 5_000.0, 2),
        (20.0, 89.9, 50_000.0, 2),
        (20.0, -89.9, 50_000.0, 2),
    ],
)
def test_a_disc_is_valid_wherever_it_lies(
    lon: float, lat: float, radius_m: float, count: int
) -> None:
    found = polygons(disc_chart(lon, lat, radius_m))
    assert len(found) == count
    for polygon in found:
        west, south, east, north = polygon.bounds
        assert polygon.is_valid
        assert polygon.exterior.is_ccw
        assert (west >= -180.0, east <= 180.0, south >= -90.0, north <= 90.0) == (True,) * 4
    assert any(polygon.covers(shapely.Point(lon, lat)) for polygon in found)


def test_the_corners_of_a_disc_lie_on_its_rim() -> None:
    (rings,) = disc_chart(36.0, 33.0, 12_000.0).polygons
    radii = [Geodesic.WGS84.Inverse(33.0, 36.0, lat, lon)["s12"] for lon, lat in rings[0]]
    assert np.abs(np.array(radii) - 12_000.0).max() < 0.05
    assert chart_of(Circle(Point(36.0, 33.0), 12_000.0)).polygons == (rings,)


def test_a_disc_about_a_pole_covers_the_pole() -> None:
    whole = shapely.union_all(polygons(disc_chart(20.0, 89.9, 50_000.0)))
    assert whole.bounds[0::2] == pytest.approx((-180.0, 180.0))
    assert whole.covers(shapely.Point(-100.0, 89.99))


@pytest.mark.parametrize("radius_m", [0.0, float("nan"), 12_000_000.0])
def test_without_a_radius_that_says_something_it_is_a_point(radius_m: float) -> None:
    assert disc_chart(36.0, 33.0, radius_m) == Chart(points=((36.0, 33.0),))


def test_areas_and_lines_over_the_antimeridian_are_cut_there() -> None:
    path: Path = ((179.0, 0.0), (-179.0, 0.0), (-179.0, 1.0), (179.0, 1.0), (179.0, 0.0))
    found = polygons(chart_of(Area(((path,),), 0.0)))
    assert [polygon.bounds[0::2] for polygon in found] == [(179.0, 180.0), (-180.0, -179.0)]
    assert len(chart_of(Line((path[:2],), 0.0)).lines) == 2
    assert len(lines_chart([(np.array([179.5, 180.5, 181.0]), np.zeros(3))]).lines) == 2


def test_a_box_may_cross_the_antimeridian_or_go_all_round() -> None:
    assert len(chart_of(Box(170.0, -10.0, -170.0, 10.0, 0.0)).polygons) == 2
    (whole,) = polygons(chart_of(Box(-180.0, 60.0, 180.0, 90.0, 0.0)))
    assert whole.bounds == (-180.0, 60.0, 180.0, 90.0)
