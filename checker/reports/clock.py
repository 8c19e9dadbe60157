"""Times as they are written, in digits or words, each read as a closed interval in UTC.

A date alone is its whole day in the agreement's zone. An instant carries its offset, or is read in
the zone that the user states; without one it is refused, never guessed.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from checker.reports.rejected import Fault
from checker.reports.times.civil import Stretch, Unknown
from checker.reports.times.intervals import OPEN, halves, length_of, members
from checker.reports.times.patterns import EPOCHS, Pattern, counted_us, month_named
from checker.values.zones import zone_of

__all__ = ["FIRST_US", "LAST_US", "Clock", "Interval", "is_zone"]

Interval = tuple[int, int]
"""The first and the last microsecond since 1970-01-01T00:00Z that a text may mean."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_LEAP = timedelta(seconds=1)
FIRST_US = (datetime(1800, 1, 1, tzinfo=UTC) - _EPOCH) // _MICROSECOND
LAST_US = (datetime(2200, 1, 1, tzinfo=UTC) - _EPOCH) // _MICROSECOND
"""No agreement is older or younger: a year beyond is a typing error."""

_ISO = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
    r"(?:[Tt ](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,](?P<fraction>\d{1,9}))?)?"
    r" ?(?P<offset>[Zz]|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?",
    re.ASCII,
)
_COUNT = re.compile(r"-?\d{9,14}(?:\.\d+)?", re.ASCII)
_LONGEST = 60
_EXAMPLE = "write 2018-06-26, or 2018-06-26T14:30:00+03:00"


