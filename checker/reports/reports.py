"""Files of reports as batches: read again for each pass, with what was rejected and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from zoneinfo import ZoneInfo

import numpy as np

from checker.reports.apply import Applied, idle_rules
from checker.reports.batch import KINDS, Batch, Vocabulary
from checker.reports.cells import Block
from checker.reports.clock import Clock, is_zone
from checker.reports.columns import BY_NAME
from checker.reports.draft import Reading
from checker.reports.identity import Placed
from checker.reports.layout import Layout, Stated
from checker.reports.mapping import NO_MAPPING, Mapping
from checker.reports.names import Names
from checker.reports.opened import Opened
from checker.reports.rejected import Fault, Faults, Rejected
from checker.reports.repeats import Repeats, Suspects
from checker.reports.spelling import did_you_mean, zone_meant
from checker.reports.supersede import corrections_in, superseded_ids
from checker.reports.tally import Tally
from checker.reports.to_batch import good_rows, to_batch
from checker.values.diagnostic import Diagnostic
from checker.values.held import Held
from checker.values.zones import zone_of

__all__ = ["FileCount", "ReadOptions", "ReportFile", "Reports", "misstated"]

_KEPT_ROWS = 262_144
"""So many rows are kept in memory for the second pass; more are read again."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Say how reports are read.

    ``zone`` is the agreement's, for dates alone; ``stated_zone`` is for instants without an
    offset. ``kind`` and ``radius_m`` are for files that leave them out.
    """

    vocabulary: Vocabulary = field(default_factory=lambda: Vocabulary({}, {}, {}, {}))
    zone: str = "UTC"
    stated_zone: str | None = None
    kind: str | None = None
    radius_m: float | None = None
    mapping: Mapping = NO_MAPPING

    @property
    def stated(self) -> Stated:
        """Return what is stated for files that leave it out."""
        return Stated(self.kind, self.radius_m, self.mapping)


def misstated(options: ReadOptions) -> Iterator[Diagnostic]:
    """Yield what is wrong with the options themselves."""
    if options.stated_zone is not None and not is_zone(options.stated_zone):
        message = f"unknown time zone '{options.stated_zone}'"
        yield Diagnostic("R110", message, None, zone_meant(options.stated_zone))
    if options.kind is not None and options.kind not in KINDS:
        yield Diagnostic(
            "R110", f"unknown kind '{options.kind}'", None, did_you_mean(options.kind, KINDS)
        )
    if options.radius_m is not None and not 0 <= options.radius_m <= BY_NAME["radius_m"].most:
        message = f"a radius of {options.radius_m:.15g} m is out of range"
        yield Diagnostic("R110", message, None, "such as 100m or 2km")


@dataclass(frozen=True, slots=True)
class FileCount:
    """Count what became of one file; ``rows`` are the accepted ones.

    ``stated`` is what the user said for the whole file, by column; ``mapping`` the file of which
    columns and values are which, with the SHA-256 of its bytes, None where there is none, and
    ``rewritten`` how many reports it writes anew one by one.
    """

    file: str
    sha256: str
    rows: int
    quarantined: int
    stated: tuple[tuple[str, str], ...]
    mapping: tuple[str, str] | None = None
    rewritten: int = 0


@dataclass(frozen=True, slots=True)
class ReportFile:
    """Hold one file with its layout: all that is needed to read it once more."""

    opened: Opened
    layout: Layout

    @property
    def name(self) -> str:
        """Return the file as the user named it."""
        return self.opened.source.name

    def blocks(self, only: Sequence[str] | None = None) -> Iterator[Block]:
        """Yield the rows; raises ``CheckerError`` where the file is not the one that was hashed."""
        try:
            yield from self.opened.blocks(only)
        except Exception:
            # What cannot be read now was another file when it was opened.
            self.opened.source.refuse_changed()
            raise
        self.opened.source.refuse_changed()

    def applied(self) -> Applied:
        """Return what turns the file's blocks into those of the contract, from the first on."""
        comma = self.opened.has_decimal_comma
        return Applied(self.layout, self.layout.mapping, has_decimal_comma=comma)


def _may_repeat(files: Sequence[ReportFile]) -> bool:
    """Say whether an id can be given twice: places alone are not, each in a file of its own."""
    names = [file.name for file in files]
    return len(set(names)) < len(names) or any(file.layout.gives_ids for file in files)


