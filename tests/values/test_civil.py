"""Days and clock times across changes of the clock."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from checker.values.civil import (
    day_of_us,
    days_of_us,
    ends_day,
    iso_of_us,
    isos_of_us,
    shift_us,
)

DAMASCUS = ZoneInfo("Asia/Damascus")
HOUR_US = 3_600_000_000


def us(text: str) -> int:
    return int(datetime.fromisoformat(text).astimezone(UTC).timestamp() * 1_000_000)


def test_the_day_on_which_the_clock_goes_back_has_25_hours() -> None:
    start, end = day_of_us(us("2018-10-25T12:00:00+03:00"), DAMASCUS)
    assert end - start == 25 * HOUR_US


def test_ten_calendar_days_over_a_clock_change_keep_the_clock_time() -> None:
    moved = shift_us(us("2018-10-20T09:00:00+03:00"), 0, 10, DAMASCUS)
    assert iso_of_us(moved, "Asia/Damascus") == "2018-10-30T09:00:00+02:00"


def test_hours_are_exact_over_a_clock_change() -> None:
    moved = shift_us(us("2018-10-20T09:00:00+03:00"), 240 * HOUR_US, 0, DAMASCUS)
    assert iso_of_us(moved, "Asia/Damascus") == "2018-10-30T08:00:00+02:00"


def test_the_last_microsecond_of_a_day_is_still_that_day() -> None:
    start, end = day_of_us(us("2018-06-01T00:00:00+03:00"), DAMASCUS)
    instants = np.array([start, end - 1, end], dtype=np.int64)
    assert days_of_us(instants, DAMASCUS).tolist() == [start, start, end]


def test_an_instant_beyond_the_calendar_shares_a_day_with_nothing() -> None:
    assert days_of_us(np.array([2**62], dtype=np.int64), DAMASCUS).tolist() == [2**62]


def test_a_day_ends_with_its_last_microsecond() -> None:
    last = datetime.fromisoformat("2018-06-01T23:59:59.999999+03:00")
    assert ends_day(last)
    assert not ends_day(last.replace(microsecond=999_998))


@pytest.mark.parametrize("zone", ["Asia/Damascus", "Europe/London", "Australia/Lord_Howe", "UTC"])
def test_many_instants_are_written_as_one_by_one(zone: str) -> None:
    rng = np.random.default_rng(7)
    changes = [us(f"{at}Z") for at in ("2018-03-29T22:00", "2018-10-25T21:00", "2018-10-06T15:30")]
    steps = range(-2 * HOUR_US, 2 * HOUR_US + 1, HOUR_US // 4)
    some = [change + step for change in changes for step in steps]
    far = [-1, -3_600_000_000, 253_402_210_000_000_000, 1, 999_999]
    drawn = rng.integers(0, 4_000_000_000_000_000, 200).tolist()
    instants = np.array([*some, *far, *drawn], dtype=np.int64)
    assert isos_of_us(instants, zone) == [iso_of_us(int(us), zone) for us in instants]
    assert isos_of_us(instants[:0], zone) == []
