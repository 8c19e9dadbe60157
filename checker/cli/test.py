"""`accord test`: whether agreements answer the cases that they carry as was expected."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from checker.cli.cases import FILE, Case, read_cases
from checker.cli.coverage import gaps
from checker.cli.gazetteer_file import extents_of
from checker.cli.judging import vocabulary_of
from checker.cli.kept import no_cache
from checker.cli.shipped import Rules, agreement_names, find_rules
from checker.cli.switches import note, switches
from checker.findings.finding import Finding, ReadingFinding
from checker.findings.request import Request
from checker.language import load_agreement
from checker.language.core.agreement import Core
from checker.outputs.plain import counted, reading_text
from checker.reports import ReadOptions, open_reports
from checker.reports.position.atlas import Atlas
from checker.runners.local import run
from checker.values.verdict import Standing

__all__ = ["Outcome", "command", "outcomes_of"]

_HOLLOW = 3


@dataclass(frozen=True, slots=True)
class Outcome:
    """Say what became of one case: ``got`` is the answer, ``wanted`` the expected one if missed."""

    case: Case
    got: str
    wanted: str | None


@click.command("test")
@click.argument("agreements", nargs=-1, metavar="[AGREEMENT...]")
@click.option("--coverage", is_flag=True, help="List clauses with no breach, or no near miss.")
@no_cache
@switches
def command(agreements: tuple[str, ...], *, coverage: bool) -> int:
    """Judge the cases.csv of each AGREEMENT against the verdicts that it expects.

    Without any, that of this folder, else all that ship. The cases of an agreement are judged
    together, like any file of reports. Exit 1 where one failed, 3 where there is none.
    """
    here = Path("agreement.yaml").is_file()
    judged = failed = 0
    for named in agreements or ((".",) if here else agreement_names()):
        outcomes = _tested(find_rules(named), is_coverage=coverage)
        judged += len(outcomes)
        failed += sum(outcome.wanted is not None for outcome in outcomes)
    click.echo(f"{counted(judged, 'case')}: {judged - failed:,} passed, {failed:,} failed.")
    if failed:
        return 1
    return 0 if judged else _HOLLOW


def outcomes_of(core: Core, path: Path, shown: str) -> tuple[Outcome, ...]:
    """Judge a file of cases as reports, and compare."""
    cases = read_cases(path, shown, core)
    atlas = Atlas(extents=extents_of(core))
    how = ReadOptions(vocabulary=vocabulary_of(core), zone=core.timezone, atlas=atlas)
    reports = open_reports([str(path)], how, names=[shown])
    done = run(core, reports, Request(is_all=True))
    findings: dict[tuple[str, str, str], Finding] = {}
    for finding in done.findings():
        for report in finding.reports:
            findings[report.id, finding.clause, finding.subject] = finding
    rejected = {one.line: one for one in reports.rejected}
    outcomes = []
    for case in cases:
        if (bad := rejected.get(case.line)) is not None:
            column = f"{bad.column}: " if bad.column else ""
            outcomes.append(Outcome(case, f"no report: {column}{bad.reason}", _expected(case)))
        else:
            found = findings.get((case.id, case.clause, _subject(case, core)))
            outcomes.append(_outcome(case, found))
    return tuple(outcomes)


def _tested(rules: Rules, *, is_coverage: bool) -> tuple[Outcome, ...]:
    core = load_agreement(rules.path, lists=rules.lists, shown=rules.shown).core
    path, shown = rules.path.with_name(FILE), _beside(rules.shown)
    if not path.is_file():
        note(f"{core.id} has no {FILE}")
        return ()
    outcomes = outcomes_of(core, path, shown)
    click.echo(f"{core.title} ({shown})")
    for outcome in outcomes:
        for line in _lines(outcome, shown):
            click.echo(line)
    if is_coverage:
        for clause, lacks in gaps(core, [outcome.case for outcome in outcomes]):
            click.echo(f"gap   {clause}: {lacks}")
    return outcomes


def _beside(shown: str) -> str:
    folder, slash, _ = shown.rpartition("/")
    return f"{folder}{slash}{FILE}"


def _subject(case: Case, core: Core) -> str:
    """Return which finding a case is about: a permission has no verdict, only a condition."""
    readings = next(clause.readings for clause in core.clauses if clause.id == case.clause)
    is_permission = all(reading.kind == "permits" for reading in readings)
    about_condition = case.standing == Standing.BREAKS_CONDITION.word or is_permission
    return "condition" if about_condition else "report"


def _outcome(case: Case, finding: Finding | None) -> Outcome:
    """Compare with the whole finding, or with every reading that gives the case's answers."""
    if finding is None:
        return Outcome(case, "no finding", _expected(case))
    chosen: Sequence[Finding | ReadingFinding] = [finding]
    if case.answers:
        wanted = set(case.answers)
        chosen = [one for one in finding.readings if wanted <= set(one.answers)]
    wrong = [one for one in chosen if not _is_met(case, one)]
    shown = (wrong or list(chosen))[:1]
    got = _answer(shown[0]) if shown else "no such reading"
    return Outcome(case, got, _expected(case) if wrong or not chosen else None)


def _is_met(case: Case, got: Finding | ReadingFinding) -> bool:
    return case.verdict in {None, got.verdict.word} and case.standing in {None, got.standing.word}


def _answer(got: Finding | ReadingFinding) -> str:
    verdict, standing = got.verdict.word, got.standing.word
    said = verdict if verdict == standing else f"{verdict}, {standing}"
    return f"{said} ({'; '.join(got.reasons)})" if got.reasons else said


def _expected(case: Case) -> str:
    said = dict.fromkeys(word for word in (case.verdict, case.standing) if word)
    return ", ".join(said) or "a finding"


def _lines(outcome: Outcome, shown: str) -> Iterator[str]:
    case = outcome.case
    under = f" where {reading_text(case.answers)}" if case.answers else ""
    word = "pass" if outcome.wanted is None else "FAIL"
    yield f"{word}  {case.id}  {case.clause}{under}: {outcome.got}"
    if outcome.wanted is not None:
        why = f" ({case.why})" if case.why else ""
        yield f"      {shown}:{case.line}: expected {outcome.wanted}{why}"
