"""Judge reports on this machine: plan, gather, judge, and hand out findings and summary."""

from collections import Counter
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from checker import __version__
from checker.evaluate import JudgedBatch, JudgedRun, judge_all, prepared
from checker.evaluate.engine import IN_TURN, Engine
from checker.findings.block import Block
from checker.findings.clauses import summary_rows
from checker.findings.collect import report_series
from checker.findings.conditions import condition_findings
from checker.findings.deadlines import deadline_findings
from checker.findings.finding import (
    Finding,
    Header,
    InputFile,
    NotJudged,
    Rejected,
    Summary,
)
from checker.findings.gathered import Gathered, gathered_from, gathered_of
from checker.findings.hollow import not_judged
from checker.findings.incidents import incidents_from
from checker.findings.lapses import condition_spells
from checker.findings.request import Request
from checker.findings.shown import binds_party, failing, fails, is_shown, shown_rows
from checker.findings.swapped import warnings_of_swapped
from checker.findings.unknown import unknown_in
from checker.language.core.agreement import Core
from checker.plan import compile_plan
from checker.reports import Reports
from checker.reports.batch import Batch
from checker.values.civil import iso_of_us
from checker.values.diagnostic import Diagnostic
from checker.values.held import Held

Looked = tuple[JudgedBatch, Gathered]
"""A batch with its answers, and what it says."""

__all__ = ["Run", "judged_whole", "run"]

_UNTESTED = "nothing was put to the test"
_GAP_US = 30 * 86_400 * 1_000_000
"""An as_of that stands more than 30 days after the instant before it is probably a typing error."""


def run(
    core: Core,
    reports: Reports,
    request: Request,
    warned: tuple[Diagnostic, ...] = (),
    engine: Engine = IN_TURN,
) -> "Run":
    """Judge ``reports`` under ``core``; what is shown is up to ``request``.

    ``warned`` is what the reading of the agreement warned of, which the result tells too.
    ``engine`` works on the batches.
    """
    superseded = reports.superseded(request.as_of_us)
    judged = prepared(compile_plan(core), reports.batches, request.as_of_us, superseded, engine)
    return Run(judged, reports, request, warned, engine)


def judged_whole(core: Core, reports: Reports, as_of_us: int | None) -> JudgedRun:
    """Judge ``reports`` and hold every answer, for whoever explains one of them."""
    batches = tuple(reports.batches())
    return judge_all(compile_plan(core), batches, as_of_us, reports.superseded(as_of_us))


