"""NDJSON: one object a line, also called JSON Lines; a line that is none is one bad row."""

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from checker.reports.aside import Aside
from checker.reports.aside.lines import write_lines
from checker.reports.encoding import encoding_of_rows
from checker.reports.items import Item, open_items
from checker.reports.json_rows import record_row
from checker.reports.json_text import parsed_json
from checker.reports.opened import Opened, Reader
from checker.reports.records import NUL, physical_lines
from checker.reports.rejected import Fault
from checker.reports.source import Source, refuse

__all__ = ["READER", "line_row", "open_ndjson"]


def open_ndjson(source: Source) -> Opened:
    """Open a file of JSON objects line by line; blank lines are none.

    Raises ``CheckerError`` for a file in which not one line is an object.
    """
    encoding = encoding_of_rows(source, is_json=True)

    def items() -> Iterator[Item]:
        has_object = False
        first: Fault | None = None
        lines = physical_lines(encoding.utf8_pieces(source), source.name)
        for line, text in enumerate(lines, start=1):
            if text.strip():
                is_broken = encoding.has_breaks and "\0" in text
                item = Item(NUL if is_broken else line_row(text), line)
                has_object = has_object or not _is_none(item)
                first = first or (item.found if isinstance(item.found, Fault) else None)
                yield item
        if not has_object:
            why = f": of the first, {first.reason}" if first is not None else ""
            raise refuse(
                "R108",
                f"no line of the file is a JSON object{why}",
                source.name,
                'write one object a line: {"id": ...}',
            )

    opened = open_items(source, items, encoding.warnings(source.name), stated=encoding.stated)
    return replace(opened, aside=Aside(".ndjson", partial(write_lines, source, encoding)))


def line_row(text: str) -> dict[str, str] | Fault:
    """Return the cells of the object that a line holds, or why it is no report."""
    try:
        return record_row(parsed_json(text))
    except json.JSONDecodeError as error:
        said = f"this is no JSON: {error.msg.lower().removesuffix(' at')} at column {error.colno}"
        return Fault("R231", said, "write one whole object a line")
    except RecursionError:
        return Fault("R231", "it is nested too deeply", "write names with texts and numbers")


def _is_none(item: Item) -> bool:
    return isinstance(item.found, Fault) and item.found.code == "R231"


def _starts(head: bytes) -> bool:
    """Say whether the first line is a whole object and another begins below it."""
    first, _, rest = head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    if not (first.startswith(b"{") and rest.lstrip().startswith(b"{")):
        return False
    return not isinstance(line_row(first.decode("utf-8", "replace")), Fault)


READER = Reader("NDJSON", (".ndjson", ".jsonl"), _starts, open_ndjson)
