"""Names as they are compared: after NFKC, case folding and trimming, never by likeness."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

__all__ = ["did_you_mean", "normalised", "split_list"]


@lru_cache(maxsize=65_536)
def normalised(text: str) -> str:
    """Return ``text`` as it is looked up; runs of blanks count as one blank.

    Source: Unicode Standard, D146 (a compatibility caseless match), trimmed.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(folded.split())


def split_list(cell: str) -> tuple[str, ...]:
    """Return the parts of a cell that holds a list, parted by ``;`` and trimmed; no blank ones."""
    return tuple(part for part in (part.strip() for part in cell.split(";")) if part)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the nearest known word, or the words there are."""
    listed = tuple(known)
    nearest = get_close_matches(normalised(word), listed, n=1, cutoff=0.6)
    if nearest:
        return f"did you mean '{nearest[0]}'?"
    return f"write one of {', '.join(listed)}"
