"""Meridians and parallels: named as they are, at the poles and the antimeridian too."""

import pytest

from checker.geography.flat import Flat
from checker.outputs.drawing.grid import grid_over, length_text, scale_bar_m


def labels(lon: float, lat: float, reach_m: float) -> dict[str, tuple[float, float]]:
    found = grid_over(Flat(lon, lat), (0.0, 0.0), reach_m).labels
    return {one.text: (one.x_m, one.y_m) for one in found}


def test_labels_stand_where_their_lines_leave_the_view() -> None:
    found = labels(36.0, 33.0, 100_000.0)
    assert {"36° E", "33° N"} <= set(found)
    x, y = found["36° E"]
    assert x == pytest.approx(0.0, abs=1.0)
    assert y == pytest.approx(-100_000.0, rel=0.2)
    assert found["33° N"][0] == pytest.approx(-100_000.0, rel=0.2)


def test_across_the_antimeridian_east_turns_into_west() -> None:
    found = labels(180.0, 0.0, 200_000.0)
    assert {"180°", "179° E", "179° W"} <= set(found)
    assert found["179° E"][0] < found["180°"][0] < found["179° W"][0]


def test_round_a_pole_each_meridian_is_drawn_once() -> None:
    grid = grid_over(Flat(0.0, 89.95), (0.0, 0.0), 100_000.0)
    texts = [one.text for one in grid.labels if "N" not in one.text]
    assert len(texts) == len(set(texts)) > 5


@pytest.mark.parametrize("reach_m", [2_000.0, 50_000.0, 9_000_000.0])
def test_a_map_of_any_size_has_some_lines_and_a_round_scale(reach_m: float) -> None:
    assert 4 <= len(labels(36.0, 33.0, reach_m)) <= 40
    bar_m = scale_bar_m(reach_m)
    assert reach_m / 6.0 < bar_m <= reach_m / 2.0
    assert length_text(bar_m).split()[0].replace(",", "").strip("0") in {"1", "2", "5", "0.5"}


def test_lengths_are_written_in_the_unit_that_fits() -> None:
    assert (length_text(500.0), length_text(20_000.0)) == ("500 m", "20 km")
