"""A report that names its area keeps its answer while it moves, disc and area, by its margin."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from checker.geography.field import compile_field
from checker.geography.ground import ground_of
from checker.geography.region import Length, Named, Not, Region, Within
from checker.geography.shapes import Area, Path, Point
from checker.values.truth import Truth
from tests.geography.oracle import (
    Place,
    bound_m,
    discs,
    distance_m,
    moved,
    path_distance_m,
    positions,
)
from tests.laws.settings import law
from tests.laws.strategies_geography import BASES, areas, bands, depths, lines, near

FALSE, UNKNOWN, TRUE = int(Truth.FALSE), int(Truth.UNKNOWN), int(Truth.TRUE)

LOST = (np.nan, np.nan)


def answer(region: Region, area: Named, place: Place, radius_m: float) -> tuple[int, float]:
    """Return the truth of a report that names an area, and how far it is from another one."""
    found = compile_field(region, (area,)).measure(discs(place, radius_m=radius_m, area=0))
    truth = int(found.truth[0])
    return truth, abs(float(found.high_m[0] if truth == TRUE else found.low_m[0]))


def outline(area: Named) -> Path:
    assert isinstance(area.shape, Area)
    ((ring,),) = area.shape.polygons
    return ring


def within(metres: float, place: Place) -> Within:
    return Within(Length(metres, metres, f"{metres:g} m"), (Named("gate", Point(*place)),))


@pytest.mark.parametrize("gap_m", [-0.004, 0.004, 3.0, 60.0, 2_500.0])
@law
@given(st.data(), st.sampled_from(BASES))
def test_the_margin_of_an_area_is_karneys_less_a_hundredth_and_a_metre(
    gap_m: float, data: st.DataObject, base: Place
) -> None:
    area = data.draw(areas(base))
    assert isinstance(area.shape, Area)
    gate = data.draw(near(base, 90_000.0))
    assume(not ground_of(area.shape).contains(*positions(gate))[0])
    limit_m = path_distance_m(outline(area), "geodesic", gate) - area.shape.accuracy_m - gap_m
    assume(limit_m > 10.0)
    truth, room_m = answer(within(limit_m, gate), area, LOST, np.nan)
    if gap_m < 0.0:
        assert truth == UNKNOWN
    elif truth == UNKNOWN or np.isnan(room_m):
        # What is no bound within a metre, or takes too many cells, is not told.
        assert gap_m < 60.0
    else:
        assert truth == FALSE
        assert 0.99 * gap_m - 1.0 - bound_m(limit_m) <= room_m <= gap_m + bound_m(limit_m)


@law
@given(st.data(), st.sampled_from(BASES))
def test_the_margin_of_an_area_in_a_depth_is_that_of_its_farthest_corner(
    data: st.DataObject, base: Place
) -> None:
    area = data.draw(areas(base))
    assert isinstance(area.shape, Area)
    exact = replace(area, shape=replace(area.shape, accuracy_m=0.0))
    gate = data.draw(near(base, 90_000.0))
    gap_m = data.draw(st.sampled_from((60.0, 2_500.0)))
    limit_m = max(distance_m(gate, corner) for corner in outline(area)) + gap_m
    truth, room_m = answer(within(limit_m, gate), exact, LOST, np.nan)
    assert truth == TRUE
    assert 0.99 * gap_m - 1.0 - bound_m(limit_m) <= room_m <= gap_m + bound_m(limit_m)


@law
@given(st.data(), st.floats(0.3, 0.98), st.sampled_from((-1.0, 1.0)))
def test_disc_and_area_that_turn_with_the_globe_by_less_keep_their_answer(
    data: st.DataObject, share: float, way: float
) -> None:
    # To turn about the axis is the one way to move an area with its disc, and to change no shape.
    drawn = data.draw(lines())
    area = data.draw(areas(drawn.base))
    place, limit_m = data.draw(near(drawn.base, 60_000.0)), data.draw(st.floats(500.0, 60_000.0))
    round_place: list[Region] = [within(limit_m, place), Not(within(limit_m, place))]
    drawn_from = st.one_of(st.sampled_from(round_place), depths(drawn), bands(drawn))
    region: Region = data.draw(drawn_from)
    disc = data.draw(st.one_of(st.just(LOST), near(drawn.base, 25_000.0)))
    radius_m = data.draw(st.sampled_from((50.0, 3_000.0, 15_000.0)))
    truth, room_m = answer(region, area, disc, radius_m)
    assume(truth != UNKNOWN and math.isfinite(room_m))
    turn_deg = _turn_deg([*outline(area), *_reached(disc, radius_m)], way * share * room_m)
    ring = tuple((lon + turn_deg, lat) for lon, lat in outline(area))
    assert isinstance(area.shape, Area)
    turned = replace(area, shape=replace(area.shape, polygons=((ring,),)))
    assert answer(region, turned, (disc[0] + turn_deg, disc[1]), radius_m)[0] == truth


def _reached(disc: Place, radius_m: float) -> list[Place]:
    return [] if np.isnan(disc[0]) else [moved(disc, turn, radius_m) for turn in (0.0, 180.0)]


def _turn_deg(places: list[Place], length_m: float) -> float:
    """Return a turn by which none of the places moves farther than a length, at most a degree."""
    a_degree_m = max(distance_m((lon, lat), (lon + 1.0, lat)) for lon, lat in places)
    return float(np.clip(length_m / a_degree_m, -1.0, 1.0))
