"""Incidents one by one: the slow way, which `folds/incidents` is held to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

__all__ = ["Seen", "incidents_of"]

FOREVER_US = 2**62

_SPLIT_US = 14 * 86_400 * 1_000_000
"""Two sightings farther apart than 14 days are two incidents (design, semantics, Many reports)."""


@dataclass(frozen=True, slots=True, order=True)
class Seen:
    """Hold a report that breaches, or complies, under one clause and reading.

    ``is_breach`` False is a proved compliant sighting. ``event`` and ``unit`` are None where the
    report names none; ``identity`` is the report's fingerprint.
    """

    from_us: int
    to_us: int
    row: int
    identity: str
    event: str | None
    unit: str | None
    is_breach: bool
    is_proved: bool


def incidents_of(seen: Iterable[Seen]) -> list[tuple[Seen, ...]]:
    """Group the breaching reports into incidents, in the order of their first sighting.

    Rows of one event are one incident. Sightings of one unit merge, unless a proved compliant
    sighting lies certainly between or 14 days pass; a report without unit or event is its own.
    """
    ordered = sorted(seen, key=_order)
    groups = _Groups()
    chains: dict[str, list[Seen]] = {}
    events: dict[str, Seen] = {}
    for one in ordered:
        if one.unit is not None:
            chains.setdefault(one.unit, []).append(one)
        if one.is_breach and one.event is not None:
            groups.join(events.setdefault(one.event, one).row, one.row)
    for chain in chains.values():
        for first, later in _unbroken(chain):
            groups.join(first.row, later.row)
    incidents: dict[int, list[Seen]] = {}
    for one in ordered:
        if one.is_breach:
            incidents.setdefault(groups.first_of(one.row), []).append(one)
    return sorted(map(tuple, incidents.values()), key=lambda incident: _order(incident[0]))


def _order(seen: Seen) -> tuple[int, int, str]:
    return (seen.from_us, seen.to_us, seen.identity)


def _unbroken(chain: Iterable[Seen]) -> Iterator[tuple[Seen, Seen]]:
    """Yield each two breaches of one unit, in order, between which it did not certainly leave."""
    before: Seen | None = None
    last_us, cleared_us = 0, FOREVER_US
    for one in chain:
        if not one.is_breach:
            if before is not None and one.from_us > last_us:
                cleared_us = min(cleared_us, one.to_us)
            continue
        if before is not None:
            has_left = cleared_us < one.from_us or one.from_us - last_us > _SPLIT_US
            last_us = one.to_us if has_left else max(last_us, one.to_us)
            if not has_left:
                yield before, one
        else:
            last_us = one.to_us
        before, cleared_us = one, FOREVER_US


class _Groups:
    """Join rows into groups; the smallest row stands for its group."""

    def __init__(self) -> None:
        self._parent: dict[int, int] = {}

    def first_of(self, row: int) -> int:
        while (parent := self._parent.get(row, row)) != row:
            row = parent
        return row

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self.first_of(one), self.first_of(other)))
        self._parent[second] = first
