"""Who is of a group, and when: spans of time with a truth, joined, merged and negated."""

from collections.abc import Callable, Iterable
from itertools import pairwise

from checker.language.core.pattern import FOREVER_US, Membership
from checker.values.truth import Truth

__all__ = ["Spans", "always", "joined", "merged", "negated"]

Spans = tuple[tuple[int, int, int], ...]
"""(from_us, until_us, value), half-open, in order, without overlap."""


def always(truth: Truth) -> Membership:
    """Return a membership that is the same at all times."""
    return Membership(((-FOREVER_US, FOREVER_US, int(truth)),) if truth else ())


def joined(spans: Iterable[tuple[int, int, int]]) -> Spans:
    """Join neighbouring spans of one value."""
    found: list[tuple[int, int, int]] = []
    for start, end, value in spans:
        if found and found[-1][1] == start and found[-1][2] == value:
            found[-1] = (found[-1][0], end, value)
        else:
            found.append((start, end, value))
    return tuple(found)


def negated(member: Membership) -> Membership:
    """Return the membership of everybody else: UNKNOWN stays UNKNOWN."""
    pieces = []
    cursor = -FOREVER_US
    for start, end, truth in member.spans:
        pieces += [(cursor, start, 2), (start, end, 2 - truth)]
        cursor = end
    pieces.append((cursor, FOREVER_US, 2))
    return Membership(joined(p for p in pieces if p[0] < p[1] and p[2]), member.links)


def merged(members: list[Membership], fold: Callable[[Iterable[int]], int]) -> Membership:
    """Fold memberships at every instant: ``max`` is any of them, ``min`` is all of them."""
    links = tuple(dict.fromkeys(link for member in members for link in member.links))
    if len(members) > 1 and all(member.spans == members[0].spans for member in members):
        return Membership(members[0].spans, links)
    cuts = sorted(
        {-FOREVER_US, FOREVER_US} | {us for m in members for s in m.spans for us in s[:2]}
    )
    pieces = []
    for start, end in pairwise(cuts):
        value = fold([_at(member, start) for member in members])
        if value:
            pieces.append((start, end, value))
    return Membership(joined(pieces), links)


def _at(member: Membership, us: int) -> int:
    return next((truth for start, end, truth in member.spans if start <= us < end), 0)
