"""Where names lie that reports use: in the user's gazetteer, and among places of the agreement."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache

from checker.geography.doubt.doubt import Doubt, holding
from checker.reports.spelling import normalised

__all__ = ["NO_ATLAS", "Atlas", "Entry", "Found", "folded"]

_MOST_COMPARED = 20_000
"""Of more names none is told to be near: to compare them takes seconds for every unknown one."""
_APOSTROPHES = dict.fromkeys(map(ord, "'`\u2018\u2019\u02bb\u02bc\u02be\u02bf\u0621\u2032"), None)
_OTHERS = str.maketrans(
    {"\u0131": "i", "\u0142": "l", "\u0111": "d", "\u00f8": "o", "-": " ", "\u2013": " ", "_": " "}
)


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold one place of a gazetteer; ``within`` is what it lies in, such as a governorate."""

    name: str
    within: str
    doubt: Doubt


@dataclass(frozen=True, slots=True)
class Found:
    """Say where a name lies, and how that is known.

    ``hits`` are the places that bear it; ``is_folded`` says that none bears exactly it, and that
    these are spelled alike but for accents, apostrophes and hyphens.
    """

    doubt: Doubt
    hits: tuple[str, ...] = ()
    is_folded: bool = False


@dataclass(frozen=True, slots=True)
class Atlas:
    """Look names up: ``extents`` are the discs that hold places of the agreement, by spelling.

    ``names`` and ``alike`` give the entries of a gazetteer by their spellings, and by what is left
    of these without accents. ``name`` and ``sha256`` tell its file, empty where there is none.
    """

    name: str = ""
    sha256: str = ""
    entries: tuple[Entry, ...] = ()
    names: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    alike: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    extents: Mapping[str, tuple[float, float, float]] = field(default_factory=dict)

    def find(self, text: str) -> Found | None:
        """Return where a name lies, None where nobody says so.

        A name that several places bear lies where all of them are. Behind a comma, or in brackets,
        may stand what the place lies in.
        """
        extent = self.extents.get(normalised(text))
        if extent is not None:
            return Found(Doubt(*extent))
        for name, within in _readings(text):
            for known, key, is_folded in (
                (self.names, normalised(name), False),
                (self.alike, folded(name), True),
            ):
                hits = [self.entries[at] for at in known.get(key, ())]
                if within:
                    hits = [one for one in hits if folded(within) == folded(one.within)]
                if hits:
                    return _found(hits, is_folded=is_folded)
        return None

    def nearest(self, text: str) -> tuple[str, ...]:
        """Return up to three names that are like one that is not known."""
        if len(self.names) > _MOST_COMPARED:
            return ()
        near = get_close_matches(folded(text), self.alike, n=3, cutoff=0.6)
        return tuple(dict.fromkeys(self.entries[self.alike[one][0]].name for one in near))


NO_ATLAS = Atlas()
"""Knows no place."""


@lru_cache(maxsize=65_536)
def folded(text: str) -> str:
    """Return what is left of a name without accents, apostrophes and hyphens.

    Two names that are alike in this are never taken for one in silence.
    """
    parts = unicodedata.normalize("NFKD", normalised(text).translate(_APOSTROPHES))
    plain = "".join(one for one in parts if not unicodedata.combining(one))
    return " ".join(plain.translate(_OTHERS).split())


def _readings(text: str) -> list[tuple[str, str]]:
    """Return what a text may name: all of it, or a name and what that lies in."""
    found = [(text, "")]
    if text.endswith(")") and "(" in text:
        name, _, within = text[:-1].rpartition("(")
        found.append((name.strip(), within.strip()))
    if "," in text:
        name, _, within = text.partition(",")
        found.append((name.strip(), within.strip()))
    return [(name, within) for name, within in found if name and (within or name == text)]


def _found(hits: list[Entry], *, is_folded: bool) -> Found:
    doubt = holding(tuple(one.doubt for one in hits))
    named = [f"{one.name} ({one.within})" if one.within else one.name for one in hits]
    told = (
        f"{name} at {one.doubt.lon_deg:.5g}, {one.doubt.lat_deg:.5g}"
        if named.count(name) > 1
        else name
        for name, one in zip(named, hits, strict=True)
    )
    return Found(doubt, tuple(told), is_folded)
