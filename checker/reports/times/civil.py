"""Stretches of civil time, between local moments, before a zone makes instants of them."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

__all__ = ["Stretch", "Unknown", "days", "last_of_month", "widened"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hold local moments without a zone; it ends just before ``end``."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Unknown:
    """Say that a time has no bound, though something is said of it."""

    why: str


def days(first: date, last: date) -> Stretch:
    """Return whole days; raises ``ValueError`` for one whose end no calendar has."""
    try:
        end = last + timedelta(days=1)
    except OverflowError:
        raise ValueError("the year is out of range") from None
    return Stretch(datetime.combine(first, time()), datetime.combine(end, time()))


def last_of_month(year: int, month: int) -> date:
    """Return the last day of a month; raises ``ValueError`` where there is no such month."""
    following = date(year + month // 12, month % 12 + 1, 1) if 1 <= month <= 12 else None  # noqa: PLR2004
    if following is None:
        raise ValueError("month must be in 1..12")
    return following - timedelta(days=1)


def widened(stretch: Stretch, by: timedelta) -> Stretch:
    """Return a stretch that begins earlier and ends later; raises ``ValueError`` out of range."""
    try:
        return Stretch(stretch.start - by, stretch.end + by)
    except OverflowError:
        raise ValueError("the year is out of range") from None
