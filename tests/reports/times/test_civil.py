from datetime import date, datetime, timedelta

import pytest

from checker.reports.times.civil import Stretch, days, last_of_month, widened


def test_days_end_where_the_next_begins() -> None:
    found = days(date(2018, 5, 9), date(2018, 5, 10))
    assert found == Stretch(datetime(2018, 5, 9), datetime(2018, 5, 11))  # noqa: DTZ001


def test_a_month_has_its_last_day() -> None:
    assert last_of_month(2020, 2).day == 29
    assert last_of_month(2018, 12) == date(2018, 12, 31)
    with pytest.raises(ValueError, match="month"):
        last_of_month(2018, 13)


def test_what_no_calendar_has_is_an_error() -> None:
    with pytest.raises(ValueError, match="range"):
        days(date.max, date.max)
    with pytest.raises(ValueError, match="range"):
        widened(days(date(1, 1, 1), date(1, 1, 1)), timedelta(days=2))
