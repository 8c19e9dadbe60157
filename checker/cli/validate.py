"""`accord validate`: what is wrong with files of reports, row by row, before any is judged."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Unpack

import click

from checker.cli.diagnostics import write_diagnostics
from checker.cli.judging import StatedOptions, read_options, stated, stdin_for, vocabulary_of
from checker.cli.mapping_file import read_mapping
from checker.cli.switches import is_quiet, is_verbose, switches
from checker.cli.unknown_names import (
    agreement_among,
    named_core,
    unknown_lines,
    unknown_names,
    validation_json,
    write_draft,
)
from checker.findings.finding import UnknownWord
from checker.language.core.agreement import Core
from checker.outputs.plain import counted
from checker.reports import Reports, open_reports
from checker.reports.globs import named_files
from checker.reports.unknown import unknown_reports
from checker.values.diagnostic import Diagnostic
from checker.values.span import Span

__all__ = ["command"]


class _Options(StatedOptions):
    write_aliases: str | None
    form: str


@click.command("validate")
@click.argument("sources", nargs=-1, required=True, metavar="[AGREEMENT] REPORTS...")
@click.option(
    "--write-aliases",
    metavar="FILE",
    help="Draft aliases for names that AGREEMENT does not know, to be confirmed; - is stdout.",
)
@click.option("-f", "form", type=click.Choice(("text", "json")), default="text", help="The format.")
@stated
@switches
def command(sources: tuple[str, ...], **options: Unpack[_Options]) -> int:
    """List what is wrong with REPORTS, each problem with file, line, column and reason.

    Exit 1 where a row is not accepted. After an AGREEMENT (a folder, a file of YAML, or the name
    of one that ships) the names of actors, places, doings and things that it does not know are
    listed too, each with what is nearest; none is ever taken for another.
    """
    agreement, target = agreement_among(sources), options["write_aliases"]
    named = sources if agreement is None else sources[1:]
    core = named_core(agreement, target, named)
    opened = _opened(named_files(named), options, core)
    words = unknown_names(core, opened)
    warnings = (*opened.diagnostics, *_uncorrected(opened))
    is_json, is_draft = options["form"] == "json", target == "-"
    if is_json and is_draft:
        raise click.UsageError("-f json and --write-aliases - both go to stdout; name a file")
    if is_json:
        click.echo(validation_json(opened, words, warnings), nl=False)
    else:
        _write_page(opened, words, is_result=not is_draft)
    if core is not None and target is not None:
        write_draft(core, words, target)
    if not is_quiet():
        write_diagnostics(warnings, is_full=is_verbose())
    return int(any(file.quarantined for file in opened.inputs))


def _write_page(opened: Reports, words: Sequence[UnknownWord], *, is_result: bool) -> None:
    """Write what is wrong, to stderr where something else is the result."""
    say = partial(click.echo, err=not is_result)
    for one in opened.rejected:
        say(one)
        if one.hint:
            say(f"  hint: {one.hint}")
    for line in unknown_lines(words):
        say(line)
    for file in opened.inputs:
        bad = counted(file.quarantined, "row")
        say(f"{file.file}: {counted(file.rows, 'report')} accepted, {bad} not accepted")


def _uncorrected(opened: Reports) -> Iterator[Diagnostic]:
    """Yield a warning for each report that another corrects and none of the files holds."""
    for one in unknown_reports(opened.corrections, [row.id for row in opened.rejected]):
        message = f"no report has the id '{one.name}', which {one.id} supersedes"
        line = one.line or 1
        hint = "correct the id; or name the file that holds it too"
        yield Diagnostic("R158", message, Span(one.file, line, 1, line, 1), hint, "warning")


def _opened(reports: Sequence[str], options: StatedOptions, core: Core | None) -> Reports:
    stdin = stdin_for(reports)
    how = replace(read_options(options), mapping=read_mapping(options["mapping"]))
    if core is not None:
        how = replace(how, vocabulary=vocabulary_of(core), zone=core.timezone)
    return open_reports(reports, how, stdin)
