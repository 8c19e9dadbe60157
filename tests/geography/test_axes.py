"""Positions with longitude and latitude the wrong way round."""

import numpy as np
import pytest

from checker.geography.axes import Cluster, are_swapped, cluster_of, swapped_vertices
from checker.geography.geodesic import inverse
from tests.geography.oracle import positions

AMONG = cluster_of(*positions((36.1, 32.6), (35.8, 33.1), (36.6, 32.7)))


@pytest.mark.parametrize(
    ("place", "is_swapped"),
    [
        ((32.9, 36.0), True),
        ((36.0, 32.9), False),
        ((44.4, 33.3), False),
        ((20.0, 45.0), False),
        ((95.0, 36.0), False),
        ((np.nan, 36.0), False),
    ],
)
def test_who_lies_far_off_and_among_the_places_when_turned_is_swapped(
    place: tuple[float, float], is_swapped: bool
) -> None:
    assert are_swapped(*positions(place), AMONG).tolist() == [is_swapped]


@pytest.mark.parametrize("centre", [(36.1, 32.6), (60.0, 0.0), (-70.0, 15.0), (20.0, 78.0)])
def test_whom_a_comparison_rules_out_the_geodesics_do_too(centre: tuple[float, float]) -> None:
    among = Cluster(*centre, 150_000.0)
    rng = np.random.default_rng(3)
    # About the centre with its axes swapped, as near and as far as what is among it.
    lat, lon = np.array(centre)[:, None] + rng.uniform(-6.0, 6.0, (2, 4000))
    lat = np.clip(lat, -90.0, 90.0)
    start = np.full(len(lon), centre[0]), np.full(len(lon), centre[1])
    is_far = inverse(*start, lon, lat)[1] > 2.0 * among.among_m
    is_among = inverse(*start, lat, lon)[1] <= among.among_m
    expected = is_far & is_among & (np.abs(lon) <= 90.0)
    assert expected.any()
    assert are_swapped(lon, lat, among).tolist() == expected.tolist()


def test_of_no_places_nobody_can_say_anything() -> None:
    assert cluster_of(*positions()) is None
    assert not are_swapped(*positions((32.9, 36.0)), None).any()


LINE = ((37.0, 48.0), (37.2, 48.1), (37.4, 48.2), (37.6, 48.1))


@pytest.mark.parametrize("turned", range(len(LINE)))
@pytest.mark.parametrize("closing", [(), LINE[:1]], ids=["line", "ring"])
def test_a_vertex_that_lies_by_its_neighbours_when_turned_is_swapped(
    turned: int, closing: tuple[tuple[float, float], ...]
) -> None:
    vertices = [(y, x) if i == turned else (x, y) for i, (x, y) in enumerate(LINE)]
    path = (*vertices, *(vertices[:1] if closing else ()))
    assert swapped_vertices(path).tolist() == [turned]
    assert swapped_vertices((*LINE, *closing)).tolist() == []


def test_a_vertex_that_is_only_far_away_or_has_no_two_neighbours_is_not() -> None:
    assert swapped_vertices((LINE[0], (20.0, 30.0), LINE[1])).tolist() == []
    assert swapped_vertices((LINE[0], (48.1, 37.2))).tolist() == []
