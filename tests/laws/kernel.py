"""What the product reads and says of a world, in the reference's words: the one place of both."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.evaluate import JudgedBatch, JudgedRun, judge_all
from checker.findings.clauses import summary_rows
from checker.findings.collect import report_findings
from checker.findings.conditions import condition_findings
from checker.findings.finding import Finding, ReadingFinding
from checker.findings.gathered import gathered_in
from checker.findings.incidents import Incidents, incidents_from
from checker.language import core_of, load_agreement
from checker.language.core.agreement import Core
from checker.plan import compile_plan
from checker.reports import ReadOptions, open_reports
from checker.reports.batch import Batch, Vocabulary
from checker.reports.supersede import superseded_ids
from checker.values.verdict import Standing
from tests.reference import Against, Judgement, Over, RowKey
from tests.reference_judge import Outcome
from tests.reference_placed import Margin

__all__ = ["kernel_judgement", "read_world"]


def read_world(folder: Path, reports: Path) -> tuple[Core, list[Batch]]:
    """Read an agreement and a file of reports as the product does."""
    core = core_of(load_agreement(folder))
    vocabulary = Vocabulary(
        dict(core.actor_names),
        dict(core.doing_names),
        dict(core.thing_names),
        dict(core.place_names),
    )
    options = ReadOptions(vocabulary=vocabulary, zone=core.timezone)
    return core, list(open_reports([str(reports)], options).batches())


def kernel_judgement(core: Core, batches: Sequence[Batch]) -> Judgement:
    """Judge with the kernel, as of the latest instant in the reports."""
    run = judge_all(compile_plan(core), batches, superseded=superseded_ids(batches))
    gathered = gathered_in(run, run.batches)
    incidents = incidents_from(run.plan.core, gathered.sightings)
    told = Judgement({}, {}, {}, {}, {})
    for batch in run.batches:
        for key, finding in _reports(run, batch, incidents):
            told.over[key, finding.clause] = _over(finding)
            for reading in finding.readings:
                told.findings[key, finding.clause, reading.answers] = _outcome(reading)
        for row, finding in condition_findings(run, batch):
            for reading in finding.readings:
                if (against := _against(reading)) is not None:
                    place = _key(batch, row), finding.clause, reading.answers
                    told.evidence[place] = against
    for one in summary_rows(run, gathered, incidents):
        told.clauses[one.clause, one.answers] = (one.standing, one.incidents)
    return told


def _reports(
    run: JudgedRun, batch: JudgedBatch, incidents: Incidents
) -> Iterator[tuple[RowKey, Finding]]:
    for row, finding in report_findings(run, batch, incidents, is_all=True):
        yield _key(batch, row), finding


def _key(batch: JudgedBatch, row: int) -> RowKey:
    return batch.columns.batch.file, int(batch.columns.batch.row[row])


def _outcome(reading: ReadingFinding) -> Outcome:
    return Outcome(
        reading.verdict,
        reading.standing,
        frozenset(reading.reasons),
        reading.exception,
        _exactly(reading.margin_m),
    )


def _over(finding: Finding) -> Over:
    assert isinstance(finding.standing, Standing)
    return Over(
        finding.verdict,
        finding.standing,
        frozenset(finding.reasons),
        (finding.violated_yes, finding.violated_open, finding.violated_no),
        _exactly(finding.margin_m),
    )


def _exactly(margin_m: float | None) -> Margin | None:
    return (margin_m, margin_m) if margin_m is not None else None


def _against(reading: ReadingFinding) -> Against | None:
    if reading.standing == Standing.BREAKS_CONDITION:
        return "breaks"
    return "open" if reading.standing == Standing.UNDETERMINED else None
