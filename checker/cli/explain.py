"""`accord explain`: why one report has its answer under one clause, and why not another."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from typing import Unpack

import click

from checker.cli.amounts import as_of_us
from checker.cli.check import page_of
from checker.cli.judging import StatedOptions, known_name, prepare, stated
from checker.cli.kept import no_cache
from checker.cli.stored import stored_result
from checker.cli.switches import switches
from checker.findings.explanation import explanation_of
from checker.findings.finding import Finding
from checker.findings.lapses import decided_by_lapse
from checker.outputs.explain import (
    Tree,
    explanation_json,
    grown,
    stored_tree,
    tree_html,
    write_explanation,
)
from checker.outputs.json_text import pretty
from checker.outputs.result_file import StoredResult
from checker.reports.globs import named_files
from checker.runners.local import judged_whole
from checker.values.diagnostic import CheckerError, Diagnostic

__all__ = ["command"]

_FEW = 5


class _Options(StatedOptions):
    format: str
    clause: str | None
    report: str | None
    place: tuple[str, ...]
    as_of: str | None


@click.command("explain")
@click.argument(
    "sources", nargs=-1, required=True, metavar="(RESULT.json ID | AGREEMENT REPORTS...)"
)
@click.option(
    "-f",
    "format",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="Write it as a page, as JSON (`accord schema explanation`), or as a piece of HTML.",
)
@click.option("--clause", metavar="ID", help="The clause to explain.")
@click.option("--report", metavar="ID", help="The report to explain: its id, or file:line.")
@click.option("--as-of", metavar="TIME", help="Judge as of then; else the latest in the reports.")
@stated
@click.option("--place", metavar="NAME=FILE,accuracy=50m", multiple=True, help="Replace a place.")
@no_cache
@switches
def command(sources: tuple[str, ...], **options: Unpack[_Options]) -> None:
    """Say why, and why not: of a finding of a stored result, or of one report under one clause.

    The second form judges again, so it knows more: what the report says, every test that was made,
    and the exceptions that were considered. Both tell each number with its origin and its error,
    the readings side by side, what would flip the answer, and why other clauses did not fire.
    """
    clause, report = options["clause"], options["report"]
    if clause is not None and report is not None and len(sources) > 1:
        told = _judged(sources, clause, report, options)
    elif clause is None and report is None and len(sources) == 2:  # noqa: PLR2004
        told = _stored(*sources)
    else:
        form = "RESULT.json ID, or AGREEMENT REPORTS... --clause ID --report ID"
        raise click.UsageError(f"write {form}")
    match options["format"]:
        case "json":
            sys.stdout.write(pretty(explanation_json(told)))
        case "html":
            sys.stdout.write(f"{tree_html(told)}\n")
        case _:
            write_explanation(sys.stdout, page_of("violation"), told)


def _judged(sources: tuple[str, ...], clause: str, report: str, options: _Options) -> Tree:
    agreement, *named = sources
    reports = named_files(named)
    ground = prepare(agreement, reports, options, options["place"])
    core = ground.agreement.core
    known_name(clause, [one.id for one in core.clauses], "--clause")
    at_us = as_of_us(options["as_of"], core.timezone)
    return grown(explanation_of(judged_whole(core, ground.reports, at_us), clause, report))


def _stored(file: str, named: str) -> Tree:
    """Explain a finding of a result, ``-`` is stdin; its id may be cut short if it stays unique."""
    stored = stored_result(file)
    found = [one for one in stored.findings if one.id.startswith(named)]
    if len(found) != 1:
        raise _unfound(file, named, [one.id for one in found or stored.findings], len(found))
    (finding,) = found
    summary = stored.summary()
    tree = stored_tree(
        stored.header,
        finding,
        [*_beside(stored, finding)],
        summary.conditions,
        summary.inputs,
    )
    return replace(tree, relied=tuple(decided_by_lapse(stored.findings, finding.clause)))


def _beside(stored: StoredResult, finding: Finding) -> Iterator[Finding]:
    """Yield the findings about the same report."""
    for one in stored.findings:
        if finding.reports and one.reports == finding.reports:
            yield one


def _unfound(file: str, named: str, ids: list[str], count: int) -> CheckerError:
    """Return the error for an id that nothing has, or the ``ids`` of which several begin with it.

    Ids are no words, so one that is unlike all is not held against them.
    """
    near = get_close_matches(named, ids, n=3)
    hint = "write an id that accord check prints after 'finding', or the start of one"
    if not ids:
        hint = "accord check --all -f json=PATH writes the findings that are no breach too"
    elif count:
        hint = f"write more of the id: {', '.join(ids[:_FEW])}{', ...' if count > _FEW else ''}"
    elif near:
        hint = f"did you mean {' or '.join(near)}?"
    what = f"{count} findings" if count else "no finding"
    return CheckerError(Diagnostic("U109", f"{file} has {what} '{named}'", None, hint))
