"""The likelihood is the sum over every cell, however few are looked at, and near the true one."""

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.typing import NDArray

from checker.geography.cells import EAST, HALF, NORTH, WEIGHT
from checker.geography.discs import Discs
from checker.geography.field import Field, compile_field
from checker.geography.geodesic import direct, inverse
from checker.geography.region import (
    AllOf,
    AnyOf,
    Length,
    Named,
    Not,
    Region,
    SideOf,
    Within,
    Witness,
)
from checker.geography.shapes import Area, Box, Circle, Line, Point
from checker.geography.sides import line_problem, witness_problem
from tests.geography.oracle import Place, moved, positions, ring
from tests.laws.settings import law
from tests.laws.strategies_geography import BASES, areas, bands, coils, depths, lines, near

FloatArray = NDArray[np.float64]
SIGMAS = 2.4477468306808161
RADII_M = (0.02, 5.0, 50.0, 2_000.0, 30_000.0, 400_000.0)
RINGS, SPOKES = 100, 120


@st.composite
def grounds(draw: st.DrawFn, base: Place) -> Region:
    """Draw an area, one with a hole, a box, a circle, or the surroundings of one."""
    west, south = draw(near(base, 10_000.0))
    wide, high = draw(st.floats(0.01, 0.4)), draw(st.floats(0.01, 0.4))
    south = min(south, 89.9 - high)
    outer = ring(west, south, west + wide, south + high)
    inner = ring(west + 0.3 * wide, south + 0.3 * high, west + 0.7 * wide, south + 0.6 * high)
    shapes: list[Area | Box | Circle] = [
        Area(((outer, inner),), 0.0),
        Box(west, south, west + wide, south + high, 0.0),
        Circle(Point(west, south), 3_000.0),
    ]
    place = Named("land", draw(st.sampled_from(shapes)))
    limit = Length(2_000.0, 2_000.0, "2 km")
    found: list[Region] = [place, Within(limit, (place,)), Not(place)]
    return draw(st.sampled_from(found))


@st.composite
def regions(draw: st.DrawFn) -> tuple[Region, Place]:
    """Draw a region and where it about is."""
    drawn = draw(lines())
    parts = (
        draw(st.one_of(bands(drawn), depths(drawn))),
        draw(st.one_of(areas(drawn.base), grounds(drawn.base))),
    )
    joined = draw(st.sampled_from([*parts, AnyOf(parts), AllOf(parts)]))
    return Not(joined) if draw(st.booleans()) else joined, drawn.base


@st.composite
def coiled(draw: st.DrawFn) -> tuple[Region, Place]:
    """Draw one side of a line whose ends lie in its own bends, perhaps drawn with a gap."""
    line = draw(coils())
    path, base = line.paths[0], line.paths[0][0]
    if draw(st.booleans()):
        cut = len(path) // 2
        gap = moved(path[cut], draw(st.floats(0.0, 360.0)), 40.0)
        line = Line((path[: cut + 1], (gap, *path[cut + 1 :])), 100.0)
    side = SideOf((Named("coil", line),), Witness("town", Point(*draw(near(base, 9_000.0)))))
    assume(line_problem(side) is None and witness_problem(side) is None)
    return side, base


def at_border(field: Field, place: Place, radius_m: float, azimuth_deg: float) -> Place:
    """Walk toward where the signed distance is about that of a fraction of the radius."""
    for _ in range(4):
        deep_m = float(field.drawn_m(*positions(place))[0])
        if abs(deep_m) < radius_m or not np.isfinite(deep_m):
            break
        ways = [moved(place, azimuth_deg + turn, abs(deep_m)) for turn in range(0, 360, 15)]
        place = min(ways, key=lambda way: abs(float(field.drawn_m(*positions(way))[0])))
    return moved(place, azimuth_deg, 0.7 * radius_m)


def one(place: Place, radius_m: float) -> Discs:
    lon, lat = positions(place)
    return Discs(lon, lat, np.array([radius_m]), np.array([-1], dtype=np.int32))


