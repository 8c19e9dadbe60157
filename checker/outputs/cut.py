"""How much of a list, or of a text, has room on a page."""

from collections.abc import Sequence
from typing import TypeVar

__all__ = ["shortened", "shown_of"]

Item = TypeVar("Item")


def shown_of(items: Sequence[Item], most: int, *, is_full: bool) -> Sequence[Item]:
    """Return the first ``most`` items; all of them on a full page, or where one would be left out.

    To say that one more is left out takes the line that the one would take.
    """
    return items if is_full or len(items) <= most + 1 else items[:most]


def shortened(text: str, most: int) -> str:
    """Return a text of at most ``most`` characters, and how many more there are."""
    if len(text) <= most:
        return text
    return f"{text[:most]} [{len(text) - most:,} characters more]"
