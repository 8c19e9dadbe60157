import math

import numpy as np
import pytest

from checker.geography.field import compile_field
from checker.geography.region import Length, Named, Not, Region, SideOf, Within, Witness
from checker.geography.shapes import Line, Point, Undrawn
from tests.geography.oracle import discs, moved, square

BORDER = Named("border", Line((((36.0, 30.0), (36.0, 36.0)),), 1_300.0))
EAST = SideOf((BORDER,), Witness("capital", Point(37.0, 33.0)))
VAGUE = Length(4_000.0, 6_000.0, "4..6 km")
SIGMAS = 2.4477468306808161


def likelihood(region: Region, place: tuple[float, float], radius_m: float) -> float:
    return float(compile_field(region).likelihood(discs(place, radius_m=radius_m))[0])


@pytest.mark.parametrize("sigmas", [-2.0, -1.0, -0.3, 0.0, 0.5, 1.5])
def test_beside_a_straight_line_it_is_the_normal_distribution(sigmas: float) -> None:
    place = moved((36.0, 33.0), 90.0, sigmas * 1_000.0)
    true = 0.5 * (1.0 + math.erf(sigmas / math.sqrt(2.0)))
    assert likelihood(EAST, place, SIGMAS * 1_000.0) == pytest.approx(true, abs=0.005)


def test_the_stated_radius_holds_95_in_100() -> None:
    town = Named("town", Point(36.0, 33.0))
    region = Within(Length(2_000.0, 2_000.0, "2 km"), (town,))
    assert likelihood(region, (36.0, 33.0), 2_000.0) == pytest.approx(0.95, abs=0.005)


def test_a_region_and_its_contrary_share_the_whole() -> None:
    land = Named("land", square(36.0, 33.0, 36.02, 33.02))
    place = (36.02, 33.02)
    both = likelihood(land, place, 900.0) + likelihood(Not(land), place, 900.0)
    assert both == pytest.approx(1.0, abs=0.002)


@pytest.mark.parametrize(("place", "answer"), [((36.5, 33.0), 1.0), ((35.5, 33.0), 0.0)])
@pytest.mark.parametrize("radius_m", [0.0, 500.0])
def test_far_from_the_limit_it_is_certain(
    place: tuple[float, float], radius_m: float, answer: float
) -> None:
    assert likelihood(EAST, place, radius_m) == answer


@pytest.mark.parametrize(
    "region",
    [
        Within(VAGUE, (BORDER,)),
        Named("nowhere", Undrawn("no map")),
        Within(Length(5e3, 5e3, "5 km"), (Named("nowhere", Undrawn("no map")),)),
    ],
)
def test_where_text_or_map_is_open_there_is_none(region: Region) -> None:
    assert math.isnan(likelihood(region, (36.0, 33.0), 500.0))


def test_without_a_radius_a_place_or_within_an_area_there_is_none() -> None:
    field = compile_field(EAST, areas=(Named("land", square(36, 33, 37, 34)),))
    assert np.isnan(field.likelihood(discs((36.1, 33.0), radius_m=np.nan))).all()
    assert np.isnan(field.likelihood(discs((np.nan, np.nan), radius_m=5.0))).all()
    assert np.isnan(field.likelihood(discs((36.1, 33.0), radius_m=5.0, area=0))).all()


def test_the_figures_do_not_hang_on_which_regions_were_asked_before() -> None:
    many = discs(*((36.0 + 0.01 * n, 33.0) for n in range(40)), radius_m=3_000.0)
    border = Named("line", Line((((36.0, 33.005), (36.4, 33.01)),), 100.0))
    limits = [Within(Length(m, m, f"{m}"), (border,)) for m in (200.0, 900.0, 1_500.0, 2_500.0)]
    alone = [compile_field(one).likelihood(many.take(np.arange(40))) for one in limits]
    rows = np.arange(40)[::-1]
    together = [compile_field(one).likelihood(many, rows)[::-1] for one in limits]
    assert [one.tolist() for one in together] == [one.tolist() for one in alone]
    assert 0.0 < alone[1][20] < 1.0
