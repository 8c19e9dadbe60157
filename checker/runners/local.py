"""Judge reports: plan, gather, judge, and hand out findings and summary."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from checker import __version__
from checker.evaluate import JudgedRun, judge_all, prepared
from checker.evaluate.run import latest_us
from checker.findings.block import Block
from checker.findings.checked import checked
from checker.findings.clauses import summary_rows
from checker.findings.deadlines import deadline_findings
from checker.findings.drawn import drawn_of
from checker.findings.endings import endings_of
from checker.findings.finding import (
    ClauseText,
    Finding,
    Header,
    InputFile,
    ListedReport,
    NotJudged,
    Rejected,
    Summary,
)
from checker.findings.hollow import not_judged
from checker.findings.incidents import incidents_from
from checker.findings.lapses import condition_spells
from checker.findings.listed import listed_reports
from checker.findings.observed import observed_clauses
from checker.findings.request import Request
from checker.findings.shown import binds_party, fails, is_shown
from checker.findings.swapped import warnings_of_swapped
from checker.findings.unknown import unknown_in
from checker.findings.whose import sides_of
from checker.language.core.agreement import Core
from checker.language.prints import prints_of
from checker.plan import compile_plan
from checker.reports import FileCount, Reports
from checker.reports.batch import Batch
from checker.runners.passes import Passes, PassesHere
from checker.runners.telling import Telling
from checker.values.civil import iso_of_us
from checker.values.diagnostic import Diagnostic

__all__ = ["Run", "judged_whole", "run"]

_UNTESTED = "nothing was put to the test"
_GAP_US = 30 * 86_400 * 1_000_000
"""An as_of that stands more than 30 days after the instant before it is probably a typing error."""


def run(
    core: Core,
    reports: Reports,
    request: Request,
    warned: tuple[Diagnostic, ...] = (),
    passes: Passes | None = None,
) -> "Run":
    """Judge ``reports`` under ``core``; what is shown is up to ``request``.

    ``warned`` is what the reading of the agreement warned of, which the result tells too.
    ``passes`` reads them, None in this process and batch by batch.
    """
    passes = passes or PassesHere(reports)
    superseded = reports.superseded(request.as_of_us)
    as_of_us = request.as_of_us
    if as_of_us is None:
        as_of_us = _left_out_after_us(core, passes, superseded)
    judged = prepared(compile_plan(core), passes.over, as_of_us, superseded)
    return Run(judged, reports, request, passes, warned)


def _left_out_after_us(core: Core, passes: Passes, superseded: frozenset[str]) -> int | None:
    """Return the latest instant of the reports where a refusal lies after it, else None.

    No report lies after the latest of them, but what a file of observations tells may: it is left
    out as from any other date. Only then is the date needed before the reports are judged.
    """
    coverage = core.coverage
    refused_us = [v.from_us for v in coverage.visits if v.status == "denied"] if coverage else []
    if coverage is None or not refused_us:
        return None
    found = passes.over(partial(_latest_us, files=coverage.files, superseded=superseded))
    latest = max((one for one in found if one is not None), default=None)
    return latest if latest is not None and max(refused_us) > latest else None


def _latest_us(batch: Batch, files: Sequence[str], superseded: frozenset[str]) -> int | None:
    """Return the latest instant of a batch, None where it tells of no reports or of no time."""
    return None if batch.file in files else latest_us([batch], superseded)


def judged_whole(core: Core, reports: Reports, as_of_us: int | None) -> JudgedRun:
    """Judge ``reports`` and hold every answer, for whoever explains one of them."""
    batches = tuple(reports.batches())
    return judge_all(compile_plan(core), batches, as_of_us, reports.superseded(as_of_us))


class Run:
    """Hand out the answer; everything is sorted, and the same for the same input."""

    def __init__(
        self,
        judged: JudgedRun,
        reports: Reports,
        request: Request,
        passes: Passes,
        warned: tuple[Diagnostic, ...] = (),
    ) -> None:
        self._reports = reports
        self._passes = passes
        self._request = request
        self._warned = warned
        self._judged = self._judging = judged
        self._found = passes.gathered(judged)
        if request.as_of_us is None:
            self._judged = judged.as_of(max(self._found.latest_us, default=None))
        self._incidents = incidents_from(judged.plan.core, self._found.sightings)
        self._rows = summary_rows(self._judged, self._found, self._incidents)
        self._is_untested = not self._found.untold.is_tested
        self._lists = request.lists_reports
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
            asked=self._request.asked(core.timezone),
            prints=prints_of(core),
            clauses=tuple(
                ClauseText(one.id, one.says, one.source, one.certainty, one.span)
                for one in core.clauses
            ),
            drawn=drawn_of(core),
            sides=sides_of(core),
            endings=endings_of(core),
        )

    def findings(self) -> Iterator[Finding]:
        """Yield the findings that are shown, in the order of their reports, then of clauses."""
        for block in self.blocks():
            yield from block.findings()

    def blocks(self) -> Iterator[Block]:
        """Yield the findings that are shown, batch by batch; those about duties come last."""
        self._hidden, self._failed = 0, False
        # Not as of the latest report: it leaves none out, and would be news to all the others.
        telling = Telling(self._judging, self._incidents, self._request)
        for block, hidden, failed in self._passes.told(telling):
            self._hidden += hidden
            self._failed |= failed
            yield block
            del block  # or it would be held while the next one is made
        duties = deadline_findings(self._judged, self._rows)
        yield Block.of(*(one for one in duties if self._keeps(one, is_kept=self._is_wanted(one))))

    def summary(self) -> Summary:
        """Return what is known after the last finding; ask for the findings first."""
        reports = self._reports
        return Summary(
            inputs=tuple(map(_input, reports.inputs)),
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
            checked=checked(self._judged, self._found.checks, (i.file for i in reports.inputs)),
            reports=self._listed() if self._lists else None,
            observed=observed_clauses(self._judged),
        )

    def exit_code(self, *, is_failing: bool | None = None) -> int:
        """Return 1 for findings at or above the level, 3 for a hollow run, else 0.

        ``--allow-empty`` excuses that nothing was put to the test, never that too much was lost.
        ``is_failing`` says whether there are such findings, where somebody accepts some of them.
        """
        if self._failed if is_failing is None else is_failing:
            return 1
        is_empty = self._is_untested and not self._request.is_empty_allowed
        return 3 if is_empty or self._too_many() else 0

    def _listed(self) -> tuple[ListedReport, ...] | None:
        count = sum(one.rows for one in self._reports.inputs)
        return listed_reports(self._judging, self._passes.over, count)

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
        return is_about and is_shown(self._request, finding.clause)

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
        rows = sum(one.read for one in inputs)
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


def _input(one: FileCount) -> InputFile:
    return InputFile(
        file=one.file,
        sha256=one.sha256,
        rows=one.rows,
        quarantined=one.quarantined,
        stated=one.stated,
        mapping=one.mapping,
        rewritten=one.rewritten,
        read=one.read,
        accepted=one.accepted,
        gazetteer=one.gazetteer,
    )
