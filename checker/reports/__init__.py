"""Files of reports to columns of numbers and codes; the readers of pyarrow are used here alone."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import BinaryIO

from checker.reports import csv, geojson, parquet
from checker.reports.layout import layout_of
from checker.reports.mapping import Mapping
from checker.reports.mapping_tree import mapping_from
from checker.reports.opened import Opened, Reader
from checker.reports.packed import refuse_packed
from checker.reports.reports import FileCount, ReadOptions, ReportFile, Reports, misstated
from checker.reports.source import STDIN, Source, refuse, source_of
from checker.values.diagnostic import CheckerError

__all__ = [
    "READERS",
    "FileCount",
    "Mapping",
    "ReadOptions",
    "Reports",
    "mapping_from",
    "open_reports",
]

READERS: tuple[Reader, ...] = (parquet.READER, geojson.READER, csv.READER)
"""Every format that is read; the last one takes what has no other's first bytes."""

_SHEETS = (".xlsx", ".xls", ".ods")


def open_reports(
    paths: Sequence[str],
    options: ReadOptions,
    stdin: BinaryIO | None = None,
    names: Sequence[str] = (),
) -> Reports:
    """Open files of reports, as the user named them; ``-`` is ``stdin``, its format by its content.

    ``names`` are what the files are called in results, where that is not how they were named.
    Raises ``CheckerError`` with what is wrong with all the files: what cannot be read, and what
    leaves out something that nobody states.
    """
    files: list[ReportFile] = []
    found = list(misstated(options))
    for path, name in zip(paths, names or paths, strict=True):
        try:
            source = source_of(path, stdin)
            opened = _opened(source if name == path else replace(source, name=name))
            files.append(ReportFile(opened, layout_of(opened, options.stated)))
        except CheckerError as error:
            found += error.diagnostics
    if found:
        raise CheckerError(*dict.fromkeys(found))
    return Reports(files, options)


def _opened(source: Source) -> Opened:
    suffix = PurePath(source.name).suffix.lower()
    if source.name == STDIN:
        reader = next(reader for reader in READERS if reader.is_start(source.head))
        if reader is not parquet.READER:
            refuse_packed(source)
        return reader.open(source)
    if suffix in _SHEETS:
        raise refuse(
            "R102", "spreadsheets come in a later version", source.name, "save the sheet as CSV"
        )
    if suffix not in parquet.READER.suffixes:
        refuse_packed(source)
    for reader in READERS:
        if suffix in reader.suffixes:
            return reader.open(source)
    known = ", ".join(name for reader in READERS for name in reader.suffixes)
    raise refuse("R102", f"files ending in '{suffix}' are not read", source.name, f"known: {known}")
