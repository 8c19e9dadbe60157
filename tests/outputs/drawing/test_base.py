"""The base map: whole lines and known towns, wherever the map lies."""

import numpy as np
import pytest

from checker.geography.flat import Flat
from checker.outputs.drawing.base import base_about


def test_a_map_of_southern_syria_has_its_borders_and_towns() -> None:
    base = base_about(Flat(36.1, 32.62), 60_000.0)
    assert "Ar Ramthā" in [town.name for town in base.towns[:5]]
    assert base.borders
    assert not base.coasts
    assert min(np.hypot(*line).min() for line in base.borders) < 15_000.0  # Jordan's


def test_the_largest_towns_come_first() -> None:
    assert base_about(Flat(36.3, 33.5), 80_000.0).towns[0].name == "Damascus"


@pytest.mark.parametrize(
    ("lon", "lat"), [(180.0, -17.0), (-179.9, 66.0), (0.0, -90.0), (0.0, 90.0)]
)
def test_no_line_runs_across_the_map_at_the_antimeridian_or_a_pole(lon: float, lat: float) -> None:
    base = base_about(Flat(lon, lat), 1_500_000.0)
    steps = [np.hypot(np.diff(x), np.diff(y)).max() for x, y in (*base.coasts, *base.borders)]
    assert max(steps, default=0.0) < 400_000.0


def test_a_map_of_the_whole_world_has_all_coasts_but_those_near_the_antipode() -> None:
    base = base_about(Flat(0.0, 0.0), 30_000_000.0)
    assert len(base.coasts) > 3_700
    assert len(base.borders) > 350
