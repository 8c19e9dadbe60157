"""`accord check`: judge reports against an agreement and write the result."""

from dataclasses import replace
from typing import Unpack

import click

from checker.cli.accepting import Accepting, baseline_for, stored_baseline
from checker.cli.amounts import as_of_us, most_quarantined, since_us, until_us
from checker.cli.diagnostics import write_diagnostics
from checker.cli.editions import edition_of, made_public, redacts
from checker.cli.engine import EngineOptions, engines, passes_over
from checker.cli.formats import Target, opened, targets_of
from checker.cli.judging import StatedOptions, known_name, known_party, prepare, stated
from checker.cli.kept import no_cache
from checker.cli.observing import ObservedOptions, observing
from checker.cli.quarantine import QuarantineOptions, new_quarantine, quarantined, set_aside
from checker.cli.switches import is_coloured, is_quiet, is_verbose, note, page_width, switches
from checker.findings.finding import Summary
from checker.findings.request import Request
from checker.language.core.agreement import Core
from checker.outputs import WRITERS, Page
from checker.outputs.plain import counted
from checker.outputs.writer import Answer
from checker.reports.globs import named_files
from checker.runners.local import run
from checker.values.verdict import LEVELS

__all__ = ["command", "page_of", "tell", "write_result"]


class _Options(StatedOptions, EngineOptions, QuarantineOptions, ObservedOptions):
    place: tuple[str, ...]
    formats: tuple[str, ...]
    fail_on: str
    as_of: str | None
    clause: tuple[str, ...]
    party: str | None
    since: str | None
    until: str | None
    max_quarantined: str | None
    allow_empty: bool
    all: bool
    baseline: str | None
    redact: str | None


_FORMATS = ", ".join(one.name for one in WRITERS)


@click.command("check")
@click.argument("agreement")
@click.argument("reports", nargs=-1, required=True)
@click.option(
    "-f",
    "formats",
    metavar="FORMAT[=PATH]",
    multiple=True,
    help=f"Write the result as {_FORMATS}; to a file, if PATH is given. Repeatable.",
)
@click.option(
    "--fail-on",
    type=click.Choice(LEVELS),
    default="violation",
    show_default=True,
    help="Exit 1 for findings at this level or above.",
)
@click.option("--all", is_flag=True, help="Show the findings that are no breach too; cut no list.")
@click.option("--clause", metavar="ID", multiple=True, help="Show this clause. Repeatable.")
@click.option(
    "--party",
    metavar="NAME",
    help="Show reports that name this actor, group or side, or a part of it.",
)
@click.option("--since", metavar="TIME", help="Show reports from this date or instant on.")
@click.option("--until", metavar="TIME", help="Show reports up to this date or instant.")
@click.option("--as-of", metavar="TIME", help="Judge as of then; else the latest in the reports.")
@stated
@observing
@click.option(
    "--place",
    metavar="NAME=FILE,accuracy=50m",
    multiple=True,
    help="Replace a place of the agreement; NAME:ANSWER under one answer alone. Repeatable.",
)
@quarantined
@click.option("--max-quarantined", metavar="N|P%", help="Exit 3 if more rows were rejected.")
@click.option("--baseline", metavar="FILE", help="Count no finding that this file accepts.")
@redacts
@engines
@click.option("--allow-empty", is_flag=True, help="Exit 0 where nothing was put to the test.")
@no_cache
@switches
def command(agreement: str, reports: tuple[str, ...], **options: Unpack[_Options]) -> int:
    """Judge REPORTS against AGREEMENT, which is a folder, a file, or the name of a shipped one.

    REPORTS are files, such as CSV, Excel, JSON, GeoJSON or Parquet; - is stdin. What is shown is
    chosen by --clause, --party, --since, --until and --all; all reports are read in any case.
    """
    reports = named_files(reports)
    targets = targets_of(options["formats"], _read(agreement, reports, options))
    most_quarantined(options["max_quarantined"])
    aside = new_quarantine(options["quarantine"])
    named = options["baseline"]
    baseline = stored_baseline(named) if named is not None else None
    ground = prepare(
        agreement, reports, options, options["place"], named_files(options["observations"])
    )
    core = ground.agreement.core
    edition = edition_of(options["redact"])
    # What is listed of reports by what they say is no part of an edition.
    lists = edition is None and any(target.format.lists_reports for target in targets)
    request = replace(_request(core, options), lists_reports=lists)
    marks = baseline is not None or edition is not None
    with passes_over(ground.reports, options, targets, marks_findings=marks) as passes:
        judged = run(core, ground.reports, request, ground.agreement.warnings, passes)
        set_aside(ground.reports, aside)
        done = Accepting(judged, baseline_for(core.id, baseline)) if baseline else judged
        told = made_public(done, edition, core)
        summary = write_result(told, targets, page_of(request.fail_on, is_full=request.is_all))
    if not is_quiet():
        write_diagnostics(summary.warnings, is_full=is_verbose())
    tell(summary, targets)
    return done.exit_code()


def page_of(fail_on: str, *, is_full: bool = False) -> Page:
    """Return how a page looks where it goes to; -v makes every page a full one."""
    return Page(page_width(), is_coloured(), is_full or is_verbose(), fail_on)


def write_result(done: Answer, targets: tuple[Target, ...], page: Page) -> Summary:
    """Write every format in one go through the findings; colours are for stdout alone."""
    with opened(targets) as streams:
        plain = Page(is_full=page.is_full, fail_on=page.fail_on)
        writers = [
            target.format.writer(stream, plain if target.path else page)
            for target, stream in zip(targets, streams, strict=True)
        ]
        for writer in writers:
            writer.begin(done.header)
        for block in done.blocks():
            for writer in writers:
                writer.add(block)
            del block  # or it would be held while the next one is made
        summary = done.summary()
        for writer in writers:
            writer.end(summary)
    return summary


def _read(agreement: str, reports: tuple[str, ...], options: _Options) -> list[str]:
    """Return every file that is read, so that none is written over."""
    rules = agreement, f"{agreement}/agreement.yaml"
    named = (*rules, options["mapping"], options["gazetteer"], options["baseline"])
    return [
        name
        for name in (*named, *reports, *options["observations"])
        if name is not None and name != "-"
    ]


def _request(core: Core, options: _Options) -> Request:
    most, is_share = most_quarantined(options["max_quarantined"])
    clauses = [clause.id for clause in core.clauses]
    party = options["party"]
    since = since_us(options["since"], core.timezone)
    until = until_us(options["until"], core.timezone)
    if since is not None and until is not None and since >= until:
        raise click.UsageError("--since is not before --until, so that nothing would be shown")
    return Request(
        as_of_us=as_of_us(options["as_of"], core.timezone),
        clauses=frozenset(known_name(name, clauses, "--clause") for name in options["clause"]),
        party=known_party(party, core) if party is not None else None,
        since_us=since,
        until_us=until,
        fail_on=options["fail_on"],
        is_all=options["all"],
        is_empty_allowed=options["allow_empty"],
        max_quarantined=most,
        is_share=is_share,
    )


def tell(summary: Summary, targets: tuple[Target, ...]) -> None:
    """Say beside the result what nobody should miss, whichever format was asked for."""
    rejected = sum(one.quarantined for one in summary.inputs)
    if rejected:
        note(f"not accepted: {counted(rejected, 'row')}; accord validate lists them with reasons")
    if summary.hollow is not None:
        note(f"hollow: {summary.hollow}; this is no pass")
    for target in targets:
        if target.path is not None:
            note(f"written: {target.path}")
        if target.beside is not None:
            note(f"written: {target.beside}")
