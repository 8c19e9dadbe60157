"""What a filter shows: clauses, a party, a period. Filters hide findings, never reports."""

import numpy as np
from numpy.typing import NDArray

from checker.evaluate.run import JudgedBatch, JudgedRun
from checker.findings.finding import Finding
from checker.findings.request import Request
from checker.language.core.pattern import Group
from checker.reports.batch import MISSING_US
from checker.values.diagnostic import CheckerError, Diagnostic
from checker.values.truth import Truth, TruthArray
from checker.values.verdict import LEVELS, ClauseStanding, Standing

__all__ = [
    "binds_party",
    "failing",
    "fails",
    "is_shown",
    "level_of",
    "level_of_word",
    "party_rows",
    "reaches",
    "shown_rows",
]

# By words: the numbers of a report's standings and of a clause's are not told apart as keys.
_LEVEL = {
    Standing.VIOLATION.word: "violation",
    ClauseStanding.LATE.word: "violation",
    ClauseStanding.OVERDUE.word: "violation",
    Standing.APPARENT_VIOLATION.word: "apparent",
    Standing.BREAKS_CONDITION.word: "reading",
    Standing.DEPENDS_ON_READING.word: "reading",
    Standing.UNDETERMINED.word: "undetermined",
}


def level_of(finding: Finding) -> str:
    """Return the level of failure of a finding, ``never`` for the lawful ones."""
    return level_of_word(finding.standing.word)


def level_of_word(standing: str) -> str:
    """Return the level of failure of a standing, ``never`` for the lawful ones."""
    return _LEVEL.get(standing, "never")


def fails(finding: Finding, fail_on: str) -> bool:
    """Say whether a finding is at or above the level on which a run fails; no accepted one is."""
    return finding.accepted is None and reaches(level_of(finding), fail_on)


def failing(fail_on: str) -> list[Standing]:
    """Return the standings of a report that are at or above the level on which a run fails."""
    return [one for one in Standing if reaches(_LEVEL.get(one.word, "never"), fail_on)]


def reaches(level: str, fail_on: str) -> bool:
    """Say whether a level is at or above the one on which a run fails."""
    is_any = "never" not in (level, fail_on)
    return is_any and LEVELS.index(level) <= LEVELS.index(fail_on)


def party_rows(run: JudgedRun, batch: JudgedBatch, party: str | None) -> NDArray[np.bool_]:
    """Say which reports name ``party`` or a part of it, alone or among others; shape (n,).

    ``party`` is an actor, a group or a side. Raises ``CheckerError`` for a name that the agreement
    does not know.
    """
    count = len(batch.columns.batch)
    if party is None:
        return np.ones(count, dtype=np.bool_)
    answers = _best_answers(_group(run, party))
    frame = batch.columns.frame
    is_named = (frame.actor >= 0) & (answers[np.maximum(frame.actor, 0)] == Truth.TRUE)
    rows = np.zeros(count, dtype=np.bool_)
    np.logical_or.at(rows, frame.row_of, is_named)
    return rows


def binds_party(run: JudgedRun, clause: str, party: str) -> bool:
    """Say whether ``clause`` binds ``party`` or a part of it at any time, under any reading."""
    ours = _best_answers(_group(run, party)) == Truth.TRUE
    carried = next(one for one in run.plan.core.clauses if one.id == clause)
    bound = (v.pattern.who for reading in carried.readings for v in reading.variants)
    return any(
        who is None or bool((ours & (_best_answers(who) == Truth.TRUE)).any()) for who in bound
    )


def shown_rows(run: JudgedRun, batch: JudgedBatch, request: Request) -> NDArray[np.bool_]:
    """Say which reports pass the filters of party and time; shape (n,).

    A report without a time passes: it may lie in the period.
    """
    reports = batch.columns.batch
    passes = party_rows(run, batch, request.party)
    has_time = reports.from_us != MISSING_US
    if request.since_us is not None:
        passes = passes & (~has_time | (reports.to_us >= request.since_us))
    if request.until_us is not None:
        passes = passes & (~has_time | (reports.from_us < request.until_us))
    return passes


def is_shown(request: Request, clause: str) -> bool:
    """Say whether findings of ``clause`` pass the filter of clauses."""
    return not request.clauses or clause in request.clauses


def _best_answers(group: Group) -> TruthArray:
    """Return the best answer that each declared actor has at any time."""
    best = [max((answer for _, _, answer in m.spans), default=Truth.FALSE) for m in group.members]
    return np.array(best, dtype=np.int8)


def _group(run: JudgedRun, party: str) -> Group:
    """Return who is meant by the id of an actor, or the name of a group or side."""
    core = run.plan.core
    groups = {one.name: one.group for one in core.named_groups} | dict(core.party_groups)
    if party not in groups:
        message = f"no actor, group or side {party!r} in this agreement"
        raise CheckerError(Diagnostic("U101", message, hint=f"one of: {', '.join(groups)}"))
    return groups[party]
