"""Words that say where a place lies to another one; a language is added by its words here."""

__all__ = ["ABOUT", "COMPASS", "FROM", "IN", "METRES", "NEAR", "NUMBERS", "TO", "WITHIN"]

_POINTS = (
    ("north", "n"),
    ("north-north-east", "nne"),
    ("north-east", "ne"),
    ("east-north-east", "ene"),
    ("east", "e"),
    ("east-south-east", "ese"),
    ("south-east", "se"),
    ("south-south-east", "sse"),
    ("south", "s"),
    ("south-south-west", "ssw"),
    ("south-west", "sw"),
    ("west-south-west", "wsw"),
    ("west", "w"),
    ("west-north-west", "wnw"),
    ("north-west", "nw"),
    ("north-north-west", "nnw"),
)
_OFF_DEG = {1: 45.0, 2: 22.5, 3: 11.25}
"""By the letters of the point: between its neighbours in a rose of 4, 8 or 16.

Wieczorek, Guo, Hijmans, The point-radius method, IJGIS 18 (2004), 745-767: north means anything
between north-west and north-east.
"""


def _spellings(word: str, short: str) -> tuple[str, ...]:
    parts = word.split("-")
    joined = {word, "".join(parts), " ".join(parts), f"{parts[0]}-{''.join(parts[1:])}"}
    joined |= {f"{parts[0]} {''.join(parts[1:])}"} if len(parts) > 1 else set()
    endings = {f"{one}{end}" for one in joined for end in ("", "ern", "wards", "ward")}
    apart = (f"{short[0]}-{short[1:]}", f"{short[0]}/{short[1:]}") if len(parts) > 2 else ()  # noqa: PLR2004
    return (*sorted(endings), short, *apart, ".".join(short) + ".")


COMPASS: dict[str, tuple[float, float]] = {
    spelling: (22.5 * number, _OFF_DEG[len(short)])
    for number, (word, short) in enumerate(_POINTS)
    for spelling in _spellings(word, short)
}
"""Azimuth of a point of the compass, and how far off it may be on either side, in degrees."""

METRES: dict[str, float] = {
    **dict.fromkeys(("m", "metre", "metres", "meter", "meters"), 1.0),
    **dict.fromkeys(
        (
            "km",
            "kms",
            "km.",
            "kilometre",
            "kilometres",
            "kilometer",
            "kilometers",
            "klick",
            "klicks",
        ),
        1000.0,
    ),
    # SI Brochure, 8th ed. (2006), table 8; NIST SP 811 (2008), B.6.
    **dict.fromkeys(("nmi", "nm", "n.m.", "nautical mile", "nautical miles"), 1852.0),
    **dict.fromkeys(("mi", "mile", "miles"), 1609.344),
    **dict.fromkeys(("ft", "foot", "feet"), 0.3048),
    **dict.fromkeys(("yd", "yard", "yards"), 0.9144),
}

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"),
    *("sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS: dict[str, str] = {
    **{word: str(number) for number, word in enumerate((*_UNITS, *_TEENS), start=1)},
    **{
        f"{ten}{mark}{unit}": str(10 * tens + units)
        for tens, ten in enumerate(_TENS, start=2)
        for units, unit in enumerate(("", *_UNITS))
        for mark in (("-", " ") if unit else ("",))
    },
    **dict.fromkeys(("a", "an"), "1"),
    **dict.fromkeys(("half a", "half an"), "0.5"),
    **dict.fromkeys(("a hundred", "one hundred"), "100"),
}
"""Numbers in words, in digits: as good as these. Of a few and of several nobody knows how many."""

ABOUT = (
    "about",
    "approximately",
    "approx.",
    "approx",
    "around",
    "circa",
    "ca.",
    "c.",
    "some",
    "roughly",
    "nearly",
    "almost",
    "~",
)
"""Before a number: it is good to twice what its digits say."""

WITHIN = ("within", "less than", "under", "up to", "not more than", "no more than", "at most")
"""Before a number: it is the most, and nothing is the least."""

NEAR = (
    *("near to", "near", "close to", "in the vicinity of", "in the area of", "next to", "nearby"),
    *("on the outskirts of", "the outskirts of", "outskirts of", "in the outskirts of"),
)
IN = ("inside", "in")
"""Before a name: there, and nowhere else."""
FROM = ("of the", "from the", "away from", "outside of", "outside", "of", "from")
TO = ("to the", "to")
