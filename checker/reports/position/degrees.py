"""Longitudes and latitudes as people write them: degrees, minutes, seconds, and their letters."""

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal

import numpy as np

from checker.reports.cells import Texts
from checker.reports.rejected import Fault, Faults

__all__ = ["Angle", "Axis", "angle_of", "degree_texts", "pair_of"]

Axis = Literal["lon", "lat"]

_MARKS = str.maketrans(
    {
        **dict.fromkeys("\u00ba\u02da\u2218", "\u00b0"),
        **dict.fromkeys("\u2032\u2019\u2018\u02b9\u00b4\u0060\u02bc\u2035", "'"),
        **dict.fromkeys("\u2033\u201d\u201c\u02ba", '"'),
        **dict.fromkeys("\u2212\u2013\u2010\u2011", "-"),
        **dict.fromkeys("\u00a0\u2009\u202f", " "),
    }
)
"""What keyboards and typesetters make of the marks for degrees, minutes and seconds."""

_NUMBER = r"(\d{1,3}(?:[.,]\d{1,15})?)"
_ANGLE = re.compile(
    rf"([NSEW])?\s*([+-])?\s*{_NUMBER}\s*(?:\u00b0|deg(?:rees?)?\.?|d)?[\s:-]*"
    rf"(?:{_NUMBER}\s*(?:'(?!')|m(?:in(?:utes?)?)?\.?)?[\s:-]*"
    rf"(?:{_NUMBER}\s*(?:\"|''|sec(?:onds?)?\.?|s(?=\s*[NSEW]))?)?)?"
    r"\s*([NSEW]|north|south|east|west)?",
    re.IGNORECASE | re.ASCII,
)
_SPELLED = re.compile(r"(.*\d\s*d.*\d\s*m.*\d)\s*s", re.IGNORECASE | re.ASCII)
"""Behind d and m, an s alone means seconds; else it is the south."""
_COMPACT = re.compile(
    r"([NSEW])?(\d{4,7})(\.\d{1,12})?([NSEW])?",
    re.IGNORECASE | re.ASCII,
)
"""As in aeronautical notices: DDMM, DDMMSS, and a digit more for a longitude (ICAO Annex 15)."""
_BETWEEN = re.compile(r"\s*[,;/]\s*|\s+")
_EXAMPLE = "write 36.0392, or 36\u00b002'21\"E"
_OF: dict[str, Axis] = {"N": "lat", "S": "lat", "E": "lon", "W": "lon"}
_MOST: dict[Axis, int] = {"lon": 180, "lat": 90}
_SIXTY = 60
_LONGEST = 60
_LOOKS_LIKE = re.compile(
    r"\d.*[\u00b0\u00ba\u02da'\"\u2032\u2033\u2019\u201d]|\d\s*(?:[NSEW]|deg|d)\b"
    r"|\b[NSEW]\s*\d|\d[\s:]+\d|\d\s*d.*\d\s*m",
    re.IGNORECASE,
)
"""Anything else is a number, or none."""


@dataclass(frozen=True, slots=True)
class Angle:
    """Hold degrees, and how much one of the last digit is; ``axis`` None where no letter tells."""

    degrees: Decimal
    unit: Decimal
    axis: Axis | None


def angle_of(text: str) -> Angle | Fault:
    """Return what a text means in degrees, or why it means nothing."""
    if len(text) > _LONGEST:
        return Fault("R240", f"'{text[:40]}...' is no angle", _EXAMPLE)
    plain = text.translate(_MARKS).strip()
    compact = _COMPACT.fullmatch(plain)
    if compact is not None and (compact[1] or compact[4]):
        return _compact(text, compact)
    spelled = _SPELLED.fullmatch(plain)
    found = _ANGLE.fullmatch(spelled[1] if spelled else plain)
    if found is None:
        return Fault("R240", f"'{text}' is no angle", _EXAMPLE)
    before, sign, *parts, after = found.groups()
    numbers = [Decimal(part.replace(",", ".")) for part in parts if part is not None]
    written = [part for part in parts if part is not None]
    return _angle(text, (before, sign, after), numbers, written)


