"""What the columns of a row say of where, put together: one disc, and the ground within it."""

from zoneinfo import ZoneInfo

import numpy as np
import pytest

from checker.geography.region import AllOf, Named
from checker.reports.batch import MISSING, UNDECLARED
from checker.reports.cells import Block, Cells, texts_of
from checker.reports.clock import Clock
from checker.reports.draft import Draft, Reading
from checker.reports.position.atlas import Atlas
from checker.reports.position.gazetteer import gazetteer_of
from checker.reports.position.placing import Placing
from checker.reports.rejected import Faults
from tests.reports.conftest import NAMES

CLOCK = Clock(ZoneInfo("Etc/UTC"))
ATLAS = gazetteer_of(
    "g.csv",
    b"name,lon,lat,radius_m\nNawa,36.04,32.89,1000\nNawa,36.5,33.0,500\nJasim,36.06,32.99,800\n",
    "0",
)
SQUARE = "POLYGON ((36 33, 36.1 33, 36.1 33.1, 36 33.1, 36 33))"


def draft_of(atlas: Atlas = ATLAS, **columns: list[str]) -> Draft:
    cells: dict[str, Cells] = {name: texts_of(values) for name, values in columns.items()}
    count = len(next(iter(columns.values())))
    numbers = np.arange(1, count + 1, dtype=np.int64)
    reading = Reading("r.csv", NAMES, CLOCK, shown={"lat": "Y"}, atlas=atlas)
    return Draft(Block(cells, numbers, numbers + 1), reading, Faults())


def faults(draft: Draft) -> list[tuple[int, str, str]]:
    return [(row, column, fault.code) for row, column, fault in draft.faults]


def notes(draft: Draft) -> list[tuple[list[int], str, str]]:
    return [(rows.tolist(), column, note.code) for rows, column, note in draft.faults.notes]


def test_half_a_position_is_refused_and_not_twice_where_the_other_half_was_refused() -> None:
    draft = draft_of(lon=["36", "36", ""], lat=["", "91", ""])
    Placing(draft).place("")
    assert faults(draft) == [(0, "Y", "R216"), (1, "Y", "R203")]


def test_a_place_that_nobody_declared_is_a_remark_beside_a_position_and_else_unresolved() -> None:
    draft = draft_of(
        lon=["36", "", ""], lat=["32", "", ""], grid=["", "", "36SYB12"], place=["nowhere"] * 3
    )
    placing = Placing(draft)
    assert placing.place("").area.tolist() == [MISSING, UNDECLARED, MISSING]
    assert placing.unplaced().offsets.tolist() == [0, 0, 1, 1]


def test_plain_coordinates_are_handed_on_as_they_are() -> None:
    draft = draft_of(lon=["36"], lat=["32"], radius_m=["100"])
    assert Placing(draft).place("").own is None


def test_a_grid_reference_is_a_square_and_a_radius_beside_it_widens_it() -> None:
    draft = draft_of(grid=["36SYB1234", "36SYB1234", "36SYB1234"], radius_m=["", "50", ""])
    found = Placing(draft).place("")
    assert found.radius_m[1] - found.radius_m[0] == pytest.approx(50.0)
    assert found.own is not None
    assert found.own.tolist() == [0, 1, 0]


def test_each_place_of_a_report_may_be_a_grid_reference_and_a_bad_one_is_refused() -> None:
    draft = draft_of(grid=["36SYB", ""], target_grid=["", "37SI"])
    placing = Placing(draft)
    assert np.isfinite(placing.place("").lon_deg).tolist() == [True, False]
    placing.place("target_")
    assert faults(draft) == [(1, "target_grid", "R209")]


@pytest.mark.parametrize("drawn", ["POINT (36 33)", "MULTIPOINT ((36 33), (36 33))"])
def test_a_drawn_point_beside_a_position_makes_it_no_more_exact(drawn: str) -> None:
    draft = draft_of(lon=["36"] * 2, lat=["33"] * 2, radius_m=["25000", ""], outline=[drawn] * 2)
    known, unknown = Placing(draft).place("").radius_m.tolist()
    assert known == pytest.approx(25_000)
    assert np.isnan(unknown)


def test_a_position_beside_a_grid_reference_is_where_both_are_or_the_row_is_refused() -> None:
    draft = draft_of(
        lon=["36.05", "36.05", "37"],
        lat=["33.05", "33.05", "33"],
        radius_m=["100", "", "100"],
        outline=[SQUARE] * 3,
    )
    found = Placing(draft).place("")
    assert found.radius_m[0] == 100.0
    assert 7_000.0 < found.radius_m[1] < 7_500.0  # of the square: the position has no radius
    assert faults(draft) == [(2, "outline", "R242")]


def test_a_grid_reference_and_an_outline_hold_together() -> None:
    draft = draft_of(outline=[SQUARE], grid=["37SBS"])
    ground = Placing(draft).place("").grounds[0]
    assert isinstance(ground, AllOf)
    assert all(isinstance(part, Named) for part in ground.parts)


def test_a_drawing_that_cannot_be_read_is_told() -> None:
    draft = draft_of(outline=["POLYGON ((1 2))", "nonsense"])
    Placing(draft).place("")
    assert faults(draft) == [(0, "outline", "R241"), (1, "outline", "R241")]


def test_a_name_of_the_gazetteer_is_a_disc_and_of_several_the_one_that_holds_them_all() -> None:
    draft = draft_of(place=["Jasim", "NAWA", "Elsewhere", "7 km north of Jasim", "near Elsewhere"])
    placing = Placing(draft)
    found = placing.place("")
    assert found.radius_m[0] == 800.0
    assert found.radius_m[1] > 20_000.0
    assert found.area.tolist() == [MISSING, MISSING, UNDECLARED, MISSING, UNDECLARED]
    assert placing.unplaced().offsets.tolist() == [0, 0, 0, 1, 1, 2]
    assert notes(draft) == [([1], "place", "R163"), ([2], "place", "R165"), ([4], "place", "R165")]
    assert faults(draft) == []


def test_without_a_gazetteer_unknown_names_are_left_to_the_agreement() -> None:
    draft = draft_of(Atlas(extents={"camp": (36.0, 33.0, 500.0)}), place=["x", "3 km east of Camp"])
    found = Placing(draft).place("")
    assert found.area.tolist() == [UNDECLARED, MISSING]
    assert notes(draft) == []
