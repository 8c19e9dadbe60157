"""Whether a text tells a time as it is, or one within which it was, nobody knows how long."""

import re

from checker.reports.spelling import normalised
from checker.reports.times.calendar import PARTS_OF_DAY, SEASON_NAMES, THIRDS

__all__ = ["is_loose"]

_MARKED = re.compile(r"[~\[]|\d[X]|-X|\d{4}-(?:2[1-9]|3\d|4[01])(?!\d)(?!-)", re.ASCII)
"""EDTF: approximate, one of a set, a digit left open, a season or another part of a year."""
_WORDS = frozenset({"between", *PARTS_OF_DAY, *THIRDS, *SEASON_NAMES})
_WORD = re.compile(r"[^\W\d_]+")


def is_loose(text: str) -> bool:
    """Say whether what was at a time that is written so need not have lasted all of it.

    `2018-05` is a month, and what lasted throughout it was there all the month. Of `2018-05~`,
    `early May 2018` or a night nobody says where it begins and ends.
    """
    if _MARKED.search(text):
        return True
    return bool(_WORDS & {word for word in _WORD.findall(normalised(text)) if len(word) > 1})
