import numpy as np
import pytest

from checker.geography import screening
from checker.geography.discs import Discs, FloatArray
from checker.geography.field import Field, compile_field
from checker.geography.region import Length, Named, Within
from checker.geography.screening import Screening
from checker.geography.shapes import Line
from checker.values.truth import Truth
from tests.geography.oracle import moved, positions

UNKNOWN = int(Truth.UNKNOWN)
BASE = (36.0, 33.0)
FIFTEEN_MILES = Length(24_140.16, 24_140.16, "15 mi")
BORDER = Named("border", Line((((36.0, 33.0), (36.05, 33.2), (36.3, 33.1)),), 20.0))

Axes = tuple[FloatArray, FloatArray, FloatArray]


@pytest.fixture
def field() -> Field:
    return compile_field(Within(FIFTEEN_MILES, (BORDER,)))


@pytest.fixture
def _eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make screens for a handful of discs, as fine as for many."""
    monkeypatch.setattr(screening, "_FEWEST", 1)
    monkeypatch.setattr(screening, "_SHARE", 0.05)


def spread(count: int, reach_m: float = 80_000.0) -> Axes:
    rng = np.random.default_rng(1)
    walks = zip(rng.uniform(0.0, 360.0, count), rng.uniform(0.0, reach_m, count), strict=True)
    lon, lat = positions(*(moved(BASE, *walk) for walk in walks))
    return lon, lat, rng.choice([0.0, 3.0, 250.0, 4_000.0], count)


@pytest.mark.usefixtures("_eager")
def test_screens_decide_most_of_what_is_decided(field: Field) -> None:
    # Or that they are never wrong would hold of one that decides nothing.
    axes, screens = spread(60), Screening(field.sure_m)
    decided = [screens.truth(*axes) != UNKNOWN for _ in range(3)][-1]
    exact = field.measure(Discs(*axes, np.full(60, -1, dtype=np.int32))).truth != UNKNOWN
    assert decided.sum() > 0.8 * exact.sum()


def test_nothing_is_worked_out_for_a_few_discs(field: Field) -> None:
    asked: list[int] = []

    def counted(lon_deg: FloatArray, lat_deg: FloatArray) -> FloatArray:
        asked.append(len(lon_deg))
        return field.sure_m(lon_deg, lat_deg)

    found = Screening(counted).truth(*spread(60))
    assert set(found.tolist()) == {UNKNOWN}
    assert asked == []


@pytest.mark.usefixtures("_eager")
def test_what_lies_where_no_screen_was_made_gets_one_too(field: Field) -> None:
    screens = Screening(field.sure_m)
    screens.truth(*spread(60))
    far = tuple(np.array(axis) for axis in ([-70.0, -71.0], [40.0, 41.0], [5.0, 900.0]))
    assert screens.truth(*far).tolist() == [int(Truth.FALSE)] * 2


@pytest.mark.usefixtures("_eager")
def test_without_a_place_or_a_radius_nothing_is_sure(field: Field) -> None:
    lon, lat, radius_m = spread(60)
    lon[3], radius_m[4] = np.nan, np.nan
    screens = Screening(field.sure_m)
    found = [screens.truth(lon, lat, radius_m) for _ in range(3)][-1]
    assert found[[3, 4]].tolist() == [UNKNOWN] * 2
