"""What the columns of a file hold, as far as its first rows show."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from checker.reports.clock import Clock
from checker.reports.numbers import plain_number
from checker.reports.opened import Opened
from checker.reports.rejected import Fault
from checker.reports.times.patterns import pattern_of

__all__ = ["Profile", "profiles_of"]

_MOST_ROWS = 10_000
_MOST_SHOWN = 3
_LONGEST = 40
_MOST_WORDS = 12
_GRADE = re.compile(r"[A-Fa-f][1-6]")
_SHAPES = (
    *("DD.MM.YYYY", "MM.DD.YYYY", "YYYY.MM.DD", "DD/MM/YYYY", "MM/DD/YYYY", "YYYY/MM/DD"),
    *("DD-MM-YYYY", "MM-DD-YYYY", "DD MMMM YYYY", "MMMM DD, YYYY", "DD-MMMM-YYYY"),
)
_CLOCKS = ("", " hh:mm", " hh:mm:ss", ", hh:mm")


@dataclass(frozen=True, slots=True)
class Profile:
    """Tell of one column: how many cells are ``filled``, of how many ``distinct`` texts.

    ``samples`` are a few of them, cut short; ``words`` all of them where there are few. ``span`` is
    the least and greatest number where all are numbers, else None. ``formats`` are those of dates
    that fit all texts, ``ISO 8601`` among them; ``lacks_offset`` says that clock times carry none.
    """

    name: str
    filled: int
    distinct: int
    samples: tuple[str, ...]
    words: tuple[str, ...]
    span: tuple[float, float] | None
    formats: tuple[str, ...]
    lacks_offset: bool
    are_grades: bool

    @property
    def is_unique(self) -> bool:
        """Say whether no text stands twice."""
        return self.filled == self.distinct > 0


def profiles_of(opened: Opened) -> tuple[int, list[Profile]]:
    """Return how many rows were looked at, the first of the file, and what its columns hold."""
    held: dict[str, list[str]] = {name: [] for name in opened.columns}
    rows = 0
    for block in opened.blocks():
        for name in held:
            if name in block.columns:
                held[name] += block.columns[name].texts().strings()[: _MOST_ROWS - rows]
        rows += min(len(block), _MOST_ROWS - rows)
        if rows >= _MOST_ROWS:
            break
    comma = opened.has_decimal_comma
    return rows, [_profile(name, texts, has_comma=comma) for name, texts in held.items()]


def _profile(name: str, texts: Sequence[str], *, has_comma: bool) -> Profile:
    given = [text for text in texts if text]
    distinct = tuple(dict.fromkeys(given))
    plain = [plain_number(text, has_decimal_comma=has_comma) for text in distinct]
    numbers = [float(text) for text in plain if text is not None]
    are_numbers = bool(numbers) and len(numbers) == len(distinct)
    formats = () if are_numbers else tuple(_formats(distinct))
    lacks = any(isinstance(found, Fault) and found.code == "R205" for found in _read(distinct[:50]))
    return Profile(
        name=name,
        filled=len(given),
        distinct=len(distinct),
        samples=tuple(_cut(text) for text in distinct[:_MOST_SHOWN]),
        words=distinct if len(distinct) <= _MOST_WORDS else (),
        span=(min(numbers), max(numbers)) if are_numbers else None,
        formats=formats,
        lacks_offset=lacks or any("hh" in one for one in formats),
        are_grades=bool(distinct) and all(_GRADE.fullmatch(text) for text in distinct),
    )


def _formats(texts: Sequence[str]) -> list[str]:
    """Return the formats that all texts have."""
    if not texts:
        return []
    iso = [found for found in _read(texts) if isinstance(found, Fault) and found.code == "R204"]
    fitting = [] if iso else ["ISO 8601"]
    for shape in (f"{shape}{clock}" for clock in _CLOCKS for shape in _SHAPES):
        pattern = pattern_of(shape)
        clock = Clock(ZoneInfo("UTC"), ZoneInfo("UTC"), (pattern,) if pattern else ())
        if pattern is not None and all(
            pattern.fullmatch(text) and isinstance(clock.read(text), tuple) for text in texts
        ):
            fitting.append(shape)
    return [fitting[0]] if iso == [] else fitting


def _read(texts: Sequence[str]) -> list[object]:
    clock = Clock(ZoneInfo("UTC"), reads_words=False)
    return [clock.read(text) for text in texts]


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…"
