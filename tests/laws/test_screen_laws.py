"""What screens decide is what measuring decides: no cell is wrong about any place of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import assume, given
from hypothesis import strategies as st

from checker.cli.main import main
from checker.geography import screening
from checker.geography.discs import Discs
from checker.geography.field import compile_field
from checker.geography.grid import grid_about
from checker.geography.region import AllOf, AnyOf, Not, Region
from checker.geography.screen import screen_of
from checker.values.truth import Truth
from tests.geography.oracle import Place, discs, moved, positions
from tests.laws.settings import law
from tests.laws.strategies_geography import (
    LIMITS_M,
    Drawn,
    areas,
    at_limit,
    bands,
    depths,
    lines,
    near,
)
from tests.strategies import make_world, write_world

UNKNOWN = int(Truth.UNKNOWN)
CASES = Path(__file__).parents[2] / "fixtures" / "conformance"


@st.composite
def regions(draw: st.DrawFn, drawn: Drawn) -> Region:
    """Draw a depth or a side, perhaps joined with an area or another depth, perhaps all but it."""
    parts = (draw(bands(drawn)), draw(st.one_of(depths(drawn), areas(drawn.base))))
    joined = draw(st.sampled_from([parts[0], AnyOf(parts), AllOf(parts)]))
    return Not(joined) if draw(st.booleans()) else joined


@law
@given(st.data(), st.floats(0.0, 360.0), st.floats(0.0, 1.0))
def test_a_disc_within_a_decided_one_is_decided_and_alike(
    data: st.DataObject, azimuth: float, share: float
) -> None:
    drawn = data.draw(lines())
    field = compile_field(data.draw(regions(drawn)))
    assume(field.is_screened)
    place = data.draw(near(drawn.base))
    sure_m = float(field.sure_m(*positions(place))[0])
    assume(sure_m != 0.0)
    away_m = share * abs(sure_m)
    spot = moved(place, azimuth, away_m)
    found = field.measure(discs(spot, radius_m=abs(sure_m) - away_m))
    assert found.truth[0] == (Truth.FALSE if sure_m > 0.0 else Truth.TRUE)


@law
@given(st.data(), st.integers(0, 2), st.integers(0, 1_000))
def test_no_cell_of_a_screen_is_wrong_about_a_disc_at_its_corners(
    data: st.DataObject, halvings: int, seed: int
) -> None:
    drawn = data.draw(lines())
    field = compile_field(data.draw(regions(drawn)))
    assume(field.is_screened)
    lon, lat = np.array(drawn.line.paths[0]).T
    screen = screen_of(grid_about(lon, lat, 0.3, 64), field.sure_m)
    for _ in range(halvings):
        screen = screen.halved(field.sure_m, 2_000.0)
    grid = screen.grid
    decided = np.flatnonzero(screen.free_m[:-1] != 0.0)
    assume(len(decided))
    cells = np.random.default_rng(seed).choice(decided, 12)
    middle_lon, middle_lat = grid.centres(cells)
    for across in (-0.4999, 0.4999):
        for up in (-0.4999, 0.4999):
            corner_lon = middle_lon + across * grid.width_deg / grid.columns
            corner_lat = middle_lat + up * grid.height_deg / grid.rows
            radius_m = np.abs(screen.free_m[cells]).astype(np.float64)
            area = np.full(len(cells), -1, dtype=np.int32)
            corner_lon = np.where(corner_lon > 180.0, corner_lon - 360.0, corner_lon)
            found = field.measure(Discs(corner_lon, corner_lat, radius_m, area)).truth
            wanted = np.where(screen.free_m[cells] > 0.0, Truth.FALSE, Truth.TRUE)
            assert (found == wanted).all()


@contextmanager
def eager() -> Iterator[None]:
    """Make screens for a handful of discs, as fine as for many."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(screening, "_FEWEST", 1)
        patch.setattr(screening, "_CELLS", 64)
        patch.setattr(screening, "_MOST_CELLS", 4_000)
        patch.setattr(screening, "_SHARE", 0.05)
        yield


@law
@given(st.data(), st.integers(0, 1_000))
def test_what_screens_decide_is_what_measuring_decides(data: st.DataObject, seed: int) -> None:
    drawn = data.draw(lines())
    field = compile_field(data.draw(regions(drawn)))
    limits = [data.draw(at_limit(drawn, limit_m)) for limit_m in LIMITS_M]
    several = spread(drawn, [place for place in limits if place is not None], seed)
    exact = field.measure(several)
    again = Discs(several.lon_deg, several.lat_deg, several.radius_m, several.area)
    with eager():
        for _ in range(3):  # finer each time
            truth, doubts = field.test(again)
            assert truth.tobytes() == exact.truth.tobytes()
            assert doubts.tobytes() == exact.doubts.tobytes()


def spread(drawn: Drawn, limits: list[Place], seed: int) -> Discs:
    """Draw discs near and far, at limits, without a radius or a place, and a named area's."""
    rng = np.random.default_rng(seed)
    walks = zip(rng.uniform(0.0, 360.0, 60), rng.uniform(0.0, 8e4, 60), strict=True)
    places = [moved(drawn.base, *walk) for walk in walks]
    lon, lat = np.array([*places, *limits]).T
    radius_m = rng.choice([0.0, 3.0, 250.0, 4_000.0, np.nan], len(lon))
    radius_m[60:] = 0.0
    lon[5], lat[5] = np.nan, np.nan
    area = np.full(len(lon), -1, dtype=np.int32)
    area[7] = -2
    return Discs(lon, lat, radius_m, area)


def said(folder: Path, reports: Path) -> bytes:
    done = CliRunner().invoke(
        main, ["check", str(folder), str(reports), "-f", "json", "--all"], prog_name="accord"
    )
    assert done.exit_code in {0, 1, 2, 3}
    return done.stdout_bytes + done.stderr_bytes


def test_the_conformance_cases_are_answered_alike_with_screens_and_without(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = 0
    for folder in sorted(path.parent for path in CASES.glob("*/reports.csv")):
        answers = set()
        for fewest in (1, 2**62):
            monkeypatch.setattr(screening, "_FEWEST", fewest)
            answers.add(said(folder, folder / "reports.csv"))
        assert len(answers) == 1, folder.name
        compared += 1
    assert compared > 100


@pytest.mark.parametrize("seed", range(25))
def test_drawn_worlds_are_answered_alike_with_screens_and_without(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, reports = write_world(make_world(seed), tmp_path)
    answers = set()
    for fewest in (1, 2**62):
        monkeypatch.setattr(screening, "_FEWEST", fewest)
        answers.add(said(folder, reports))
    assert len(answers) == 1
