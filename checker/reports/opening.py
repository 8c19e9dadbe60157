"""Which reader takes a file of reports: by the end of its name, or by its first bytes."""

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
from checker.reports.packed import refuse_packed
from checker.reports.packing import inner_suffix, unpacked
from checker.reports.source import STDIN, Form, Source, refuse, source_of
from checker.reports.taking import ReportFile

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

_SHEETS = (".xls", ".ods")


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
    return ReportFile(opened, layout_of(opened, options.stated))


def open_unmapped(path: str, form: Form, stdin: BinaryIO | None = None, name: str = "") -> Opened:
    """Open a file of any format as a table, whatever its columns are.

    Raises ``CheckerError`` where it cannot be read.
    """
    return _opened(source_of(path, stdin, name, form))


def _opened(source: Source) -> Opened:
    source = unpacked(source)
    suffix = inner_suffix(source.name)
    if source.name == STDIN:
        reader = next(reader for reader in READERS if reader.is_start(source.head))
    elif suffix in _SHEETS:
        raise refuse(
            "R102",
            f"spreadsheets ending in '{suffix}' are not read",
            source.name,
            "save it as .xlsx, or the sheet as CSV",
        )
    else:
        found = next((reader for reader in READERS if suffix in reader.suffixes), None)
        if found is None:
            known = ", ".join(name for reader in READERS for name in reader.suffixes)
            said = f"files ending in '{suffix}' are not read"
            raise refuse("R102", said, source.name, f"known: {known}; and texts in .gz or .zst")
        reader = found
    if reader.is_text:
        refuse_packed(source)
    elif source.unpack:
        said = f"{reader.name} is not read from within a compressed file"
        raise refuse("R102", said, source.name, "unpack it: it is compressed within already")
    return reader.open(source)
