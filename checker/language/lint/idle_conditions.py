"""Conditions that watch a clause which is never in force while they matter."""

from collections.abc import Iterator

from checker.language.core.clause import CoreClause
from checker.language.lint.linted import Check, Found, Linted
from checker.language.lint.overlap import agree, can_coincide
from checker.language.lint.patterns import conditions_of

__all__ = ["CHECK"]


def run(linted: Linted) -> Iterator[Found]:
    """Find conditions on a clause whose time and that of the watched clause never meet.

    Nothing can then break the condition while it is asked for.
    """
    clauses = {clause.id: clause for clause in linted.core.clauses}
    for clause in linted.core.clauses:
        for name in dict.fromkeys(
            condition.kept
            for reading in clause.readings
            for condition in conditions_of(reading)
            if condition.kept is not None
        ):
            watched = clauses.get(name)
            if watched is not None and not _can_meet(clause, watched):
                message = f"{clause.id!r} hangs on {name!r}, which is never in force at its time"
                yield Found(message, clause.span, "look at in_force and when of both")


def _can_meet(one: CoreClause, other: CoreClause) -> bool:
    pairs = [
        (mine, theirs)
        for mine in one.readings
        for theirs in other.readings
        if agree(mine.answers, theirs.answers)
    ]
    return not pairs or any(
        can_coincide(a.pattern, b.pattern)
        for mine, theirs in pairs
        for a in mine.variants
        for b in theirs.variants
    )


CHECK = Check("W112", "conditions that nothing can break in time", run, is_cheap=True)
