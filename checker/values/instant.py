"""Dates and instants as people write them: a date is its whole day, an instant has an offset."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

__all__ = ["InstantError", "Moment", "moment_of_day", "parse_moment"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:?\d{2})?")


class InstantError(ValueError):
    """Say what is wrong with a time and what to write instead."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Moment:
    """Hold a date, or an instant; ``start_us`` and ``end_us`` bound it, [start, end).

    An instant starts and ends at the same microsecond.
    """

    start_us: int
    end_us: int
    day: date | None = None


def parse_moment(text: str, zone: ZoneInfo) -> Moment:
    """Read an ISO 8601 date (its whole day in ``zone``) or an instant with an offset.

    Raises ``InstantError`` for anything else, an instant without an offset included.
    """
    said = text.strip()
    try:
        if _DATE.fullmatch(said):
            return moment_of_day(date.fromisoformat(said), zone)
        if match := _INSTANT.fullmatch(said):
            if match[3] is None:
                raise InstantError(
                    f"the time {said!r} has no offset", "write it with one, such as '+03:00' or 'Z'"
                )
            at = _us(datetime.fromisoformat(said))
            return Moment(at, at)
    except (ValueError, OverflowError) as error:
        if isinstance(error, InstantError):
            raise
        raise InstantError(f"{said!r} is no date of the calendar", _hint(said)) from error
    raise InstantError(
        f"{said!r} is no date or time", "write 2018-05-25, or 2018-05-25T14:00:00+03:00"
    )


def _hint(said: str) -> str:
    if said.startswith("9999"):
        return "leave it out: a period without an end goes on"
    return "write 2018-05-25" if _DATE.fullmatch(said) else "write 2018-05-25T14:00:00+03:00"


def moment_of_day(day: date, zone: ZoneInfo) -> Moment:
    """Return the whole civil day of a zone."""
    following = day + timedelta(days=1)
    start, end = (_us(datetime(d.year, d.month, d.day, tzinfo=zone)) for d in (day, following))
    return Moment(start, end, day)


def _us(instant: datetime) -> int:
    return (instant - _EPOCH) // timedelta(microseconds=1)
