"""What all reports together say, gathered batch by batch: one fold over the judged reports."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce

from checker.evaluate.run import JudgedBatch, JudgedRun
from checker.findings import checked, tally
from checker.findings.checked import Checks, checks_in
from checker.findings.departures import departures_in
from checker.findings.finding import ReportRef
from checker.findings.hollow import Untold, untold_of
from checker.findings.hollow import merge as merge_untold
from checker.findings.sightings import Sightings, sightings_of
from checker.findings.swapped import swapped_reports
from checker.findings.tally import Place, Tally, tally_of
from checker.folds import departures
from checker.folds.departures import Departures
from checker.reports.unknown import Words, joined, words_in

__all__ = ["Gathered", "gathered_from", "gathered_in", "gathered_of"]

_LEFT = ("leave", "be_in")
_NONE = Sightings()


@dataclass(frozen=True, slots=True)
class Gathered:
    """Hold counts and sightings by clause and reading, and what got no verdict.

    ``swapped`` are the reports whose longitude and latitude may be swapped, ``unknown`` the words
    that nobody declared. ``latest_us`` are the latest instants, two at most, the last one last.
    ``checks`` count the reports of each file by clause, over all readings.
    """

    tallies: Mapping[Place, Tally] = field(default_factory=dict)
    sightings: Sightings = field(default_factory=Sightings, compare=False)
    departures: Mapping[Place, Departures] = field(default_factory=dict)
    untold: Untold = field(default_factory=lambda: Untold(Counter()))
    swapped: tuple[ReportRef, ...] = ()
    unknown: Words = field(default_factory=dict)
    latest_us: tuple[int, ...] = ()
    checks: Checks = field(default_factory=dict)


def gathered_in(run: JudgedRun, batches: Iterable[JudgedBatch]) -> Gathered:
    """Gather what some batches say; nothing of them is held but what is asked for later."""
    return gathered_from(run, (gathered_of(run, batch) for batch in batches))


def gathered_from(run: JudgedRun, gathered: Iterable[Gathered]) -> Gathered:
    """Join what each of some batches says.

    Gatherings of as many batches are joined, like the digits of a binary number that counts: each
    item is copied a few times only, however many batches there are.
    """
    parts: list[tuple[int, Gathered]] = []
    sightings = Sightings()
    for one in gathered:
        sightings.add(one.sightings)
        size, part = 1, one
        while parts and parts[-1][0] == size:
            part = _merged(parts.pop()[1], part)
            size *= 2
        parts.append((size, part))
    joined = reduce(_merged, (part for _, part in parts), _nothing(run))
    return replace(joined, sightings=sightings)


def gathered_of(run: JudgedRun, batch: JudgedBatch) -> Gathered:
    """Gather what one batch says."""
    places = [*_places(run)]
    dated = [place for place in places if _has_to_leave(run, place)]
    # That somebody was refused access puts nothing to the test, and is no date to judge as of.
    coverage = run.plan.core.coverage
    is_observed = coverage is not None and batch.columns.batch.file in coverage.files
    return Gathered(
        {place: tally_of(batch, place) for place in places},
        sightings_of(run.plan.core, batch, places),
        {place: departures_in(run, batch, place) for place in dated},
        untold_of(batch, is_test=not is_observed),
        swapped_reports(batch),
        words_in(batch.columns.batch),
        () if is_observed else _latest_us(batch),
        checks_in(batch),
    )


def _merged(first: Gathered, second: Gathered) -> Gathered:
    """Join two gatherings but for their sightings; the order of the two tells nothing."""
    return Gathered(
        {p: tally.merge(one, second.tallies[p]) for p, one in first.tallies.items()},
        _NONE,
        {p: departures.merge(one, second.departures[p]) for p, one in first.departures.items()},
        merge_untold(first.untold, second.untold),
        first.swapped + second.swapped,
        joined(first.unknown, second.unknown),
        tuple(sorted({*first.latest_us, *second.latest_us})[-2:]),
        checked.merge(first.checks, second.checks),
    )


def _latest_us(batch: JudgedBatch) -> tuple[int, ...]:
    """Return the two latest instants of the reports that prove something."""
    columns = batch.columns
    ends_us = columns.batch.to_us[columns.frame.has_time & ~columns.excluded]
    if not len(ends_us):
        return ()
    last_us = ends_us.max()
    before = ends_us[ends_us < last_us]
    return (int(before.max()), int(last_us)) if len(before) else (int(last_us),)


def _nothing(run: JudgedRun) -> Gathered:
    places = [*_places(run)]
    dated = [place for place in places if _has_to_leave(run, place)]
    return Gathered(
        {place: Tally() for place in places},
        _NONE,
        {place: Departures() for place in dated},
    )


def _places(run: JudgedRun) -> Iterable[Place]:
    """Yield every clause and reading that has verdicts; a permission has none."""
    for clause in run.plan.clauses:
        for number, reading in enumerate(clause.readings):
            if reading.kind != "permits":
                yield clause.index, number


def _has_to_leave(run: JudgedRun, place: Place) -> bool:
    reading = run.plan.clauses[place[0]].readings[place[1]]
    return reading.kind in _LEFT and reading.deadline is not None