def degree_texts(texts: Texts, axis: Axis, shown: str, faults: Faults) -> Texts:
    """Return a column with every angle written as a decimal number, those at fault blank.

    Numbers stay as they are written, for whoever reads numbers to judge.
    """
    found: dict[str, str] = {}
    for index, text in enumerate(texts.distinct):
        # What is longer is none, and would be searched from each of its characters on.
        if not _LOOKS_LIKE.search(text[: _LONGEST + 1]):
            continue
        angle = _on_axis(text, axis)
        if isinstance(angle, Fault):
            faults.add(np.flatnonzero(texts.codes == index), shown, angle)
            found[text] = ""
        else:
            found[text] = repr(float(angle.degrees))
    return texts.replaced(lambda text: found.get(text, text)) if found else texts


def pair_of(text: str) -> tuple[Angle, Angle] | None:
    """Return longitude and latitude of a text that holds both, each with its letter; else None."""
    if len(text) > 2 * _LONGEST:
        return None
    plain = text.translate(_MARKS).strip()
    for cut in _BETWEEN.finditer(plain):
        parts = plain[: cut.start()], plain[cut.end() :]
        angles = [angle_of(part) if part else None for part in parts]
        first, second = angles
        if not isinstance(first, Angle) or not isinstance(second, Angle):
            continue
        if {first.axis, second.axis} == {"lon", "lat"}:
            return (first, second) if first.axis == "lon" else (second, first)
    return None


def _on_axis(text: str, axis: Axis) -> Angle | Fault:
    angle = angle_of(text)
    if isinstance(angle, Angle) and angle.axis not in {None, axis}:
        named = {"lon": "longitude", "lat": "latitude"}
        message = f"'{text}' is a {named[_other(axis)]}, and this is the {named[axis]}"
        return Fault("R240", message, "longitude and latitude may be swapped")
    if isinstance(angle, Angle) and abs(angle.degrees) > _MOST[axis]:
        return Fault("R240", f"'{text}' is more than {_MOST[axis]} degrees", _EXAMPLE)
    return angle


def _other(axis: Axis) -> Axis:
    return "lat" if axis == "lon" else "lon"


def _compact(text: str, found: re.Match[str]) -> Angle | Fault:
    before, digits, fraction, after = found.groups()
    width = 3 if (before or after).upper() in "EW" else 2
    if len(digits) - width not in {2, 4}:
        hint = "write DDMMSSN and DDDMMSSE, with a degree of three digits for a longitude"
        return Fault("R240", f"'{text}' has {len(digits)} digits", hint)
    cuts = (0, width, width + 2, width + 4)
    written = [digits[start:end] for start, end in pairwise(cuts)]
    written = [part for part in written if part]
    written[-1] += fraction or ""
    return _angle(text, (before, None, after), [Decimal(part) for part in written], written)


def _angle(
    text: str,
    signs: tuple[str | None, str | None, str | None],
    numbers: list[Decimal],
    written: list[str],
) -> Angle | Fault:
    """Put the parts of an angle together; ``signs`` are its letter, its sign, and its letter."""
    before, sign, after = signs
    letter = (before or after or "")[:1].upper()
    if (before and after) or (sign and letter):
        return Fault("R240", f"'{text}' says twice on which side it is", _EXAMPLE)
    if any(part != int(part) for part in numbers[:-1]):
        return Fault("R240", f"'{text}' has a fraction before its last part", _EXAMPLE)
    if any(part >= _SIXTY for part in numbers[1:]):
        return Fault("R240", f"'{text}' has 60 minutes or seconds, or more", _EXAMPLE)
    total = sum((part / _SIXTY**power for power, part in enumerate(numbers)), Decimal(0))
    axis = _OF.get(letter)
    if axis is not None and total > _MOST[axis]:
        return Fault("R240", f"'{text}' is more than {_MOST[axis]} degrees", _EXAMPLE)
    digits = len(written[-1].replace(",", ".").partition(".")[2])
    unit = Decimal(1).scaleb(-digits) / _SIXTY ** (len(numbers) - 1)
    return Angle(-total if letter in {"S", "W"} or sign == "-" else total, unit, axis)
