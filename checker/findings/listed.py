"""Every accepted report by what it says, so that two results can tell which reports changed."""

from functools import cache

from checker.evaluate.run import JudgedRun
from checker.findings.finding import ListedReport, ReportState
from checker.language.core.agreement import Core
from checker.reports import Reports
from checker.reports.batch import MISSING_US, Batch
from checker.values.digest import digest, fingerprint

__all__ = ["MOST_LISTED", "listed_reports"]

MOST_LISTED = 100_000
"""Of more reports none is listed: a result must not grow with the reports that break nothing, and
what is not held would have to be read once more. So many are always held."""


def listed_reports(run: JudgedRun, reports: Reports) -> tuple[ListedReport, ...] | None:
    """Return the accepted reports in their order; None where they are too many to be listed."""
    if sum(one.rows for one in reports.inputs) > MOST_LISTED:
        return None
    listing = _Listing(run)
    return tuple(
        listing.report(batch, row) for batch in reports.batches() for row in range(len(batch))
    )


class _Listing:
    """List the reports of one run."""

    def __init__(self, run: JudgedRun) -> None:
        self._facts = run.facts
        self._area = cache(lambda code: _drawn(run.plan.core, code))

    def report(self, batch: Batch, row: int) -> ListedReport:
        own = batch.ids.own(row)
        return ListedReport(
            id=own or batch.ids[row],
            is_named=bool(own),
            content=batch.fingerprints.without_own(row),
            ground=self._ground(batch, row),
            state=self._state(batch, row),
            supersedes=batch.supersedes[row],
        )

    def _ground(self, batch: Batch, row: int) -> str:
        told = [
            (
                float(place.lon_deg[row]),
                float(place.lat_deg[row]),
                float(place.radius_m[row]),
                self._area(int(place.area[row])),
            )
            for place in (batch.at, batch.origin, batch.target)
        ]
        return fingerprint(repr(told))

    def _state(self, batch: Batch, row: int) -> ReportState:
        """Say whether a report counts, as ``Columns.excluded`` has it."""
        facts, from_us = self._facts, int(batch.from_us[row])
        if facts.superseded and batch.ids[row] in facts.superseded:
            return "superseded"
        if facts.as_of_us is not None and from_us != MISSING_US and from_us > facts.as_of_us:
            return "after_as_of"
        return "judged"


def _drawn(core: Core, code: int) -> str:
    """Return what tells the ground of a named area; what is no area is told by its code."""
    if code < 0:
        return str(code)
    return digest(repr((core.places[code], core.place_regions[code])).encode())
