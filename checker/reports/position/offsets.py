"""Places in words, such as `7 km south-west of Nawa`: what the words allow, and nothing less.

A number is good to half a unit of its last digit that is no nought, and where that is a five to
half of five: 7 is 6.5 to 7.5, 20 is 15 to 25, 25 is 22.5 to 27.5. Both ends of `20-25` are as good
as the finer of them. `about` doubles it. Source: Wieczorek, Guo, Hijmans, The point-radius method,
IJGIS 18 (2004), 745-767, but for the five.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from checker.geography.doubt.doubt import Doubt, widened
from checker.geography.doubt.sector import away_doubt, between_doubt
from checker.reports.numbers import may_be_thousands
from checker.reports.position.atlas import Atlas, Found
from checker.reports.position.vocabulary import (
    ABOUT,
    COMPASS,
    FROM,
    IN,
    METRES,
    NEAR,
    NUMBERS,
    TO,
    WITHIN,
)
from checker.reports.spelling import normalised

__all__ = ["NEAR_M", "Offset", "offset_of", "placed", "rounding"]

NEAR_M = 25_000.0
"""How far off `near` may be: as where_prec 2 of the UCDP GED codebook, for events near a place."""
_FARTHEST_M = 1_000_000.0
_LONGEST = 200


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(one) for one in sorted(words, key=len, reverse=True))


_NUMBER = rf"\d{{1,7}}(?:[.,]\d{{1,6}})?|(?:{_any_of(NUMBERS)})(?![^\W\d_])"
_LENGTH = (
    rf"(?:(?P<within>{_any_of(WITHIN)})\s+)?(?:(?P<about>{_any_of(ABOUT)})\s*)?"
    rf"(?P<low>{_NUMBER})(?:\s*(?:-|\u2013|\u2014|to|or)\s*(?P<high>{_NUMBER}))?"
    rf"\s*-?\s*(?P<unit>{_any_of(METRES)})"
)
_LARGE_M = re.compile(r"\d\s*-?\s*M\b")
"""Metres in a text of capitals, else miles: nobody knows (IHO S-4: M are nautical miles)."""
_POINT = rf"(?:(?:{_any_of(TO)})\s+)?(?P<point>{_any_of(COMPASS)})"


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """Return what words look like; compiled when the first are read."""
    return tuple(
        re.compile(form)
        for form in (
            rf"{_LENGTH}\s+{_POINT}(?:\s+(?:{_any_of(FROM)}))?\s+(?P<name>\S.*)",
            rf"{_LENGTH}\s+(?:{_any_of(FROM)})\s+(?P<name>\S.*)",
            rf"(?P<name>\S.*?)\s*[,;:]?\s+{_LENGTH}\s+{_POINT}",
            rf"(?P<near>{_any_of(NEAR)})\s+(?P<name>\S.*)",
            rf"(?P<near>(?:on\s+)?(?:the\s+)?(?:{_any_of(COMPASS)})\s+outskirts\s+of)\s+(?P<name>\S.*)",
            r"(?P<name>\S.*?)(?:'s)?\s+(?P<near>outskirts)",
            rf"(?:{_any_of(IN)})\s+(?P<name>\S.*)",
            r"(?:half\s?way\s+|midway\s+)?between\s+(?P<name>\S.*?)\s+and\s+(?P<other>\S.*)",
        )
    )


@dataclass(frozen=True, slots=True)
class Offset:
    """Hold the names that words hang on, one or two, and how far off and in which direction.

    ``compass`` is the azimuth and what it may be off, degrees; None for any direction.
    """

    names: tuple[str, ...]
    low_m: float = 0.0
    high_m: float = 0.0
    compass: tuple[float, float] | None = None


def offset_of(text: str) -> Offset | None:
    """Return what words say, None where they say nothing that is known here."""
    plain = normalised(text)
    if len(plain) > _LONGEST:
        return None
    for form in _forms():
        found = form.fullmatch(plain)
        if found is None:
            continue
        parts = found.groupdict()
        if parts.get("other"):
            return Offset((parts["name"], parts["other"]))
        if parts.get("near"):
            return Offset((parts["name"],), 0.0, NEAR_M)
        if parts.get("unit") == "m" and _LARGE_M.search(text):
            return None
        return _measured(parts) if parts.get("unit") else Offset((parts["name"],))
    return None


def placed(offset: Offset, atlas: Atlas) -> tuple[Doubt, tuple[Found, ...]] | str:
    """Return where words place something and what their names stand for, or the unknown name."""
    found = []
    for name in offset.names:
        one = atlas.find(name)
        if one is None:
            return name
        found.append(one)
    if len(found) > 1:
        return between_doubt(found[0].doubt, found[1].doubt), tuple(found)
    place = found[0].doubt
    if offset.low_m <= 0.0 and offset.compass is None:
        disc = Doubt(place.lon_deg, place.lat_deg, place.radius_m)
        return widened(disc, offset.high_m), tuple(found)
    return away_doubt(place, offset.low_m, offset.high_m, offset.compass), tuple(found)


def rounding(number: str) -> float:
    """Return how far off a number may be that is written so."""
    whole, _, fraction = number.replace(",", ".").partition(".")
    if fraction:
        power, last = -len(fraction), fraction[-1]
    else:
        kept = whole.rstrip("0")
        power, last = len(whole) - len(kept), kept[-1:]
    return (2.5 if last == "5" else 0.5) * 10.0**power


def _measured(parts: dict[str, str | None]) -> Offset | None:
    """Return an offset by a length, None where nobody can say which length it is."""
    name, low, unit, point = parts["name"], parts["low"], parts["unit"], parts.get("point")
    high = parts["high"] or low
    assert name is not None
    assert low is not None
    assert high is not None
    low, high = NUMBERS.get(low, low), NUMBERS.get(high, high)
    if may_be_thousands(low) or may_be_thousands(high):
        return None
    least, most = (float(one.replace(",", ".")) for one in (low, high))
    off = min(rounding(low), rounding(high)) if low != high else rounding(low)
    off *= 2.0 if parts["about"] else 1.0
    metre = METRES[unit or ""]
    low_m, high_m = max(least - off, 0.0) * metre, (most + off) * metre
    if least > most or most == 0.0 or high_m > _FARTHEST_M:
        return None
    compass = COMPASS[point] if point else None
    return Offset((name,), 0.0 if parts["within"] else low_m, high_m, compass)