class Reports:
    """Hand out the reports of some files as batches, in the order of the files and their rows.

    ``batches()`` may be called again; each time it yields the same. What is only known at the end
    of the first reading (``inputs``, ``rejected``) is read for where it is asked for earlier.
    """

    def __init__(self, files: Sequence[ReportFile], options: ReadOptions) -> None:
        self._files = tuple(files)
        self._options = options
        self._held: Held[Batch] = Held(self.most_held, len)
        self._counts: tuple[FileCount, ...] | None = None
        self._rejected: tuple[Rejected, ...] = ()
        self._idle: tuple[Diagnostic, ...] = ()
        self._bad_ids: dict[str, Fault] = {}
        self._suspects = Suspects(self._ids, are_none=not _may_repeat(files))
        self._has_corrections = any(file.layout.has("supersedes") for file in self._files)
        if self._has_corrections:
            # Two heirs, or a circle, are only known when all was read.
            self._bad_ids = corrections_in(self._read(*self._begun()))

    def batches(self) -> Iterator[Batch]:
        """Yield the accepted reports; nothing of a file is held that is not needed again."""
        if self._held.items is not None:
            yield from self._held.items
            return
        tally, repeats = self._begun()
        yield from self._held.through(self._read(tally, repeats))
        mapping = self._options.mapping
        mapped = (mapping.name, mapping.sha256) if mapping.sha256 else None
        self._counts = tuple(
            FileCount(
                file.name,
                file.opened.source.sha256,
                accepted,
                quarantined,
                file.layout.stated,
                mapped,
                rewritten,
            )
            for file, (accepted, quarantined), rewritten in zip(
                self._files, tally.counts, tally.rewritten, strict=True
            )
        )
        self._rejected = tuple(tally.rejected)
        self._idle = tuple(idle_rules(self._options.mapping, tally.met))

    @property
    def most_held(self) -> int:
        """Return how many reports stay in memory once they were read."""
        return _KEPT_ROWS

    @property
    def inputs(self) -> tuple[FileCount, ...]:
        """Return the count of each file, in the order given."""
        self._finish()
        return self._counts or ()

    @property
    def rejected(self) -> tuple[Rejected, ...]:
        """Return what was wrong with the rows that were rejected, file by file, row by row."""
        self._finish()
        return self._rejected

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return the warnings about the files, located."""
        self._finish()
        located = [one for file in self._files for one in file.layout.warnings]
        return (*located, *self._idle)

    def corrections(self) -> Iterator[Batch]:
        """Yield the reports once more where some of them correct others; else none."""
        return self.batches() if self._has_corrections else iter(())

    def superseded(self, as_of_us: int | None = None) -> frozenset[str]:
        """Return the ids of the reports that another one supersedes.

        A correction that lies wholly after ``as_of_us`` supersedes nothing.
        """
        return superseded_ids(self.corrections(), as_of_us)

    def _finish(self) -> None:
        if self._counts is None:
            for _ in self.batches():
                pass

    def _begun(self) -> tuple[Tally, Repeats]:
        """Return what one pass counts with."""
        tally = Tally()
        return tally, Repeats(self._suspects, lambda: self._once_more(tally.handed))

    def _once_more(self, count: int) -> Iterator[Batch]:
        """Yield the first batches anew, none of which gives an id twice."""
        unique = Repeats(Suspects(tuple, are_none=True), tuple)
        return islice(self._read(Tally(), unique), count)

    def _read(self, tally: Tally, repeats: Repeats) -> Iterator[Batch]:
        for file in self._files:
            tally.begin()
            reading = self._reading(file)
            applied = file.applied()
            for source in file.blocks():
                block = applied.block(source)
                batch = self._accepted(block, reading, (tally, repeats))
                if len(batch):
                    tally.handed += 1
                    yield batch
            tally.met |= applied.met
            tally.rewritten.append(applied.rewritten)
        repeats.end()

    def _ids(self) -> Iterator[Names]:
        """Yield the ids of all rows, in the order of the files."""
        for file in self._files:
            applied = file.applied()
            for source in file.blocks(applied.for_ids):
                block = applied.ids(source)
                cells = block.columns.get("id")
                placed = Placed(file.name, block.line, block.row)
                rows = np.arange(len(block))
                yield Names(cells.packed() if cells is not None else None, placed, rows)

    def _reading(self, file: ReportFile) -> Reading:
        options, mapping = self._options, file.layout.mapping
        stated_zone = options.stated_zone or mapping.zone
        return Reading(
            file.name,
            options.vocabulary,
            Clock(
                ZoneInfo(options.zone),
                zone_of(stated_zone) if stated_zone else None,
                mapping.patterns,
            ),
            file.opened.has_decimal_comma,
            file.layout.shown,
        )

    def _accepted(self, block: Block, reading: Reading, counted: tuple[Tally, Repeats]) -> Batch:
        """Return the good rows of a block, and put the others on the tally."""
        tally, repeats = counted
        faults = Faults()
        batch = to_batch(block, reading, faults)
        if self._bad_ids:
            for row, name in enumerate(batch.ids):
                if name in self._bad_ids:
                    faults.add([row], reading.name("supersedes"), self._bad_ids[name])
        for row, fault in [*repeats.rows(batch, lambda: faults.bad(len(batch)))]:
            faults.add([row], reading.name("id"), fault)
        tally.add(block, batch, faults)
        return good_rows(batch, faults)
