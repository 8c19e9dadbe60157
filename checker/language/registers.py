"""Registers and coverage: CSV files beside the agreement, each cell in its place."""

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from checker.geography.region import Region
from checker.language.core.agreement import Coverage, Observed
from checker.language.core.exemption import Entry, Register
from checker.language.core.pattern import FOREVER_US, Edge, Period
from checker.language.document import Document, text_of
from checker.language.files import file_in
from checker.language.keys import check_keys
from checker.language.problems import meant
from checker.language.reading import Reading, Unanswered
from checker.language.regions import region_of
from checker.language.terms import Terms
from checker.language.text import Node, Scalar, Table
from checker.values.digest import digest
from checker.values.instant import InstantError, Moment, parse_moment
from checker.values.ledger import read_bytes
from checker.values.span import Span
from checker.values.spelling import normalised

__all__ = ["coverage_of", "recipient_of", "register_of"]

_ENTRY = ("id", "actor", "unit", "does", "place", "from", "until", "given", "to")
_COVERAGE = ("place", "from", "to", "status")
_STATUS = ("watched", "denied")


@dataclass(frozen=True, slots=True)
class _Row:
    """Hold one row of a file: its cells as located text, None where a cell is empty."""

    cells: dict[str, Scalar]
    span: Span

    def get(self, column: str) -> Scalar | None:
        cell = self.cells.get(column)
        return cell if cell is not None and cell.text else None

    def text(self, column: str) -> str | None:
        return text_of(self.get(column))


def register_of(terms: Terms, reading: Reading, name: str) -> Register:
    """Read a register; without ``complete_until`` nothing that is absent is known to be."""
    document = terms.document
    section = document.section("registers")[name]
    document.use("registers", name)
    table = section.value
    if not isinstance(table, Table) or table.get("file") is None:
        hint = "write {file: registers/NAME.csv, complete_until: 2018-06-30}"
        document.problems.add("L840", "a register is a file", table.span, hint)
        return Register(name, (), -FOREVER_US)
    check_keys(document, table, ("file", "complete_until", "source", "note"), "a register")
    until, until_us = table.get("complete_until"), -FOREVER_US
    if until is not None and (moment := _moment(document, until)) is not None:
        until_us = moment.end_us
    file = table.get("file")
    assert file is not None
    rows = tuple(_rows(document, file, _ENTRY, ()))
    _warn_of_doubles(document, rows)
    return Register(name, tuple(_entry(terms, reading, row) for row in rows), until_us)


def _warn_of_doubles(document: Document, rows: tuple[_Row, ...]) -> None:
    """Warn of an id that two entries have: both count, and one may be what the other replaced."""
    first: dict[str, int] = {}
    for row in rows:
        cell = row.get("id")
        if cell is None:
            continue
        line = first.setdefault(normalised(cell.text or ""), cell.span.line)
        if line != cell.span.line:
            message = f"the id {cell.text!r} stands twice, first in line {line}; both entries count"
            hint = "give each entry its own id, or take away the one that no longer stands"
            document.problems.warn("L845", message, cell.span, hint)


def recipient_of(terms: Terms, text: str | None) -> str | None:
    """Return whom a notice is given to: the id of a declared actor, else the name as compared."""
    if text is None:
        return None
    return terms.actors.named(text) or normalised(text)


def coverage_of(terms: Terms) -> Coverage | None:
    """Read where and when somebody looked; None where the agreement states nothing about it."""
    document = terms.document
    node = document.root.get("coverage")
    if node is None:
        return None
    file = node.get("file") if isinstance(node, Table) else None
    if file is None or not isinstance(node, Table):
        document.problems.add("L843", "coverage is a file", node.span, "write {file: coverage.csv}")
        return None
    check_keys(document, node, ("file", "source", "note"), "coverage")
    rows = _rows(document, file, _COVERAGE, ("from", "to", "status"))
    seen = (_observed(terms, row) for row in rows)
    return Coverage(tuple(one for one in seen if one is not None))


def _entry(terms: Terms, reading: Reading, row: _Row) -> Entry:
    actor, does, place = row.get("actor"), row.get("does"), row.get("place")
    given, start, end = row.get("given"), row.get("from"), row.get("until")
    document = terms.document
    begins = _moment(document, start) if start is not None else None
    ends = _moment(document, end) if end is not None else None
    told = _moment(document, given) if given is not None else None
    if begins is not None and ends is not None and end is not None:
        _check_order(document, begins, ends, end)
    return Entry(
        id=row.text("id") or "",
        actor=terms.actors.group(reading, _called(terms, actor), "register") if actor else None,
        unit=row.text("unit"),
        does=terms.doings.named(reading, does, "register") if does else None,
        place=region_of(reading, terms.atlas, place, "register") if place else None,
        period=Period(
            Edge(begins.start_us, begins.start_us) if begins else Period().start,
            Edge(ends.end_us, ends.end_us) if ends else Period().end,
        ),
        given_us=(told.start_us, max(told.start_us, told.end_us - 1)) if told else None,
        to=recipient_of(terms, row.text("to")),
    )


