"""`accord validate`: what is wrong with files of reports, row by row, before any is judged."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Unpack

import click

from checker.cli.amounts import as_of_us, region_of, top_speed_m_s
from checker.cli.diagnostics import write_diagnostics
from checker.cli.first_rows import first_rows
from checker.cli.gazetteer_file import extents_of, read_gazetteer
from checker.cli.judging import StatedOptions, read_options, stated, stdin_for, vocabulary_of
from checker.cli.mapping_file import read_mapping
from checker.cli.quarantine import QuarantineOptions, new_quarantine, quarantined, set_aside
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
from checker.plan.compile import places_cluster
from checker.reports import FileCount, Reports, open_reports
from checker.reports.globs import named_files
from checker.reports.quality import Limits
from checker.reports.quality.checked import quality_of
from checker.reports.unknown import unknown_reports
from checker.values.diagnostic import Diagnostic
from checker.values.span import Span

__all__ = ["command"]


_FEW, _ALL = 20, 10_000_000
"""So many findings of one kind are told, and with -v."""


class _Options(StatedOptions, QuarantineOptions):
    write_aliases: str | None
    form: str
    region: str | None
    as_of: str | None
    top_speed: str | None
    first: int


@click.command("validate")
@click.argument("sources", nargs=-1, required=True, metavar="[AGREEMENT] REPORTS...")
@click.option(
    "--write-aliases",
    metavar="FILE",
    help="Draft aliases for names that AGREEMENT does not know, to be confirmed; - is stdout.",
)
@click.option("-f", "form", type=click.Choice(("text", "json")), default="text", help="The format.")
@stated
@quarantined
@click.option(
    "--region",
    metavar="W,S,E,N",
    help="Where positions should lie, in degrees; else round most of them.",
)
@click.option("--as-of", metavar="TIME", help="Reports of a later time are told.")
@click.option(
    "--first",
    metavar="N",
    type=click.IntRange(0),
    default=0,
    help="Show what each column got in the first N reports of each file.",
)
@click.option("--top-speed", metavar="KM/H", help="How fast a unit can be; else as sound at 11 km.")
@switches
def command(sources: tuple[str, ...], **options: Unpack[_Options]) -> int:
    """List what is wrong with REPORTS, each problem with file, line, column and reason.

    Exit 1 where a row is not accepted. After an AGREEMENT (a folder, a file of YAML, or the name
    of one that ships) the names of actors, places, doings and things that it does not know are
    listed too, each with what is nearest; none is ever taken for another.

    What looks wrong about accepted rows is told on stderr, and changed nowhere: positions at 0, 0,
    far from the others, or with swapped axes; times after --as-of; doubles and corrections; a unit
    that would be too fast.
    """
    target, is_json = options["write_aliases"], options["form"] == "json"
    _refuse_two_results(options)
    aside = new_quarantine(options["quarantine"])
    agreement = agreement_among(sources)
    named = sources if agreement is None else sources[1:]
    core = named_core(agreement, target, named)
    limits = _limits(options, core)
    opened = _opened(named_files(named), options, core)
    set_aside(opened, aside)
    words = unknown_names(core, opened)
    warnings = () if is_quiet() and not is_json else _warnings(opened, limits)
    if is_json:
        click.echo(validation_json(opened, words, warnings), nl=False)
    else:
        _write_page(opened, words, options["first"], is_result=target != "-")
    if core is not None and target is not None:
        write_draft(core, words, target)
    if not is_quiet():
        write_diagnostics(warnings, is_full=is_verbose())
    return int(any(count.quarantined for count in opened.inputs))


def _refuse_two_results(options: _Options) -> None:
    """Raise a usage error for two things that would both go to stdout."""
    if options["form"] != "json":
        return
    if options["write_aliases"] == "-":
        raise click.UsageError("-f json and --write-aliases - both go to stdout; name a file")
    if options["first"]:
        raise click.UsageError("--first shows rows on the page; leave out -f json")


def _limits(options: _Options, core: Core | None) -> Limits:
    """Return what accepted rows are held to, as typed, and the places of the agreement."""
    return Limits(
        region_of(options["region"]),
        as_of_us(options["as_of"], "UTC"),
        top_speed_m_s(options["top_speed"]),
        among=places_cluster(core) if core is not None else None,
    )


def _warnings(opened: Reports, limits: Limits) -> tuple[Diagnostic, ...]:
    """Return what looks wrong about rows that are accepted."""
    limits = replace(limits, superseded=opened.superseded())
    found = quality_of(opened.batches, limits, _ALL if is_verbose() else _FEW)
    return (*opened.diagnostics, *_uncorrected(opened), *found)


def _write_page(
    opened: Reports, words: Sequence[UnknownWord], first: int, *, is_result: bool
) -> None:
    """Write what is wrong, to stderr where something else is the result."""
    say = partial(click.echo, err=not is_result)
    if first:
        for file, _ in opened.rejected_by_file:
            say("\n".join(first_rows(file, first)))
    for one in opened.rejected:
        say(one)
        if one.hint:
            say(f"  hint: {one.hint}")
    for line in unknown_lines(words):
        say(line)
    for count in opened.inputs:
        say(_counted(count))


def _counted(count: FileCount) -> str:
    reports, bad = counted(count.rows, "report"), counted(count.quarantined, "row")
    of = f", of {count.read:,}" if count.quarantined else ""
    return f"{count.file}: {reports} accepted, {bad} not accepted{of}"


def _uncorrected(opened: Reports) -> Iterator[Diagnostic]:
    """Yield a warning for each report that another corrects and none of the files holds."""
    for one in unknown_reports(opened.corrections, [row.id for row in opened.rejected]):
        message = f"no report has the id '{one.name}', which {one.id} supersedes"
        line = one.line or 1
        hint = "correct the id; or name the file that holds it too"
        yield Diagnostic("R158", message, Span(one.file, line, 1, line, 1), hint, "warning")


def _opened(reports: Sequence[str], options: StatedOptions, core: Core | None) -> Reports:
    stdin = stdin_for(reports)
    atlas = read_gazetteer(options["gazetteer"])
    how = replace(read_options(options), mapping=read_mapping(options["mapping"]), atlas=atlas)
    if core is not None:
        how = replace(how, vocabulary=vocabulary_of(core), zone=core.timezone)
        how = replace(how, atlas=replace(atlas, extents=extents_of(core)))
    return open_reports(reports, how, stdin)
