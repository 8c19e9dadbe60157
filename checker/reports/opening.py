"""Which reader takes a file of reports: by the end of its name, or by its first bytes."""

from pathlib import PurePath
from typing import BinaryIO

from checker.reports import csv, geojson, geojson_seq, json, ndjson, parquet, xlsx
from checker.reports.layout import layout_of
from checker.reports.opened import Opened, Reader
from checker.reports.options import ReadOptions
from checker.reports.packed import refuse_packed
from checker.reports.source import STDIN, Source, refuse, source_of
from checker.reports.taking import ReportFile

__all__ = ["READERS", "open_file"]

READERS: tuple[Reader, ...] = (
    parquet.READER,
    xlsx.READER,
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
    opened = _opened(source_of(path, stdin, name, options.form))
    return ReportFile(opened, layout_of(opened, options.stated))


def _opened(source: Source) -> Opened:
    suffix = PurePath(source.name).suffix.lower()
    if source.name == STDIN:
        reader = next(reader for reader in READERS if reader.is_start(source.head))
        if reader not in (parquet.READER, xlsx.READER):
            refuse_packed(source)
        return reader.open(source)
    if suffix in _SHEETS:
        raise refuse(
            "R102",
            f"spreadsheets ending in '{suffix}' are not read",
            source.name,
            "save it as .xlsx, or the sheet as CSV",
        )
    if suffix not in (*parquet.READER.suffixes, *xlsx.READER.suffixes):
        refuse_packed(source)
    for reader in READERS:
        if suffix in reader.suffixes:
            return reader.open(source)
    known = ", ".join(name for reader in READERS for name in reader.suffixes)
    raise refuse("R102", f"files ending in '{suffix}' are not read", source.name, f"known: {known}")
