"""Dates of three numbers: read where they can be one date alone, refused where they may be two."""

import re
from datetime import date

from checker.reports.rejected import Fault

__all__ = ["numeric"]

_DAY_OR_MONTH = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:,?[ T]+(\S.*))?", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})([./-])(\d{1,2})\2(\d{1,2})(?:,?[ T]+(\S.*))?", re.ASCII)
_MONTH_AND_YEAR = re.compile(r"(0?[1-9]|1[0-2])[./-](\d{4})", re.ASCII)
_CLOCKS = (
    (re.compile(r"(?:[+-]\d\d(?::?\d\d)?|[Zz])$", re.ASCII), "ZZ"),
    (re.compile(r"[AaPp]\.?[Mm]\.?", re.ASCII), "AM"),
    (re.compile(r"\d\d?:\d\d:\d\d", re.ASCII), "hh:mm:ss"),
    (re.compile(r"\d\d?:\d\d", re.ASCII), "hh:mm"),
)
"""Parts of a clock time, and what a mapping calls them."""
_BASIC = re.compile(
    r"(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(?:(\d{2})(\.\d{1,9})?)?([Zz]|[+-]\d{2}(?::?\d{2})?)?",
    re.ASCII,
)
_MONTHS = 12
_YEAR_DIGITS = 4
_SHORT = "write the year with four digits, such as 2018-04-13"


def numeric(text: str) -> str | Fault | None:
    """Return the date as ISO 8601 writes it, with the clock time behind it if any.

    None where it is no such date. A year first means year, month and day. A number above 12 is no
    month, so that 13/04/2018 is the 13th of April; 03/04/2018 may be two dates, and is refused.
    """
    plain = _unmistakable(text)
    if plain is not None:
        return plain
    found = _DAY_OR_MONTH.fullmatch(text)
    if found is None:
        return None
    first, mark, second, year, clock = found.groups()
    if len(year) < _YEAR_DIGITS:
        return Fault("R243", f"'{text}' has a year of two digits", _SHORT)
    ways = [
        (month, day)
        for month, day in ((second, first), (first, second))
        if 1 <= int(month) <= _MONTHS
    ]
    if len(ways) > 1 and int(first) != int(second):
        one, other = (_said(year, *way) for way in ways)
        pattern = _pattern(mark, text[found.end(4) :])
        return Fault(
            "R243",
            f"'{text}' may be {one} or {other}",
            f"state the order in the mapping, such as dates: [{pattern}]",
        )
    return _iso(year, *ways[0], clock) if ways else None


def _unmistakable(text: str) -> str | None:
    """Return a date that begins with its year, or has no day, as ISO 8601 writes it."""
    if found := _BASIC.fullmatch(text):
        year, month, day, hour, minute, second, fraction, offset = found.groups()
        clock = f"{hour}:{minute}:{second or '00'}{fraction or ''}{offset or ''}"
        return f"{year}-{month}-{day}T{clock}"
    if found := _YEAR_FIRST.fullmatch(text):
        year, _, month, day, clock = found.groups()
        return _iso(year, month, day, clock)
    if found := _MONTH_AND_YEAR.fullmatch(text):
        return f"{found[2]}-{int(found[1]):02d}"
    return None


def _iso(year: str, month: str, day: str, clock: str | None) -> str:
    at = clock.strip() if clock else ""
    at = f"0{at}" if at[1:2] == ":" else at
    return f"{year}-{int(month):02d}-{int(day):02d}" + (f"T{at}" if at else "")


def _pattern(mark: str, behind: str) -> str:
    """Return how a mapping writes the form of such a date, with the clock time behind it."""
    for written, named in _CLOCKS:
        behind = written.sub(named, behind)
    pattern = f"DD{mark}MM{mark}YYYY{behind}"
    return f'"{pattern}"' if "," in pattern else pattern


def _said(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return f"{year}-{month}-{day}"
