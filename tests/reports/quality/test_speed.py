"""Two sightings of one unit too far apart for the time between them, however they are read."""

from typing import Any

import pytest

from tests.reports.quality.conftest import line


def seen(name: str, clock: str, **cells: object) -> str:
    return line(name, unit="b1", seen_from=f"2018-06-01T{clock}Z", **cells)


def test_no_unit_is_faster_than_sound_and_the_warning_says_how_fast_and_by_which_limit(
    told: Any,
) -> None:
    (only,) = told(seen("a", "10:00"), seen("b", "10:10", lat=36))
    assert only == (
        "R176 3 'b' has 'b1' at least 332.6 km from the sighting at r.csv:2, within at most "
        "0.17 h: 1,992 km/h or more, where 1,062 km/h is the most (the speed of sound at 11 km, "
        "ICAO Doc 7488)"
    )


def test_a_stated_speed_is_the_limit(told: Any) -> None:
    rows = (seen("a", "10:00"), seen("b", "11:00", lat=34))
    assert told(*rows) == []
    (only,) = told(*rows, most_m_s=80 / 3.6)
    assert "where 80 km/h is the most (as stated)" in only


@pytest.mark.parametrize(
    "change",
    [
        *({"radius_m": 200_000}, {"radius_m": ""}, {"seen_from": "2018-06-01"}, {"seen_from": ""}),
        *(
            {"unit": "b2"},
            {"unit": ""},
            {"actor": "green"},
            {"kind": "allegation"},
            {"lon": "", "lat": ""},
        ),
        {"supersedes": "a"},
    ],
)
def test_where_any_reading_lets_it_pass_nothing_is_told(
    told: Any, change: dict[str, object]
) -> None:
    bad = line("b", **{"unit": "b1", "seen_from": "2018-06-01T10:10Z", "lat": 36, **change})
    assert [one for one in told(seen("a", "10:00"), bad) if one.startswith("R176")] == []


def test_rows_need_not_be_in_the_order_of_time(told: Any) -> None:
    found = told(seen("b", "12:00", lat=36), seen("x", "10:30"), seen("a", "11:55"))
    assert [one[:9] for one in found] == ["R176 2 'b"]


def test_at_one_instant_no_unit_is_in_two_places_and_the_time_is_not_told_as_nought(
    told: Any,
) -> None:
    (only,) = told(seen("a", "10:00"), seen("b", "10:00", lat=36))
    assert "within at most 1 s: " in only


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"lon": 179.99, "lat": 0}, {"lon": -179.99, "lat": 0}),
        ({"lon": 0, "lat": 89.99}, {"lon": 180, "lat": 89.99}),
    ],
)
def test_the_date_line_and_the_pole_part_nothing(
    told: Any, first: dict[str, object], second: dict[str, object]
) -> None:
    found = told(seen("a", "10:00", **first), seen("b", "10:10", **second))
    assert [one for one in found if one.startswith("R176")] == []
