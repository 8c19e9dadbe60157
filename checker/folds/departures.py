"""Whether everybody who was seen has gone: breaches, proofs of departure, the last sighting."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from checker.folds.evidence import Covers

__all__ = ["Actors", "Departures", "all_answered", "merge"]

Actors = frozenset[int]
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Departures:
    """Hold what reports say about who had to leave, in microseconds since 1970 (UTC).

    ``breaches`` is when the last breach of each unit (None where it names none) and its actors
    ended: whatever answers that one answers all before it. ``elsewhere`` is when the last report
    began that shows a unit gone, ``nobody`` when the last count of zero began that speaks of some
    actors. ``last_us`` is the end of the last report that may show them there, None where none
    does. It grows with the units, some 300 bytes each, and not with the reports.
    """

    breaches: Mapping[tuple[str | None, Actors], int] = field(default_factory=dict)
    elsewhere: Mapping[str, int] = field(default_factory=dict)
    nobody: Mapping[Actors, int] = field(default_factory=dict)
    last_us: int | None = None


def merge(first: Departures, second: Departures) -> Departures:
    """Join two gatherings."""
    ends = [us for us in (first.last_us, second.last_us) if us is not None]
    return Departures(
        _latest(first.breaches, second.breaches),
        _latest(first.elsewhere, second.elsewhere),
        _latest(first.nobody, second.nobody),
        max(ends, default=None),
    )


def all_answered(found: Departures, covers: Covers) -> bool:
    """Say whether every breach is followed by a proof that those who did it have gone."""
    return all(_is_answered(found, who, end_us, covers) for who, end_us in found.breaches.items())


def _is_answered(
    found: Departures, who: tuple[str | None, Actors], end_us: int, covers: Covers
) -> bool:
    """Say whether a breach is followed by its unit elsewhere, or by nobody of its actors there."""
    unit, actors = who
    if unit is not None and unit in found.elsewhere and found.elsewhere[unit] > end_us:
        return True
    return bool(actors) and any(
        start_us > end_us and all(any(covers(s, actor) for s in speakers) for actor in actors)
        for speakers, start_us in found.nobody.items()
    )


def _latest(first: Mapping[Key, int], second: Mapping[Key, int]) -> dict[Key, int]:
    found = dict(first)
    for key, instant_us in second.items():
        found[key] = max(found.get(key, instant_us), instant_us)
    return found
