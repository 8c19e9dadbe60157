"""Dates that a code calls inexact: as wide as the code says, as two dates."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from checker.reports.cells import Texts, texts_of
from checker.reports.clock import Clock
from checker.reports.mapping import Exactness
from checker.reports.spelling import normalised
from checker.reports.times.patterns import Pattern

__all__ = ["is_wide", "widened"]

_DAY_US = 86_400_000_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MIDNIGHT = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt ]00:00(?::00(?:[.,]0+)?)?(?: ?(?:[Zz]|[+-]\d\d(?::?\d\d)?))?", re.ASCII
)
"""A date as a program stores it, on the clock of its own."""


def widened(
    dates: Texts, codes: Texts, how: Exactness, patterns: tuple[Pattern, ...]
) -> tuple[Texts, Texts]:
    """Return the first and the last day that each date may mean, by the code of its row.

    A text that is no date stays as it is, and is refused where times are read. A date whose code
    says nothing is blank. A clock time is as exact as its code, too: many a program that stores
    dates makes midnights of them.
    """
    zone = ZoneInfo("UTC")
    strict = Clock(zone, None, patterns)
    clocks = strict, replace(strict, stated_zone=zone)
    found: dict[tuple[str, str], tuple[str, str]] = {}
    pairs = list(zip(dates.strings(), codes.strings(), strict=True))
    for pair in dict.fromkeys(pairs):
        width = how.entries.get(normalised(pair[1]), "")
        found[pair] = _span(pair[0], width, clocks)
    return texts_of([found[pair][0] for pair in pairs]), texts_of(
        [found[pair][1] for pair in pairs]
    )


def is_wide(codes: Texts, how: Exactness) -> NDArray[np.bool_]:
    """Say which codes leave more than a day open: nothing lasted throughout that; shape (n,)."""
    widths = [how.entries.get(normalised(code), "") for code in (*codes.distinct, "")]
    return np.array([width != "day" for width in widths], dtype=np.bool_)[codes.codes]


def _span(text: str, width: str, clocks: tuple[Clock, Clock]) -> tuple[str, str]:
    """Return the first and the last day of a text; ``clocks`` need an offset, and do without."""
    stored = _MIDNIGHT.fullmatch(text)
    text = stored[1] if stored else text
    interval = clocks[1].read(text)
    if not isinstance(interval, tuple):
        return text, text  # refused where times are read, or open at an end and unknown
    if not width:
        return "", ""
    begin_us, end_us = interval
    if width == "day" and (begin_us % _DAY_US or end_us - begin_us not in {0, _DAY_US - 1}):
        return text, text  # a clock time of that day, or as wide as it says
    first, last = ((_EPOCH + timedelta(microseconds=at_us)).date() for at_us in interval)
    if begin_us % _DAY_US or (end_us + 1) % _DAY_US:
        # Where it carries an offset, it may be a day of the agreement before or after.
        off = timedelta(days=isinstance(clocks[0].read(text), tuple) and width != "day")
        first, last = first - off, last + off
    if width == "month":
        first, last = first.replace(day=1), _last_of_month(last)
    elif width == "year":
        first, last = date(first.year, 1, 1), date(last.year, 12, 31)
    elif width != "day":
        first, last = first - timedelta(days=int(width)), last + timedelta(days=int(width))
    return first.isoformat(), last.isoformat()


def _last_of_month(day: date) -> date:
    following = day.replace(day=28) + timedelta(days=4)
    return following.replace(day=1) - timedelta(days=1)
