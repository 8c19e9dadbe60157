import itertools

import numpy as np
import pytest

from checker.geography.edges import STEP_M, densify, parallel
from checker.geography.geodesic import ecef, inverse
from checker.geography.shapes import Edges, Path
from checker.geography.strokes import Strokes
from tests.geography.oracle import edge_of, path_distance_m, positions

LONG: Path = ((36.0, 33.0), (37.5, 34.0), (36.2, 35.1))


def off_m(path: Path, edges: Edges) -> float:
    """Return how far the true edges leave the drawn chords, at four places in every edge."""
    strokes = Strokes([densify(path, edges)])
    spots = [
        edge_of(a, b, edges)(share)
        for a, b in itertools.pairwise(path)
        for share in (0.123, 0.3, 0.5, 0.87)
    ]
    return float(strokes.distance_m(*positions(*spots)).max())


@pytest.mark.parametrize("edges", ["geodesic", "planar"])
def test_every_drawn_vertex_is_kept(edges: Edges) -> None:
    lon, lat = densify(LONG, edges)
    assert set(LONG) <= set(zip(lon.tolist(), lat.tolist(), strict=True))


@pytest.mark.parametrize("edges", ["geodesic", "planar"])
def test_no_piece_is_longer_than_a_step(edges: Edges) -> None:
    lon, lat = densify(LONG, edges)
    assert inverse(lon[:-1], lat[:-1], lon[1:], lat[1:])[1].max() <= STEP_M + 1e-6


@pytest.mark.parametrize(
    "path",
    [
        LONG,
        ((179.5, 60.0), (-179.0, 61.0)),
        ((10.0, 89.5), (170.0, 89.7)),
        ((20.0, -80.0), (-150.0, -85.0)),
    ],
)
def test_geodesic_edges_run_through_the_chords(path: Path) -> None:
    assert off_m(path, "geodesic") < 1e-4


@pytest.mark.parametrize(
    "path",
    [
        LONG,
        ((0.0, 60.0), (40.0, 60.0)),
        ((10.0, 89.5), (170.0, 89.7)),
        ((10.0, 89.9999), (170.0, 89.9999)),
        ((-30.0, -20.0), (60.0, 30.0)),
    ],
)
def test_planar_edges_run_through_the_chords(path: Path) -> None:
    assert off_m(path, "planar") < 1e-4


@pytest.mark.parametrize(
    ("path", "apart_m"),
    [
        # 300 km at 48 N; 37 km at 33 N; 660 m at 33 N.
        (((36.0, 48.0), (40.02, 48.0)), 1_950.0),
        (((36.0, 33.0), (36.4, 33.0)), 17.8),
        (((36.0, 33.0), (36.0071, 33.0)), 0.0056),
    ],
)
def test_what_an_edge_means_moves_its_middle(path: Path, apart_m: float) -> None:
    middle = edge_of(path[0], path[1], "planar")(0.5)
    assert path_distance_m(path, "geodesic", middle) == pytest.approx(apart_m, rel=0.02)


def test_a_geodesic_edge_goes_the_short_way_over_the_antimeridian() -> None:
    lon, _ = densify(((179.9, 0.0), (-179.9, 0.0)), "geodesic")
    assert np.abs(lon).min() >= 179.9


def test_a_path_of_one_vertex_is_a_point() -> None:
    lon, lat = densify(((36.0, 33.0),), "planar")
    assert (lon.tolist(), lat.tolist()) == ([36.0], [33.0])


def test_a_parallel_keeps_its_latitude_beyond_half_the_world() -> None:
    lon, lat = parallel(-10.0, 300.0, 85.0)
    assert (lon[0], lon[-1]) == (-10.0, 290.0)
    assert set(lat.tolist()) == {85.0}


def test_a_parallel_at_a_pole_is_one_place() -> None:
    corners = ecef(*parallel(0.0, 90.0, 90.0))
    assert np.ptp(corners, axis=0).max() < 1e-6