def _called(terms: Terms, cell: Scalar) -> Scalar:
    """Return the id of the actor that a cell names by any of its names."""
    return Scalar(terms.actors.named(cell.text or "") or cell.text, cell.span)


def _observed(terms: Terms, row: _Row) -> Observed | None:
    document = terms.document
    start, end, status = row.get("from"), row.get("to"), row.get("status")
    if start is None or end is None or status is None:
        message, hint = "a row of coverage has from, to and status", "fill the cells that are empty"
        document.problems.add("L844", message, row.span, hint)
    if status is not None and status.text not in _STATUS:
        hint = meant(status.text or "", _STATUS)
        document.problems.add("L844", f"unknown status {status.text!r}", status.span, hint)
    begins = _moment(document, start) if start is not None else None
    ends = _moment(document, end) if end is not None else None
    place = row.get("place")
    ground = _place(terms, place) if place is not None else None
    if place is not None and ground is None:
        return None
    if begins is None or ends is None or status is None or end is None:
        return None
    _check_order(document, begins, ends, end)
    is_watched = status.text == "watched"
    until_us = max(ends.start_us, ends.end_us)
    return Observed(ground, begins.start_us, until_us, "watched" if is_watched else "denied")


def _check_order(document: Document, begins: Moment, ends: Moment, end: Node) -> None:
    if ends.end_us <= begins.start_us and ends != begins:
        message = "the period is empty: it ends before it starts"
        document.problems.add("L602", message, end.span, "swap the two")


def _place(terms: Terms, node: Scalar) -> Region | None:
    reading = Reading(terms.document, {})
    try:
        return region_of(reading, terms.atlas, node, "coverage")
    except Unanswered as error:
        message = f"the place {node.text!r} hangs on the question {error.question!r}"
        terms.document.problems.add("L844", message, node.span, "name a place that does not")
        return None


def _moment(document: Document, node: Node) -> Moment | None:
    try:
        return parse_moment(text_of(node) or "", document.zone)
    except InstantError as error:
        document.problems.add("L604", str(error), node.span, error.hint)
        return None


def _rows(
    document: Document, file: Node, known: tuple[str, ...], needed: tuple[str, ...]
) -> Iterator[_Row]:
    """Yield the rows of a CSV file; what cannot be read is a problem at its line and column."""
    path = file_in(document, file, "*.csv", "registers")
    if path is None:
        return
    try:
        content = read_bytes(path)
        text = content.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path.name} cannot be read: {error}"
        document.problems.add("L841", message, file.span, "save it as UTF-8")
        return
    shown = Path(document.shown).parent / (text_of(file) or path.name)
    document.files[text_of(file) or path.name] = digest(content)
    yield from _parsed(document, (shown.as_posix(), text), known, needed)


def _parsed(
    document: Document, named: tuple[str, str], known: tuple[str, ...], needed: tuple[str, ...]
) -> Iterator[_Row]:
    shown, text = named
    at: Callable[[int], Span] = lambda line: Span(shown, line, 1, line, 2)  # noqa: E731
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        header = [name.strip() for name in next(reader, [])]
        if not _has_header(document, header, at(1), known, needed):
            return
        for values in reader:
            start, line = line + 1, reader.line_num
            if not any(value.strip() for value in values):
                continue
            if len(values) != len(header):
                # A cell that is cut off would count as empty, and an empty one as any.
                message = f"{len(values)} cells, but the first line names {len(header)} columns"
                hint = "write a separator for each cell, also for an empty one"
                document.problems.add("L842", message, at(start), hint)
                continue
            yield _Row(_cells(header, values, at(start)), at(start))
    except csv.Error as error:
        hint = "close every quotation mark, and write a mark inside a quoted cell twice"
        document.problems.add("L842", f"this is no CSV: {error}", at(line + 1), hint)


def _cells(header: list[str], values: list[str], at: Span) -> dict[str, Scalar]:
    cells, column = {}, 1
    for name, value in zip(header, values, strict=False):
        span = Span(at.file, at.line, column, at.line, column + max(1, len(value)))
        cells[name] = Scalar(value.strip() or None, span)
        column += len(value) + 1
    return cells


def _has_header(
    document: Document, header: list[str], at: Span, known: tuple[str, ...], needed: tuple[str, ...]
) -> bool:
    """Check the names of the columns; without one that is needed, no row can be read."""
    if not any(header):
        hint = f"write the names of the columns in the first line: {', '.join(known)}"
        document.problems.add("L842", "the file is empty: it has no header", at, hint)
        return False
    for name in dict.fromkeys(name for name in header if header.count(name) > 1):
        message = f"the first line names the column {name!r} twice"
        document.problems.add("L842", message, at, "rename one of them, or remove it")
    for name in header:
        if name not in known:
            document.problems.add("L842", f"unknown column {name!r}", at, meant(name, known))
    missing = [name for name in needed if name not in header]
    for name in missing:
        message = f"the column {name!r} is missing"
        document.problems.add("L842", message, at, f"known: {', '.join(known)}")
    return not missing
