"""The line at a distance, held against geographiclib: no point of it is a metre off."""

import itertools

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic

from checker.geography.offset import TOLERANCE_M, limit_lines
from checker.geography.plane import Vertices
from checker.geography.region import Length, Named, Region, Within, Witness
from checker.geography.shapes import Area, Box, Circle, Line, Path, Point, Shape, Sites, Undrawn

BENT: Path = ((36.0, 33.0), (36.4, 33.3), (36.1, 33.6), (36.9, 33.7))
ACROSS: Path = ((179.6, -17.0), (-179.7, -17.2), (-179.5, -16.6))
POLAR: Path = ((20.0, 84.0), (60.0, 85.0), (120.0, 84.5))


def within(metres: float, shape: Shape, toward: Shape | None = None) -> Within:
    witness = Witness("w", toward) if toward is not None else None
    of: tuple[Region, ...] = (Named("of", shape),)
    return Within(Length(metres, metres, f"{metres} m"), of, witness)


def lines_of(metres: float, shape: Shape, toward: Shape | None = None) -> tuple[Vertices, ...]:
    return limit_lines(within(metres, shape, toward), metres)


def spots(line: Vertices, every: int) -> list[tuple[float, float]]:
    """Return vertices and places between them, straight in degrees, as they are drawn."""
    lon, lat = line
    at = np.arange(0, len(lon) - 1, every)
    return [
        (float(x), float(y))
        for share in (0.0, 0.31, 0.5, 0.83)
        for x, y in zip(
            lon[at] + share * (lon[at + 1] - lon[at]),
            lat[at] + share * (lat[at + 1] - lat[at]),
            strict=True,
        )
    ]


def away_m(lon: float, lat: float, path: Path) -> float:
    """Return the distance to geodesic edges, by golden section along each (geographiclib)."""
    geod = Geodesic.WGS84

    def to_edge(a: tuple[float, float], b: tuple[float, float]) -> float:
        edge = geod.InverseLine(a[1], a[0], b[1], b[0])

        def at(s: float) -> float:
            p = edge.Position(s)
            return float(geod.Inverse(lat, lon, p["lat2"], p["lon2"])["s12"])

        low, high, ratio = 0.0, edge.s13, (5.0**0.5 - 1.0) / 2.0
        while high - low > 0.05:
            left, right = high - ratio * (high - low), low + ratio * (high - low)
            low, high = (low, right) if at(left) < at(right) else (left, high)
        return min(at(0.5 * (low + high)), at(0.0), at(edge.s13))

    return min(to_edge(a, b) for a, b in itertools.pairwise(path))


LONG: Path = ((-112.7, -39.7), (-112.7, -41.8), (-113.2, -41.6), (-114.3, -42.9), (-114.0, -43.5))


@pytest.mark.parametrize(
    ("path", "metres"),
    [
        *((BENT, 500.0), (BENT, 24_140.16), (ACROSS, 10_000.0), (POLAR, 85_000.0)),
        *((BENT, 400_000.0), (LONG, 450.0)),
    ],
    ids=["near", "as wide as a bend", "over the antimeridian", "by a pole", "far", "long edges"],
)
def test_no_point_of_the_line_is_a_metre_off(path: Path, metres: float) -> None:
    lines = lines_of(metres, Line((path,), 0.0))
    assert lines
    for line in lines:
        every = max(1, len(line[0]) // 40)
        off = [abs(away_m(lon, lat, path) - metres) for lon, lat in spots(line, every)]
        assert max(off) <= TOLERANCE_M


def test_beside_edges_that_leave_a_straight_line_in_degrees_it_stays_on_its_side() -> None:
    (line,) = lines_of(450.0, Line((LONG,), 0.0))
    assert (line[0][0], line[1][0]) == pytest.approx((line[0][-1], line[1][-1]))


def test_a_line_all_round_is_closed_and_runs_on_over_the_antimeridian() -> None:
    (line,) = lines_of(10_000.0, Line((ACROSS,), 0.0))
    assert (line[0][0], line[1][0]) == pytest.approx((line[0][-1], line[1][-1]))
    assert np.abs(np.diff(line[0])).max() < 1.0
    assert line[0].max() > 180.0 or line[0].min() < -180.0


def test_round_a_point_it_is_a_circle() -> None:
    (line,) = lines_of(15_000.0, Point(36.0, 33.0))
    geod = Geodesic.WGS84
    radii = [geod.Inverse(33.0, 36.0, lat, lon)["s12"] for lon, lat in spots(line, 3)]
    assert max(abs(radius - 15_000.0) for radius in radii) <= TOLERANCE_M


def test_two_points_within_reach_have_one_line_with_two_corners() -> None:
    near = Sites((Point(36.0, 33.0), Point(36.2, 33.0)))
    (line,) = lines_of(15_000.0, near)
    geod = Geodesic.WGS84
    least = [
        min(geod.Inverse(33.0, at, lat, lon)["s12"] for at in (36.0, 36.2))
        for lon, lat in spots(line, 3)
    ]
    assert max(abs(each - 15_000.0) for each in least) <= TOLERANCE_M
    far = Sites((Point(36.0, 33.0), Point(37.2, 33.0)))
    assert len(lines_of(15_000.0, far)) == 2


@pytest.mark.parametrize(
    "shape",
    [
        Box(36.0, 33.0, 36.5, 33.4, 0.0),
        Circle(Point(36.2, 33.2), 12_000.0),
        Area(((((36.0, 33.0), (36.5, 33.0), (36.5, 33.4), (36.0, 33.4), (36.0, 33.0)),),), 0.0),
    ],
    ids=["box", "circle", "area"],
)
def test_of_an_area_it_lies_outside(shape: Shape) -> None:
    (line,) = lines_of(5_000.0, shape)
    assert line[0].min() < 36.06
    assert line[1].max() > 33.33
    lon, lat = line
    assert not bool(((lon > 36.15) & (lon < 36.3) & (lat > 33.15) & (lat < 33.25)).any())


def test_toward_a_witness_it_is_the_line_on_that_side_alone() -> None:
    river = Line((((36.0, 32.0), (36.0, 34.0)),), 0.0)
    (east,) = lines_of(10_000.0, river, Point(36.5, 33.0))
    assert east[0].min() >= 36.0
    lat = east[1][np.abs(east[0] - 36.107) < 0.002]
    assert (lat.min() < 32.01, lat.max() > 33.99) == (True, True)
    (west,) = lines_of(10_000.0, river, Point(35.5, 33.0))
    assert west[0].max() <= 36.0


def test_what_has_no_distance_or_no_place_has_no_line() -> None:
    assert lines_of(0.0, Point(36.0, 33.0)) == ()
    assert lines_of(float("inf"), Point(36.0, 33.0)) == ()
    assert lines_of(10.0, Undrawn("never published")) == ()
    assert lines_of(7_900_000.0, Line((((0.0, 0.0), (20.0, 0.0)),), 0.0)) == ()
