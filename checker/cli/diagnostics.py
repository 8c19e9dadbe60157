"""Problems of inputs on stderr: place, code, what is wrong; the line itself, a caret, a hint."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import click

from checker.cli.shipped import file_of
from checker.outputs.cut import shown_of
from checker.outputs.plain import counted
from checker.values.diagnostic import Diagnostic
from checker.values.ledger import note_absent, note_glimpse
from checker.values.span import Span

__all__ = ["diagnostic_lines", "excerpt", "write_diagnostics"]

_MOST_COLUMNS = 100
_MOST_FILES = 5
_MOST_BYTES = 1_000_000
"""A longer line (a map on one line) is cut here when it is read."""

_PACKED = (b"\x1f\x8b", b"PK\x03\x04", b"\x28\xb5\x2f\xfd", b"PAR1")
"""First bytes of what has no lines to show: gzip, ZIP and workbooks, zstd, Parquet."""


def write_diagnostics(diagnostics: Iterable[Diagnostic], *, is_full: bool) -> None:
    """Write problems to stderr, in their order.

    One that stands at the same place of several files is told once, with the names of the others:
    a folder of files that were made alike has the same mistake in all of them. All names are told
    if it ``is_full``.
    """
    alike: dict[Diagnostic, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        alike.setdefault(_anywhere(diagnostic), []).append(diagnostic)
    for first, *others in alike.values():
        lines = diagnostic_lines(first)
        if names := _other_files(first, others):
            lines.append(f"  the same in {_named(names, is_full=is_full)}")
        click.echo("\n".join(lines), err=True)


def diagnostic_lines(diagnostic: Diagnostic) -> list[str]:
    """Return the lines that tell one problem."""
    place = f"{diagnostic.span}: " if diagnostic.span else ""
    label = "warning: " if diagnostic.severity == "warning" else ""
    lines = [f"{place}{label}{diagnostic.code}: {_on_one_line(diagnostic.message)}"]
    if diagnostic.span is not None:
        lines += excerpt(diagnostic.span)
    if diagnostic.hint:
        lines.append(f"  hint: {_on_one_line(diagnostic.hint)}")
    return lines


def _anywhere(diagnostic: Diagnostic) -> Diagnostic:
    """Return a problem without the name of its file."""
    span = diagnostic.span
    return diagnostic if span is None else replace(diagnostic, span=replace(span, file=""))


def _other_files(first: Diagnostic, others: Iterable[Diagnostic]) -> list[str]:
    own = first.span.file if first.span is not None else ""
    named = dict.fromkeys(one.span.file for one in others if one.span is not None)
    return [name for name in named if name != own]


def _named(names: Sequence[str], *, is_full: bool) -> str:
    shown = shown_of(names, _MOST_FILES, is_full=is_full)
    more = len(names) - len(shown)
    said = ", ".join(map(_on_one_line, shown)) + (
        f" and {more:,} more; -v names all" if more else ""
    )
    return f"{counted(len(names), 'other file')}: {said}"


def excerpt(span: Span) -> list[str]:
    """Return the line of a file and carets under the place; nothing where it can't be shown."""
    line = _line(span)
    if line is None or not line.strip():
        return []
    start = min(max(span.column - 1, 0), len(line))
    is_one_line = span.end_line == span.line and span.end_column > span.column
    end = min(span.end_column - 1, len(line)) if is_one_line else start + 1
    first = max(0, min(start - _MOST_COLUMNS // 2, len(line) - _MOST_COLUMNS))
    before, after = "…" if first else "", "…" if first + _MOST_COLUMNS < len(line) else ""
    shown = line[first : first + _MOST_COLUMNS]
    number = f"{span.line:>6} | "
    blank = "".join(_blank(character) for character in f"{before}{line[first:start]}")
    carets = "^" * max(1, sum(_columns(c) for c in line[start : min(end, first + _MOST_COLUMNS)]))
    margin = f"{'':>6} | "
    return [f"{number}{before}{_shown(shown)}{after}", f"{margin}{blank}{carets}"]


def _line(span: Span) -> str | None:
    """Return the text of a line; None for what is no text or no file."""
    path = file_of(span.file) or Path(span.file)
    if not path.is_file():
        note_absent(path)
        return None
    note_glimpse(path)
    try:
        with path.open("rb") as stream:
            if stream.read(4).startswith(_PACKED):
                return None
            stream.seek(0)
            raw = next(islice(stream, span.line - 1, None), b"")[:_MOST_BYTES]
    except OSError:
        return None
    text = raw.decode("utf-8-sig" if span.line == 1 else "utf-8", "replace").rstrip("\r\n")
    return None if "\0" in text else text


def _columns(character: str) -> int:
    """Return how many columns a terminal gives to a character (UAX #11; marks take none)."""
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _blank(character: str) -> str:
    """Return as much blank as a character takes; a tab stays one, so that both lines agree."""
    return "\t" if character == "\t" else " " * _columns(character)


def _shown(text: str) -> str:
    """Return a line without what would steer the terminal or turn the line around."""
    return "".join(_harmless(character) for character in text)


def _harmless(character: str) -> str:
    if character == "\t" or character.isprintable():
        return character
    return "\N{REPLACEMENT CHARACTER}" if _columns(character) else ""


def _on_one_line(text: str) -> str:
    return _shown(" ".join(text.split()))
