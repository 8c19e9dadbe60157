"""For whom a report about an actor speaks: for the actor itself, and for what is part of it."""

from collections.abc import Sequence

from checker.folds.evidence import Covers
from checker.plan.plan import Plan
from checker.values.truth import Truth

__all__ = ["covers_of"]


def covers_of(plan: Plan) -> Covers:
    """Return the test, by the codes of declared actors; nobody speaks for an undeclared name."""
    groups = {plan.core.actors.index(actor): group for actor, group in plan.core.party_groups}

    def covers(speaker: int, actor: int) -> bool:
        if speaker < 0 or actor < 0:
            return False
        if speaker == actor:
            return True
        group = groups.get(speaker)
        spans: Sequence[tuple[int, int, int]] = group.members[actor].spans if group else ()
        return bool(spans) and all(answer == Truth.TRUE for _, _, answer in spans)

    return covers
