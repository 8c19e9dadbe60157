"""Intervals of ISO 8601: two times, or one and how long it lasts; open ends leave them unknown."""

import re
from datetime import timedelta

from checker.reports.rejected import Fault
from checker.reports.times.civil import Unknown

__all__ = ["OPEN", "halves", "length_of", "members"]

OPEN = frozenset({"", ".."})
"""EDTF: an end that is unknown, and one that is open."""

_SIDE = re.compile(r"(?:[?~%]?\d{4}.*|P.*|\.\.)?", re.ASCII)
_ISO = r"(\d{4}-\d\d\S*(?: \d\d:\S*)?)"
_SPOKEN = re.compile(
    rf"(?:from )?{_ISO}\s+(?:-|\u2013|to|until)\s+{_ISO}",
    re.IGNORECASE | re.ASCII,
)
_LENGTH = re.compile(
    r"P(?=\d|T\d)(?:(?P<weeks>\d{1,4})W)?(?:(?P<days>\d{1,5})D)?"
    r"(?:T(?=\d)(?:(?P<hours>\d{1,5})H)?(?:(?P<minutes>\d{1,6})M)?(?:(?P<seconds>\d{1,7})S)?)?",
    re.ASCII,
)


def halves(text: str) -> tuple[str, str] | None:
    """Return the two sides of an interval, None where the text is none."""
    if spoken := _SPOKEN.fullmatch(text):
        return spoken[1], spoken[2]
    first, mark, second = (part.strip() for part in text.partition("/"))
    if not mark or "/" in second or not (first or second):
        return None
    return (first, second) if _SIDE.fullmatch(first) and _SIDE.fullmatch(second) else None


def length_of(text: str) -> timedelta | None:
    """Return a length such as ``P1DT6H``; None where it is none, or in months, which differ."""
    found = _LENGTH.fullmatch(text)
    if found is None:
        return None
    return timedelta(**{name: int(part) for name, part in found.groupdict().items() if part})


def members(text: str) -> list[str] | Fault | Unknown:
    """Return the times of a set of EDTF of which it was one, ``[2018-07-01,2018-07-03..05-01]``.

    A set of which it was each, in braces, is several reports.
    """
    if text.startswith("{"):
        message = f"'{text}' says that it was at each of several times"
        return Fault("R314", message, "write a row for each of them, with one event")
    if not text.endswith("]") or "]" in text[:-1]:
        return Fault("R204", f"'{text}' is not a time that is read here", "close it with ]")
    parts = [end for part in text[1:-1].split(",") for end in part.strip().split("..")]
    if "" in parts:
        return Unknown(f"'{text}' is open at an end")
    return [part.strip() for part in parts]
