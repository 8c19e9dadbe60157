"""The last pass over the reports: of each batch the findings that are shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from checker.evaluate import JudgedBatch, JudgedRun
from checker.findings.block import Block
from checker.findings.collect import report_series
from checker.findings.conditions import condition_findings
from checker.findings.finding import Subject
from checker.findings.incidents import Incidents
from checker.findings.request import Request
from checker.findings.shown import failing, fails, is_shown, shown_rows
from checker.reports.batch import Batch

__all__ = ["Telling", "Told", "is_told"]

_SUBJECTS = sorted(get_args(Subject))
_Told = tuple[NDArray[np.intp], int, Subject]
"""The reports that findings are about, one for each, their clause, and what they are about."""
Told = tuple[Block, int, bool]
"""The findings of a batch that are shown, how many are hidden that fail, and whether one fails."""


def is_told(judged: JudgedRun, batch: JudgedBatch) -> bool:
    """Say whether there is a finding about a batch that is a breach or in doubt, shown or not."""
    is_live = ~batch.columns.excluded
    if any((rolled.is_listed & is_live).any() for rolled in batch.rolled if rolled is not None):
        return True
    return any(True for _ in condition_findings(judged, batch))


@dataclass(frozen=True, slots=True)
class Telling:
    """Tell of each batch what is shown of it; it pickles, so that it may be done elsewhere."""

    judged: JudgedRun
    incidents: Incidents
    request: Request

    def anew(self, batch: Batch) -> Told:
        """Judge a batch once more, and tell of it."""
        return self.of(self.judged.judge(batch))

    def of(self, batch: JudgedBatch) -> Told:
        """Return the findings about a batch that are shown, by report, clause and subject.

        With them: how many are hidden at or above the level of failure, and whether one that is
        shown is.
        """
        request = self.request
        passes = shown_rows(self.judged, batch, request)
        order = {clause.id: clause.index for clause in self.judged.plan.clauses}
        series, singles = [], []
        told: list[_Told] = []
        hidden, failed = 0, False
        for clause, rows, fails_run in self._rows(batch):
            is_kept = passes & is_shown(request, self.judged.plan.clauses[clause].id)
            failed |= bool((fails_run & is_kept).any())
            hidden += int((fails_run & ~is_kept).sum())
            kept = np.flatnonzero(rows & is_kept)
            for one in report_series(self.judged, batch, self.incidents, clause, kept):
                series.append(one)
                told.append((one.rows, clause, one.like.subject))
        for row, finding in condition_findings(self.judged, batch):
            is_failing = fails(finding, request.fail_on)
            if passes[row] and is_shown(request, finding.clause):
                failed |= is_failing
                singles.append(finding)
                told.append((np.array([row]), order[finding.clause], finding.subject))
            else:
                hidden += is_failing
        return Block(series, singles, _in_order(told)), hidden, failed

    def _rows(
        self, batch: JudgedBatch
    ) -> Iterator[tuple[int, NDArray[np.bool_], NDArray[np.bool_]]]:
        """Yield each clause with the reports that are told of, and those of them that fail."""
        is_live = ~batch.columns.excluded
        levels = failing(self.request.fail_on)
        for clause, rolled in enumerate(batch.rolled):
            if rolled is not None:
                is_told = is_live if self.request.is_all else is_live & rolled.is_listed
                yield clause, is_told, is_told & np.isin(rolled.standing, levels)


def _in_order(told: Sequence[_Told]) -> list[int]:
    """Return the place of each finding in their order: by report, then clause, then subject."""
    if not told:
        return []
    sizes = [len(rows) for rows, _, _ in told]
    rows = np.concatenate([rows for rows, _, _ in told])
    clauses = np.repeat([clause for _, clause, _ in told], sizes)
    subjects = np.repeat([_SUBJECTS.index(subject) for _, _, subject in told], sizes)
    places: list[int] = np.lexsort((subjects, clauses, rows)).tolist()
    return places