def _size(looked: Looked) -> int:
    """Return what a judged batch counts for: its reports, and more under many readings.

    A report takes some 30 bytes under each, of which four are like the report itself.
    """
    batch, _ = looked
    readings = sum(len(answers) for answers in batch.readings)
    return len(batch.columns.batch) * max(1, readings // 4)


class Run:
    """Hand out the answer; everything is sorted, and the same for the same input."""

    def __init__(
        self,
        judged: JudgedRun,
        reports: Reports,
        request: Request,
        warned: tuple[Diagnostic, ...] = (),
        engine: Engine = IN_TURN,
    ) -> None:
        self._reports = reports
        self._engine = engine
        self._request = request
        self._warned = warned
        self._judged = judged
        self._held: Held[Looked] = Held(reports.most_held, _size)
        looks = engine.map(self._look, enumerate(reports.batches()))
        self._found = gathered_from(judged, (found for _, found in self._held.through(looks)))
        if request.as_of_us is None:
            self._judged = judged.as_of(max(self._found.latest_us, default=None))
        self._incidents = incidents_from(judged.plan.core, self._found.sightings)
        self._rows = summary_rows(self._judged, self._found, self._incidents)
        self._is_untested = not self._found.untold.is_tested
        self._hidden = 0
        self._failed = False

    @property
    def header(self) -> Header:
        """Return what is known before the first finding."""
        core, as_of_us = self._judged.plan.core, self._judged.facts.as_of_us
        return Header(
            accord=__version__,
            as_of=iso_of_us(as_of_us, core.timezone) if as_of_us is not None else None,
            agreement_id=core.id,
            agreement_title=core.title,
            agreement_sha256=core.digest,
            overrides=core.overrides,
            questions=core.questions,
            sources=core.sources,
        )

    def findings(self) -> Iterator[Finding]:
        """Yield the findings that are shown, in the order of their reports, then of clauses."""
        for block in self.blocks():
            yield from block.findings()

    def blocks(self) -> Iterator[Block]:
        """Yield the findings that are shown, batch by batch; those about duties come last."""
        self._hidden, self._failed = 0, False
        for block, hidden, failed in self._told():
            self._hidden += hidden
            self._failed |= failed
            yield block
        duties = deadline_findings(self._judged, self._rows)
        yield Block.of(*(one for one in duties if self._keeps(one, is_kept=self._is_wanted(one))))

    def summary(self) -> Summary:
        """Return what is known after the last finding; ask for the findings first."""
        reports = self._reports
        return Summary(
            inputs=tuple(
                InputFile(i.file, i.sha256, i.rows, i.quarantined, i.stated, i.mapping, i.rewritten)
                for i in reports.inputs
            ),
            rows=self._rows,
            conditions=condition_spells(self._judged),
            not_judged=tuple(NotJudged(*pair) for pair in self._not_judged()),
            unknown=unknown_in(
                self._judged.plan.core,
                self._found.unknown,
                reports.corrections,
                [one.id for one in reports.rejected],
            ),
            rejected=tuple(
                Rejected(r.file, r.line, r.row, r.column, r.code, r.reason, r.hint)
                for r in reports.rejected
            ),
            hidden=self._hidden,
            hollow=self._too_many() or (_UNTESTED if self._is_untested else None),
            swapped=self._found.swapped,
            warnings=(*self._warned, *reports.diagnostics, *self._warnings()),
        )

    def exit_code(self) -> int:
        """Return 1 for findings at or above the level, 3 for a hollow run, else 0.

        ``--allow-empty`` excuses that nothing was put to the test, never that too much was lost.
        """
        if self._failed:
            return 1
        is_empty = self._is_untested and not self._request.is_empty_allowed
        return 3 if is_empty or self._too_many() else 0

    def _look(self, numbered: tuple[int, Batch]) -> Looked:
        """Judge a batch and gather what it says."""
        batch = self._judged.judge(numbered)
        return batch, gathered_of(self._judged, batch)

    def _told(self) -> Iterator[tuple[Block, int, bool]]:
        """Yield the findings of every batch: judged once where all are held, else once more."""
        if self._held.items is not None:
            yield from self._engine.map(self._tell, (batch for batch, _ in self._held.items))
            return

        def tell(numbered: tuple[int, Batch]) -> tuple[Block, int, bool]:
            return self._tell(self._judged.judge(numbered))

        yield from self._engine.map(tell, enumerate(self._reports.batches()))

    def _tell(self, batch: JudgedBatch) -> tuple[Block, int, bool]:
        """Return the findings about a batch that are shown, by report, clause and subject.

        With them: how many are hidden at or above the level of failure, and whether one that is
        shown is.
        """
        request = self._request
        passes = shown_rows(self._judged, batch, request)
        series, keys = [], []
        hidden, failed = 0, False
        for clause, rows, fails_run in self._told_rows(batch):
            is_kept = passes & is_shown(request, self._judged.plan.clauses[clause].id, None)
            failed |= bool((fails_run & is_kept).any())
            hidden += int((fails_run & ~is_kept).sum())
            kept = np.flatnonzero(rows & is_kept)
            for one in report_series(self._judged, batch, self._incidents, clause, kept):
                series.append(one)
                keys += [(row, clause, one.like.subject) for row in one.rows.tolist()]
        order = {clause.id: clause.index for clause in self._judged.plan.clauses}
        singles = []
        for row, finding in condition_findings(self._judged, batch):
            is_failing = fails(finding, request.fail_on)
            if passes[row] and is_shown(request, finding.clause, None):
                failed |= is_failing
                singles.append(finding)
                keys.append((row, order[finding.clause], finding.subject))
            else:
                hidden += is_failing
        return (
            Block(series, singles, sorted(range(len(keys)), key=keys.__getitem__)),
            hidden,
            failed,
        )

    def _told_rows(
        self, batch: JudgedBatch
    ) -> Iterator[tuple[int, NDArray[np.bool_], NDArray[np.bool_]]]:
        """Yield each clause with the reports that are told of, and those of them that fail."""
        is_live = ~batch.columns.excluded
        levels = failing(self._request.fail_on)
        for clause, rolled in enumerate(batch.rolled):
            if rolled is not None:
                is_told = is_live if self._request.is_all else is_live & rolled.is_listed
                yield clause, is_told, is_told & np.isin(rolled.standing, levels)

    def _keeps(self, finding: Finding, *, is_kept: bool) -> bool:
        """Count what a filter hides at or above the level of failure."""
        is_failing = fails(finding, self._request.fail_on)
        if is_kept:
            self._failed |= is_failing
        else:
            self._hidden += is_failing
        return is_kept

    def _is_wanted(self, finding: Finding) -> bool:
        """Say whether a finding about a clause is shown; it is about whom the clause binds."""
        party = self._request.party
        is_about = party is None or binds_party(self._judged, finding.clause, party)
        return is_about and is_shown(self._request, finding.clause, None)

    def _not_judged(self) -> list[tuple[str, int]]:
        """Count what got no verdict: rows that were not accepted by their codes, then the rest."""
        rows = {(one.file, one.row, one.code) for one in self._reports.rejected}
        codes = Counter(code for _, _, code in rows)
        return [*sorted(codes.items()), *not_judged(self._found.untold)]

    def _too_many(self) -> str | None:
        """Say that more rows were rejected than is allowed, None where they were not."""
        request, inputs = self._request, self._reports.inputs
        if request.max_quarantined is None:
            return None
        lost = sum(one.quarantined for one in inputs)
        rows = sum(one.rows for one in inputs) + lost
        allowed = request.max_quarantined * (rows if request.is_share else 1)
        return f"{lost:,} of {rows:,} rows were not accepted" if lost > allowed else None

    def _warnings(self) -> Iterator[Diagnostic]:
        yield from warnings_of_swapped(self._found.swapped)
        yield from self._lone_date()

    def _lone_date(self) -> Iterator[Diagnostic]:
        if self._request.as_of_us is not None:
            return
        latest = self._found.latest_us
        if len(latest) == 2 and latest[1] - latest[0] > _GAP_US:  # noqa: PLR2004
            at = iso_of_us(latest[1], self._judged.plan.core.timezone)
            message = f"as_of is {at}, more than 30 days after the report before it"
            yield Diagnostic(
                "R157", message, None, "state it with --as-of if that is a slip", "warning"
            )
