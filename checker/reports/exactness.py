"""Dates that a code calls inexact: as wide as the code says, as two dates."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from checker.reports.cells import Texts, texts_of
from checker.reports.clock import Clock, Pattern
from checker.reports.mapping import Exactness
from checker.reports.spelling import normalised

__all__ = ["widened"]

_DAY_US = 86_400_000_000


def widened(
    dates: Texts, codes: Texts, how: Exactness, patterns: tuple[Pattern, ...]
) -> tuple[Texts, Texts]:
    """Return the first and the last day that each date may mean, by the code of its row.

    A text that is no date stays as it is, and is refused where times are read. A date whose code
    says nothing is blank.
    """
    clock = Clock(ZoneInfo("UTC"), None, patterns, reads_words=False)
    found: dict[tuple[str, str], tuple[str, str]] = {}
    pairs = list(zip(dates.strings(), codes.strings(), strict=True))
    for pair in dict.fromkeys(pairs):
        width = how.entries.get(normalised(pair[1]), "")
        found[pair] = _span(pair[0], width, clock)
    return texts_of([found[pair][0] for pair in pairs]), texts_of(
        [found[pair][1] for pair in pairs]
    )


def _span(text: str, width: str, clock: Clock) -> tuple[str, str]:
    interval = clock.read(text)
    if not isinstance(interval, tuple) or interval[1] - interval[0] != _DAY_US - 1:
        return text, text  # what is no date is refused, and an instant is as exact as it says
    if not width:
        return "", ""
    day = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=interval[0])).date()
    first, last = day, day
    if width == "month":
        first, last = day.replace(day=1), _last_of_month(day)
    elif width == "year":
        first, last = date(day.year, 1, 1), date(day.year, 12, 31)
    elif width != "day":
        first, last = day - timedelta(days=int(width)), day + timedelta(days=int(width))
    return first.isoformat(), last.isoformat()


def _last_of_month(day: date) -> date:
    following = day.replace(day=28) + timedelta(days=4)
    return following.replace(day=1) - timedelta(days=1)
