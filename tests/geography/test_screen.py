import numpy as np

from checker.geography.discs import FloatArray
from checker.geography.geodesic import inverse
from checker.geography.grid import Grid
from checker.geography.screen import Screen, screen_of
from checker.values.truth import Truth

FALSE, UNKNOWN, TRUE = int(Truth.FALSE), int(Truth.UNKNOWN), int(Truth.TRUE)
GRID = Grid(35.5, 32.5, 1.0, 1.0, 40, 40)
LIMIT_M = 20_000.0


def sure_m(lon_deg: FloatArray, lat_deg: FloatArray) -> FloatArray:
    """Say how far positions lie from 20 km about a town: negative within."""
    town = np.full(len(lon_deg), 36.0), np.full(len(lon_deg), 33.0)
    return inverse(*town, lon_deg, lat_deg)[1] - LIMIT_M


def answers(screen: Screen, *discs: tuple[float, float, float]) -> list[int]:
    return [int(truth) for truth in screen.truth(*np.array(discs).T)[0]]


def test_a_disc_is_decided_where_all_of_its_cell_has_room_for_it() -> None:
    screen = screen_of(GRID, sure_m)
    assert answers(screen, (36.0, 33.0, 50.0), (36.4, 33.4, 50.0)) == [TRUE, FALSE]
    assert answers(screen, (36.0, 33.0, 19_000.0), (36.4, 33.4, 40_000.0)) == [UNKNOWN, UNKNOWN]
    assert answers(screen, (36.0, 33.18, 0.0)) == [UNKNOWN]


def test_nan_and_what_no_cell_holds_are_left_to_be_measured() -> None:
    discs = np.array([(np.nan, 33.0, 5.0), (36.0, 33.0, np.nan), (40.0, 33.0, 5.0)]).T
    found, is_held = screen_of(GRID, sure_m).truth(*discs)
    assert found.tolist() == [UNKNOWN] * 3
    assert is_held.tolist() == [False, True, False]


def test_halved_cells_decide_whatever_the_whole_ones_do_and_more() -> None:
    coarse = screen_of(GRID, sure_m)
    fine = coarse.halved(sure_m, 2_000.0)
    parent = np.empty(len(fine.grid), dtype=np.intp)
    parent[GRID.quarters(np.arange(len(GRID)))] = np.arange(len(GRID))[:, None]
    assert (np.abs(fine.free_m[:-1]) >= np.abs(coarse.free_m[parent])).all()
    assert (fine.free_m[:-1] != 0.0).mean() > (coarse.free_m[:-1] != 0.0).mean()


def test_only_cells_that_decide_too_little_are_asked_again() -> None:
    asked: list[int] = []

    def counted(lon_deg: FloatArray, lat_deg: FloatArray) -> FloatArray:
        asked.append(len(lon_deg))
        return sure_m(lon_deg, lat_deg)

    screen_of(GRID, counted).halved(counted, 2_000.0)
    assert asked[0] == len(GRID)
    assert 0 < asked[1] < 2 * len(GRID)
