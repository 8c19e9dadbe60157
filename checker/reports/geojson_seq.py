"""GeoJSON text sequences: features one after the other, each a row for itself (RFC 8142).

A text begins with a record separator and may run over lines; without separators each line is one
feature, as in newline-delimited GeoJSON. What is broken is one bad row: the next one begins anew.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from checker.reports.aside import Aside
from checker.reports.aside.sequence import write_texts
from checker.reports.encoding import encoding_of_rows
from checker.reports.items import Item, open_items
from checker.reports.json_rows import NO_FEATURE, feature_row
from checker.reports.json_text import MOST_CHARACTERS, parsed_json
from checker.reports.opened import Opened, Reader
from checker.reports.records import NUL, physical_lines
from checker.reports.rejected import Fault
from checker.reports.source import Source, refuse

__all__ = ["READER", "open_geojson_seq"]

_MARK = "\x1e"
"""The record separator: RFC 7464, 2.1."""


def open_geojson_seq(source: Source) -> Opened:
    """Open a sequence of GeoJSON features; blank lines are none.

    Raises ``CheckerError`` for a file in which not one text is JSON.
    """
    encoding = encoding_of_rows(source, is_json=True)

    def items() -> Iterator[Item]:
        has_feature = False
        first: Fault | None = None
        for line, text in _texts(physical_lines(encoding.utf8_pieces(source), source.name)):
            is_broken = encoding.has_breaks and "\0" in text
            row = NUL if is_broken else _row(text)
            first = first or (row if isinstance(row, Fault) else None)
            has_feature = has_feature or not _is_none(row)
            yield Item(row, line)
        if not has_feature:
            why = f": of the first, {first.reason}" if first is not None else ""
            hint = 'write one feature a line: {"type": "Feature", ...}'
            raise refuse(
                "R108", f"no text of the file is a GeoJSON feature{why}", source.name, hint
            )

    opened = open_items(source, items, encoding.warnings(source.name), stated=encoding.stated)
    return replace(opened, aside=Aside(".geojsons", partial(write_texts, source, encoding)))


def _starts(head: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").startswith(_MARK.encode())


READER = Reader(
    "GeoJSON sequence",
    (".geojsons", ".geojsonl", ".geojsonseq", ".ndgeojson"),
    _starts,
    open_geojson_seq,
)


def _texts(lines: Iterator[str]) -> Iterator[tuple[int, str]]:
    """Yield each text with its first line, from 1: from mark to mark, or else line by line."""
    started, parts, size = 0, list[str](), 0
    for number, line in enumerate(lines, start=1):
        more, *fresh = line.split(_MARK)
        if started and size <= MOST_CHARACTERS:
            parts.append(more)
            size += len(more)
        elif not started and more.strip():
            yield number, more
        for text in fresh:
            if started and "".join(parts).strip():
                yield started, "\n".join(parts)
            started, parts, size = number, [text], len(text)
    if started and "".join(parts).strip():
        yield started, "\n".join(parts)


def _row(text: str) -> dict[str, str] | Fault:
    try:
        return feature_row(parsed_json(text))
    except json.JSONDecodeError as error:
        # In a sequence of long texts the line within the text matters too.
        place = f"line {error.lineno}, column {error.colno}"
        said = f"this is no JSON: {error.msg.lower().removesuffix(' at')} at {place} of the text"
        return Fault("R231", said, "write one whole feature, after a record separator or a line")
    except RecursionError:
        return Fault("R231", "it is nested too deeply", "write names with texts and numbers")


def _is_none(row: dict[str, str] | Fault) -> bool:
    return isinstance(row, Fault) and (row is NO_FEATURE or row.code == "R231")
