"""What reports say about a condition: breaks, possible breaks and cures, gathered from batches."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from checker.folds.spells import spells
from checker.folds.timeline import Timeline
from checker.language.core.exemption import Condition
from checker.language.core.pattern import FOREVER_US
from checker.reports.batch import BatchKey, RowKey
from checker.values.civil import day_of_us, shift_us
from checker.values.truth import Truth

__all__ = [
    "Against",
    "Covers",
    "Cure",
    "Evidence",
    "Remedies",
    "Remedy",
    "Sighting",
    "by_batch",
    "last_instant",
    "merge",
    "speaks_for",
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
    row: RowKey
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
    row: RowKey
    report: str
    is_proved: bool
    is_face: bool
    actors: tuple[int, ...]
    unit: str | None
    is_throughout: bool = False

    @property
    def since_us(self) -> int:
        """Return from when it is certain: of all the while from its start, else from its end."""
        return self.from_us if self.is_throughout else self.to_us


@dataclass(frozen=True, slots=True)
class Evidence:
    """Gather sightings and cures; a monoid under ``merge`` with ``Evidence()`` as its zero."""

    sightings: tuple[Sighting, ...] = ()
    cures: tuple[Cure, ...] = ()

    def until(self, last_us: int) -> "Evidence":
        """Return what begins at an instant or before it."""
        return Evidence(
            tuple(one for one in self.sightings if one.from_us <= last_us),
            tuple(one for one in self.cures if one.from_us <= last_us),
        )


Against = tuple[tuple[Sighting, ...], tuple[Cure, ...]]


def by_batch(evidence: Evidence) -> dict[BatchKey, Against]:
    """Return the sightings and the cures of each batch that has some, in their order."""
    found: dict[BatchKey, tuple[list[Sighting], list[Cure]]] = {}
    for sighting in evidence.sightings:
        found.setdefault(sighting.row[0], ([], []))[0].append(sighting)
    for cure in evidence.cures:
        found.setdefault(cure.row[0], ([], []))[1].append(cure)
    return {batch: (tuple(both[0]), tuple(both[1])) for batch, both in found.items()}


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
    as a proved one would last. What breaks ``some`` is a report of nobody there, and what it asks
    for is its cure.
    """
    drawing = _Drawing(condition, zone)
    if condition.some is not None:
        _draw_some(drawing, evidence, is_proved=is_proved)
        return drawing.timeline()
    remedies = Remedies(evidence.cures, covers, is_proved=is_proved)
    for sighting in evidence.sightings:
        state = sighting.proved if is_proved else sighting.face
        if state == Truth.TRUE:
            cured_us = remedies.of(sighting).since_us
            certain_us = sighting.from_us if sighting.is_throughout else sighting.to_us
            drawing.add_break((sighting.from_us, certain_us, sighting.to_us), cured_us)
        elif state == Truth.UNKNOWN:
            drawing.add_possible(sighting.from_us, sighting.to_us)
    return drawing.timeline()


