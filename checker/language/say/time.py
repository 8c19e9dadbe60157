"""Times in words: days and hours, periods, how long something lasts, each as open as it is."""

from datetime import date, datetime, timedelta

from checker.language.core.pattern import FOREVER_US, Duration, Edge, Period
from checker.values.civil import iso_of_us

__all__ = ["day_text", "duration_text", "edge_text", "instant_text", "period_text"]

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_UNITS_US = (("hour", 3_600_000_000), ("minute", 60_000_000), ("second", 1_000_000))


def day_text(day: date) -> str:
    """Return a day as people write it: 25 May 2018."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def instant_text(instant_us: int, timezone: str, *, is_end: bool = False) -> str:
    """Return an instant on the clock of a zone; midnight is the start, or the end, of a day."""
    at = datetime.fromisoformat(iso_of_us(instant_us, timezone))
    if at.time().replace(tzinfo=None) == datetime.min.time():
        if is_end:
            return f"the end of {day_text(at.date() - timedelta(days=1))}"
        return day_text(at.date())
    clock = f"{at:%H:%M:%S.%f}".rstrip("0").rstrip(".").removesuffix(":00")
    return f"{clock} on {day_text(at.date())}"


def edge_text(edge: Edge, timezone: str, *, is_end: bool = False) -> str | None:
    """Return an edge of a period; None where there is none."""
    if edge.first is not None:
        return f"{_shift_text(edge.shift)}{edge.first}"
    low, high = (
        instant_text(us, timezone, is_end=is_end) if abs(us) < FOREVER_US else None
        for us in (edge.low_us, edge.high_us)
    )
    if low is None and high is None:
        return "a time that nobody knows" if edge.openness == "unknown" else None
    if low == high:
        return low
    if high is None:
        return f"a time that nobody knows, not before {low}"
    if low is None:
        return f"a time that nobody knows, not after {high}"
    return f"some time between {low} and {high}"


def period_text(periods: tuple[Period, ...], timezone: str) -> str:
    """Return when all of several periods run; empty for all time.

    Of exact starts only the latest is said, of exact ends only the earliest.
    """
    starts = _outermost([period.start for period in periods], is_end=False)
    ends = _outermost([period.end for period in periods], is_end=True)
    froms = [text for edge in starts if (text := edge_text(edge, timezone)) is not None]
    untils = [text for edge in ends if (text := edge_text(edge, timezone, is_end=True)) is not None]
    said = " and ".join(f"from {text}" for text in froms)
    if not untils:
        return f"{said} onwards" if said else ""
    return f"{said} until {' and until '.join(untils)}".strip()


def duration_text(duration: Duration) -> str:
    """Return how long something lasts; days are days of the calendar."""
    said = [_counted(duration.days, "day")] if duration.days else []
    rest = abs(duration.us)
    for unit, unit_us in _UNITS_US:
        count, rest = divmod(rest, unit_us)
        if count:
            said.append(_counted(count, unit))
    return " and ".join(said) or "no time"


def _outermost(edges: list[Edge], *, is_end: bool) -> list[Edge]:
    exact = [edge for edge in edges if edge.openness == "exact" and edge.first is None]
    rest = [edge for edge in dict.fromkeys(edges) if edge not in exact]
    if not exact:
        return rest
    best = (min if is_end else max)(exact, key=lambda edge: edge.low_us)
    return [best, *rest]


def _shift_text(shift: Duration) -> str:
    if not shift.days and not shift.us:
        return ""
    length = duration_text(Duration(abs(shift.us), abs(shift.days)))
    return f"{length} {'before' if min(shift.days, shift.us) < 0 else 'after'} "


def _counted(count: int, noun: str) -> str:
    return f"{abs(count):,} {noun}{'' if abs(count) == 1 else 's'}"
