"""`accord validate`: what is wrong with files of reports, row by row, before any is judged."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Unpack

import click

from checker.cli.amounts import as_of_us, region_of, top_speed_m_s
from checker.cli.diagnostics import write_diagnostics
from checker.cli.first_rows import first_rows
from checker.cli.judging import StatedOptions, read_options, stated, stdin_for
from checker.cli.mapping_file import read_mapping
from checker.cli.quarantine import QuarantineOptions, new_quarantine, quarantined, set_aside
from checker.cli.switches import is_quiet, is_verbose, switches
from checker.outputs.plain import counted
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
    region: str | None
    as_of: str | None
    top_speed: str | None
    first: int


@click.command("validate")
@click.argument("reports", nargs=-1, required=True)
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
def command(reports: tuple[str, ...], **options: Unpack[_Options]) -> int:
    """List what is wrong with REPORTS, each problem with file, line, column and reason.

    Exit 1 where a row is not accepted. Names of actors, places, doings and things are not looked
    at: they are the agreement's, and what it does not know is listed by `accord check`.

    What looks wrong about accepted rows is told on stderr, and changed nowhere: positions at 0, 0,
    far from the others, or with swapped axes; times after --as-of; doubles and corrections; a unit
    that would be too fast.
    """
    aside = new_quarantine(options["quarantine"])
    limits = Limits(
        region_of(options["region"]),
        as_of_us(options["as_of"], "UTC"),
        top_speed_m_s(options["top_speed"]),
    )
    opened = _opened(named_files(reports), options)
    set_aside(opened, aside)
    if options["first"]:
        for file, _ in opened.rejected_by_file:
            click.echo("\n".join(first_rows(file, options["first"])))
    for one in opened.rejected:
        click.echo(one)
        if one.hint:
            click.echo(f"  hint: {one.hint}")
    for count in opened.inputs:
        click.echo(_counted(count))
    if not is_quiet():
        limits = replace(limits, superseded=opened.superseded())
        found = quality_of(opened.batches, limits, _ALL if is_verbose() else _FEW)
        told = (*opened.diagnostics, *_uncorrected(opened), *found)
        write_diagnostics(told, is_full=is_verbose())
    return int(any(count.quarantined for count in opened.inputs))


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


def _opened(reports: Sequence[str], options: StatedOptions) -> Reports:
    stdin = stdin_for(reports)
    how = replace(read_options(options), mapping=read_mapping(options["mapping"]))
    return open_reports(reports, how, stdin)