def _draw_some(drawing: "_Drawing", evidence: Evidence, *, is_proved: bool) -> None:
    """Draw what must be: it stands where it is proved and falls where its absence is."""
    shown = [s for s in evidence.sightings if (s.proved if is_proved else s.face) == Truth.TRUE]
    for match in shown:
        drawing.add_match(match)
    for absence in evidence.cures:
        if absence.is_proved if is_proved else absence.is_face:
            later = (
                match.from_us if match.is_throughout else match.to_us
                for match in shown
                if match.from_us > absence.to_us
            )
            cured_us = min(later, default=FOREVER_US)
            drawing.add_break((absence.from_us, absence.since_us, absence.to_us), cured_us)
        elif absence.is_face:
            drawing.add_possible(absence.from_us, absence.to_us)


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
        self._day_open: list[tuple[int, int]] = []

    def add_break(self, times: tuple[int, int, int], cured_us: int) -> None:
        """Add a break by its start, the instant from which it is certain, and its end."""
        start, certain, end = times
        last = last_instant(self._condition, self._zone, end)
        if self._condition.kept is not None:
            # Strictly earlier instants only: at its own instants nobody knows who began.
            certain = end + 1
        else:
            self._same_day(self._day_lapsed, start, end)
        self._open.append((start, certain - 1))
        self._lapsed.append((certain, last))
        if last < FOREVER_US:
            self._open.append((last + 1, max(cured_us, last + 1) - 1))

    def add_possible(self, start: int, end: int) -> None:
        self._open.append((start, last_instant(self._condition, self._zone, end)))
        self._same_day(self._day_open, start, end)

    def add_match(self, match: Sighting) -> None:
        """Add a proof of what must be; like a break it is worth its day."""
        certain = match.from_us if match.is_throughout else match.to_us
        day = replace(self._condition, lapse="suspends")
        self._held.append((certain, last_instant(day, self._zone, match.to_us)))
        self._same_day(self._day_held, match.from_us, match.to_us)

    def timeline(self) -> Timeline:
        lapsed, held = spells(self._lapsed), spells(self._held)
        contested = held.meet(lapsed)
        if self._condition.lapse == "suspends":
            # Shown there and shown gone within one stretch: nobody knows which came last.
            self._open += contested.pairs()
            lapsed = lapsed.minus(held)
        held, day_held = held.minus(contested), spells(self._day_held)
        if self._condition.lapse == "ends":
            day_held = day_held.minus(lapsed)
        return Timeline(
            baseline=Truth.TRUE if self._condition.unproved == "holds" else Truth.UNKNOWN,
            lapsed=lapsed,
            open=spells(self._open),
            lapsed_or_open=spells(lapsed.pairs() + self._open),
            held=held,
            same_day_lapsed=spells(self._day_lapsed),
            same_day_held=day_held,
            same_day_open=spells(self._day_open),
        )

    def _same_day(self, days: list[tuple[int, int]], start: int, end: int) -> None:
        """Two rows that each lie within one civil day, the same, count as one instant."""
        if abs(start) < FOREVER_US and abs(end) < FOREVER_US:
            day = day_of_us(start, self._zone)
            if day == day_of_us(end, self._zone):
                days.append((start, day[1] - 1))


def last_instant(condition: Condition, zone: ZoneInfo, end_us: int) -> int:
    """Return the last instant that a break ending at ``end_us`` is worth; FOREVER_US for good.

    To the end of the civil day unless the condition says how long (design, semantics, Conditions).
    """
    if condition.lapse == "ends" or abs(end_us) >= FOREVER_US:
        return FOREVER_US
    if condition.lasts is None:
        return day_of_us(end_us, zone)[1] - 1
    return shift_us(end_us, condition.lasts.us, condition.lasts.days, zone) - 1


@dataclass(frozen=True, slots=True)
class Remedy:
    """Say from when a break is cured for certain, and when the first report of it ends."""

    since_us: int = FOREVER_US
    to_us: int = FOREVER_US


class Remedies:
    """Find what cures breaks: certainly later, and said of the same.

    That is the same unit or, where the break named none, all the actors of the break. Cures are
    looked through once for each of those, so that many breaks and many cures cost no more than
    their number.
    """

    def __init__(self, cures: Iterable[Cure], covers: Covers, *, is_proved: bool) -> None:
        shown = (cure for cure in cures if (cure.is_proved if is_proved else cure.is_face))
        self._cures = sorted(shown, key=lambda cure: cure.from_us)
        self._covers = covers
        self._of: dict[tuple[str | None, tuple[int, ...]], tuple[list[int], list[Remedy]]] = {}

    def of(self, sighting: Sighting) -> Remedy:
        """Return when a break is cured, never where nothing cures it."""
        key = (sighting.unit, () if sighting.unit is not None else sighting.actors)
        if key not in self._of:
            self._of[key] = _from_the_last(
                [cure for cure in self._cures if speaks_for(cure, sighting, self._covers)]
            )
        starts_us, remedies = self._of[key]
        return remedies[bisect_right(starts_us, sighting.to_us)]


def _from_the_last(cures: Sequence[Cure]) -> tuple[list[int], list[Remedy]]:
    """Return the starts of cures that come in order, and the earliest ends from each of them on."""
    remedies = [Remedy()]
    for cure in reversed(cures):
        last = remedies[-1]
        remedies.append(Remedy(min(last.since_us, cure.since_us), min(last.to_us, cure.to_us)))
    return [cure.from_us for cure in cures], remedies[::-1]


def speaks_for(cure: Cure, sighting: Sighting, covers: Covers) -> bool:
    """Say whether a cure is of the same unit or, where the break names none, of all its actors."""
    if sighting.unit is not None:
        return cure.unit == sighting.unit
    return bool(sighting.actors) and all(
        any(covers(speaker, actor) for speaker in cure.actors) for actor in sighting.actors
    )
