"""Every accepted report by what it says, so that two results can tell which reports changed."""

from collections.abc import Iterator
from functools import cache

from checker.evaluate.run import JudgedRun
from checker.findings.finding import ListedReport, ReportState
from checker.language.core.agreement import Core
from checker.reports import Reports
from checker.reports.batch import MISSING_US, Batch
from checker.values.digest import digest, fingerprints

__all__ = ["MOST_LISTED", "listed_reports"]

MOST_LISTED = 100_000
"""Of more reports none is listed: a result must not grow with the reports that break nothing, and
what is not held would have to be read once more. So many are always held."""


def listed_reports(run: JudgedRun, reports: Reports) -> tuple[ListedReport, ...] | None:
    """Return the accepted reports in their order; None where they are too many to be listed."""
    if sum(one.rows for one in reports.inputs) > MOST_LISTED:
        return None
    listing = _Listing(run)
    return tuple(one for batch in reports.batches() for one in listing.of(batch))


class _Listing:
    """List the reports of one run, batch by batch."""

    def __init__(self, run: JudgedRun) -> None:
        self._facts = run.facts
        self._area = cache(lambda code: _drawn(run.plan.core, code))

    def of(self, batch: Batch) -> Iterator[ListedReport]:
        """Yield the reports of a batch in their order."""
        for row, (name, ground, state, old) in enumerate(
            zip(
                batch.ids,
                fingerprints((), self._grounds(batch)),
                self._states(batch),
                batch.supersedes,
                strict=True,
            )
        ):
            is_named = bool(batch.ids.own(row))
            content = batch.fingerprints.without_own(row)
            yield ListedReport(name, is_named, content, ground, state, old)

    def _grounds(self, batch: Batch) -> Iterator[str]:
        """Yield where each report lies: its three places, each with the ground of its area."""
        columns: list[Iterator[str]] = []
        for place in (batch.at, batch.origin, batch.target):
            axes = (place.lon_deg, place.lat_deg, place.radius_m)
            columns += [map(repr, axis.tolist()) for axis in axes]
            columns += [map(self._area, place.area.tolist())]
        yield from map(" ".join, zip(*columns, strict=True))

    def _states(self, batch: Batch) -> Iterator[ReportState]:
        """Say whether each report counts, as ``Columns.excluded`` has it."""
        facts = self._facts
        for name, from_us in zip(batch.ids, batch.from_us.tolist(), strict=True):
            if name in facts.superseded:
                yield "superseded"
            elif facts.as_of_us is not None and MISSING_US != from_us > facts.as_of_us:
                yield "after_as_of"
            else:
                yield "judged"


def _drawn(core: Core, code: int) -> str:
    """Return what tells the ground of a named area; what is no area is told by its code."""
    if code < 0:
        return str(code)
    return digest(repr((core.places[code], core.place_regions[code])).encode())
