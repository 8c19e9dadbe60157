"""A position on ground of its own is judged as the second evaluator judges it, place by place."""

import numpy as np
import pytest

from checker.geography.discs import Discs
from checker.geography.doubt.doubt import Doubt, drawn_doubt
from checker.geography.doubt.sector import away_doubt
from checker.geography.doubt.squares import grid_doubt
from checker.geography.field import compile_field
from checker.geography.region import AllOf, Length, Named, Not, Region, Within
from checker.geography.shapes import Area, Line, Point
from checker.values.truth import Truth
from tests.geography.oracle import Place, moved
from tests.reference_region import Disc, locate

UNKNOWN = int(Truth.UNKNOWN)
MIDDLE: Place = (20.1141592, 44.8070331)


def region_of(rng: np.random.Generator) -> Region:
    """Draw a region whose limit passes within some kilometres of the middle."""
    azimuth, away_m = float(rng.uniform(0.0, 360.0)), float(rng.uniform(3_000.0, 12_000.0))
    far = moved(MIDDLE, azimuth, away_m)
    limit_m = away_m + float(rng.normal(0.0, 900.0))
    ends = (moved(far, azimuth + 90.0, 30_000.0), moved(far, azimuth - 90.0, 30_000.0))
    turns = sorted(rng.uniform(0.0, 360.0, 5).tolist())
    ring = [moved(far, turn, float(rng.uniform(0.5, 1.2)) * limit_m) for turn in turns]
    point = Within(Length(limit_m, limit_m, ""), (Named("town", Point(*far, 5.0)),))
    shapes: tuple[Region, ...] = (
        point,
        Not(point),
        Within(Length(limit_m, limit_m, ""), (Named("road", Line((ends,), 20.0)),)),
        Named("field", Area((((*ring, ring[0]),),), 10.0)),
        AllOf((point, Not(Named("field", Area((((*ring, ring[0]),),), 10.0))))),
    )
    return shapes[int(rng.integers(len(shapes)))]


def doubt_of(rng: np.random.Generator) -> Doubt:
    kind = int(rng.integers(3))
    if kind == 0:
        east, north = (int(one) for one in rng.integers(0, 9, 2))
        return grid_doubt(f"34TDQ2{east}6{north}" if rng.random() < 0.7 else "34TDQ26")
    if kind == 1:
        start = Doubt(*moved(MIDDLE, float(rng.uniform(0.0, 360.0)), 3_000.0), 200.0)
        return away_doubt(start, 2_500.0, 3_500.0, (float(rng.uniform(0.0, 360.0)), 22.5))
    turns = sorted(rng.uniform(0.0, 360.0, 4).tolist())
    ring = [moved(MIDDLE, turn, float(rng.uniform(200.0, 2_500.0))) for turn in turns]
    return drawn_doubt(Area((((*ring, ring[0]),),), 0.0))


@pytest.mark.parametrize("seed", range(16))
def test_the_field_answers_as_the_reference(seed: int) -> None:
    rng = np.random.default_rng(seed)
    region, doubt = region_of(rng), doubt_of(rng)
    held = Discs(
        np.array([doubt.lon_deg]),
        np.array([doubt.lat_deg]),
        np.array([doubt.radius_m]),
        np.array([-1], dtype=np.int32),
        own=np.array([0], dtype=np.int32),
        grounds=(doubt.ground,) if doubt.ground is not None else (),
    )
    found = compile_field(region).measure(held)
    want = locate(region, Disc((doubt.lon_deg, doubt.lat_deg), doubt.radius_m, doubt.ground))
    got = int(found.truth[0])
    if got != UNKNOWN:
        assert got == want.truth
    margin = want.margin_m
    # Of what is nearer to its limit than the samples of the reference are apart, nobody is sure.
    if margin is not None and min(abs(one) for one in margin) > 0.1 * doubt.radius_m:
        assert got == want.truth
