import numpy as np
import pytest

from checker.geography.extent import extent_of
from checker.geography.field import compile_field
from checker.geography.region import Length, Named, Region, Within
from checker.geography.searched import Disc, Search
from checker.geography.shapes import Point
from checker.values.truth import Truth
from checker.values.verdict import Reason
from tests.geography.oracle import distance_m, square

WEST = Named("west", square(20.0, 45.0, 20.2, 45.2))
GATE = Named("gate", Point(20.4, 45.1))
OFF_M = distance_m((20.4, 45.1), (20.2, 45.1))


def search(region: Region, disc: Disc | None = None) -> Search:
    extent = disc or extent_of(WEST)
    assert extent is not None
    return Search(compile_field(region), compile_field(WEST), disc, extent)


def within(metres: float, *of: Named) -> Within:
    return Within(Length(metres, metres, f"{metres:g} m"), of)


@pytest.mark.parametrize(("metres", "truth"), [(15_000.0, Truth.FALSE), (40_000.0, Truth.TRUE)])
def test_ground_is_decided_where_every_cell_agrees(metres: float, truth: Truth) -> None:
    assert search(within(metres, GATE)).answer() == (int(truth), 0)


def test_ground_with_two_answers_is_vague() -> None:
    found = search(within(20_000.0, GATE)).answer()
    assert found == (int(Truth.UNKNOWN), int(Reason.PLACE_VAGUE))


@pytest.mark.parametrize("gap_m", [3.0, 30.0, 700.0, 9_000.0])
def test_the_room_of_ground_is_that_of_its_nearest_place_or_little_less(gap_m: float) -> None:
    room_m = search(within(OFF_M - gap_m, GATE)).room_m()
    assert 0.99 * gap_m - 1.01 <= room_m <= gap_m + 1e-3


def test_only_what_the_disc_leaves_of_the_ground_counts() -> None:
    room_m = search(within(OFF_M - 700.0, GATE), (20.1, 45.1, 2_000.0)).room_m()
    true_m = distance_m((20.1, 45.1), (20.4, 45.1)) - 2_000.0 - OFF_M + 700.0
    assert 0.99 * true_m - 1.01 <= room_m <= true_m + 1e-3


def test_room_that_takes_too_many_cells_is_not_told() -> None:
    # 75 km of border, all of it 60 m from the limit.
    assert search(within(60.0, WEST)).answer() == (int(Truth.TRUE), 0)
    assert np.isnan(search(within(60.0, WEST)).room_m())
    assert search(within(20_000.0, WEST)).room_m() == pytest.approx(20_000.0, rel=0.0101)
