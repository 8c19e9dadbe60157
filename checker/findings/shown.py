"""What a filter shows: clauses, a party, a period. Filters hide findings, never reports."""

import numpy as np
from numpy.typing import NDArray

from checker.evaluate.run import JudgedBatch, JudgedRun
from checker.findings.finding import Finding
from checker.findings.request import Request
from checker.values.diagnostic import CheckerError, Diagnostic
from checker.values.truth import Truth
from checker.values.verdict import LEVELS, ClauseStanding, Standing

__all__ = ["fails", "is_shown", "level_of", "party_rows"]

_LEVEL = {
    Standing.VIOLATION: "violation",
    ClauseStanding.LATE: "violation",
    ClauseStanding.OVERDUE: "violation",
    Standing.APPARENT_VIOLATION: "apparent",
    Standing.BREAKS_CONDITION: "reading",
    Standing.DEPENDS_ON_READING: "reading",
    Standing.UNDETERMINED: "undetermined",
}


def level_of(finding: Finding) -> str:
    """Return the level of failure of a finding, ``never`` for the lawful ones."""
    return _LEVEL.get(finding.standing, "never")


def fails(finding: Finding, fail_on: str) -> bool:
    """Say whether a finding is at or above the level on which a run fails."""
    level = level_of(finding)
    return level != "never" and LEVELS.index(level) <= LEVELS.index(fail_on) and fail_on != "never"


def party_rows(run: JudgedRun, batch: JudgedBatch, party: str | None) -> NDArray[np.bool_]:
    """Say which reports name ``party``, a part of it, or may; shape (n,).

    Raises ``CheckerError`` for a name that the agreement does not know.
    """
    count = len(batch.columns.batch)
    if party is None:
        return np.ones(count, dtype=np.bool_)
    groups = dict(run.plan.core.party_groups)
    if party not in groups:
        raise CheckerError(
            Diagnostic("U101", f"no party or actor {party!r} in this agreement", hint=_known(run))
        )
    answers = np.array(
        [
            max((answer for _, _, answer in member.spans), default=Truth.FALSE)
            for member in groups[party].members
        ],
        dtype=np.int8,
    )
    frame = batch.columns.frame
    is_named = (frame.actor >= 0) & (answers[np.maximum(frame.actor, 0)] == Truth.TRUE)
    rows = np.zeros(count, dtype=np.bool_)
    np.logical_or.at(rows, frame.row_of, is_named)
    return rows


def is_shown(request: Request, clause: str, interval: tuple[int, int] | None) -> bool:
    """Say whether a finding of ``clause`` about ``interval`` passes the filters of clause and time.

    A report without a time passes: it may lie in the period.
    """
    if request.clauses and clause not in request.clauses:
        return False
    if interval is None:
        return True
    from_us, to_us = interval
    if request.since_us is not None and to_us < request.since_us:
        return False
    return request.until_us is None or from_us < request.until_us


def _known(run: JudgedRun) -> str:
    names = ", ".join(name for name, _ in run.plan.core.party_groups)
    return f"one of: {names}"
