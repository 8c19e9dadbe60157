"""Which reader takes a file of reports: by the end of its name, or by its first bytes."""

from pathlib import PurePath
from typing import BinaryIO

from checker.reports import (
    cot,
    csv,
    geojson,
    geojson_seq,
    gpx,
    json,
    kml,
    kmz,
    ndjson,
    parquet,
    xlsx,
    xml,
)
from checker.reports.layout import Stated, layout_of
from checker.reports.observations import refusals_of
from checker.reports.opened import Opened, Reader
from checker.reports.options import ReadOptions
from checker.reports.packing import inner_suffix, unpacked
from checker.reports.seeming import packed_seeming, seeming_of
from checker.reports.source import STDIN, Form, Source, refuse, source_of
from checker.reports.taking import ReportFile
from checker.values.diagnostic import CheckerError

__all__ = ["READERS", "open_file", "open_unmapped"]

READERS: tuple[Reader, ...] = (
    parquet.READER,
    xlsx.READER,
    kmz.READER,
    kml.READER,
    gpx.READER,
    cot.READER,
    xml.READER,
    geojson_seq.READER,
    ndjson.READER,
    geojson.READER,
    json.READER,
    csv.READER,
)
"""Every format that is read; the last one takes what has no other's first bytes."""

_UNREAD = {
    ".xls": "save it as .xlsx, or the sheet as CSV",
    ".ods": "save it as .xlsx, or the sheet as CSV",
}
"""Formats that are known by name and not read, and what to do."""


def open_file(
    path: str, options: ReadOptions, stdin: BinaryIO | None = None, name: str = ""
) -> ReportFile:
    """Open one file of reports; ``-`` is ``stdin``, its format by its content.

    ``name`` is what it is called, where that is not its path. Raises ``CheckerError`` with all that
    is wrong with it as a whole.
    """
    if (name or path) in options.observations:
        refusals = refusals_of(open_unmapped(path, options.form, name=name))
        return ReportFile(refusals, layout_of(refusals, Stated()))
    opened = open_unmapped(path, options.form, stdin, name)
    try:
        return ReportFile(opened, layout_of(opened, options.stated))
    except CheckerError as error:
        raise _told_by_content(opened.source, _reader_of(opened.source), error) from error


def open_unmapped(path: str, form: Form, stdin: BinaryIO | None = None, name: str = "") -> Opened:
    """Open a file of any format as a table, whatever its columns are.

    Raises ``CheckerError`` where it cannot be read.
    """
    return _opened(_unpacked(source_of(path, stdin, name, form)))


def _unpacked(source: Source) -> Source:
    try:
        return unpacked(source)
    except CheckerError as error:
        found = seeming_of(source)
        suffix = PurePath(source.name).suffix.lower()
        if found is None or suffix in found.suffixes:
            raise
        said = f"the file is not compressed, as '{suffix}' says: it seems to be {found.said}"
        raise refuse("R102", said, source.name, found.way_out()) from error


def _opened(source: Source) -> Opened:
    reader = _reader_of(source)
    found = packed_seeming(source)
    if reader.is_text and found is not None:
        raise refuse(
            "R102", f"this is no text: the file is {found.said}", source.name, found.way_out()
        )
    if source.unpack and not reader.is_text:
        said = f"{reader.name} is not read from within a compressed file"
        raise refuse("R102", said, source.name, "unpack it: it is compressed within already")
    try:
        return reader.open(source)
    except CheckerError as error:
        raise _told_by_content(source, reader, error) from error


def _reader_of(source: Source) -> Reader:
    """Return who reads a file; raises ``CheckerError`` where nobody does."""
    if source.name == STDIN:
        return next(reader for reader in READERS if reader.is_start(source.head))
    suffix = inner_suffix(source.name)
    reader = next((reader for reader in READERS if suffix in reader.suffixes), None)
    if reader is not None:
        return reader
    said = f"files ending in '{suffix}' are not read" if suffix else "the name has no ending"
    seeming = seeming_of(source)
    if seeming is not None and seeming.way_out() != _UNREAD.get(suffix):
        said = f"{said}; this one seems to be {seeming.said}"
        raise refuse("R102", said, source.name, seeming.way_out(_packing(source)))
    known = ", ".join(name for reader in READERS for name in reader.suffixes)
    hint = _UNREAD.get(suffix, f"known: {known}; and texts in .gz or .zst")
    raise refuse("R102", said, source.name, hint)


def _told_by_content(source: Source, reader: Reader, error: CheckerError) -> CheckerError:
    """Return what is wrong with a file that cannot be read: its name, if it is another format."""
    if not source.head and "is empty" not in str(error):
        said = "the file is empty: nothing stands in it"
        return refuse("R108", said, source.name, "save or download it again")
    found = seeming_of(source)
    if found is None or set(found.suffixes) & set(reader.suffixes):
        return error
    said = f"the file is not {reader.name}: it seems to be {found.said}"
    return refuse("R102", said, source.name, found.way_out(_packing(source)))


def _packing(source: Source) -> str:
    return PurePath(source.name).suffix if source.unpack else ""
