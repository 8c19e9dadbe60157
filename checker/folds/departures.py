"""Whether everybody who was seen has gone: breaches, proofs of departure, the last sighting."""

from collections.abc import Iterable
from dataclasses import dataclass

from checker.folds.evidence import Covers

__all__ = ["Departures", "Spotted", "all_answered", "merge"]


@dataclass(frozen=True, slots=True)
class Spotted:
    """Hold whom a report saw, and when; ``is_count`` marks a count of zero."""

    from_us: int
    to_us: int
    unit: str | None
    actors: frozenset[int]
    is_count: bool


@dataclass(frozen=True, slots=True)
class Departures:
    """Hold what reports say about who had to leave.

    ``last_us`` is the end of the last report that may show them there, None where none does.
    """

    breaches: tuple[Spotted, ...] = ()
    cleared: tuple[Spotted, ...] = ()
    last_us: int | None = None


def merge(first: Departures, second: Departures) -> Departures:
    """Join two gatherings."""
    ends = [us for us in (first.last_us, second.last_us) if us is not None]
    return Departures(
        first.breaches + second.breaches,
        first.cleared + second.cleared,
        max(ends, default=None),
    )


def all_answered(found: Departures, covers: Covers) -> bool:
    """Say whether every breach is followed by a proof that those who did it have gone."""
    return all(_is_answered(breach, found.cleared, covers) for breach in found.breaches)


def _is_answered(breach: Spotted, cleared: Iterable[Spotted], covers: Covers) -> bool:
    return any(_answers(later, breach, covers) for later in cleared)


def _answers(later: Spotted, breach: Spotted, covers: Covers) -> bool:
    if later.from_us <= breach.to_us:
        return False
    if not later.is_count:
        return breach.unit is not None and later.unit == breach.unit
    return bool(breach.actors) and all(
        any(covers(speaker, actor) for speaker in later.actors) for actor in breach.actors
    )
