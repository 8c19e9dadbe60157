"""Every accepted report by what it says, so that two results can tell which reports changed."""

from collections.abc import Iterator
from functools import cache, partial

from checker.evaluate.columns import Columns
from checker.evaluate.engine import Over
from checker.evaluate.gather import OnBatch
from checker.evaluate.run import JudgedRun
from checker.findings.finding import ListedReport, ReportState
from checker.geography.region import Region
from checker.language.core.agreement import Core
from checker.reports.batch import Batch
from checker.values.digest import digest, fingerprints

__all__ = ["MOST_LISTED", "listed_in", "listed_reports"]

MOST_LISTED = 100_000
"""Of more reports none is listed: a result must not grow with the reports that break nothing, and
what is not held would have to be read once more. So many are always held."""


def listed_reports(run: JudgedRun, over: Over, count: int) -> tuple[ListedReport, ...] | None:
    """Return the accepted reports in their order; None where ``count``, all of them, is too many.

    They are listed by whoever reads them, so that a memory of files holds for this too.
    """
    if count > MOST_LISTED:
        return None
    listing = OnBatch(run.plan, run.facts, run.field_of, listed_in)
    return tuple(one for listed in over(listing) for one in listed)


def listed_in(columns: Columns) -> list[ListedReport]:
    """List the reports of one batch in their order."""
    batch = columns.batch
    rows = zip(
        batch.ids,
        fingerprints((), _grounds(columns.plan.core, batch)),
        _states(columns),
        batch.supersedes,
        strict=True,
    )
    return [
        ListedReport(
            id=name,
            is_named=bool(batch.ids.own(row)),
            content=batch.fingerprints.without_own(row),
            ground=ground,
            state=state,
            supersedes=old,
        )
        for row, (name, ground, state, old) in enumerate(rows)
    ]


def _grounds(core: Core, batch: Batch) -> Iterator[str]:
    """Yield where each report lies: its three places, each with the ground of its area."""
    area = cache(partial(_drawn, core))
    columns: list[Iterator[str]] = []
    for place in (batch.at, batch.origin, batch.target):
        axes = (place.lon_deg, place.lat_deg, place.radius_m)
        columns += [map(repr, axis.tolist()) for axis in axes]
        columns += [map(area, place.area.tolist())]
        if place.own is not None:
            columns += [map(partial(_own, place.grounds), place.own.tolist())]
    yield from map(" ".join, zip(*columns, strict=True))


def _states(columns: Columns) -> Iterator[ReportState]:
    """Yield whether each report counts."""
    for is_excluded, is_old in zip(
        columns.excluded.tolist(), columns.superseded.tolist(), strict=True
    ):
        if is_old:
            yield "superseded"
        else:
            yield "after_as_of" if is_excluded else "judged"


def _own(grounds: tuple[Region, ...], code: int) -> str:
    """Return what tells the ground that a report draws itself."""
    return digest(repr(grounds[code]).encode()) if code >= 0 else ""


def _drawn(core: Core, code: int) -> str:
    """Return what tells the ground of a named area; what is no area is told by its code."""
    if code < 0:
        return str(code)
    return digest(repr((core.places[code], core.place_regions[code])).encode())
