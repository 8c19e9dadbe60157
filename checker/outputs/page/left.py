"""What was not judged and why, and how anybody gets the same answer."""

from collections.abc import Iterator
from pathlib import PurePath
from shlex import quote

from checker.findings.finding import Header, Summary
from checker.outputs.page.markup import Markup, cells, section, table, text
from checker.outputs.plain import NOT_JUDGED, counted
from checker.reports.identity import place_of
from checker.reports.rejected import CODES

__all__ = ["again", "left"]

_MOST = 200

_OPTIONS = {
    "kind": ("--kind", ""),
    "radius_m": ("--radius", "m"),
    "encoding": ("--encoding", ""),
    "sheet": ("--sheet", ""),
    "zone": ("--zone", ""),
}
"""The options of check that state something for whole files, with the unit of the value."""


def left(summary: Summary) -> Markup:
    """Return what got no verdict: reports and clauses, names, rows."""
    judged = [cells(f"{one.count:,}", text(_why(one.reason))) for one in summary.not_judged]
    words = [
        cells(text(one.name), one.kind, f"{one.count:,}", text(", ".join(one.nearest)))
        for one in summary.unknown[:_MOST]
    ]
    rows = [
        cells(
            text(place_of(one.file, one.line, one.row)),
            one.code,
            text(f"{f'{one.column}: ' if one.column else ''}{one.reason}"),
            text(one.hint),
        )
        for one in summary.rejected[:_MOST]
    ]
    parts = [
        table(["How many", "Why"], judged, "Reports, and pairs of report and clause"),
        table(["Word", "Kind", "Reports", "Nearest"], words, "Words that nobody declared"),
        _more(len(summary.unknown), "word"),
        table(["Row", "Code", "What is wrong", "What to write"], rows, "Rows that were not read"),
        _more(len(summary.rejected), "problem"),
    ]
    if not any(parts):
        parts = ["<p>Every report was judged under every clause.</p>"]
    intro = "<p>Nothing that was not judged counts as a pass.</p>"
    return section("left", "What was not judged, and why", intro, *parts)


def again(header: Header, summary: Summary) -> Markup:
    """Return the command, versions and hashes with which anybody gets the same bytes."""
    rows = [cells("agreement", text(header.agreement_id), _hash(header.agreement_sha256))]
    rows += [cells("replaced place", text(name), _hash(sha)) for name, sha in header.overrides]
    for one in summary.inputs:
        stated = "".join(f"; {name} stated as {value}" for name, value in one.stated)
        rows.append(cells("reports", text(f"{one.file}{stated}"), _hash(one.sha256)))
    rows += [cells(kind, text(name), _hash(sha)) for kind, (name, sha) in _told_by(summary)]
    command = text(" ".join(map(quote, _command(header, summary))))
    said = f"Made by accord {header.accord}. The same files give the same answer, byte for byte:"
    if header.edition is not None:  # the files are not named
        said, command = f"Made by accord {header.accord}; {header.edition.said}.", ""
    return section(
        "again",
        "How to get the same answer",
        f"<p>{text(said)}</p>{f'<pre>{command}</pre>' if command else ''}",
        table(["Input", "Name", "SHA-256"], rows),
    )


def _told_by(summary: Summary) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the mappings and gazetteers that reports were read with, each once."""
    read = [("mapping", one.mapping) for one in summary.inputs]
    read += [("gazetteer", one.gazetteer) for one in summary.inputs]
    yield from ((kind, named) for kind, named in dict.fromkeys(read) if named is not None)


def _command(header: Header, summary: Summary) -> Iterator[str]:
    asked = header.asked
    yield from ("accord", "check", _agreement(header), *(one.file for one in summary.inputs))
    for kind, (name, _) in _told_by(summary):
        yield from (f"--{kind}", name)
    yield from _stated(summary)
    for name, _ in header.overrides:
        yield from ("--place", f"{name}=FILE,accuracy=...")
    if summary.baseline is not None:
        yield from ("--baseline", summary.baseline.file)
    for clause in asked.clauses:
        yield from ("--clause", clause)
    named = (("--party", asked.party), ("--since", asked.since), ("--until", asked.until))
    for option, value in (*named, ("--as-of", header.as_of)):
        yield from (option, value) if value else ()
    yield from ("--all",) if asked.is_all else ()
    yield from ("--fail-on", asked.fail_on, "-f", "html=page.html")


def _stated(summary: Summary) -> Iterator[str]:
    """Yield what was stated for whole files, as options where no mapping can have said it."""
    told = [
        (name, value)
        for one in summary.inputs
        for name, value in one.stated
        if one.mapping is None or name == "zone"
    ]
    for name, value in dict.fromkeys(told):
        if name in _OPTIONS:
            option, unit = _OPTIONS[name]
            yield from (option, f"{value}{unit}")
    if summary.observed:
        yield from ("--observations", "FILE")


def _agreement(header: Header) -> str:
    """Return the agreement as ``check`` takes it: where its clauses stand; without any, its id."""
    if not header.clauses:
        return header.agreement_id
    file = PurePath(header.clauses[0].span.file)
    return str(file.parent if file.name == "agreement.yaml" else file)


def _why(reason: str) -> str:
    return NOT_JUDGED.get(reason) or f"rows not accepted: {CODES.get(reason, reason)}"


def _hash(sha256: str) -> Markup:
    return f"<code>{text(sha256)}</code>" if sha256 else "not told"


def _more(count: int, noun: str) -> Markup:
    return f"<p>and {counted(count - _MOST, noun)} more.</p>" if count > _MOST else ""
