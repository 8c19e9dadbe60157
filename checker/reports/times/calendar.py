"""Words of times and what they cover, as tables: a language is added by adding its words here."""

from dataclasses import dataclass

__all__ = [
    "JOINTS",
    "MONTHS",
    "PARTS_OF_DAY",
    "PASSED_OVER",
    "SEASONS",
    "SEASON_NAMES",
    "THIRDS",
    "Hours",
    "Third",
]

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}

JOINTS = frozenset({"-", "to", "and", "until", "till", "through", "into"})
"""Between the two ends of a time."""

PASSED_OVER = frozenset(
    {"the", "of", "on", "from", "between", "in", "during", "at", "hours", "hrs"}
)
"""Words that change nothing."""


@dataclass(frozen=True, slots=True)
class Hours:
    """Say how far from the midnight that begins a day a part of it may begin and end, in hours.

    ``of_two`` is that of the first of two days that follow each other, None where both count whole.
    """

    start: int
    end: int
    of_two: tuple[int, int] | None = None


_NIGHT = Hours(-12, 36, (12, 36))
"""From noon to noon, as none is longer; that of one date may be the one before or after it."""

PARTS_OF_DAY: dict[str, Hours] = {
    **dict.fromkeys(("night", "overnight", "nights", "nighttime"), _NIGHT),
    **dict.fromkeys(("morning", "dawn", "sunrise"), Hours(0, 12)),
    **dict.fromkeys(("noon", "midday"), Hours(11, 14)),
    "afternoon": Hours(12, 21),
    **dict.fromkeys(("evening", "dusk", "sunset"), Hours(12, 27)),
    "midnight": Hours(-1, 25),
    **dict.fromkeys(("day", "daytime", "daylight"), Hours(0, 24)),
}
"""As broad as the words are used anywhere, in summer and winter."""


@dataclass(frozen=True, slots=True)
class Third:
    """Say which days of a month, and which months of a year, a word for a part of it covers."""

    days: tuple[int, int]
    months: tuple[int, int]


THIRDS: dict[str, Third] = {
    **dict.fromkeys(("early", "beginning", "start"), Third((1, 15), (1, 6))),
    **dict.fromkeys(("mid", "middle"), Third((6, 25), (4, 9))),
    **dict.fromkeys(("late", "end"), Third((16, 31), (7, 12))),
}
"""Half of it, and the half in its middle: wider than thirds, since nobody counts days for it."""

_SPRING, _SUMMER = (0, (3, 1), (6, 22)), (0, (6, 1), (9, 24))
_AUTUMN, _WINTER = (0, (9, 1), (12, 22)), (-1, (12, 1), (3, 21))

SEASONS: dict[int, tuple[tuple[int, tuple[int, int], tuple[int, int]], ...]] = {
    21: (_SPRING, _AUTUMN),
    22: (_SUMMER, _WINTER, (0, (12, 1), (3, 21))),
    23: (_AUTUMN, _SPRING),
    24: (_WINTER, (0, (12, 1), (3, 21)), _SUMMER),
    25: (_SPRING,),
    26: (_SUMMER,),
    27: (_AUTUMN,),
    28: (_WINTER, (0, (12, 1), (3, 21))),
    29: (_AUTUMN,),
    30: (_WINTER, (0, (12, 1), (3, 21))),
    31: (_SPRING,),
    32: (_SUMMER,),
    33: ((0, (1, 1), (3, 31)),),
    34: ((0, (4, 1), (6, 30)),),
    35: ((0, (7, 1), (9, 30)),),
    36: ((0, (10, 1), (12, 31)),),
    37: ((0, (1, 1), (4, 30)),),
    38: ((0, (5, 1), (8, 31)),),
    39: ((0, (9, 1), (12, 31)),),
    40: ((0, (1, 1), (6, 30)),),
    41: ((0, (7, 1), (12, 31)),),
}
"""What the numbers of EDTF (ISO 8601-2:2019, 4.8) for parts of a year cover, each as pieces.

A piece is the year it begins in, from the one that is named, and its first and last day. A season
is as broad as those of the weather (whole months) and of the sun together. 21 to 24 do not say on
which half of the Earth, so they are those of both; a winter of a year may be that before or after.
"""

SEASON_NAMES: dict[str, int] = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
