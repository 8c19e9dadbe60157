"""The civil calendar of a zone: days and clock times of instants in microseconds (UTC)."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

__all__ = ["INSTANT", "day_of_us", "days_of_us", "ends_day", "iso_of_us", "isos_of_us", "shift_us"]

INSTANT = timedelta(microseconds=1)
"""The least step of time."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_HOUR_US = 3_600_000_000
_SECONDS_LONG = len("1970-01-01T00:00:00")
_LAST_US = 253_402_214_400_000_000
"""9999-12-31T00:00Z, near the last instant that ``datetime`` can hold."""


def day_of_us(instant_us: int, zone: ZoneInfo) -> tuple[int, int]:
    """Return the civil day that holds an instant as [start, end) in microseconds."""
    return _bounds(_datetime(instant_us).astimezone(zone).date(), zone)


def days_of_us(instants_us: NDArray[np.int64], zone: ZoneInfo) -> NDArray[np.int64]:
    """Return the start of the civil day of each instant, shape (n,).

    Instants beyond the calendar stay what they are, so they share a day with nothing else.
    """
    found = instants_us.copy()
    given = np.flatnonzero(np.abs(instants_us) < _LAST_US)
    hours, index = np.unique(instants_us[given] // _HOUR_US, return_inverse=True)
    days = np.array([day_of_us(hour * _HOUR_US, zone) for hour in hours.tolist()], dtype=np.int64)
    days = days.reshape(-1, 2)[index]
    found[given] = days[:, 0]
    # In some zones a day begins within an hour of the universal clock.
    for at in given[instants_us[given] >= days[:, 1]].tolist():
        found[at] = day_of_us(int(instants_us[at]), zone)[0]
    return found


def shift_us(instant_us: int, exact_us: int, days: int, zone: ZoneInfo) -> int:
    """Move an instant by whole calendar days at the same clock time, then by exact microseconds.

    A clock time that a change of the clock skips is read by the clock before it; one that occurs
    twice keeps its first or second turn (PEP 495).
    """
    if days:
        local = _datetime(instant_us).astimezone(zone)
        moved = local.replace(tzinfo=None) + timedelta(days=days)
        instant_us = _us(moved.replace(tzinfo=zone, fold=local.fold))
    return instant_us + exact_us


def iso_of_us(instant_us: int, timezone: str) -> str:
    """Write an instant as ISO 8601 with the offset of the zone; microseconds only if there are."""
    return _datetime(instant_us).astimezone(ZoneInfo(timezone)).isoformat()


def isos_of_us(instants_us: NDArray[np.int64], timezone: str) -> list[str]:
    """Write instants as ``iso_of_us`` does; what has to be known of the zone is asked once an hour.

    An hour that ends with the offset it began with has one; in any other, instants are written one
    by one.
    """
    if not len(instants_us):
        return []
    hours = instants_us // _HOUR_US
    known, index = np.unique(hours, return_inverse=True)
    offsets = [_offset(hour, timezone) for hour in known.tolist()]
    shift_us = np.array([0 if one is None else one[0] for one in offsets], dtype=np.int64)[index]
    local = (instants_us + shift_us).astype("datetime64[us]")
    texts = np.datetime_as_string(local, unit="s").astype(object)
    is_part = instants_us % 1_000_000 != 0
    texts[is_part] = np.datetime_as_string(local[is_part], unit="us")
    suffixes = ["" if one is None else one[1] for one in offsets]
    pairs = zip(texts.tolist(), index.tolist(), strict=True)
    written = [f"{text}{suffixes[hour]}" for text, hour in pairs]
    changes = np.array([one is None for one in offsets])[index]
    for at in np.flatnonzero(changes).tolist():
        written[at] = iso_of_us(int(instants_us[at]), timezone)
    return written


@lru_cache(maxsize=1 << 16)
def _offset(hour: int, timezone: str) -> tuple[int, str] | None:
    """Return the offset of an hour (since 1970) in microseconds and as text; None if it changes."""
    start_us = hour * _HOUR_US
    if not 0 <= start_us < _LAST_US:
        return None
    zone = ZoneInfo(timezone)
    start = _datetime(start_us).astimezone(zone)
    offset, later = start.utcoffset(), _datetime(start_us + _HOUR_US).astimezone(zone).utcoffset()
    if offset is None or offset != later:
        return None
    return offset // INSTANT, start.isoformat()[_SECONDS_LONG:]


@lru_cache(maxsize=1 << 12)
def _bounds(day: date, zone: ZoneInfo) -> tuple[int, int]:
    start = datetime(day.year, day.month, day.day, tzinfo=zone)
    following = day + timedelta(days=1)
    end = datetime(following.year, following.month, following.day, tzinfo=zone)
    return _us(start), _us(end)


def ends_day(at: datetime) -> bool:
    """Say whether a clock time is the last instant of its civil day."""
    return (at + INSTANT).time() == time()


def _datetime(instant_us: int) -> datetime:
    return _EPOCH + timedelta(microseconds=instant_us)


def _us(instant: datetime) -> int:
    return (instant - _EPOCH) // timedelta(microseconds=1)
