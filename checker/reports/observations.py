"""Where and when monitors looked, or were refused access: tables beside the reports.

A row says area, from, to and status; it may draw the area instead. What was refused is a report of
its own kind as well, so that it is judged like any other: it leaves open what it may hide, and
decides nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from checker.geography.region import Region
from checker.reports.cells import Block, Cells, Texts
from checker.reports.clock import Clock
from checker.reports.looked_at import DRAWN, drawn_ground
from checker.reports.opened import Opened
from checker.reports.options import ReadOptions
from checker.reports.rejected import Fault
from checker.reports.source import refuse
from checker.reports.spelling import did_you_mean, normalised
from checker.values.diagnostic import CheckerError, Diagnostic
from checker.values.span import Span
from checker.values.zones import zone_of

__all__ = ["Look", "Status", "looks_in", "refusals_of"]

Status = Literal["watched", "partial", "denied"]

_STATUSES: dict[str, Status] = {
    "watched": "watched",
    "observed": "watched",
    "visited": "watched",
    "partial": "partial",
    "denied": "denied",
    "refused": "denied",
}
_COLUMNS = {
    "area": ("area", "place", "within_area"),
    "from": ("from", "seen_from"),
    "to": ("to", "seen_to"),
    "status": ("status",),
}
_CIRCLE = ("lon", "lat", "radius_m")
_OURS = {"area": "within_area", "from": "seen_from", "to": "seen_to"}
_CONSTANTS = {"kind": "access_denied", "time_kind": "throughout", "actor": ""}
_WRITE = "write the columns area, from, to and status in the first line; or draw the area"


@dataclass(frozen=True, slots=True)
class Look:
    """Hold one row: the area as written, when it began, its last instant, and its end (exclusive).

    ``area`` is None where the agreement does not know it, or the row draws its ``ground`` itself.
    """

    file: str
    line: int
    name: str
    area: int | None
    from_us: int
    to_us: int
    end_us: int
    status: Status
    ground: Region | None = None


def looks_in(opened: Opened, options: ReadOptions) -> tuple[Look, ...]:
    """Read all rows; raises ``CheckerError`` with every one that cannot be read.

    None is left out: one that was refused, and is not read, would be taken for one that was not.
    """
    names = _names(opened)
    stated = options.stated_zone
    # What is as wide as words allow is more than anybody watched.
    zone = zone_of(stated) if stated else None
    clock = Clock(ZoneInfo(options.zone), zone, (), reads_words=False)
    found: list[Look] = []
    problems: list[Diagnostic] = []
    for block in opened.blocks():
        problems += [_problem(opened, one.line, one.fault) for one in block.faults]
        columns = {ours: block.columns[theirs].texts() for ours, theirs in names.items()}
        for row in np.flatnonzero(_is_filled(block)).tolist():
            cells = {ours: texts.at(row) for ours, texts in columns.items()}
            line = int(block.line[row]) or int(block.row[row])
            ground = None if cells.get("area") else drawn_ground(cells)
            read = ground if isinstance(ground, Fault) else _read(cells, clock, ground)
            if isinstance(read, Fault):
                problems.append(_problem(opened, line, read))
                continue
            assert not isinstance(ground, Fault)
            name = cells.get("area", "")
            area = options.vocabulary.places.get(normalised(name)) if name else None
            status = _STATUSES[normalised(cells["status"])]
            found.append(Look(opened.source.name, line, name, area, *read, status, ground))
    if problems:
        raise CheckerError(*problems)
    return tuple(found)


def refusals_of(opened: Opened) -> Opened:
    """Return the rows in which access was refused, as reports of that kind."""
    names = _names(opened)

    def blocks(only: Sequence[str] | None = None) -> Iterator[Block]:  # noqa: ARG001 - few columns
        for block in opened.blocks():
            status = block.columns[names["status"]].texts()
            denied = [
                at
                for at, text in enumerate(status.distinct)
                if _STATUSES.get(normalised(text)) == "denied"
            ]
            rows = np.flatnonzero(np.isin(status.codes, denied))
            texts = {ours: block.columns[at].texts().take(rows) for ours, at in names.items()}
            columns: dict[str, Cells] = {
                _OURS.get(ours, ours): cells for ours, cells in _placed(texts).items()
            }
            columns.pop("status")
            columns |= {name: _constant(text, len(rows)) for name, text in _CONSTANTS.items()}
            yield Block(columns, block.row[rows], block.line[rows])

    columns = (*(_OURS.get(ours, ours) for ours in names if ours != "status"), *_CONSTANTS)
    return replace(opened, columns=columns, blocks=blocks, grouped=None, odd={}, doubt=None)


def _names(opened: Opened) -> dict[str, str]:
    """Return the file's own name of each column; raises ``CheckerError`` where one is missing.

    Those that draw a place are kept as far as they can: without a radius no position is an area.
    """
    found: dict[str, str] = {}
    drawn = {normalised(name): name for name in opened.columns if normalised(name) in DRAWN}
    if not set(_CIRCLE) <= drawn.keys():
        drawn = {ours: theirs for ours, theirs in drawn.items() if ours == "outline"}
    for ours, spellings in _COLUMNS.items():
        theirs = [name for name in opened.columns if normalised(name) in spellings]
        if len(theirs) != 1:
            if ours == "area" and not theirs and drawn:
                continue
            said = (
                f"has {' and '.join(theirs)}, which say the same"
                if theirs
                else f"has no column '{ours}'"
            )
            raise refuse("R281", f"the file of observations {said}", opened.source.name, _WRITE)
        found[ours] = theirs[0]
    return found | drawn


def _placed(texts: dict[str, Texts]) -> dict[str, Texts]:
    """Blank what does not count: all that is drawn beside a name, a position beside an outline.

    Else a refusal that says its place twice, and differently, would be no report.
    """
    for first, others in (("area", DRAWN), ("outline", ("lon", "lat"))):
        if first in texts:
            is_told = ~texts[first].blank()
            texts = {
                ours: replace(cells, codes=np.where(is_told, np.int32(-1), cells.codes))
                if ours in others
                else cells
                for ours, cells in texts.items()
            }
    return texts


def _read(
    cells: dict[str, str], clock: Clock, ground: Region | None
) -> tuple[int, int, int] | Fault:
    """Return the start, the last instant and the end of a row, or why it cannot be read."""
    for name in _COLUMNS:
        if not cells.get(name) and not (name == "area" and ground is not None):
            return Fault("R282", f"{name} is blank", "fill it: nothing is taken for watched")
    status = cells["status"]
    if normalised(status) not in _STATUSES:
        return Fault("R282", f"unknown status '{status}'", did_you_mean(status, tuple(_STATUSES)))
    start, end = clock.read(cells["from"]), clock.read(cells["to"])
    for name, read in (("from", start), ("to", end)):
        if isinstance(read, Fault):
            return Fault("R283", f"{name}: {read.reason}", read.hint)
    assert isinstance(start, tuple)
    assert isinstance(end, tuple)
    if end[1] < start[0]:
        return Fault("R283", "it ends before it begins", "swap from and to, or correct one")
    # A date runs to the end of its day; an instant is the end itself.
    is_date = end[1] > end[0]
    return start[0], end[1], end[1] + is_date


def _problem(opened: Opened, line: int, fault: Fault) -> Diagnostic:
    span = Span(opened.source.name, line, 1, line, 1)
    return Diagnostic(fault.code, fault.reason, span, fault.hint)


def _is_filled(block: Block) -> NDArray[np.bool_]:
    """Say which rows hold anything at all."""
    found = np.zeros(len(block), dtype=np.bool_)
    for cells in block.columns.values():
        found |= ~cells.blank()
    return found


def _constant(text: str, count: int) -> Texts:
    code = 0 if text else -1
    return Texts((text,), np.full(count, code, dtype=np.int32))
