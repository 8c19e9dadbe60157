"""Times in the notation of the core: instants as open as they are, periods, lengths of time."""

from pydantic import JsonValue

from checker.language.core.pattern import FOREVER_US, Duration, Edge, Period
from checker.values.civil import iso_of_us

__all__ = ["duration_form", "edge_form", "period_form"]

_UNITS_US = (("h", 3_600_000_000), ("min", 60_000_000), ("s", 1_000_000), ("us", 1))


def period_form(period: Period, timezone: str) -> dict[str, JsonValue]:
    """Write a half-open period; an end that it lacks is left out."""
    edges = {"from": period.start, "until": period.end}
    written = {key: edge_form(edge, timezone) for key, edge in edges.items()}
    return {key: edge for key, edge in written.items() if edge is not None}


def edge_form(edge: Edge, timezone: str) -> JsonValue:
    """Write an instant as open as it is; None where there is no bound."""
    if edge.first is not None:
        shift = duration_form(edge.shift)
        word = "minus" if min(edge.shift.us, edge.shift.days) < 0 else "plus"
        return {"first": edge.first, word: shift} if shift else {"first": edge.first}
    low, high = (
        iso_of_us(us, timezone) if abs(us) < FOREVER_US else None
        for us in (edge.low_us, edge.high_us)
    )
    if low is None and high is None:
        return None if edge.openness == "exact" else "unknown"
    if low == high:
        return low
    if low is not None and high is not None:
        return {"between": [low, high]}
    return {"not_before": low} if high is None else {"not_after": high}


def duration_form(duration: Duration) -> str:
    """Write a length of time in days of the calendar, or in the largest unit that is exact."""
    said = [f"{abs(duration.days)} d"] if duration.days else []
    if duration.us:
        unit, unit_us = next(pair for pair in _UNITS_US if duration.us % pair[1] == 0)
        said.append(f"{abs(duration.us) // unit_us} {unit}")
    return " and ".join(said)
