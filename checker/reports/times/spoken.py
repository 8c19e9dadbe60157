"""Times in words, such as `night of 9 to 10 May 2018`: the widest stretch that the words allow."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from checker.reports.rejected import Fault
from checker.reports.spelling import normalised
from checker.reports.times.calendar import (
    JOINTS,
    MONTHS,
    PARTS_OF_DAY,
    PASSED_OVER,
    SEASON_NAMES,
    THIRDS,
    Third,
)
from checker.reports.times.civil import Stretch, days, last_of_month
from checker.reports.times.edtf import edtf

__all__ = ["spoken"]

_TOKEN = re.compile(r"[0-9]+(?:st|nd|rd|th)?|[^\W\d_]+\.?|-")
_AT = (
    r"([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)\s*(?:hrs?|hours|h)?"
    r"\s*(z|utc|gmt|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)
_CLOCK = re.compile(rf"(.*?),?\s+(?:at\s+)?{_AT}")
_CLOCK_FIRST = re.compile(rf"{_AT},?\s+(?:on\s+)?(.*)")
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212/", "-"))
_LONGEST = 100
_LAST_MONTH = 12
_YEAR_DIGITS = 4
_MOST_ENDS = 2
_EXAMPLE = "such as 'night of 9 to 10 May 2018', 'May 2018', '9-12 May 2018'"


@dataclass(frozen=True, slots=True)
class _End:
    """Hold what is said of one end of a time."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    third: Third | None = None
    season: int | None = None


def spoken(text: str) -> Stretch | Fault | str | None:
    """Return the local stretch that words cover; a text in ISO 8601 for one with a clock time.

    None where the words are not known here; why they mean nothing where one of them lacks. Raises
    ``ValueError`` for a day that no calendar has.
    """
    if len(text) > _LONGEST:
        return None
    plain = normalised(text).translate(_DASHES)
    clocked = _clocked(text, plain)
    if clocked is not None:
        return clocked
    tokens = _TOKEN.findall(plain.replace(",", " "))
    if "".join(tokens) != re.sub(r"[\s,]", "", plain):
        return None
    parts = [one for one in tokens if one in PARTS_OF_DAY]
    ends = _ends([one for one in tokens if one not in PARTS_OF_DAY and one not in PASSED_OVER])
    return None if ends is None or len(parts) > 1 else _stretch(text, parts, ends)


def _stretch(text: str, parts: list[str], ends: tuple["_End", "_End"]) -> Stretch | Fault:
    """Return what lies between two ends, or a part of the days there."""
    first, last = _filled(*ends)
    if first.year is None or last.year is None:
        return Fault("R244", f"'{text}' has no year", f"write it, {_EXAMPLE}")
    if parts:
        return _part_of_day(parts[0], first, last)
    return Stretch(_covered(first).start, _covered(last).end)


def _clocked(text: str, plain: str) -> str | Fault | None:
    """Return one day with a clock time as ISO 8601 writes it; None for anything else."""
    last, begin = _CLOCK.fullmatch(plain), _CLOCK_FIRST.fullmatch(plain)
    if last is not None:
        said, clock, offset = last.groups()
    elif begin is not None:
        clock, offset, said = begin.groups()
    else:
        return None
    day = spoken(said)
    if isinstance(day, Fault):
        return Fault(day.code, f"'{text}' has no year", day.hint)
    if not isinstance(day, Stretch) or day.end - day.start != timedelta(days=1) or day.start.hour:
        return None
    zone = "Z" if offset in {"z", "utc", "gmt"} else offset or ""
    return f"{day.start.date().isoformat()}T{clock.zfill(5)}{zone}"


def _ends(tokens: list[str]) -> tuple[_End, _End] | None:
    """Return the two ends of a time, alike where it has one; None where a word is not known."""
    parts: list[list[str]] = [[]]
    for token in tokens:
        if token in JOINTS and parts[-1] and parts[-1][-1] not in THIRDS:
            parts.append([])
        elif token not in JOINTS:
            parts[-1].append(token)
        elif token in JOINTS - {"-"}:
            return None
    if len(parts) > _MOST_ENDS or not all(parts):
        return None
    ends = [_end(part) for part in parts]
    first, last = ends[0], ends[-1]
    return (first, last) if first is not None and last is not None else None


def _end(tokens: list[str]) -> _End | None:
    found = _End()
    for token in tokens:
        word = token.rstrip(".")
        number = re.fullmatch(r"([0-9]+)(?:st|nd|rd|th)?", word)
        if number is not None and len(number[1]) == _YEAR_DIGITS and found.year is None:
            found = replace(found, year=int(number[1]))
        elif number is not None and len(number[1]) < _YEAR_DIGITS - 1 and found.day is None:
            found = replace(found, day=int(number[1]))
        elif word in MONTHS and found.month is None:
            found = replace(found, month=MONTHS[word])
        elif word in THIRDS and found.third is None:
            found = replace(found, third=THIRDS[word])
        elif word in SEASON_NAMES and found.season is None:
            found = replace(found, season=SEASON_NAMES[word])
        else:
            return None
    is_day = found.day is not None
    beside = found.month is not None or found.third is not None or found.season is not None
    if (found.third and is_day) or (found.season and (is_day or found.month)):
        return None
    return found if is_day or beside or found.year is not None else None


def _filled(first: _End, last: _End) -> tuple[_End, _End]:
    """Give each end what only the other one says: `9 to 10 May 2018` has one month and one year."""
    if first.month is None and first.season is None and first.day is not None:
        first = replace(first, month=last.month)
    if last.month is None and last.season is None and last.day is not None:
        last = replace(last, month=first.month)
    if last.year is None:
        last = replace(last, year=first.year if _rises(first, last) else None)
    if first.year is None and last.year is not None:
        first = replace(first, year=last.year if _rises(first, last) else last.year - 1)
    return first, last


def _rises(first: _End, last: _End) -> bool:
    """Say whether the first end comes before the last within one year."""
    return (first.month or 0, first.day or 0) <= (last.month or _LAST_MONTH, last.day or 31)


def _covered(end: _End) -> Stretch:
    """Return the days that an end covers; raises ``ValueError`` where there are none."""
    assert end.year is not None
    if end.season is not None:
        found = edtf(f"{end.year}-{end.season}")
        assert isinstance(found, Stretch)
        return found
    if end.month is None:
        if end.day is not None:
            raise ValueError("the day has no month")
        first, last = end.third.months if end.third else (1, _LAST_MONTH)
        return days(date(end.year, first, 1), last_of_month(end.year, last))
    if end.day is not None:
        day = date(end.year, end.month, end.day)
        return days(day, day)
    whole = last_of_month(end.year, end.month)
    first, last = end.third.days if end.third else (1, whole.day)
    return days(
        date(end.year, end.month, first), min(whole.replace(day=min(last, whole.day)), whole)
    )


def _part_of_day(word: str, first: _End, last: _End) -> Stretch:
    if first.day is None or last.day is None:
        half = timedelta(hours=12)
        return Stretch(_covered(first).start - half, _covered(last).end + half)
    hours = PARTS_OF_DAY[word]
    dates = [date(one.year or 0, one.month or 0, one.day or 0) for one in (first, last)]
    begin, finish = (datetime.combine(one, time()) for one in dates)
    start, end = hours.start, hours.end
    if hours.of_two is not None and finish - begin == timedelta(days=1):
        return Stretch(
            begin + timedelta(hours=hours.of_two[0]), begin + timedelta(hours=hours.of_two[1])
        )
    return Stretch(begin + timedelta(hours=start), finish + timedelta(hours=end))
