"""Formats of times that a mapping states: dates and clocks in parts, or counts from 1970 on."""

import re
from decimal import ROUND_FLOOR, Decimal

__all__ = ["EPOCHS", "Pattern", "counted_us", "month_named", "pattern_of"]

Pattern = re.Pattern[str]

EPOCHS = {
    "unix seconds": re.compile(r"(?P<seconds>-?\d{1,11})(?:\.(?P<fraction>\d{1,9}))?", re.ASCII),
    "unix milliseconds": re.compile(r"(?P<milliseconds>-?\d{1,14})(?:\.0*)?", re.ASCII),
}
"""Counts from 1970-01-01T00:00Z on, as programs store times (POSIX.1-2017, 4.16)."""
_TOKENS = {
    "YYYY": r"(?P<year>\d{4})",
    "MMMM": r"(?P<name>[A-Za-z]{3,9})\.?",
    "MM": r"(?P<month>\d\d?)",
    "DD": r"(?P<day>\d\d?)",
    "hh": r"(?P<hour>\d\d?)",
    "mm": r"(?P<minute>\d\d)",
    "ss": r"(?P<second>\d\d)",
    "AM": r"(?P<half>[AaPp])\.?[Mm]\.?",
    "ZZ": r"(?P<offset>[Zz]|[+-]\d\d(?::?\d\d)?)",
}
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_SPLIT = re.compile("(" + "|".join(_TOKENS) + ")")


def pattern_of(text: str) -> Pattern | None:
    """Compile a format such as ``DD.MM.YYYY hh:mm``; None where it has no year, month and day.

    ``MMMM`` is the English name of a month, whole or three letters of it; ``AM`` stands for AM and
    PM, ``ZZ`` for an offset. ``unix seconds`` and ``unix milliseconds`` are counts.
    """
    if text in EPOCHS:
        return EPOCHS[text]
    parts = _SPLIT.split(text)
    named = {"MM" if part == "MMMM" else part for part in parts[1::2]}
    if len(named) != len(parts[1::2]) or not {"YYYY", "MM", "DD"} <= named:
        return None
    return re.compile("".join(_TOKENS.get(part, re.escape(part)) for part in parts), re.ASCII)


def counted_us(parts: dict[str, str]) -> int:
    """Return the microsecond of a count of seconds, with a fraction, or of milliseconds."""
    if "milliseconds" in parts:
        return int(parts["milliseconds"]) * 1000
    count = f"{parts['seconds']}.{parts.get('fraction', '0')}"
    return int(Decimal(count).scaleb(6).to_integral_value(ROUND_FLOOR))


def month_named(name: str) -> int:
    """Return the number of a month by its English name, or three letters of it; 0 if it is none."""
    for number, whole in enumerate(_MONTHS, start=1):
        if name.casefold() in {whole, whole[:3]}:
            return number
    return 0
