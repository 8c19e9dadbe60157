"""Every accepted report by what it says, so that two results can tell which reports changed."""

from checker.evaluate.run import JudgedRun
from checker.findings.finding import ListedReport, ReportState
from checker.reports import Reports
from checker.reports.batch import MISSING_US, Batch

__all__ = ["MOST_LISTED", "listed_reports"]

MOST_LISTED = 100_000
"""Of more reports none is listed: a result must not grow with the reports that break nothing."""


def listed_reports(run: JudgedRun, reports: Reports) -> tuple[ListedReport, ...] | None:
    """Return the accepted reports in their order; None where they are too many to be listed."""
    # What is not held would have to be read once more.
    if sum(one.rows for one in reports.inputs) > min(MOST_LISTED, reports.most_held):
        return None
    return tuple(
        _listed(run, batch, row) for batch in reports.batches() for row in range(len(batch))
    )


def _listed(run: JudgedRun, batch: Batch, row: int) -> ListedReport:
    own = batch.ids.own(row)
    return ListedReport(
        id=own or batch.ids[row],
        is_named=bool(own),
        content=batch.fingerprints.without_own(row),
        state=_state(run, batch, row),
        supersedes=batch.supersedes[row],
    )


def _state(run: JudgedRun, batch: Batch, row: int) -> ReportState:
    """Say whether a report counts, as ``Columns.excluded`` has it."""
    facts, from_us = run.facts, int(batch.from_us[row])
    if facts.superseded and batch.ids[row] in facts.superseded:
        return "superseded"
    if facts.as_of_us is not None and from_us != MISSING_US and from_us > facts.as_of_us:
        return "after_as_of"
    return "judged"
