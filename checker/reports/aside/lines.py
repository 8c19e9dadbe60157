"""Reports of one line each as they were, such as NDJSON: the same bytes."""

from typing import BinaryIO

from checker.reports.aside import Wanted
from checker.reports.encoding import Encoding
from checker.reports.raw_lines import mark_of, raw_lines
from checker.reports.source import Source

__all__ = ["write_lines"]


def write_lines(source: Source, encoding: Encoding, wanted: Wanted, to: BinaryIO) -> int:
    """Write the lines of the wanted rows."""
    chosen = set(wanted.values())
    to.write(mark_of(source, encoding))
    count = 0
    for number, line in enumerate(raw_lines(source, encoding), start=1):
        if number in chosen:
            to.write(line)
            count += 1
    return count
