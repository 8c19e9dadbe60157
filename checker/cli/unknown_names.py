"""Names of reports that an agreement does not know: listed by `accord validate`, and drafted."""

import json
from collections.abc import Iterator, Sequence
from functools import reduce
from pathlib import Path

import click

from checker.cli.judging import read_agreement
from checker.cli.naming_order import is_agreement, refuse_other_order
from checker.cli.whole import whole
from checker.findings.finding import InputFile, Rejected, Summary, UnknownWord
from checker.findings.unknown import unknown_in
from checker.language.core.agreement import Core
from checker.outputs.alias_draft import alias_draft
from checker.outputs.json_summary import lists_json
from checker.outputs.plain import counted
from checker.outputs.printable import printable
from checker.reports import Reports
from checker.reports.identity import place_of
from checker.reports.unknown import Words, joined, words_in
from checker.values.diagnostic import CheckerError, Diagnostic

__all__ = [
    "agreement_among",
    "named_core",
    "unknown_lines",
    "unknown_names",
    "validation_json",
    "write_draft",
]

_KEYS = ("inputs", "rejected", "diagnostics", "unknown_actors", "unknown_words")


_CODE = "R280"


def agreement_among(named: Sequence[str]) -> str | None:
    """Return the first of some names if it is an agreement, and no file of reports.

    Raises ``CheckerError`` where the agreement is named behind reports.
    """
    if is_agreement(named[0]):
        return named[0]
    if any(is_agreement(one) for one in named[1:]):
        refuse_other_order(named[0], named[1:])
    return None


def named_core(named: str | None, drafts_to: str | None, reports: Sequence[str]) -> Core | None:
    """Return the agreement that names are held against, None where there is none.

    Raises a usage error where there are no reports, or names are to be drafted for no agreement or
    into a file that is read; and ``CheckerError`` with what is wrong with the agreement.
    """
    if named is not None and not reports:
        raise click.UsageError("name the reports after the agreement")
    if drafts_to is None:
        return read_agreement(named).core if named is not None else None
    if named is None:
        message = "--write-aliases drafts names for an agreement, and none is named"
        hint = "write accord validate AGREEMENT REPORTS... --write-aliases FILE"
        raise CheckerError(Diagnostic("U140", message, None, hint))
    core = read_agreement(named).core
    if drafts_to != "-" and Path(drafts_to).exists():
        message = f"{drafts_to} is there already"
        hint = "name a new file: what was confirmed in an old one is never written over"
        raise CheckerError(Diagnostic("U141", message, None, hint))
    return core


def unknown_names(core: Core | None, reports: Reports) -> tuple[UnknownWord, ...]:
    """Return the names that an agreement does not know, each once; none without an agreement.

    What supersedes a report that no file holds is told on its own.
    """
    if core is None:
        return ()
    nothing: Words = {}
    words = reduce(joined, map(words_in, reports.batches()), nothing)
    return unknown_in(core, words, lambda: (), ())


def unknown_lines(words: Sequence[UnknownWord]) -> Iterator[str]:
    """Yield what is told of each name: where it stands first, how often, and what is like it."""
    for one in words:
        place = place_of(one.first.file, one.first.line, one.first.row)
        count = counted(one.count, "report")
        name = printable(one.name)
        yield f"{printable(place)}: {_CODE}: the {one.kind} '{name}' is not declared ({count})"
        near = f"nearest: {', '.join(one.nearest)}" if one.nearest else "nothing declared is near"
        yield f"  hint: {near}"
    if words:
        yield "no name is matched by likeness; --write-aliases FILE drafts them to be confirmed"


def write_draft(core: Core, words: Sequence[UnknownWord], target: str) -> None:
    """Write the draft of aliases to a file that is not there yet, or to stdout."""
    text = alias_draft(core, words)
    if target == "-":
        click.echo(text, nl=False)
        return
    with whole(Path(target), is_binary=False) as stream:
        stream.write(text)
    click.echo(f"written: {target}; nothing of it counts before you confirm it", err=True)


def validation_json(
    reports: Reports, words: Sequence[UnknownWord], warnings: Sequence[Diagnostic]
) -> str:
    """Return what is wrong with reports as one JSON document, by the keys of a result."""
    inputs = tuple(
        InputFile(
            file=i.file,
            sha256=i.sha256,
            rows=i.rows,
            quarantined=i.quarantined,
            stated=i.stated,
            mapping=i.mapping,
            rewritten=i.rewritten,
            read=i.read,
            accepted=i.accepted,
            gazetteer=i.gazetteer,
        )
        for i in reports.inputs
    )
    rejected = tuple(
        Rejected(r.file, r.line, r.row, r.column, r.code, r.reason, r.hint)
        for r in reports.rejected
    )
    told = Summary(
        inputs=inputs,
        rows=(),
        conditions=(),
        not_judged=(),
        unknown=tuple(words),
        rejected=rejected,
        hidden=0,
        hollow=None,
        warnings=tuple(warnings),
    )
    lists = lists_json(told)
    return json.dumps({key: lists[key] for key in _KEYS}, ensure_ascii=False, indent=1) + "\n"
