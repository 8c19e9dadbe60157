"""Rejected rows in files of their own: exactly as they were, and beside them why.

What is read of a file is judged or stands here, row for row: the numbers are compared before
anybody may rely on them.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from checker.reports.rejected import Rejected
from checker.reports.source import STDIN
from checker.reports.taking import ReportFile

__all__ = ["REASONS", "Held", "write_quarantine"]

REASONS = "reasons.csv"
"""The name of the side file; a file of reports that has this name too gets another one."""

_COLUMNS = ("file", "row", "line", "id", "column", "code", "reason", "hint", "rows_in", "row_there")
_ODD = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_ENDS = frozenset(
    f".{end}"
    for end in (
        *("gz", "zst", "csv", "tsv", "txt", "json", "geojson", "ndjson", "jsonl", "geojsons"),
        *("geojsonl", "geojsonseq", "ndgeojson", "parquet", "pq", "xlsx", "xlsm", "kml", "kmz"),
        *("gpx", "cot", "xml"),
    )
)
_MOST_NAME = 120
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula (OWASP, CSV injection): it stands behind an apostrophe."""


@dataclass(frozen=True, slots=True)
class Held:
    """Say where rejected rows of a file were written: the name in the folder, and how many."""

    file: str
    name: str
    rows: int


def write_quarantine(
    found: Iterable[tuple[ReportFile, Sequence[Rejected]]], folder: Path
) -> tuple[Held, ...]:
    """Write the rejected rows of each file, and the reasons, into an empty ``folder``.

    Raises ``OSError`` where it cannot be written, ``CheckerError`` where a file has changed.
    """
    taken = {REASONS.casefold()}
    held: list[Held] = []
    with (folder / REASONS).open("w", encoding="utf-8", newline="") as stream:
        reasons = csv.writer(stream, lineterminator="\n")
        reasons.writerow(_COLUMNS)
        for file, rejected in found:
            if rejected:
                held.append(_written(file, rejected, folder, taken))
                reasons.writerows(_reasons(rejected, held[-1].name))
    return tuple(held)


def _written(file: ReportFile, rejected: Sequence[Rejected], folder: Path, taken: set[str]) -> Held:
    aside = file.opened.aside
    assert aside is not None
    name = _free_name(file.name, aside.suffix, taken)
    wanted = dict(sorted({one.row: one.line or 0 for one in rejected}.items()))
    with (folder / name).open("wb") as stream:
        count = aside.write(wanted, stream)
    file.opened.source.refuse_changed()
    # A row that was neither judged nor kept would be lost: no result may go out then.
    assert count == len(wanted), f"{count} of {len(wanted)} rows of {file.name} were set aside"
    return Held(file.name, name, count)


def _reasons(rejected: Sequence[Rejected], name: str) -> Iterator[tuple[object, ...]]:
    """Yield why each row was rejected; ``row_there`` is its number in the file that holds it."""
    numbers = {row: at for at, row in enumerate(sorted({one.row for one in rejected}), start=1)}
    for one in rejected:
        place = (one.file, one.row, one.line or "", one.id, one.column or "")
        cells = (*place, one.code, one.reason, one.hint, name, numbers[one.row])
        yield tuple(f"'{cell}" if str(cell).startswith(_FORMULA) else cell for cell in cells)


def _free_name(file: str, suffix: str, taken: set[str]) -> str:
    """Return a name that no other file of the folder has, whatever its letters' case."""
    last = PurePath("stdin" if file == STDIN else file.replace("\\", "/")).name
    stem = last
    while PurePath(stem).suffix.lower() in _ENDS:
        stem = PurePath(stem).stem
    stem = _ODD.sub("_", stem)[:_MOST_NAME] or "reports"
    name, number = f"{stem}{suffix}", 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem}-{number}{suffix}"
    taken.add(name.casefold())
    return name
