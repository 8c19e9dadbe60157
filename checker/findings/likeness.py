"""Which declared names are like one that is not: a proposal for a person, and never a match.

Names are compared as they sound in Latin letters: without diacritics, punctuation and case, other
scripts written in ASCII (anyascii), and once more by their consonants alone, since Arabic and
Hebrew leave vowels out and every system of transliteration writes some consonants its own way.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from checker.values.spelling import normalised

__all__ = ["Likeness", "consonants", "folded"]

_MOST = 3
_CLOSE = 0.6
"""Names of this share of letters in common, in order, are near: the measure of difflib."""
_CLOSE_CONSONANTS = 0.8
_FEWEST_CONSONANTS = 3
_LESS = 0.95
"""What is like by its consonants alone stands behind what is as much like by all its letters."""

_VOWELS = re.compile(r"[aeiouwy]")
_TWICE = re.compile(r"(.)\1+")
_WRITTEN = (("kh", "h"), ("ph", "f"), ("dj", "j"), ("ck", "k"), ("c", "k"), ("q", "k"), ("v", "b"))
"""Consonants that one system of transliteration writes so, and another one otherwise."""


@lru_cache(maxsize=65_536)
def folded(text: str) -> str:
    """Return a name in small Latin letters and digits, words parted by one blank."""
    from anyascii import anyascii  # noqa: PLC0415 - its tables are read where a name is unknown

    plain = anyascii(normalised(text)).casefold().replace("'", "")
    return " ".join(re.findall(r"[a-z0-9]+", plain))


def consonants(text: str) -> str:
    """Return the consonants and digits of a folded name, none twice in a row."""
    text = text.replace(" ", "")
    for written, meant in _WRITTEN:
        text = text.replace(written, meant)
    return _TWICE.sub(r"\1", _VOWELS.sub("", text))


class Likeness:
    """Compare names with spellings that are declared, each of them the word that it stands for."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._known = [(spelling, _Forms.of(spelling), word) for spelling, word in known.items()]

    def nearest(self, name: str) -> tuple[str, ...]:
        """Return the declared words that are most like a name, the nearest first, three at most."""
        like, best = _Like(_Forms.of(name)), dict[str, float]()
        for spelling, forms, word in self._known:
            score = 1.0 if spelling == normalised(name) else like.score(forms)
            if score > best.get(word, 0.0):
                best[word] = score
        return tuple(sorted(best, key=lambda word: (-best[word], word))[:_MOST])


@dataclass(frozen=True, slots=True)
class _Forms:
    """Hold a name in letters, its letters without blanks, and its consonants in two orders."""

    letters: str
    joined: str
    sounds: tuple[str, str]

    @classmethod
    def of(cls, name: str) -> "_Forms":
        letters = folded(name)
        # Another language has the words of a name the other way round.
        in_order = consonants(" ".join(sorted(letters.split())))
        return cls(letters, letters.replace(" ", ""), (consonants(letters), in_order))


class _Like:
    """Say how much other names are like one."""

    def __init__(self, name: _Forms) -> None:
        self._name = name
        self._letters = _matcher(name.letters)
        self._sounds = [(len(sound), _matcher(sound)) for sound in name.sounds]

    def score(self, other: _Forms) -> float:
        """Return how much alike two names are, 0 where they are not near."""
        if not self._name.letters or not other.letters:
            return 0.0
        if self._name.joined == other.joined:
            return 1.0
        score = _ratio(self._letters, other.letters, _CLOSE)
        for (length, matcher), sound in zip(self._sounds, other.sounds, strict=True):
            if min(len(sound), length) >= _FEWEST_CONSONANTS:
                score = max(score, _LESS * _ratio(matcher, sound, _CLOSE_CONSONANTS))
        return score


def _matcher(text: str) -> "SequenceMatcher[str]":
    # What is set second is looked through once, however many are compared with it.
    return SequenceMatcher(None, "", text, autojunk=False)


def _ratio(matcher: "SequenceMatcher[str]", other: str, least: float) -> float:
    matcher.set_seq1(other)
    # The quick ratios are never less than the true one.
    if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < least:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= least else 0.0
