"""JSON: a list of objects, at the top or under one key of an object; their names are the columns.

A report is called by its number in the list, since a line may hold many.
"""

from collections.abc import Iterator
from dataclasses import replace

from checker.reports.aside import Aside
from checker.reports.aside.json_list import LIST, ElementWriter
from checker.reports.encoding import ELEMENTS, encoding_of_rows
from checker.reports.geojson import COLLECTION, open_geojson
from checker.reports.items import Item, open_items
from checker.reports.json_document import Document
from checker.reports.json_rows import record_row
from checker.reports.opened import Opened, Reader
from checker.reports.records import NUL
from checker.reports.source import Source, refuse

__all__ = ["READER", "open_json"]

_SHAPE = 'write a list of objects: [{"id": ...}, {...}]'


class _CollectionError(Exception):
    """Say that the document is GeoJSON."""


def open_json(source: Source) -> Opened:
    """Open a JSON file; a FeatureCollection is read as GeoJSON, whatever the file is called.

    Raises ``CheckerError`` for a text that is no JSON, with its line and column, and where it has
    no list of objects, or several.
    """
    encoding = encoding_of_rows(source, ELEMENTS, is_json=True)

    def items() -> Iterator[Item]:
        document = Document(source, encoding)
        for record in document.elements():
            if document.others.get("type") == COLLECTION:
                raise _CollectionError
            yield Item(NUL if document.is_broken else record_row(record))
        _refuse_others(document, source)

    try:
        opened = open_items(source, items, encoding.warnings(source.name), stated=encoding.stated)
    except _CollectionError:
        return open_geojson(source)
    writer = ElementWriter(source, encoding, lambda: Document(source, encoding), LIST)
    return replace(opened, aside=Aside(".json", writer))


def _refuse_others(document: Document, source: Source) -> None:
    if document.others.get("type") == COLLECTION:
        raise _CollectionError
    if document.doubled is not None:
        doubled = f"the key '{document.doubled}' stands twice at the top of the file"
        raise refuse("R108", doubled, source.name, "keep one, and lose no report of the other")
    is_empty = [] in document.others.values()
    if document.key is None and not is_empty:
        raise refuse("R108", "the file has no list of objects", source.name, _SHAPE)


def _starts(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    is_list = start.startswith(b"[") and start[1:].lstrip()[:1] in (b"{", b"]")
    return start.startswith(b"{") or is_list


READER = Reader("JSON", (".json",), _starts, open_json)
