"""Dates of any precision in digits, and the Extended Date/Time Format: doubt marked by the writer.

Source: ISO 8601-1:2019 (weeks, days of the year, dates without hyphens) and ISO 8601-2:2019, clause
4 and annex A, which the Library of Congress publishes as EDTF.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from checker.reports.rejected import Fault
from checker.reports.times.calendar import SEASONS
from checker.reports.times.civil import Stretch, Unknown, days, last_of_month, widened

__all__ = ["edtf"]

_DATE = re.compile(
    r"(?P<before>[?~%])?(?P<year>\d[\dX]{3})(?P<after_year>[?~%])?"
    r"(?:-(?P<before_month>[?~%])?(?P<month>[\dX]{2})(?P<after_month>[?~%])?"
    r"(?:-(?P<before_day>[?~%])?(?P<day>[\dX]{2})(?P<after_day>[?~%])?)?)?",
    re.ASCII,
)
_BASIC = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_WEEK = re.compile(r"(\d{4})-?W(\d{2})(?:-?([1-7]))?", re.ASCII)
_DAY_OF_YEAR = re.compile(r"(\d{4})-(\d{3})", re.ASCII)
_YEAR, _MONTH = timedelta(days=366), timedelta(days=31)
_FIRST_SEASON = 21


def edtf(text: str) -> Stretch | Unknown | Fault | None:
    """Return what a date in digits covers, None where the text is none.

    An approximate date (``~``) is as much longer on either side as it is long: the day before and
    after, the month before and after. That is a convention of ours, for the standard gives none. An
    uncertain one (``?``, ``%``) may be wrong altogether, and is unknown. ``2023-24`` may be a
    winter or two years, and is refused. Raises ``ValueError`` for a date that no calendar has.
    """
    plain = _plain(text)
    if plain is not None:
        return plain
    found = _DATE.fullmatch(text)
    if found is None or re.search(r"X\d", found["year"]):
        return None
    parts = found.groupdict()
    if (both := _two_years(text)) is not None:
        hint = f"write {both} for the years, or a season by its name, such as winter {both[:4]}"
        return Fault("R243", f"'{text}' may be a part of a year or {both}", hint)
    stretch = _covered(parts["year"], parts["month"], parts["day"])
    marks = {name: mark for name, mark in parts.items() if mark in {"?", "~", "%"}}
    if any(mark in {"?", "%"} for mark in marks.values()):
        return Unknown(f"'{text}' is uncertain: the date itself may be wrong")
    return widened(stretch, _off(stretch, parts, set(marks))) if marks else stretch


def _two_years(text: str) -> str | None:
    """Return the years that ``2023-24`` may be meant for, None where it may not.

    The parts of a year begin with 21, so that the years from 2020 to 2041 are also written like it.
    """
    year, _, part = text.partition("-")
    if not (year + part).isdecimal() or not _FIRST_SEASON <= int(part or 0) <= max(SEASONS):
        return None
    following = int(year) + 1
    return f"{year}/{following}" if part == f"{following % 100:02d}" else None


def _plain(text: str) -> Stretch | None:
    """Return a date without hyphens, a week, or a day of the year."""
    if found := _BASIC.fullmatch(text):
        day = date(*map(int, found.groups()))
        return days(day, day)
    if found := _WEEK.fullmatch(text):
        first = date.fromisocalendar(int(found[1]), int(found[2]), int(found[3] or 1))
        return days(first, first if found[3] else first + timedelta(days=6))
    if found := _DAY_OF_YEAR.fullmatch(text):
        day = date(int(found[1]), 1, 1) + timedelta(days=int(found[2]) - 1)
        if int(found[2]) == 0 or day.year != int(found[1]):
            raise ValueError("there is no such day of the year")
        return days(day, day)
    return None


def _covered(year: str, month: str | None, day: str | None) -> Stretch:
    """Return the days from the first to the last that digits leave open; X is any digit."""
    years = [int(year.replace("X", digit)) for digit in ("0", "9")]
    if month is not None and "X" not in month and int(month) >= _FIRST_SEASON and day is None:
        return _season(years, int(month))
    first, last = (_ends(years[end], month, day, last=bool(end)) for end in (0, 1))
    return days(first, last)


def _ends(year: int, month: str | None, day: str | None, *, last: bool) -> date:
    """Return the first or the last day of a year that digits leave open."""
    at = -1 if last else 0
    fitting = [one for number in _fitting(month, 12) for one in _days_of(year, number, day)]
    if not fitting:
        raise ValueError("there is no such day")
    return fitting[at]


def _days_of(year: int, month: int, day: str | None) -> Iterator[date]:
    end = last_of_month(year, month).day
    yield from (date(year, month, one) for one in _fitting(day, end))


def _fitting(digits: str | None, most: int) -> list[int]:
    """Return the numbers from 1 to ``most`` that two digits may be; X is any, None is all."""
    shape = re.compile((digits or "XX").replace("X", r"\d"))
    return [number for number in range(1, most + 1) if shape.fullmatch(f"{number:02d}")]


def _season(years: list[int], number: int) -> Stretch:
    if number not in SEASONS:
        raise ValueError(f"there is no month or part of a year {number}")
    ends = []
    for year in years:
        for off, start, end in SEASONS[number]:
            begun = year + off
            wraps = end < start
            ends.append((date(begun, *start), date(begun + wraps, *end)))
    return days(min(first for first, _ in ends), max(last for _, last in ends))


def _off(stretch: Stretch, parts: dict[str, str | None], marks: set[str]) -> timedelta:
    """Return how far off an approximate date may be.

    A mark at the end is about the date as a whole. One behind a part is about that and all before
    it, one before a part about that part alone: ISO 8601-2:2019, 4.4.
    """
    finest = "day" if parts["day"] else "month" if parts["month"] else "year"
    if marks == {f"after_{finest}"}:
        return stretch.end - stretch.start
    if marks <= {"before_day"}:
        return timedelta(days=1)
    return _MONTH if marks <= {"before_month", "before_day"} else _YEAR
