"""What reports say about a condition: breaks, possible breaks and cures, gathered from batches."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from checker.folds.spells import spells
from checker.folds.timeline import Timeline
from checker.language.core.exemption import Condition
from checker.language.core.pattern import FOREVER_US
from checker.values.civil import day_of_us, shift_us
from checker.values.truth import Truth

__all__ = [
    "Covers",
    "Cure",
    "Evidence",
    "Sighting",
    "cured_at",
    "last_instant",
    "merge",
    "timeline_of",
]

Covers = Callable[[int, int], bool]
"""Say whether a report about the first actor speaks for the second one too."""


@dataclass(frozen=True, slots=True, order=True)
class Sighting:
    """Hold a report that matches a condition's pattern, or breaks the clause that it watches.

    ``proved`` and ``face`` are TRUE for a break, UNKNOWN for a possible one, FALSE for none, with
    the proof and at face value. ``row`` is (batch, row); ``report`` its id.
    """

    from_us: int
    to_us: int
    row: tuple[int, int]
    report: str
    is_throughout: bool
    proved: int
    face: int
    actors: tuple[int, ...]
    unit: str | None


@dataclass(frozen=True, slots=True, order=True)
class Cure:
    """Hold a report that the thing is over: a count of zero, or compliance of the same unit."""

    from_us: int
    to_us: int
    row: tuple[int, int]
    report: str
    is_proved: bool
    is_face: bool
    actors: tuple[int, ...]
    unit: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Gather sightings and cures; a monoid under ``merge`` with ``Evidence()`` as its zero."""

    sightings: tuple[Sighting, ...] = ()
    cures: tuple[Cure, ...] = ()


def merge(first: Evidence, second: Evidence) -> Evidence:
    """Join two gatherings; the order of the arguments and of the batches does not matter."""
    return Evidence(
        tuple(sorted(first.sightings + second.sightings)),
        tuple(sorted(first.cures + second.cures)),
    )


def timeline_of(
    evidence: Evidence, condition: Condition, zone: ZoneInfo, covers: Covers, *, is_proved: bool
) -> Timeline:
    """Draw the timeline of a condition, with the proof or at face value.

    A break counts for certain from the end of its interval and as UNKNOWN from its start; it lasts
    to the end of the civil day, or ``lasts``; then it is open until a cure (design, semantics,
    Conditions). Under ``ends`` it lasts for good. Possible breaks open the condition for as long
    as a proved one would last.
    """
    drawing = _Drawing(condition, zone)
    for sighting in evidence.sightings:
        state = sighting.proved if is_proved else sighting.face
        if condition.some is not None:
            drawing.add_match(sighting, state)
        elif state == Truth.TRUE:
            cured_us = cured_at(sighting, evidence.cures, covers, is_proved=is_proved)
            drawing.add_break(sighting, cured_us)
        elif state == Truth.UNKNOWN:
            drawing.add_possible(sighting)
    if condition.some is not None:
        for cure in evidence.cures:
            if cure.is_proved if is_proved else cure.is_face:
                drawing.add_absence(cure)
    return drawing.timeline()


class _Drawing:
    """Collect the spells of one condition."""

    def __init__(self, condition: Condition, zone: ZoneInfo) -> None:
        self._condition = condition
        self._zone = zone
        self._lapsed: list[tuple[int, int]] = []
        self._open: list[tuple[int, int]] = []
        self._held: list[tuple[int, int]] = []
        self._day_lapsed: list[tuple[int, int]] = []
        self._day_held: list[tuple[int, int]] = []

    def add_break(self, sighting: Sighting, cured_us: int) -> None:
        start, end = sighting.from_us, sighting.to_us
        is_kept = self._condition.kept is not None
        certain = start if sighting.is_throughout and not is_kept else end
        last = self._last(end)
        if is_kept:
            # Strictly earlier instants only: at its own instants nobody knows who began.
            self._open.append((start, end))
            certain = end + 1
        else:
            self._open.append((start, certain - 1))
            self._same_day(self._day_lapsed, start, end)
        self._lapsed.append((certain, last))
        if last < FOREVER_US:
            self._open.append((last + 1, max(cured_us, last + 1) - 1))

    def add_possible(self, sighting: Sighting) -> None:
        self._open.append((sighting.from_us, self._last(sighting.to_us)))

    def add_match(self, sighting: Sighting, state: int) -> None:
        start, end = sighting.from_us, sighting.to_us
        if state == Truth.TRUE:
            certain = start if sighting.is_throughout else end
            self._open.append((start, certain - 1))
            self._held.append((certain, self._last(end)))
            self._same_day(self._day_held, start, end)
        elif state == Truth.UNKNOWN:
            self._open.append((start, self._last(end)))

    def add_absence(self, cure: Cure) -> None:
        self._open.append((cure.from_us, cure.to_us - 1))
        self._lapsed.append((cure.to_us, self._last(cure.to_us)))

    def timeline(self) -> Timeline:
        holds = self._condition.unproved == "holds"
        return Timeline(
            baseline=Truth.TRUE if holds else Truth.UNKNOWN,
            lapsed=spells(self._lapsed),
            open=spells(self._open),
            lapsed_or_open=spells(self._lapsed + self._open),
            held=spells(self._held),
            same_day_lapsed=spells(self._day_lapsed),
            same_day_held=spells(self._day_held),
        )

    def _same_day(self, days: list[tuple[int, int]], start: int, end: int) -> None:
        """Two rows that each lie within one civil day, the same, count as one instant."""
        if abs(start) < FOREVER_US and abs(end) < FOREVER_US:
            day = day_of_us(start, self._zone)
            if day == day_of_us(end, self._zone):
                days.append((start, day[1] - 1))

    def _last(self, end: int) -> int:
        return last_instant(self._condition, self._zone, end)


def last_instant(condition: Condition, zone: ZoneInfo, end_us: int) -> int:
    """Return the last instant that a break ending at ``end_us`` is worth; FOREVER_US for good.

    To the end of the civil day unless the condition says how long (design, semantics, Conditions).
    """
    is_for_good = condition.lapse == "ends" and condition.some is None
    if is_for_good or abs(end_us) >= FOREVER_US:
        return FOREVER_US
    if condition.lasts is None:
        return day_of_us(end_us, zone)[1] - 1
    return shift_us(end_us, condition.lasts.us, condition.lasts.days, zone) - 1


def cured_at(sighting: Sighting, cures: Iterable[Cure], covers: Covers, *, is_proved: bool) -> int:
    """Return from when a cure of this break is certain; FOREVER_US for none.

    A cure counts if it is certainly later and speaks for the same unit, or, where the break named
    none, for all the actors of the break.
    """
    certain = [
        cure.to_us
        for cure in cures
        if (cure.is_proved if is_proved else cure.is_face)
        and cure.from_us > sighting.to_us
        and _speaks_for(cure, sighting, covers)
    ]
    return min(certain, default=FOREVER_US)


def _speaks_for(cure: Cure, sighting: Sighting, covers: Covers) -> bool:
    if sighting.unit is not None:
        return cure.unit == sighting.unit
    return bool(sighting.actors) and all(
        any(covers(speaker, actor) for speaker in cure.actors) for actor in sighting.actors
    )
