"""Terms of which one allows, or demands, what another forbids, and no exception settles it."""

from collections.abc import Iterator

from checker.language.core.clause import Clause, CoreClause, Variant
from checker.language.lint.linted import Check, Found, Linted
from checker.language.lint.overlap import (
    agree,
    can_coincide,
    certain_members,
    shared_members,
    shared_words,
)
from checker.language.lint.patterns import where_of
from checker.language.lint.sampling import can_share_ground

__all__ = ["CHECK"]

_FORBIDS = ("prohibits", "leave", "be_in")


def run(linted: Linted) -> Iterator[Found]:
    """Find a permission that does not lift, and a duty that cannot be done without a breach.

    Both must certainly mean one actor, one act, some common ground and some common time, under
    answers that can be given together. A permission that lifts the other under any reading is
    what its drafter disputes, not a mistake.
    """
    clauses = linted.core.clauses
    for allowing in clauses:
        kind = allowing.readings[0].kind if allowing.readings else ""
        if kind not in ("permits", "act"):
            continue
        for forbidding in clauses:
            if _is_settled(allowing.id, forbidding):
                continue
            who = _contradicted(allowing, forbidding)
            if who:
                yield _found(allowing, forbidding, linted.core.actors[min(who)])


def _found(allowing: CoreClause, forbidding: CoreClause, actor: str) -> Found:
    if allowing.readings[0].kind == "permits":
        message = (
            f"{allowing.id!r} permits {actor} what {forbidding.id!r} prohibits, "
            "and does not lift it"
        )
        return Found(
            message, allowing.span, f"add {forbidding.id!r} to lifts:, or narrow one of the two"
        )
    message = f"{allowing.id!r} obliges {actor} to do what {forbidding.id!r} prohibits"
    return Found(message, allowing.span, f"except it under {forbidding.id!r} with unless:")


def _is_settled(name: str, forbidding: CoreClause) -> bool:
    """Say whether a clause forbids nothing, or has the other as an exception in some reading."""
    return all(reading.kind not in _FORBIDS for reading in forbidding.readings) or any(
        exemption.name == name
        for reading in forbidding.readings
        for variant in reading.variants
        for exemption in variant.exemptions
    )


def _contradicted(allowing: CoreClause, forbidding: CoreClause) -> frozenset[int]:
    """Return who is caught between two clauses, as indices of the declared actors."""
    pairs = (
        (one, other, mine, theirs)
        for one in allowing.readings
        for other in forbidding.readings
        for mine in one.variants
        for theirs in other.variants
    )
    for one, other, mine, theirs in pairs:
        who = _caught(one, other, mine, theirs)
        if who and can_share_ground(where_of(mine), where_of(theirs)):
            return who
    return frozenset()


def _caught(one: Clause, other: Clause, mine: Variant, theirs: Variant) -> frozenset[int]:
    allowed, forbidden = mine.pattern, theirs.pattern
    is_one_act = (
        agree(one.answers, other.answers)
        and shared_words(allowed.does, forbidden.does)
        and shared_words(allowed.things, forbidden.things)
        and can_coincide(allowed, forbidden)
        and _is_against_one(mine, theirs)
    )
    if not is_one_act:
        return frozenset()
    return shared_members(allowed.who, forbidden.who) - _excepted(mine, theirs)


def _is_against_one(mine: Variant, theirs: Variant) -> bool:
    targets = mine.pattern.against, theirs.pattern.against
    return None in targets or bool(shared_members(*targets))


def _excepted(mine: Variant, theirs: Variant) -> frozenset[int]:
    """Return whom an exception of the forbidding clause frees of this act already."""
    found: frozenset[int] = frozenset()
    for exemption in theirs.exemptions:
        pattern = exemption.pattern
        if shared_words(pattern.does, mine.pattern.does):
            found |= certain_members(pattern.who or theirs.pattern.who)
    return found


CHECK = Check("W102", "terms that contradict each other", run, is_cheap=False)
