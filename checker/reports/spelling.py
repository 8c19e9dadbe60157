"""Words in cells: lists are parted, unknown words get a hint."""

from collections.abc import Iterable
from difflib import get_close_matches
from zoneinfo import available_timezones

from checker.values.spelling import normalised

__all__ = ["did_you_mean", "normalised", "split_list", "zone_meant"]


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


def zone_meant(name: str) -> str:
    """Return a hint that names the nearest time zone, or what one looks like."""
    folded = {zone.casefold(): zone for zone in sorted(available_timezones())}
    near = get_close_matches(name.casefold(), folded, n=1, cutoff=0.6)
    return (
        f"did you mean '{folded[near[0]]}'?" if near else "write one such as Asia/Damascus, or UTC"
    )
