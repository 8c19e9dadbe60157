"""`accord baseline`: accept findings with a reason, an author and an end; see and prune them."""

import sys
from pathlib import Path
from typing import TypedDict, Unpack

import click

from checker.cli.accepting import baseline_for, stored_baseline
from checker.cli.check import page_of
from checker.cli.editions import refuse_edition
from checker.cli.stored import stored_result
from checker.cli.switches import note, switches
from checker.cli.whole import whole
from checker.findings.acceptance import Acceptance
from checker.findings.baseline import Baseline, Entry, EntryState, Marking, entries_of
from checker.findings.finding import Finding
from checker.findings.shown import fails
from checker.outputs.baseline_file import baseline_text, day_of
from checker.outputs.baseline_page import write_baseline_page
from checker.outputs.plain import counted
from checker.outputs.result_file import StoredResult
from checker.values.diagnostic import CheckerError, Diagnostic
from checker.values.verdict import LEVELS

__all__ = ["command"]


class _WriteOptions(TypedDict):
    reason: str
    author: str
    expires: str
    fail_on: str | None
    finding: tuple[str, ...]
    clause: tuple[str, ...]
    output: str | None


@click.group("baseline")
@switches
def command() -> None:
    """Accept findings: they stay in every count, and no longer fail check --baseline FILE."""


@command.command("write", short_help="Accept findings of a result.")
@click.argument("result", metavar="RESULT.json")
@click.option("--reason", metavar="TEXT", required=True, help="Why they are accepted.")
@click.option("--author", metavar="NAME", required=True, help="Who accepts them.")
@click.option("--expires", metavar="DATE", required=True, help="Until when, that day included.")
@click.option(
    "--fail-on",
    type=click.Choice(LEVELS[:-1]),
    help="Accept what fails at this level; that of the result unless said.",
)
@click.option("--finding", metavar="ID", multiple=True, help="Accept this one alone. Repeatable.")
@click.option("--clause", metavar="ID", multiple=True, help="Accept this clause's. Repeatable.")
@click.option("-o", "output", metavar="FILE", help="Add them to this file; else write to stdout.")
@switches
def write(result: str, **options: Unpack[_WriteOptions]) -> None:
    """Accept findings of RESULT.json, which accord check -f json wrote; - is stdin.

    What FILE accepts already stays as it is; what has ended, or has grown graver, is accepted anew.
    """
    stored = stored_result(result)
    refuse_edition(
        stored.header, result, "names no finding as check does: nothing would be accepted"
    )
    acceptance = _acceptance(options, stored.header.as_of)
    chosen = _chosen(stored, options)
    agreement = stored.header.agreement_id
    output = options["output"]
    old: tuple[Entry, ...] = ()
    if output is not None and Path(output).is_file():
        old = baseline_for(agreement, stored_baseline(output)).entries
    marking = Marking(Baseline(agreement, old), stored.header)
    fresh = entries_of((one for one in chosen if marking.mark(one).accepted is None), acceptance)
    renewed = {one.key for one in fresh}
    entries = (*(one for one in old if one.key not in renewed), *fresh)
    _write(output, baseline_text(agreement, entries))
    kept = f"; {counted(len(entries) - len(fresh), 'entry', 'entries')} kept" if old else ""
    accepted = sum(len(one.findings) for one in fresh)
    note(f"accepted: {counted(accepted, 'finding')} of {counted(len(fresh), 'incident')}{kept}")


@command.command("prune", short_help="Remove entries that are stale.")
@click.argument("file", metavar="FILE")
@click.argument("result", metavar="RESULT.json")
@click.option("--expired", is_flag=True, help="Remove the entries that have ended too.")
@click.option("-o", "output", metavar="FILE", help="Write it here; else in its place.")
@switches
def prune(file: str, result: str, output: str | None, *, expired: bool) -> None:
    """Remove from FILE the entries that no finding of RESULT.json is like any more."""
    stored = stored_result(result)
    baseline = baseline_for(stored.header.agreement_id, stored_baseline(file))
    _refuse_partial(stored)
    useless = {"stale", "ended"} if expired else {"stale"}
    gone = {one for one, state in _states(stored, baseline).items() if state in useless}
    kept = [one for one in baseline.entries if one not in gone]
    if gone or output is not None:
        _write(output or file, baseline_text(baseline.agreement, kept))
    for one in baseline.entries:
        if one in gone:
            note(f"removed: {one.key.clause}, {one.key.party}: {one.acceptance.reason}")
    entries = counted(len(gone), "entry", "entries")
    note(f"{entries} removed, {len(kept):,} kept")


