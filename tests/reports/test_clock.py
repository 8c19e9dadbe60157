"""Times: a date is its whole day, an instant needs its zone, and nothing is guessed."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from checker.reports.clock import Clock, Interval, pattern_of
from checker.reports.rejected import Fault

DAMASCUS = ZoneInfo("Asia/Damascus")
CLOCK = Clock(DAMASCUS)
LOCAL = Clock(DAMASCUS, ZoneInfo("Europe/Berlin"))


def us(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp()) * 1_000_000


def day(start: str, end: str) -> Interval:
    return us(start), us(end) - 1


def code(found: Interval | Fault) -> str:
    assert isinstance(found, Fault)
    return found.code


def test_a_date_is_its_day_in_the_zone_of_the_agreement() -> None:
    assert CLOCK.read("2018-05-25") == day("2018-05-25T00:00+03:00", "2018-05-26T00:00+03:00")


def test_a_day_that_starts_when_clocks_are_set_forward_starts_then() -> None:
    assert CLOCK.read("2018-03-30") == day("2018-03-30T00:00+02:00", "2018-03-31T00:00+03:00")


def test_a_date_does_not_care_for_the_stated_zone() -> None:
    assert LOCAL.read("2018-05-25") == CLOCK.read("2018-05-25")


@pytest.mark.parametrize(
    "text",
    [
        "2018-06-01T12:00:00Z",
        "2018-06-01 12:00Z",
        "2018-06-01T15:00:00+03:00",
        "2018-06-01T15:00:00+0300",
        "2018-06-01T15+03",
        "2018-06-01t12:00:00.000z",
    ],
)
def test_an_offset_fixes_an_instant(text: str) -> None:
    found = CLOCK.read(text)
    if text == "2018-06-01T15+03":
        assert code(found) == "R204"
    else:
        assert found == (us("2018-06-01T12:00+00:00"),) * 2


def test_an_instant_without_an_offset_is_refused() -> None:
    assert code(CLOCK.read("2018-06-01T12:00")) == "R205"


def test_a_stated_zone_reads_an_instant_without_an_offset() -> None:
    assert LOCAL.read("2018-06-01T12:00") == (us("2018-06-01T10:00+00:00"),) * 2


def test_a_clock_time_that_occurs_twice_may_be_either() -> None:
    assert LOCAL.read("2018-10-28T02:30") == (
        us("2018-10-28T00:30+00:00"),
        us("2018-10-28T01:30+00:00"),
    )


def test_a_clock_time_that_is_skipped_is_refused() -> None:
    assert code(LOCAL.read("2018-03-25T02:30")) == "R204"


@pytest.mark.parametrize(
    "text",
    [
        "2018-02-30",
        "2018-6-1",
        "26/06/2018",
        "2018-06",
        "yesterday",
        "2018-06-01T25:00Z",
        "2018-06-01T12:00+24:00",
        "0018-06-01",
        "9999-12-31",
        "9999-12-31T23:59:59Z",
        "٢٠١٨-06-01",
    ],
)
def test_what_is_no_time_is_refused(text: str) -> None:
    assert code(LOCAL.read(text)) == "R204"


def test_a_stated_format_is_read_beside_iso() -> None:
    pattern = pattern_of("DD.MM.YYYY hh:mm")
    assert pattern is not None
    clock = Clock(DAMASCUS, ZoneInfo("UTC"), (pattern,))
    assert clock.read("1.6.2018 12:00") == (us("2018-06-01T12:00+00:00"),) * 2
    assert clock.read("2018-06-01") == CLOCK.read("2018-06-01")


@pytest.mark.parametrize("text", ["DD.MM", "DD.MM.YYYY DD", "hh:mm", ""])
def test_a_format_without_one_year_month_and_day_is_none(text: str) -> None:
    assert pattern_of(text) is None


def test_microseconds_are_kept() -> None:
    at_us = us("2018-06-01T12:00+00:00") + 123_456
    assert CLOCK.read("2018-06-01T12:00:00.123456789Z") == (at_us, at_us)
    assert datetime.fromtimestamp(at_us / 1e6, UTC).year == 2018
