"""Sightings of one unit, and rows of one event, are one incident: first seen, last seen."""

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Seen", "incidents_of", "merge"]

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
    row: tuple[int, int]
    identity: str
    event: str | None
    unit: str | None
    is_breach: bool
    is_proved: bool


def merge(first: tuple[Seen, ...], second: tuple[Seen, ...]) -> tuple[Seen, ...]:
    """Join two gatherings, in the order of time whatever order they came in."""
    return tuple(sorted(first + second, key=_order))


def incidents_of(seen: Iterable[Seen]) -> list[tuple[Seen, ...]]:
    """Group the breaching reports into incidents, in the order of their first sighting.

    Rows of one event are one incident. Sightings of one unit merge, unless a proved compliant
    sighting lies between or 14 days pass; a report without unit or event is its own.
    """
    chains: dict[tuple[str, str], list[Seen]] = {}
    for one in sorted(seen, key=_order):
        chains.setdefault(_key(one), []).append(one)
    incidents = [
        incident
        for (kind, _), chain in chains.items()
        for incident in ([_breaches(chain)] if kind != "unit" else _split(chain))
        if incident
    ]
    return sorted(incidents, key=lambda incident: _order(incident[0]))


def _order(seen: Seen) -> tuple[int, int, str]:
    return (seen.from_us, seen.to_us, seen.identity)


def _key(seen: Seen) -> tuple[str, str]:
    if seen.is_breach and seen.event is not None:
        return ("event", seen.event)
    if seen.unit is not None:
        return ("unit", seen.unit)
    return ("report", seen.identity)


def _breaches(chain: list[Seen]) -> tuple[Seen, ...]:
    return tuple(one for one in chain if one.is_breach)


def _split(chain: list[Seen]) -> list[tuple[Seen, ...]]:
    split: list[list[Seen]] = [[]]
    is_cleared, last_us = False, 0
    for one in chain:
        if not one.is_breach:
            is_cleared = bool(split[-1]) and one.from_us > last_us
            continue
        if split[-1] and (is_cleared or one.from_us - last_us > _SPLIT_US):
            split.append([])
        split[-1].append(one)
        last_us, is_cleared = max(last_us, one.to_us), False
    return [tuple(incident) for incident in split]
