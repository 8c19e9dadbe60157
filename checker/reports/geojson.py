"""GeoJSON: a FeatureCollection of points; the properties are the columns, as text (RFC 7946)."""

from collections.abc import Iterator
from dataclasses import replace

from checker.reports.aside import Aside
from checker.reports.aside.json_list import FEATURES, ElementWriter
from checker.reports.encoding import ELEMENTS, encoding_of_rows
from checker.reports.items import Item, open_items
from checker.reports.json_document import Document
from checker.reports.json_rows import feature_row, is_wgs84
from checker.reports.json_text import Json
from checker.reports.opened import Opened, Reader
from checker.reports.records import NUL
from checker.reports.source import Source, refuse

__all__ = ["COLLECTION", "READER", "open_geojson"]

COLLECTION = "FeatureCollection"
_SHAPE = 'write {"type": "FeatureCollection", "features": [...]}'


def open_geojson(source: Source) -> Opened:
    """Open a GeoJSON file; its numbers stay the text that was typed.

    Raises ``CheckerError`` for a text that is no JSON, with its line and column, for anything but a
    FeatureCollection, for one that names a key twice, and for coordinates that are not WGS 84.
    """
    encoding = encoding_of_rows(source, ELEMENTS, is_json=True)

    def items() -> Iterator[Item]:
        document = Document(source, encoding, named="features")
        for feature in document.elements():
            yield Item(NUL if document.is_broken else feature_row(feature))
        _refuse_others(document, source)

    opened = open_items(source, items, encoding.warnings(source.name), stated=encoding.stated)
    writer = ElementWriter(
        source, encoding, lambda: Document(source, encoding, named="features"), FEATURES
    )
    return replace(opened, aside=Aside(".geojson", writer))


def _refuse_others(document: Document, source: Source) -> None:
    """Raise ``CheckerError`` for what is no collection of features in WGS 84."""
    others: dict[str, Json] = document.others
    if others.get("type") != COLLECTION:
        raise refuse("R108", "the file is not a GeoJSON FeatureCollection", source.name, _SHAPE)
    if document.doubled is not None:
        doubled = f"the key '{document.doubled}' stands twice at the top of the file"
        raise refuse("R108", doubled, source.name, "keep one, and lose no report of the other")
    if document.key is None:
        raise refuse("R108", "the FeatureCollection has no features", source.name, _SHAPE)
    if not is_wgs84(others):
        raise refuse("R102", "the coordinates are not WGS 84", source.name, "save as EPSG:4326")


def _starts(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"{") and COLLECTION.encode() in start


READER = Reader("GeoJSON", (".geojson",), _starts, open_geojson)
