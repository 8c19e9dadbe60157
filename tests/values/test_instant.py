"""Dates and instants as people write them."""

from zoneinfo import ZoneInfo

import pytest

from checker.values.instant import InstantError, parse_moment

DAMASCUS = ZoneInfo("Asia/Damascus")
HOUR_US = 3_600_000_000
JUNE_US = 1_527_811_200_000_000  # 2018-06-01T00:00Z


def test_a_date_is_its_whole_day_in_the_zone() -> None:
    day = parse_moment("2018-06-01", DAMASCUS)
    assert (day.start_us, day.end_us) == (JUNE_US - 3 * HOUR_US, JUNE_US + 21 * HOUR_US)
    assert str(day.day) == "2018-06-01"


def test_the_day_on_which_the_clock_goes_forward_has_23_hours() -> None:
    day = parse_moment("2018-03-30", DAMASCUS)
    assert day.end_us - day.start_us == 23 * HOUR_US


@pytest.mark.parametrize(
    "text",
    [
        "2018-06-01T03:00:00+03:00",
        "2018-06-01 03:00+03:00",
        "2018-06-01T00:00:00Z",
        "2018-06-01T00:00:00.000000Z",
        " 2018-06-01T03:00+0300 ",
    ],
)
def test_an_instant_carries_its_offset_whatever_the_zone(text: str) -> None:
    at = parse_moment(text, DAMASCUS)
    assert (at.start_us, at.end_us, at.day) == (JUNE_US, JUNE_US, None)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("2018-06-01T03:00:00", "has no offset", "+03:00"),
        ("2018-02-30", "is no date of the calendar", "2018-05-25"),
        ("2018-06-01T25:00:00Z", "is no date of the calendar", "2018-05-25"),
        ("1 June 2018", "is no date or time", "2018-05-25"),
        ("01.06.2018", "is no date or time", "2018-05-25"),
        ("", "is no date or time", "2018-05-25"),
        ("9999-12-31", "is no date of the calendar", "leave it out"),
    ],
)
def test_anything_else_is_refused_with_what_to_write(text: str, message: str, hint: str) -> None:
    with pytest.raises(InstantError, match=message) as error:
        parse_moment(text, DAMASCUS)
    assert hint in error.value.hint
