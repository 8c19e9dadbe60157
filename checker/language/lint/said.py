"""The figures of a plain sentence, however they are spelled: '15 miles', 'seventy-two hours'."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.values.quantity import Dimension

__all__ = ["Figures", "figures_of"]

_WORDS = {
    word: float(number)
    for number, word in enumerate(
        (
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
            *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
            *("seventeen", "eighteen", "nineteen"),
        )
    )
} | {
    word: 10.0 * number
    for number, word in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2
    )
}
_TIMES = {"hundred": 100, "thousand": 1_000, "dozen": 12}
_UNITS: dict[str, tuple[Dimension, float]] = {
    **dict.fromkeys(("mm", "millimetre", "millimeter"), ("length", 0.001)),
    **dict.fromkeys(("m", "metre", "meter"), ("length", 1.0)),
    **dict.fromkeys(("km", "kilometre", "kilometer"), ("length", 1_000.0)),
    **dict.fromkeys(("mi", "mile"), ("length", 1_609.344)),
    **dict.fromkeys(("nmi", "nautical mile"), ("length", 1_852.0)),
    **dict.fromkeys(("min", "minute"), ("time", 6e7)),
    **dict.fromkeys(("h", "hr", "hour"), ("time", 3.6e9)),
    **dict.fromkeys(("d", "day"), ("time", 8.64e10)),
    "week": ("time", 7 * 8.64e10),
    "fortnight": ("time", 14 * 8.64e10),
}
_TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?|nautical miles?|[^\W\d_]+")
_ALONE = frozenset({"week", "fortnight"})
_TWENTY, _HUNDRED = 20, 100
_NEAR = 0.01
"""A sentence rounds: 24 km are 15 miles to within one percent."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Hold what a sentence counts: bare numbers, and values with their dimension.

    Values are in metres or microseconds.
    """

    numbers: frozenset[float]
    values: frozenset[tuple[Dimension, float]]

    def hold(self, quantity: str) -> bool:
        """Say whether every number of a quantity of the language is said, in whatever unit."""
        found = tuple(_figures(quantity))
        return all(
            number in self.numbers
            or any(value is not None and self._is_near(value, said) for said in self.values)
            for number, value in found
        )

    @staticmethod
    def _is_near(value: tuple[Dimension, float], said: tuple[Dimension, float]) -> bool:
        return value[0] == said[0] and abs(value[1] - said[1]) <= _NEAR * said[1]


def figures_of(*sentences: str) -> Figures:
    """Return the figures of sentences in English; digits are found in any language."""
    found = [figure for sentence in sentences for figure in _figures(sentence)]
    return Figures(
        frozenset(number for number, _ in found),
        frozenset(value for _, value in found if value is not None),
    )


def _figures(text: str) -> Iterator[tuple[float, tuple[Dimension, float] | None]]:
    """Yield each number with its value, None where no unit follows it."""
    words = list(_counted(_TOKEN.findall(text.lower())))
    for word, following in zip(words, [*words[1:], ""], strict=False):
        if isinstance(word, float):
            yield word, _valued(word, following) if isinstance(following, str) else None
        elif word in _ALONE:
            yield 1.0, _valued(1.0, word)


def _counted(tokens: Sequence[str]) -> Iterator[float | str]:
    """Join the words that count one number (two hundred and fifty); leave the others."""
    count: float | None = None
    for word in tokens:
        number = _number(word)
        if word in _TIMES:
            count = (1.0 if count is None else count) * _TIMES[word]
        elif number is not None and count is not None and _goes_on(count, word):
            count += number
        elif word != "and" or count is None:
            if count is not None:
                yield count
            count = number
            if number is None:
                yield word
    if count is not None:
        yield count


def _number(word: str) -> float | None:
    if word[0].isdigit():
        return float(word.replace(",", ""))
    return 1.0 if word in ("a", "an") else _WORDS.get(word)


def _goes_on(count: float, word: str) -> bool:
    """Say whether a word goes on counting: twenty, twenty-one; a hundred, a hundred and ten."""
    number = _WORDS.get(word, _HUNDRED)
    is_ten = count % 10 == 0 and count % _HUNDRED >= _TWENTY
    return (is_ten and number < 10) or (count > 0 and count % _HUNDRED == 0 and number < _HUNDRED)  # noqa: PLR2004


def _valued(number: float, unit: str) -> tuple[Dimension, float] | None:
    known = _UNITS.get(unit) or _UNITS.get(unit.removesuffix("s"))
    return (known[0], number * known[1]) if known is not None else None
