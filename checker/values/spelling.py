"""Names as they are compared: after NFKC, case folding and trimming, never by likeness."""

import unicodedata
from functools import lru_cache

__all__ = ["normalised"]


@lru_cache(maxsize=65_536)
def normalised(text: str) -> str:
    """Return ``text`` as it is looked up; runs of blanks count as one blank.

    Source: Unicode Standard, D146 (a compatibility caseless match), trimmed.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(folded.split())