def is_zone(name: str) -> bool:
    """Say whether ``name`` is a time zone of the IANA data base."""
    try:
        zone_of(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


@dataclass(frozen=True, slots=True)
class Clock:
    """Read times: dates in ``day_zone``, instants without an offset in ``stated_zone`` if any.

    ``patterns`` are read before ISO 8601, the first that fits. Other precisions, intervals and
    words are read where ``reads_words``.
    """

    day_zone: ZoneInfo
    stated_zone: ZoneInfo | None = None
    patterns: tuple[Pattern, ...] = ()
    reads_words: bool = True

    def read(self, text: str) -> Interval | Fault | Unknown:
        """Return what ``text`` means, that it has no bound, or why it means nothing.

        A clock time that occurs twice, when clocks are set back, runs from its first to its second
        turn; one that is skipped when they are set forward is refused.
        """
        # What somebody states goes first: 2018-06-01 00:00 is a day where 00:00 is stated as none.
        stated = [one for one in (p.fullmatch(text) for p in self.patterns) if one]
        found = stated[0] if stated else _ISO.fullmatch(text)
        try:
            if len(stated) > 1:
                interval: Interval | Fault | Unknown = self._agreed(stated, text)
            elif found is not None:
                interval = self._parts(found, text)
            else:
                interval = self._other(text) if self.reads_words else self._unread(text)
        except ValueError as error:
            return Fault("R204", f"'{text}' is not a time: {error}", _EXAMPLE)
        except OverflowError:  # a moment that is in no year from 1 to 9999 elsewhere
            return _out_of_range(text)
        if not isinstance(interval, tuple) or FIRST_US <= interval[0] <= interval[1] < LAST_US:
            return interval
        return _out_of_range(text)

    def _agreed(self, stated: Sequence[re.Match[str]], text: str) -> Interval | Fault:
        """Return what the first format says that fits; refuse what another one has elsewhere."""
        means: list[Interval | Fault] = []
        for found in stated:
            with suppress(ValueError):  # the 25th is no month
                means.append(self._parts(found, text))
        if not means:
            return self._parts(stated[0], text)
        spans = [one for one in means if not isinstance(one, Fault)]
        if any(one[0] > spans[0][1] or one[1] < spans[0][0] for one in spans):
            message = f"'{text}' may be two times by the formats that the mapping states"
            return Fault(
                "R243", message, "state one of them in dates:, and map each file by its own"
            )
        return means[0]

    def _parts(self, found: re.Match[str], text: str) -> Interval | Fault:
        parts = {name: part for name, part in found.groupdict().items() if part}
        if "name" in parts:
            parts["month"] = str(month_named(parts["name"]))
            if parts["month"] == "0":
                raise ValueError(f"{parts['name']} is no month in English")
        if "year" not in parts:
            at_us = counted_us(parts)
            return at_us, at_us
        return self._day(parts) if "hour" not in parts else self._instant(parts, text)

    def _other(self, text: str) -> Interval | Fault | Unknown:
        """Read what is no instant and no date: other precisions, intervals, numbers, words."""
        # Most files have times in ISO 8601 alone, and start without these.
        from checker.reports.times.edtf import edtf  # noqa: PLC0415
        from checker.reports.times.numeric import numeric  # noqa: PLC0415
        from checker.reports.times.spoken import spoken  # noqa: PLC0415

        sides = halves(text)
        if sides is not None or text.startswith(("[", "{")):
            return self._interval(text, *sides) if sides else self._one_of(text)
        for read in (edtf, numeric, spoken):
            said = read(text)
            if isinstance(said, str):  # the same in ISO 8601
                again = _ISO.fullmatch(said)
                if again is not None:
                    return self._parts(again, text)
                month = edtf(said)
                return self._stretch(month) if isinstance(month, Stretch) else self._unread(text)
            if isinstance(said, Stretch):
                return self._stretch(said)
            if said is not None:
                return said
        return self._unread(text)

    def _interval(self, text: str, first: str, second: str) -> Interval | Fault | Unknown:
        if OPEN & {first, second}:
            return Unknown(f"'{text}' is open at an end")
        lengths = length_of(first), length_of(second)
        if all(lengths):
            return self._unread(text)
        ends = [
            self.read(one)
            for one, length in zip((first, second), lengths, strict=True)
            if not length
        ]
        for end in ends:
            if not isinstance(end, tuple):
                return end
        start, end = ends[0], ends[-1]
        assert isinstance(start, tuple)
        assert isinstance(end, tuple)
        begin_us = end[0] - lengths[0] // _MICROSECOND if lengths[0] else start[0]
        end_us = start[1] + lengths[1] // _MICROSECOND if lengths[1] else end[1]
        if end_us < begin_us:
            return Fault("R206", f"the end of '{text}' is before its start", "swap them")
        return begin_us, end_us

    def _one_of(self, text: str) -> Interval | Fault | Unknown:
        """Return from the first to the last of a set of times, of which it was one (EDTF)."""
        parts = members(text)
        if isinstance(parts, Fault | Unknown):
            return parts
        ends = []
        for part in parts:
            found = self.read(part)
            if not isinstance(found, tuple):
                return found
            ends.append(found)
        return min(first for first, _ in ends), max(last for _, last in ends)

    @staticmethod
    def _unread(text: str) -> Fault:
        said = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
        hint = f"state what it counts: dates: [{', '.join(EPOCHS)}]" if _COUNT.match(text) else ""
        return Fault("R204", f"'{said}' is not a time that is read here", hint or _EXAMPLE)

    def _stretch(self, stretch: Stretch) -> Interval:
        """Return local moments in the zone of days; of one that comes twice, all of both."""
        start, end = (one.replace(tzinfo=self.day_zone) for one in (stretch.start, stretch.end))
        return _us(start), _us(end.replace(fold=1)) - 1

    def _day(self, parts: dict[str, str]) -> Interval:
        day = date(int(parts["year"]), int(parts["month"]), int(parts["day"]))
        if day.year == date.max.year:
            raise ValueError("the year is out of range")
        following = day + timedelta(days=1)
        return _midnight_us(day, self.day_zone), _midnight_us(following, self.day_zone) - 1

    def _instant(self, parts: dict[str, str], text: str) -> Interval | Fault:
        whole, after = _next(parts)
        local = (
            after
            + datetime(  # noqa: DTZ001 - the zone is looked for below
                int(whole["year"]),
                int(whole["month"]),
                int(whole["day"]),
                _hour(whole),
                int(whole["minute"]),
                int(whole.get("second", 0)),
                int(whole.get("fraction", "0").ljust(6, "0")[:6]),
            )
        )
        if "offset" in parts:
            at_us = _us(local.replace(tzinfo=_offset(parts["offset"])))
            found: Interval | Fault = at_us, at_us
        elif self.stated_zone is None:
            found = Fault(
                "R205",
                f"'{text}' has no offset, and no zone is stated",
                "write an offset such as +03:00 or Z, or state one: --zone Asia/Damascus, "
                "or 'zone: Asia/Damascus' in the mapping",
            )
        else:
            found = _civil(local, self.stated_zone, text)
        if after == _LEAP and isinstance(found, tuple) and not _may_leap(found[0]):
            raise ValueError("second must be in 0..59: no leap second was there")
        return found


def _out_of_range(text: str) -> Fault:
    return Fault("R204", f"the year of '{text}' is out of range", "years run from 1800 to 2199")


def _next(parts: dict[str, str]) -> tuple[dict[str, str], timedelta]:
    """Return what no clock of Python's shows as it does, and what is after that.

    24:00 is the end of a day (ISO 8601-1:2019/Amd 1), and 23:59:60 a leap second, which instants
    in UTC count as the next one (POSIX.1-2017, 4.16). Anything else is left as it is.
    """
    minute, second = parts["minute"], parts.get("second", "00")
    if parts["hour"] == "24" and not int(minute + second + parts.get("fraction", "0")):
        return {**parts, "hour": "00"}, timedelta(days=1)
    if (minute, second) == ("59", "60") and "half" not in parts:
        return {**parts, "second": "59", "fraction": "0"}, _LEAP
    return parts, timedelta()


def _may_leap(at_us: int) -> bool:
    """Say whether leap seconds come before an instant: at the end of June and of December, UTC."""
    at = _EPOCH + at_us * _MICROSECOND
    return (at.month, at.day) in {(1, 1), (7, 1)} and at_us % 86_400_000_000 == 0


def _hour(parts: dict[str, str]) -> int:
    """Return the hour of the day; 12 AM is 0, and 12 PM is 12. Raises ``ValueError``."""
    hour = int(parts["hour"])
    if "half" not in parts:
        return hour
    if not 1 <= hour <= 12:  # noqa: PLR2004 - hours of half a day
        raise ValueError("hour must be in 1..12 with AM or PM")
    return hour % 12 + 12 * (parts["half"] in "Pp")


def _civil(local: datetime, zone: ZoneInfo, text: str) -> Interval | Fault:
    first = local.replace(tzinfo=zone)
    back = first.astimezone(UTC).astimezone(zone).replace(tzinfo=None)
    if back != local:
        said = f"'{text}' does not occur in {zone.key}: clocks were set forward"
        return Fault("R204", said, "write the time with its offset, such as +02:00")
    return _us(first), _us(first.replace(fold=1))


def _offset(text: str) -> timezone:
    if text in {"Z", "z", "UTC", "GMT"}:
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:]) if len(text) > len("+03") else 0
    if hours > 15 or minutes > 59:  # noqa: PLR2004 - no clock is farther from UTC
        raise ValueError("the offset is out of range")
    size = timedelta(hours=hours, minutes=minutes)
    return timezone(-size if text[0] == "-" else size)


def _midnight_us(day: date, zone: ZoneInfo) -> int:
    """Return the first instant of a day, also where clocks are set forward at midnight."""
    return _us(datetime(day.year, day.month, day.day, tzinfo=zone))


def _us(instant: datetime) -> int:
    # Subtraction goes by the offsets only if they differ: two datetimes of one zone would not.
    return (instant.astimezone(UTC) - _EPOCH) // _MICROSECOND
