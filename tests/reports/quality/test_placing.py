"""Positions that look wrong: at 0, 0; outside the region; there only with its axes swapped."""

from typing import Any

import numpy as np
import pytest

from checker.geography.axes import cluster_of
from tests.reports.quality.conftest import line

REGION = (35.0, 32.0, 37.0, 34.0)
MANY = [line(f"m{number}", lon=36 + number / 100, lat=33 - number / 100) for number in range(30)]


def codes(found: list[str]) -> list[str]:
    return [one[:6] for one in found]


def test_a_position_at_nought_is_told_once_and_one_on_the_equator_is_not(told: Any) -> None:
    rows = [line("a", lon="0.0", lat=0), line("b", lon=0, lat="0.5")]
    (only,) = told(*rows)
    assert only == "R170 2 'a' lies at longitude 0 and latitude 0, in the Gulf of Guinea"


def test_outside_of_a_stated_region_is_told_and_swapped_axes_are_proposed(told: Any) -> None:
    rows = [
        line("in"),
        line("out", lon=38),
        line("swapped", lon=33, lat=36),
        line("none", lon="", lat=""),
    ]
    assert codes(told(*rows, region_deg=REGION)) == ["R171 3", "R172 4"]


def test_a_disc_that_reaches_into_the_region_is_not_told(told: Any) -> None:
    rows = [line("near", lon=37.5, radius_m=60_000), line("far", lon=37.5, radius_m=10_000)]
    assert codes(told(*rows, region_deg=REGION)) == ["R171 3"]


def test_a_region_may_go_over_the_date_line(told: Any) -> None:
    rows = [line("east", lon=179), line("west", lon=-179), line("out", lon=0.5)]
    assert codes(told(*rows, region_deg=(170, 30, -170, 40))) == ["R171 4"]


@pytest.mark.parametrize("count", [30, 10])
def test_without_a_region_it_is_where_most_lie_if_there_are_enough(told: Any, count: int) -> None:
    rows = [*MANY[:count], line("out", lon=60), line("swapped", lon=33, lat=36.1)]
    found = codes(told(*rows))
    assert found == (["R171 3", "R172 3"] if count == 30 else [])


def test_no_more_than_some_are_told_and_the_others_counted(told: Any) -> None:
    rows = [line(number, lon=60 + number) for number in range(5)]
    found = told(*rows, region_deg=REGION, most=2)
    assert codes(found) == ["R171 2", "R171 3", "R171 0"]
    assert found[-1].endswith("3 more like this")


def test_few_reports_are_held_against_the_places_of_the_agreement(told: Any) -> None:
    among = cluster_of(np.array([36.0, 36.4]), np.array([32.5, 32.8]))
    rows = [line("in"), line("swapped", lon=33, lat=36), line("out", lon=10, lat=50)]
    assert told(*rows) == []
    (only,) = told(*rows, among=among)
    assert only == (
        "R172 3 'swapped' at 36 N, 33 E lies far from the agreement's places, and among them with "
        "longitude and latitude swapped"
    )
    # Where a region tells the same of a row, it is told once.
    assert codes(told(*rows, among=among, region_deg=REGION)) == ["R172 3", "R171 4"]