@command.command("show", short_help="Print what is accepted.")
@click.argument("file", metavar="FILE")
@click.argument("result", metavar="[RESULT.json]", required=False)
@switches
def show(file: str, result: str | None) -> None:
    """Print what FILE accepts; with RESULT.json, which entries are stale there, or have ended."""
    baseline = stored_baseline(file)
    states: dict[Entry, EntryState] = {}
    if result is not None:
        stored = stored_result(result)
        baseline_for(stored.header.agreement_id, baseline)
        _refuse_partial(stored)
        states = _states(stored, baseline)
    write_baseline_page(sys.stdout, page_of("violation"), baseline, states)


def _acceptance(options: _WriteOptions, as_of: str | None) -> Acceptance:
    """Return why and until when; raises a usage error for what accepts nothing."""
    given = {"reason": options["reason"], "author": options["author"]}
    for name, text in given.items():
        if not text.strip():
            raise click.BadParameter("it is empty", param_hint=f"'--{name}'")
    day = day_of(options["expires"])
    if day is None:
        said = f"'{options['expires']}' is not a day, such as 2027-01-31"
        raise click.BadParameter(said, param_hint="'--expires'")
    if as_of is not None and day < as_of[:10]:
        said = f"{day} is before the date of the answer, {as_of[:10]}: it would accept nothing"
        raise click.BadParameter(said, param_hint="'--expires'")
    return Acceptance(options["reason"].strip(), options["author"].strip(), day)


def _chosen(stored: StoredResult, options: _WriteOptions) -> list[Finding]:
    """Return the findings that are to be accepted, in their order."""
    named, clauses = options["finding"], options["clause"]
    level = options["fail_on"] or stored.header.asked.fail_on
    found: dict[str, list[Finding]] = {name: [] for name in named}
    chosen = []
    for one in stored.findings:
        fits = [name for name in named if one.id.startswith(name)]
        for name in fits:
            found[name].append(one)
        is_clause = not clauses or one.clause in clauses
        if is_clause and (fits or (not named and fails(one, level))):
            chosen.append(one)
    for name, ones in found.items():
        if len({one.id for one in ones}) != 1:
            hint = "write an id that accord check prints after 'finding', or more of it"
            message = f"the result has {'several findings' if ones else 'no finding'} '{name}'"
            raise CheckerError(Diagnostic("U109", message, None, hint))
    return chosen


def _refuse_partial(stored: StoredResult) -> None:
    """Refuse a result that does not show all there is: nothing is stale because it is hidden."""
    hollow = stored.summary().hollow
    if stored.header.asked.is_filtered or hollow is not None:
        why = f"it is no answer: {hollow}" if hollow is not None else "filters hide findings of it"
        message = f"this result does not tell which entries are stale: {why}"
        hint = "judge all reports, without --clause, --party, --since and --until"
        raise CheckerError(Diagnostic("U125", message, None, hint))


def _states(stored: StoredResult, baseline: Baseline) -> dict[Entry, EntryState]:
    marking = Marking(baseline, stored.header)
    for one in stored.findings:
        marking.mark(one)
    return marking.states()


def _write(file: str | None, text: str) -> None:
    if file is None:
        sys.stdout.write(text)
        return
    if not Path(file).resolve().parent.is_dir():
        raise click.BadParameter(f"there is no folder '{Path(file).parent}'", param_hint="'-o'")
    with whole(Path(file), is_binary=False) as stream:
        stream.write(text)
    note(f"written: {file}")
