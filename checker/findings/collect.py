"""From columns to findings: every report x clause that is a breach or in doubt, by reading.

Rows that are alike in all but numbers, times and names are told alike: one of them is put into
words (``findings/told``), and the others take them.
"""

from collections.abc import Iterator
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from checker.evaluate.run import JudgedBatch, JudgedRun
from checker.findings.categories import alike_rows
from checker.findings.decides import counted, says_radius
from checker.findings.finding import Finding, ReadingFinding
from checker.findings.incidents import Incidents
from checker.findings.message import sentence_of
from checker.findings.numbers import Ends, cells
from checker.findings.reported import at
from checker.findings.series import Column, Series, same_fields
from checker.findings.told import Told, ToldRow, measured_of

__all__ = ["report_findings", "report_series"]


def report_findings(
    run: JudgedRun, batch: JudgedBatch, incidents: Incidents, *, is_all: bool
) -> Iterator[tuple[int, Finding]]:
    """Yield (row, finding) for every accepted report under every clause, clause by clause.

    Without ``is_all`` only those that are a breach or in doubt under at least one reading.
    """
    live = ~batch.columns.excluded
    for clause, rolled in enumerate(batch.rolled):
        if rolled is None:
            continue
        rows = np.flatnonzero(live if is_all else live & rolled.is_listed)
        found = [
            pair
            for series in report_series(run, batch, incidents, clause, rows)
            for pair in zip(series.rows.tolist(), series.findings(), strict=True)
        ]
        yield from sorted(found, key=lambda pair: pair[0])


def report_series(
    run: JudgedRun,
    batch: JudgedBatch,
    incidents: Incidents,
    clause: int,
    rows: NDArray[np.intp],
) -> Iterator[Series]:
    """Yield the findings about the reports at ``rows`` under one clause, those alike together."""
    told = Told(run, batch, incidents, run.plan.clauses[clause], rows)
    for some, border in alike_rows(told):
        yield _series(told, some, border)


def _series(told: Told, some: NDArray[np.intp], border: tuple[int, int] | None) -> Series:
    """Put the first of some rows that are alike into words, and fill in the numbers of them all.

    ``border`` is the reading, and which of its distances, that the sentence tells.
    """
    first = ToldRow(told, int(some[0]))
    helps = first.helps()
    like = first.finding(helps)
    reported = told.reported.take(some)
    measured = like.readings[border[0]].measured[border[1]] if border is not None else None
    nobody: list[float | None] = [None] * len(some)
    ends_m = (nobody, nobody, nobody)
    if border is not None:
        ends_m = _ends(first.ends(border[0])[border[1]], some)
    sentence = sentence_of(like, measured, first.notes, who=first.who)
    place = (reported.lon, reported.lat, reported.radius_m)
    told_of = (*place, reported.seen_from, reported.seen_to, ends_m[0], ends_m[2])
    opened = first.opened()
    shared = [opened[one] for one in counted([helps[number] for number in opened])]
    closer = np.minimum.reduce([told.radius_m[number][some] for number in shared or [0]])
    own: dict[str, Column] = {
        "id": reported.findings,
        "seen_from": reported.seen_from,
        "seen_to": reported.seen_to,
        "lon": reported.lon,
        "lat": reported.lat,
        "radius_m": reported.radius_m,
        "unit": reported.unit,
        "margin_m": cells(np.fmin.reduce([margin_m[some] for margin_m in told.margin_m])),
        "margin_h": cells(told.margin_h[first.gravest][some]),
        "likelihood": cells(told.gravest_likelihood[some]),
        "incident": at(told.incident[first.gravest], some),
        "message": [
            sentence.of((lon, lat, radius_m), (start, end), (low_m, high_m))
            for lon, lat, radius_m, start, end, low_m, high_m in zip(*told_of, strict=True)
        ],
        **_decides(like, closer),
    }
    return Series(
        like=like,
        rows=told.rows[some],
        own=own,
        readings=lambda: _readings(told, first, like, some),
        lines=reported.lines,
        numbers=reported.numbers,
        ids=reported.ids,
        told_m=ends_m if border is not None else None,
    )


def _readings(
    told: Told, first: ToldRow, like: Finding, some: NDArray[np.intp]
) -> Iterator[tuple[ReadingFinding, ...]]:
    """Yield the readings of each of some rows that are alike."""
    each = (
        _reading(told, first, number, reading, some) for number, reading in enumerate(like.readings)
    )
    return zip(*each, strict=True)


def _reading(
    told: Told, first: ToldRow, number: int, like: ReadingFinding, some: NDArray[np.intp]
) -> Iterator[ReadingFinding]:
    """Yield one reading of each of some rows that are alike."""
    own: dict[str, Column] = {
        "margin_m": cells(told.margin_m[number][some]),
        "margin_h": cells(told.margin_h[number][some]),
        "likelihood": cells(told.likelihood[number][some]),
        "incident": at(told.incident[number], some),
        **_decides(like, told.radius_m[number][some]),
    }
    same = same_fields(like, {*own, "measured"})
    legs = [
        [measured_of(ends, place, like.answers) for place in some.tolist()]
        for ends in first.ends(number)
    ]
    measured = zip(*legs, strict=True) if legs else repeat((), len(some))
    for each, lengths in zip(zip(*own.values(), strict=True), measured, strict=True):
        yield ReadingFinding(
            **same,  # type: ignore[arg-type]
            **dict(zip(own, each, strict=True)),
            measured=lengths,
        )


def _decides(like: Finding | ReadingFinding, radius_m: NDArray[np.float64]) -> dict[str, Column]:
    """Return what would decide each of some rows that are alike, and the radius that would."""
    count = len(radius_m)
    if like.decides_radius_m is None:
        return {"decides": [like.decides] * count, "decides_radius_m": [None] * count}
    radii, said = radius_m.tolist(), says_radius(like.decides, like.decides_radius_m)
    return {
        "decides": [like.decides] * count if said is None else [said(one) for one in radii],
        "decides_radius_m": radii,
    }


def _ends(
    ends: Ends, some: NDArray[np.intp]
) -> tuple[list[float | None], list[float | None], list[float | None]]:
    return cells(ends.low_m[some]), cells(ends.best_m[some]), cells(ends.high_m[some])
