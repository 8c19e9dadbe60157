"""What options hold, from text to values: instants, lengths, shares, places."""

import re
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from checker.language import Override
from checker.values.instant import InstantError, Moment, parse_moment
from checker.values.quantity import QuantityError, parse_quantity

__all__ = [
    "as_of_us",
    "most_quarantined",
    "override_of",
    "radius_m",
    "region_of",
    "since_us",
    "top_speed_m_s",
    "until_us",
]

_ROWS = re.compile(r"(\d+)", re.ASCII)
_REGION = re.compile(",".join([r" ?(-?\d{1,3}(?:\.\d+)?) ?"] * 4), re.ASCII)
_SPEED = re.compile(r"(\d{1,5}(?:\.\d+)?) ?(?:km/h)?", re.ASCII)
_SHARE = re.compile(r"(\d+(?:\.\d+)?) ?%", re.ASCII)


def as_of_us(text: str | None, timezone: str) -> int | None:
    """Return the instant that ``--as-of`` states; a date is the end of its day."""
    moment = _moment(text, timezone, "--as-of")
    if moment is None:
        return None
    return moment.end_us - 1 if moment.day is not None else moment.end_us


def since_us(text: str | None, timezone: str) -> int | None:
    """Return the first instant that ``--since`` shows."""
    moment = _moment(text, timezone, "--since")
    return moment.start_us if moment is not None else None


def until_us(text: str | None, timezone: str) -> int | None:
    """Return the first instant that ``--until`` does not show; the day of a date is shown."""
    moment = _moment(text, timezone, "--until")
    return moment.end_us if moment is not None else None


def radius_m(text: str | None) -> float | None:
    """Return the radius that ``--radius`` states, in metres."""
    if text is None:
        return None
    try:
        quantity = parse_quantity(text, "length")
    except QuantityError as error:
        raise _wrong(f"{error}; {error.hint}", "--radius") from error
    # Of a vague radius the larger end is the one that contains the position.
    return quantity.high


def region_of(text: str | None) -> tuple[float, float, float, float] | None:
    """Return the region that ``--region`` states: west, south, east, north, in degrees."""
    if text is None:
        return None
    found = _REGION.fullmatch(text)
    west, south, east, north = map(float, found.groups()) if found else (0.0, 0.0, 0.0, 0.0)
    is_on_earth = max(abs(west), abs(east)) <= 180 and max(abs(south), abs(north)) <= 90  # noqa: PLR2004
    if not is_on_earth or south >= north or west == east:
        raise _wrong(f"{text!r} is no region; write W,S,E,N such as 35.5,32,37,33.5", "--region")
    return west, south, east, north


def top_speed_m_s(text: str | None) -> float | None:
    """Return the speed that ``--top-speed`` states, in metres a second."""
    if text is None:
        return None
    found = _SPEED.fullmatch(text)
    if found is None or not float(found[1]):
        raise _wrong(f"{text!r} is no speed; write it in km/h, such as 80", "--top-speed")
    return float(found[1]) / 3.6


def most_quarantined(text: str | None) -> tuple[Fraction | None, bool]:
    """Return how many rows may be rejected, and whether that is a share of them.

    ``5%`` is 1/20 and True, ``10`` is 10 and False.
    """
    if text is None:
        return None, False
    is_share = text.endswith("%")
    match = (_SHARE if is_share else _ROWS).fullmatch(text)
    if match is None or (is_share and Fraction(match[1]) > 100):  # noqa: PLR2004
        raise _wrong(
            f"{text!r} is neither a number of rows nor a share such as 5%", "--max-quarantined"
        )
    return Fraction(match[1]) / (100 if is_share else 1), is_share


def override_of(text: str) -> Override:
    """Return the place that ``NAME[:ANSWER]=FILE,accuracy=50m`` replaces.

    A place without an accuracy is refused: it would be taken for one that is drawn without error.
    """
    names, is_given, rest = text.partition("=")
    file, has_accuracy, accuracy = rest.rpartition(",accuracy=")
    name, has_answer, answer = names.partition(":")
    form = "NAME=FILE,accuracy=50m, or NAME:ANSWER=FILE,accuracy=50m"
    if not (is_given and name and rest) or (has_answer and not answer):
        raise _wrong(f"{text!r} is not of the form {form}", "--place")
    if not has_accuracy or not accuracy.strip() or not file:
        raise _wrong(f"{text!r} states no accuracy; write {form}", "--place")
    try:
        parse_quantity(accuracy.strip(), "length")
    except QuantityError as error:
        raise _wrong(f"{error}; {error.hint}", "--place") from error
    path = Path(file)
    if not path.is_file():
        raise _wrong(f"there is no file '{file}'", "--place")
    return Override(name, answer or None, path, accuracy.strip())


def _moment(text: str | None, timezone: str, option: str) -> Moment | None:
    if text is None:
        return None
    try:
        return parse_moment(text, ZoneInfo(timezone))
    except InstantError as error:
        raise _wrong(f"{error}; {error.hint}", option) from error


def _wrong(message: str, option: str) -> click.BadParameter:
    return click.BadParameter(message, param_hint=f"'{option}'")
