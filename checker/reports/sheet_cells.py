"""What a cell of a spreadsheet says as text, as a person sees it; no formula is worked out."""

import datetime as dt
import re

from checker.reports.numbers import may_be_thousands

__all__ = ["cell_text", "column_letters"]

_ZEROS = re.compile(r"0{2,}")
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_CLOCK = re.compile(r"[hsHS]")
_MONTH, _YEAR = len("2018-05"), len("2018")
_LARGEST_WHOLE = 10**15
"""A spreadsheet keeps 15 digits of a number: ECMA-376, part 1, 18.17.5."""


def cell_text(value: object, number_format: str) -> str:
    """Return the text of a cell that was read; empty where it is blank.

    A number whose format is zeros has as many digits, so that ``007`` stays; a percentage is one.
    One with three decimals has a zero more, so that its point is not taken for that of thousands.
    An instant whose format shows no clock is its day, and one whose format shows no day its month
    or year: a spreadsheet makes the first day of what was typed as ``May 2018``.
    """
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case dt.datetime():
            return _instant(value, number_format)
        case dt.date() | dt.time() | dt.timedelta():
            return _duration(value) if isinstance(value, dt.timedelta) else value.isoformat()
        case int() | float():
            return _number(value, number_format)
        case _:
            return str(value)


def column_letters(number: int) -> str:
    """Return what a spreadsheet calls a column: 1 is A, 27 is AA.

    >>> column_letters(28)
    'AB'
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _instant(value: dt.datetime, number_format: str) -> str:
    is_midnight = value.time() == dt.time(0)
    shown = _QUOTED.sub("", number_format)
    if is_midnight and _CLOCK.search(shown) is None:
        return value.date().isoformat()[: _shown_digits(shown)]
    return value.isoformat(timespec="milliseconds" if value.microsecond else "seconds")


def _shown_digits(shown: str) -> int | None:
    """Return how many characters of an ISO 8601 date a format shows; None: all of them."""
    letters = shown.casefold()
    if "d" in letters:
        return None
    return _MONTH if "m" in letters else _YEAR if "y" in letters else None


def _duration(value: dt.timedelta) -> str:
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{seconds:02d}"


def _number(value: float, number_format: str) -> str:
    if "%" in _QUOTED.sub("", number_format):
        # 0.25 that is shown as 25 % is neither: whoever needs a number is told.
        return f"{value * 100:.15g}%"
    if isinstance(value, int) or (value.is_integer() and abs(value) < _LARGEST_WHOLE):
        digits = str(int(value))
        is_padded = _ZEROS.fullmatch(number_format) and value >= 0
        return digits.zfill(len(number_format)) if is_padded else digits
    digits = repr(value)
    return f"{digits}0" if may_be_thousands(digits) else digits
