"""Whether two terms can speak of one report: of one actor and act, in time, in one reading."""

from collections.abc import Sequence

from checker.language.core.clause import Answers
from checker.language.core.pattern import Group, Membership, Pattern, Period, Words
from checker.values.truth import Truth

__all__ = ["agree", "can_coincide", "certain_members", "shared_members", "shared_words"]


def agree(one: Answers, other: Answers) -> bool:
    """Say whether two sets of answers can both be given."""
    given = dict(one)
    return all(given.get(question, answer) == answer for question, answer in other)


def can_coincide(*patterns: Pattern) -> bool:
    """Say whether there may be an instant that lies in every period of all the patterns."""
    return _is_open([period for pattern in patterns for period in pattern.when])


def certain_members(group: Group | None) -> frozenset[int]:
    """Return who is certainly of a group at some time, as indices of the declared actors."""
    if group is None:
        return frozenset()
    return frozenset(i for i, member in enumerate(group.members) if _certain(member))


def shared_members(one: Group | None, other: Group | None) -> frozenset[int]:
    """Return who is certainly of both groups at one instant; a missing one restricts nothing."""
    if one is None or other is None:
        return certain_members(one or other)
    return frozenset(
        index
        for index, (mine, theirs) in enumerate(zip(one.members, other.members, strict=True))
        if any(
            max(start, other_start) < min(end, other_end)
            for start, end in _certain(mine)
            for other_start, other_end in _certain(theirs)
        )
    )


def shared_words(one: Words | None, other: Words | None) -> bool:
    """Say whether both certainly mean some declared word; a missing one restricts nothing."""
    if one is None or other is None:
        return True
    return any(
        mine == theirs == Truth.TRUE for mine, theirs in zip(one.truths, other.truths, strict=True)
    )


def _certain(member: Membership) -> list[tuple[int, int]]:
    return [(start, end) for start, end, truth in member.spans if truth == Truth.TRUE]


def _is_open(periods: Sequence[Period]) -> bool:
    if not periods:
        return True
    start = max(period.start.low_us for period in periods)
    return start < min(period.end.high_us for period in periods)