def depths_m(field: Field, place: Place, east_m: FloatArray, north_m: FloatArray) -> FloatArray:
    """Look at every place about a centre, by geodesics."""
    lon, lat = (np.full(len(east_m), at) for at in place)
    turn_deg = np.degrees(np.arctan2(east_m, north_m))
    return field.drawn_m(*direct(lon, lat, turn_deg, np.hypot(east_m, north_m)))


def every_cell(field: Field, place: Place, sigma_m: float) -> float:
    """Sum every cell, by exact distances."""
    deep_m = depths_m(field, place, EAST * sigma_m, NORTH * sigma_m)
    return float((np.clip(0.5 - 0.5 * deep_m / (HALF * sigma_m), 0.0, 1.0) * WEIGHT).sum())


def sampled(field: Field, place: Place, sigma_m: float) -> float:
    """Count 12,000 places of equal probability that lie inside."""
    away = np.sqrt(-2.0 * np.log1p(-(np.arange(RINGS) + 0.5) / RINGS))
    turn = (np.arange(SPOKES)[None] + np.arange(RINGS)[:, None] * 0.618) * 2.0 * np.pi / SPOKES
    east, north = away[:, None] * np.sin(turn), away[:, None] * np.cos(turn)
    deep_m = depths_m(field, place, east.ravel() * sigma_m, north.ravel() * sigma_m)
    return float((deep_m < 0.0).mean())


@law
@given(st.one_of(regions(), coiled()), st.sampled_from(RADII_M), st.data(), st.floats(0.0, 360.0))
def test_few_looks_find_what_a_look_at_every_cell_does(
    drawn: tuple[Region, Place], radius_m: float, data: st.DataObject, azimuth_deg: float
) -> None:
    field = compile_field(drawn[0])
    place = at_border(field, data.draw(near(drawn[1])), radius_m, azimuth_deg)
    found = float(field.likelihood(one(place, radius_m))[0])
    assert abs(found - every_cell(field, place, radius_m / SIGMAS)) <= 5e-4


@st.composite
def broad(draw: st.DrawFn) -> tuple[Region, Place]:
    """Draw a region whose parts and gaps are all broader than a position is uncertain."""
    base = draw(st.sampled_from(BASES))
    start = draw(near(base, 5_000.0))
    turn = draw(st.floats(0.0, 360.0))
    middle = moved(start, turn, 60_000.0)
    # By a pole a bearing turns on the way; a line that folds back is thinner than a cell there.
    back_deg, _ = inverse(*positions(middle), *positions(start))
    ahead = float(back_deg[0]) + 180.0
    end = moved(middle, ahead + draw(st.floats(-40.0, 40.0)), 60_000.0)
    border = (Named("border", Line(((start, middle, end),), 0.0)),)
    witness = Witness("town", Point(*moved(middle, ahead + 90.0, 30_000.0)))
    limit = Length(9_000.0, 9_000.0, "9 km")
    land = draw(areas(middle))
    sided: list[Region] = [
        SideOf(border, witness),
        Within(limit, border),
        Within(limit, border, witness),
    ]
    side = draw(st.sampled_from(sided))
    joined: list[Region] = [side, land, AnyOf((side, land)), AllOf((side, land)), Not(side)]
    return draw(st.sampled_from(joined)), middle


@law
@given(broad(), st.sampled_from(RADII_M[:3]), st.data(), st.floats(0.0, 360.0))
def test_it_is_near_what_sampling_finds(
    drawn: tuple[Region, Place], radius_m: float, data: st.DataObject, azimuth_deg: float
) -> None:
    field = compile_field(drawn[0])
    place = at_border(field, data.draw(near(drawn[1])), radius_m, azimuth_deg)
    found = float(field.likelihood(one(place, radius_m))[0])
    assert abs(found - sampled(field, place, radius_m / SIGMAS)) <= 5e-3
