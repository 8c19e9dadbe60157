"""`accord diff`: what changed between two results, or two drafts on the same reports, and why."""

import sys
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import Unpack

import click

from checker.cli.amounts import as_of_us
from checker.cli.check import page_of
from checker.cli.editions import refuse_edition
from checker.cli.judging import StatedOptions, prepare, stated
from checker.cli.stored import stored_result
from checker.cli.switches import switches
from checker.findings.comparison import Change, Comparison, compared
from checker.findings.request import Request
from checker.findings.shown import fails, level_of
from checker.outputs.diff_json import write_diff_json
from checker.outputs.diff_text import write_diff_text
from checker.outputs.json import JsonWriter
from checker.outputs.plain import LEVEL_NAMES, counted
from checker.outputs.result_file import StoredResult, read_result
from checker.outputs.writer import Page
from checker.reports.globs import named_files
from checker.runners.local import run
from checker.values.verdict import LEVELS

__all__ = ["command"]

_ANY = "any"
_TWO = 2
_HOLLOW = 3


class _Options(StatedOptions):
    format: str
    fail_on: str
    as_of: str | None
    all: bool


@click.command("diff")
@click.argument(
    "sources", nargs=-1, required=True, metavar="(OLD.json NEW.json | OLD NEW REPORTS...)"
)
@click.option(
    "-f",
    "format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Write what changed as text or JSON.",
)
@click.option(
    "--fail-on",
    type=click.Choice((_ANY, *LEVELS)),
    default=_ANY,
    show_default=True,
    help="Exit 1 for any difference, or for what is new or graver at this level or above.",
)
@click.option("--as-of", metavar="TIME", help="Judge drafts as of then; else the latest report.")
@click.option("--all", is_flag=True, help="Compare the findings of drafts that are no breach too.")
@stated
@switches
def command(sources: tuple[str, ...], **options: Unpack[_Options]) -> int:
    """Say what changed, and why: from the result OLD.json to NEW.json, without judging again.

    With reports, OLD and NEW are two drafts of an agreement that are judged on the same REPORTS.
    """
    if len(sources) < _TWO:
        raise click.UsageError("write OLD.json NEW.json, or OLD NEW REPORTS...")
    old, new = _two(sources, options)
    found = compared(old, new)
    is_failing, verdict = _verdict(found, options["fail_on"])
    names = sources[0], sources[1]
    if options["format"] == "json":
        write_diff_json(sys.stdout, found, names, is_failing)
    else:
        write_diff_text(sys.stdout, page_of("violation"), found, names, verdict)
    is_hollow = old.summary().hollow is not None or new.summary().hollow is not None
    return 1 if is_failing else _HOLLOW if is_hollow else 0


def _two(sources: tuple[str, ...], options: _Options) -> tuple[StoredResult, StoredResult]:
    first, second, *named = sources
    reports = named_files(named)
    if "-" in reports:
        raise click.UsageError("'-', which is stdin, can be read once only; write a file of it")
    if reports:
        return _judged(first, reports, options), _judged(second, reports, options)
    given = [f"--{name.replace('_', '-')}" for name in _OF_DRAFTS if options.get(name)]
    if given:
        raise click.UsageError(
            f"{given[0]} is for drafts that are judged; write OLD NEW REPORTS..."
        )
    if first == second == "-":
        raise click.UsageError("'-', which is stdin, can be read once only")
    if Path(first).is_dir() or Path(second).is_dir():
        raise click.UsageError("two drafts are compared on reports: write OLD NEW REPORTS...")
    old, new = stored_result(first), stored_result(second)
    if old.header.edition != new.header.edition:
        what = "names findings otherwise than the other result does"
        for name, one in ((first, old), (second, new)):
            refuse_edition(one.header, name, what)
    return old, new


_OF_DRAFTS = ("as_of", "all", "mapping", "kind", "radius", "zone", "encoding", "sheet")


def _judged(agreement: str, reports: Sequence[str], options: _Options) -> StoredResult:
    """Judge a draft, and return what its JSON result would hold."""
    ground = prepare(agreement, reports, options)
    core = ground.agreement.core
    at_us = as_of_us(options["as_of"], core.timezone)
    request = Request(as_of_us=at_us, is_all=options["all"], lists_reports=True)
    done = run(core, ground.reports, request, ground.agreement.warnings)
    stream = StringIO()
    writer = JsonWriter(stream, Page())
    writer.begin(done.header)
    for block in done.blocks():
        writer.add(block)
    writer.end(done.summary())
    content = stream.getvalue().encode("utf-8", "backslashreplace")
    return read_result(content, agreement)


def _verdict(found: Comparison, fail_on: str) -> tuple[bool, str]:
    """Say whether the run fails, and the totals with that."""
    new, changed, gone = (found.count(kind) for kind in ("new", "changed", "gone"))
    said = f"{new:,} new, {changed:,} that stand otherwise, {gone:,} gone; {found.same:,} the same"
    if found.retold:
        said += f", {found.retold:,} of them with other numbers or words"
    if fail_on == _ANY:
        return not found.is_empty, f"{said}."
    graver = sum(_is_graver(one, fail_on) for one in found.changes)
    name = counted(graver, *LEVEL_NAMES[fail_on])
    return graver > 0, f"{said}. {name}, new or graver than before (--fail-on {fail_on})."


def _is_graver(change: Change, fail_on: str) -> bool:
    """Say whether a finding reaches the level and did not stand as gravely before."""
    if change.new is None or not fails(change.new, fail_on):
        return False
    old = level_of(change.old) if change.old is not None else LEVELS[-1]
    return LEVELS.index(level_of(change.new)) < LEVELS.index(old)
