import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from checker.geography.geodesic import inverse
from checker.geography.grid import NO_CELL, Grid, grid_about

LEVANT = Grid(35.0, 32.0, 2.0, 1.0, 4, 2)
FIJI = Grid(170.0, -20.0, 20.0, 10.0, 20, 10)
ARCTIC = Grid(-180.0, 80.0, 360.0, 10.0, 12, 4)
WORLD = Grid(-180.0, -90.0, 360.0, 180.0, 16, 8)


def cells(grid: Grid, *spots: tuple[float, float]) -> list[int]:
    lon, lat = np.array(spots, dtype=np.float64).T
    return [int(cell) for cell in grid.cells(lon, lat)]


def test_cells_run_east_and_then_north() -> None:
    assert cells(LEVANT, (35.1, 32.1), (35.6, 32.1), (35.1, 32.6), (36.9, 32.9)) == [0, 1, 4, 7]


def test_what_lies_outside_has_no_cell_and_neither_has_nan() -> None:
    spots = ((34.9, 32.5), (37.1, 32.5), (36.0, 31.9), (36.0, 33.1), (np.nan, 32.5), (36.0, np.nan))
    assert cells(LEVANT, *spots) == [NO_CELL] * 6


def test_the_far_borders_belong_to_no_cell() -> None:
    assert cells(LEVANT, (37.0, 33.0), (35.0, 32.0)) == [NO_CELL, 0]
    assert cells(WORLD, (180.0, 90.0), (-180.0, -90.0)) == [NO_CELL, 0]


def test_a_grid_may_cross_the_antimeridian() -> None:
    assert cells(FIJI, (179.5, -19.5), (-179.5, -19.5), (-169.0, -15.0)) == [9, 10, NO_CELL]


def test_the_quarters_of_a_cell_are_the_cells_of_its_ground() -> None:
    lon, lat = FIJI.centres(np.arange(len(FIJI)))
    halved = FIJI.halved()
    parent = np.empty(len(halved), dtype=np.intp)
    parent[FIJI.quarters(np.arange(len(FIJI)))] = np.arange(len(FIJI))[:, None]
    fine_lon, fine_lat = halved.centres(np.arange(len(halved)))
    assert np.abs(fine_lon - lon[parent]).max() < 0.5
    assert np.abs(fine_lat - lat[parent]).max() < 0.5


@pytest.mark.parametrize("grid", [LEVANT, FIJI, ARCTIC, WORLD])
@given(across=st.floats(0.0, 1.0), up=st.floats(0.0, 1.0))
def test_no_place_of_a_cell_lies_farther_from_its_middle_than_its_reach(
    grid: Grid, across: float, up: float
) -> None:
    lon = np.array([grid.west_deg + across * grid.width_deg])
    lon = np.where(lon > 180.0, lon - 360.0, lon)
    lat = np.array([grid.south_deg + up * grid.height_deg])
    cell = grid.cells(lon, lat)
    assume(cell[0] != NO_CELL)
    assert inverse(*grid.centres(cell), lon, lat)[1][0] <= grid.reach_m(cell)[0]


@pytest.mark.parametrize("grid", [LEVANT, FIJI, ARCTIC, WORLD])
def test_the_corners_of_every_cell_lie_within_its_reach(grid: Grid) -> None:
    every = np.arange(len(grid))
    lon, lat = grid.centres(every)
    for across in (-0.5, 0.5):
        for up in (-0.5, 0.5):
            corner_lon = lon + across * grid.width_deg / grid.columns
            corner_lat = lat + up * grid.height_deg / grid.rows
            assert (inverse(lon, lat, corner_lon, corner_lat)[1] <= grid.reach_m(every)).all()


def test_a_grid_about_places_holds_them_and_their_margin() -> None:
    lon, lat = np.array([35.2, 37.3]), np.array([32.7, 33.5])
    grid = grid_about(lon, lat, 1.0, 1000)
    around = [(34.2, 31.8), (38.3, 34.4), (34.1, 33.0), (36.0, 34.4)]
    assert NO_CELL not in cells(grid, *around)
    assert 500 <= len(grid) <= 1000
    assert cells(grid, (25.0, 33.0)) == [NO_CELL]


def test_a_grid_about_places_on_both_sides_of_the_antimeridian_is_narrow() -> None:
    grid = grid_about(np.array([179.0, -179.0]), np.array([-17.0, -18.0]), 1.0, 100)
    assert grid.width_deg < 5.0
    assert NO_CELL not in cells(grid, (178.1, -17.5), (-178.1, -17.5), (179.9999, -17.5))


def test_a_grid_about_a_single_place_has_ground() -> None:
    grid = grid_about(np.array([36.0]), np.array([33.0]), 1.0, 16)
    assert NO_CELL not in cells(grid, (36.9, 33.9), (35.1, 32.1))


def test_a_grid_about_a_pole_holds_every_longitude() -> None:
    grid = grid_about(np.array([0.0, 120.0, -120.0]), np.array([88.0, 88.0, 88.0]), 3.0, 64)
    assert NO_CELL not in cells(grid, (77.0, 89.999), (-60.0, 89.0), (180.0, 86.0))
