"""Files of reports to columns of numbers and codes; the readers of pyarrow are used here alone."""

from collections.abc import Sequence
from typing import BinaryIO

from checker.reports.mapping import Mapping
from checker.reports.mapping_tree import mapping_from
from checker.reports.opening import READERS, open_file
from checker.reports.options import ReadOptions, misstated
from checker.reports.reports import FileCount, Reports
from checker.reports.taking import ReportFile
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
            files.append(open_file(path, options, stdin, name if name != path else ""))
        except CheckerError as error:
            found += error.diagnostics
    if found:
        raise CheckerError(*dict.fromkeys(found))
    return Reports(files, options)
