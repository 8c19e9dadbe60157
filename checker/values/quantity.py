"""Quantities as people write them: '15 mi', '15..20 km', '2 km +- 200 m', '72 h', '100 mm'."""

import math
import re
from dataclasses import dataclass
from typing import Literal

__all__ = ["Dimension", "Quantity", "QuantityError", "parse_quantity"]

Dimension = Literal["length", "time", "count"]

# Exact: the statute mile is 1,760 yards of 0.9144 m (international yard and pound agreement, 1959);
# the nautical mile 1,852 m (SI Brochure, 8th ed., table 8).
_LENGTHS = {"mm": 0.001, "m": 1.0, "km": 1_000.0, "mi": 1_609.344, "nmi": 1_852.0}
_TIMES = {"s": 1e6, "min": 6e7, "h": 3.6e9, "d": 8.64e10}
_UNITS = {"length": _LENGTHS, "time": _TIMES, "count": {"": 1.0}}
_MEANT = {
    "nm": "nmi is the nautical mile",
    "miles": "mi is the statute mile",
    "mile": "mi is the statute mile",
    "hours": "h is the hour",
    "days": "d is the day",
    "kms": "km is the kilometre",
}
_EXAMPLE = {"length": "15 km", "time": "72 h", "count": "50"}

_NUMBER = r"\d+(?:\.\d+)?"
_SINGLE = re.compile(rf"({_NUMBER})(?: ?([a-z]+))?")
_RANGE = re.compile(rf"({_NUMBER})\.\.({_NUMBER})(?: ?([a-z]+))?")
_TOLERANCE = re.compile(rf"({_NUMBER} ?[a-z]*) \+- ({_NUMBER} ?[a-z]*)")


class QuantityError(ValueError):
    """Say what is wrong with a quantity and what to write instead."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Quantity:
    """Hold a quantity between ``low`` and ``high``, equal where the text is exact.

    Lengths are in metres, times in microseconds, counts plain. ``days`` is the number of calendar
    days of a time written in ``d``, else 0 (then ``low`` is exact time).
    """

    low: float
    high: float
    said: str
    days: int = 0


def parse_quantity(text: str, dimension: Dimension) -> Quantity:
    """Read one quantity or one range.

    Raises ``QuantityError`` with a hint for a bare number, an unknown unit or one of another
    dimension, a decimal comma, a negative number, a range that runs backwards, and all else.
    """
    said = text.strip()
    if match := _RANGE.fullmatch(said):
        low, high = (
            _value(number, match[3] or "", dimension, said) for number in match.group(1, 2)
        )
        if low > high:
            raise QuantityError(
                f"the range {said!r} runs backwards", "write the smaller number first"
            )
        return Quantity(low, high, said)
    if match := _TOLERANCE.fullmatch(said):
        middle, doubt = (_single(part, dimension).low for part in match.groups())
        if doubt > middle:
            raise QuantityError(
                f"the tolerance of {said!r} is larger than the quantity", "write a smaller one"
            )
        return Quantity(middle - doubt, middle + doubt, said)
    return _single(said, dimension)


def _single(said: str, dimension: Dimension) -> Quantity:
    match = _SINGLE.fullmatch(said)
    if match is None:
        raise _unreadable(said, dimension)
    value = _value(match[1], match[2] or "", dimension, said)
    days = 0
    if match[2] == "d":
        if "." in match[1]:
            raise QuantityError(
                f"{said!r} is no whole number of days", "write hours, such as '36 h'"
            )
        days = int(match[1])
    return Quantity(value, value, said, days)


def _value(number: str, unit: str, dimension: Dimension, said: str) -> float:
    units = _UNITS[dimension]
    if unit in units:
        value = float(number) * units[unit]
        if not math.isfinite(value):
            raise QuantityError(f"{said[:12]!r}... is too great a number", "write a smaller one")
        return value
    if not unit:
        known = ", ".join(units)
        raise QuantityError(
            f"expected a {dimension} such as {_EXAMPLE[dimension]!r}, got {said!r}",
            f"write the unit, one of {known}",
        )
    for other, others in _UNITS.items():
        if unit in others:
            raise QuantityError(
                f"expected a {dimension}, got the {other} {said!r}",
                f"write a {dimension} such as {_EXAMPLE[dimension]!r}",
            )
    hint = _MEANT.get(unit, f"write one of {', '.join(units) or 'no unit'}")
    raise QuantityError(f"unknown unit {unit!r} in {said!r}", hint)


def _without_comma(said: str) -> str:
    """Return a hint that writes the number with a point; three digits may be thousands."""
    match = re.fullmatch(r"(\d+),(\d+)(\D*)", said)
    if match is None:
        return "write a point for decimals, nothing for thousands"
    whole, rest, unit = match.groups()
    pointed = f"{whole}.{rest}{unit}"
    if len(rest) != 3:  # noqa: PLR2004
        return f"write {pointed}"
    return f"write {whole}{rest}{unit}, or {pointed} if a comma stands for the point"


def _unreadable(said: str, dimension: Dimension) -> QuantityError:
    example = f"write a {dimension} such as {_EXAMPLE[dimension]!r}"
    message, hint = f"{said!r} is no {dimension}", example
    if said.startswith("-"):
        message = f"a {dimension} is never negative, got {said!r}"
    elif re.match(r"\d+,\d", said):
        message = f"{said!r} has a comma in its number"
        hint = _without_comma(said)
    elif re.fullmatch(rf"{_NUMBER} ?[A-Za-z]+", said):
        message = f"units are lower-case, got {said!r}"
    elif re.search(r"\u00a0|\u202f|  ", said):
        hint = "write one plain space between number and unit"
    elif "\u00b1" in said:
        hint = "write " + said.replace("\u00b1", "+-")
    elif match := re.fullmatch(rf"({_NUMBER}) ?[-\u2013] ?({_NUMBER}.*)", said):
        hint = f"write {match[1]}..{match[2]}"
    return QuantityError(message, hint)
