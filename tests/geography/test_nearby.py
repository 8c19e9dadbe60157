"""No list may lack a piece that is nearest from some place of its cell, whatever the line."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.geography.chords import Chords, axes_of
from checker.geography.edges import densify
from checker.geography.geodesic import chord_slack_m, ecef
from checker.geography.grid import NO_CELL, Grid, grid_about
from checker.geography.nearby import Nearby, nearby_of
from checker.geography.pairs import IndexArray
from checker.geography.shapes import Path
from checker.geography.strokes import Strokes
from tests.geography.test_strokes import LINES, WINDING, strokes_of


def lists_of(strokes: Strokes, paths: tuple[Path, ...], halvings: int) -> Nearby:
    lon, lat = (np.array([spot[axis] for path in paths for spot in path]) for axis in range(2))
    lists = nearby_of(Chords(strokes.start_m, strokes.end_m), grid_about(lon, lat, 0.3, 30))
    for _ in range(halvings):
        lists = lists.halved()
    return lists


def lacking(lists: Nearby, lon: np.ndarray, lat: np.ndarray) -> list[tuple[int, int]]:
    """List the pairs of a position and a piece that its cell's list lacks and should hold."""
    cells = lists.grid.cells(lon, lat)
    here = axes_of(ecef(lon, lat))
    pieces = np.arange(len(lists.chords))
    missing: list[tuple[int, int]] = []
    for row, cell in enumerate(cells.tolist()):
        if cell == NO_CELL:
            continue
        at = np.full(len(pieces), row)
        chord_m = lists.chords.nearness(here, at, pieces).chord_m
        wanted = pieces[chord_m <= chord_m.min() + chord_slack_m(chord_m.min())]
        listed = lists.pieces[lists.first[cell] : lists.first[cell + 1]]
        missing += [(row, int(piece)) for piece in np.setdiff1d(wanted, listed)]
    return missing


def spread(grid: Grid, count: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    lon = grid.west_deg + rng.random(count) * grid.width_deg
    return np.where(lon > 180.0, lon - 360.0, lon), grid.south_deg + rng.random(
        count
    ) * grid.height_deg


def corners(grid: Grid, cells: IndexArray) -> tuple[np.ndarray, np.ndarray]:
    """Return places a hair inside the corners of cells, where a list is tried the most."""
    lon, lat = grid.centres(cells)
    across, up = np.meshgrid([-0.4999, 0.4999], [-0.4999, 0.4999])
    lon = (lon[:, None] + across.ravel() * grid.width_deg / grid.columns).ravel()
    return (
        np.where(lon > 180.0, lon - 360.0, lon),
        (lat[:, None] + up.ravel() * grid.height_deg / grid.rows).ravel(),
    )


@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize("halvings", [0, 2, 4])
def test_no_list_lacks_a_piece_that_may_be_nearest(name: str, halvings: int) -> None:
    lists = lists_of(strokes_of(*LINES[name]), LINES[name], halvings)
    assert lacking(lists, *spread(lists.grid, 300, seed=halvings)) == []
    some = np.random.default_rng(5).choice(len(lists.grid), min(len(lists.grid), 60), replace=False)
    assert lacking(lists, *corners(lists.grid, some)) == []


@given(
    st.lists(
        st.tuples(st.floats(-0.3, 0.3), st.floats(-0.3, 0.3)), min_size=2, max_size=7, unique=True
    ),
    st.sampled_from([(36.0, 33.0), (180.0, 10.0), (10.0, 89.8), (0.0, 0.0)]),
    st.integers(0, 4),
)
def test_no_list_of_any_line_lacks_a_piece(
    steps: list[tuple[float, float]], start: tuple[float, float], halvings: int
) -> None:
    path = tuple(
        ((start[0] + lon + 180.0) % 360.0 - 180.0, min(start[1] + lat, 90.0)) for lon, lat in steps
    )
    lists = lists_of(Strokes([densify(path, "geodesic")]), (path,), halvings)
    assert lacking(lists, *spread(lists.grid, 40, seed=1)) == []


def test_lists_shorten_as_cells_do() -> None:
    strokes = strokes_of(WINDING)
    sizes = [
        len(lists.pieces) / len(lists.grid)
        for lists in (lists_of(strokes, (WINDING,), halvings) for halvings in range(6))
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] < 0.05 * len(strokes)


def test_a_far_cell_lists_a_few_pieces_though_all_are_about_as_far() -> None:
    # All chords lie within twice the reach: what is left out is left out by its direction.
    strokes = strokes_of(WINDING)
    grid = Grid(30.0, 32.0, 0.4, 0.4, 1, 1)
    assert len(nearby_of(Chords(strokes.start_m, strokes.end_m), grid).pieces) < 0.5 * len(strokes)


def test_a_piece_that_a_chord_may_deceive_about_is_listed_though_the_cell_is_a_speck() -> None:
    # 5 mm nearer by its chord than the other: which of the two is nearer is for the geodesic.
    chords = Chords(
        ecef(np.array([35.999, 36.001]), np.zeros(2)), ecef(np.array([35.999, 36.001]), np.zeros(2))
    )
    speck = Grid(36.0 + 2.2e-8, -5e-10, 1e-9, 1e-9, 1, 1)
    assert nearby_of(chords, speck).pieces.tolist() == [0, 1]
