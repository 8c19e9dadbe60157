"""Files of reports as batches: read again for each pass, with what was rejected and why."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

import numpy as np

from checker.reports.apply import idle_rules
from checker.reports.batch import Batch, BatchKey
from checker.reports.identity import Placed
from checker.reports.names import Names
from checker.reports.noted import warnings_of
from checker.reports.options import ReadOptions
from checker.reports.parts import (
    Part,
    PartReader,
    Survey,
    are_distinct,
    are_many,
    are_small,
    parts_of,
)
from checker.reports.rejected import Fault, Rejected
from checker.reports.repeats import Repeats, Suspects
from checker.reports.source import refuse
from checker.reports.spelling import normalised
from checker.reports.supersede import corrections_in, superseded_ids
from checker.reports.taking import ReportFile, Taking, may_repeat
from checker.reports.tally import RowCount, Tally
from checker.values.diagnostic import Diagnostic
from checker.values.held import Held

__all__ = ["FileCount", "Reports"]

_KEPT_ROWS = 262_144
"""So many rows are kept in memory for the second pass; more are read again."""


@dataclass(frozen=True, slots=True)
class FileCount:
    """Count what became of one file.

    ``read`` are the rows of the file as it has them: ``accepted`` and ``quarantined`` together,
    always. ``rows`` are the reports that the accepted ones made.
    ``stated`` is what the user said for the whole file, by column; ``mapping`` the file of which
    columns and values are which, with the SHA-256 of its bytes, None where there is none, and
    ``rewritten`` how many reports it writes anew one by one. ``gazetteer`` likewise is the file of
    where places lie.
    """

    file: str
    sha256: str
    rows: int
    quarantined: int
    read: int
    accepted: int
    stated: tuple[tuple[str, str], ...]
    mapping: tuple[str, str] | None = None
    rewritten: int = 0
    gazetteer: tuple[str, str] | None = None


class Reports:
    """Hand out the reports of some files as batches, in the order of the files and their rows.

    ``batches()`` may be called again; each time it yields the same. ``has_corrections`` says that
    some may correct others. What is only known at the end of the first reading (``inputs``,
    ``rejected``) is read for where it is asked for earlier.
    """

    def __init__(self, files: Sequence[ReportFile], options: ReadOptions) -> None:
        self._files = tuple(files)
        self._options = options
        self._held: Held[Batch] = Held(self.most_held, len)
        self._counts: tuple[FileCount, ...] | None = None
        self._rejected: tuple[tuple[Rejected, ...], ...] = ()
        self._is_crossed = True
        self._lost: frozenset[str] = frozenset()
        self._idle: tuple[Diagnostic, ...] = ()
        self._noted: tuple[Diagnostic, ...] = ()
        self._suspects = Suspects(self._ids, are_none=not may_repeat(files))
        self.has_corrections = any(file.layout.has("supersedes") for file in self._files)

    def batches(self) -> Iterator[Batch]:
        """Yield the accepted reports; nothing of a file is held that is not needed again."""
        if self._held.items is not None:
            yield from self._held.items
            return
        tally, repeats = self._begun(self._bad_ids)
        yield from self._held.through(self._read(tally, repeats, self._bad_ids))
        self._count(tally.counts, tally.rewritten)
        self._is_crossed, self._lost = bool(tally.crossed), frozenset(tally.lost)
        self._rejected = tally.by_file
        self._idle = tuple(idle_rules(self._options.mapping, tally.met))
        self._noted = tuple(warnings_of(tally.notes))

    def some(self, keys: Collection[BatchKey]) -> Iterator[Batch]:
        """Yield those of the batches that have these keys, once all were read.

        Parts of files that hold none of them are not read, unless a row is bad beside others: which
        one of two is the second is known only where both are read.
        """
        if self._held.items is not None or self._is_crossed:
            yield from (batch for batch in self.batches() if batch.key in keys)
            return
        reader = PartReader.of(self._files, self._options)
        for part in self.parts():
            if reader.may_hold(part, keys):
                yield from (batch for batch in reader.batches(part) if batch.key in keys)

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
        return tuple(one for _, found in self.rejected_by_file for one in found)

    @property
    def rejected_by_file(self) -> tuple[tuple[ReportFile, tuple[Rejected, ...]], ...]:
        """Return each file with what was rejected of it; two may bear one name."""
        self._finish()
        return tuple(zip(self._files, self._rejected, strict=True))

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return the warnings about the files, located."""
        self._finish()
        located = [one for file in self._files for one in file.layout.warnings]
        return (*located, *self._idle, *self._noted)

    def corrections(self) -> Iterator[Batch]:
        """Yield the reports once more where some of them correct others; else none."""
        return self.batches() if self.has_corrections else iter(())

    def superseded(self, as_of_us: int | None = None) -> frozenset[str]:
        """Return the ids of the reports that another one supersedes, be that accepted or not.

        A correction that lies wholly after ``as_of_us`` supersedes nothing.
        """
        return superseded_ids(self.corrections(), as_of_us) | self._lost

    def part_reader(self) -> PartReader:
        """Return what reads parts of the same files, here or in another process.

        Raises ``CheckerError`` for stdin, which no other process can read.
        """
        for file in self._files:
            if file.opened.source.path is None:
                raise refuse(
                    "R113",
                    "the workers of a cluster cannot read stdin",
                    file.name,
                    "write it to a file that they can read, or leave --engine out",
                )
        return PartReader.of(self._files, self._options)

    @property
    def are_apart(self) -> bool:
        """Say whether there are several files, of which each is known again, in small parts."""
        return len(self._files) > 1 and are_small(self._files)

    @property
    def are_many(self) -> bool:
        """Say whether they are so many, in several parts, that several processes are worth it."""
        return are_many(self._files)

    @property
    def compares_ids(self) -> bool:
        """Say whether an id may stand twice, or be that of a report that another one supersedes."""
        return may_repeat(self._files) or self.has_corrections

    def parts(self) -> tuple[Part, ...]:
        """Return the parts that the files can be read by, in order."""
        return tuple(parts_of(self._files))

    def are_told_by(self, surveys: Sequence[Survey]) -> bool:
        """Say whether surveys of all parts, each for itself, tell which rows are accepted.

        They do not where reports correct others, or where an id may be given twice.
        """
        if any(one.corrects for one in surveys):
            return False
        return not may_repeat(self._files) or are_distinct(surveys)

    def surveyed(self, parts: Sequence[Part]) -> Iterator[Survey]:
        """Read all parts here, one after the other, and yield what became of their rows."""
        handed = 0
        repeats = Repeats(self._suspects, lambda: self._once_more(handed, self._bad_ids))
        for part in parts:
            file, tally = self._files[part.file], Tally()
            taking = Taking(file, self._options, self._bad_ids)
            corrects = False
            for batch in taking.batches(file.blocks_of(part.groups), tally, repeats):
                handed += 1
                corrects = corrects or any(True for _ in batch.supersedes.given())
            yield Survey(tally, corrects=corrects or bool(tally.lost))
        repeats.end()

    def settle(self, parts: Sequence[Part], surveys: Sequence[Survey]) -> tuple[Part, ...]:
        """Take what became of all rows from surveys that tell it, or from those of ``surveyed``.

        Returns the parts with what they need to be read for themselves.
        """
        counts, met = [RowCount()] * len(self._files), [set[str]() for _ in self._files]
        rejected: list[list[Rejected]] = [[] for _ in self._files]
        settled = []
        for part, survey in zip(parts, surveys, strict=True):
            tally = survey.tally
            (count,) = tally.counts
            settled.append(replace(part, crossed=tally.crossed, rows=count.reports))
            counts[part.file] += count
            rejected[part.file] += tally.rejected
            met[part.file] |= tally.met
        self.has_corrections = any(survey.corrects for survey in surveys)
        rules = {normalised(rule.id) for rule in self._options.mapping.rows}
        self._count(counts, [len(one & rules) for one in met])
        self._rejected = tuple(map(tuple, rejected))
        self._idle = tuple(idle_rules(self._options.mapping, set().union(*met)))
        self._noted = tuple(warnings_of(one for survey in surveys for one in survey.tally.notes))
        return tuple(settled)

    @cached_property
    def _bad_ids(self) -> dict[str, Fault]:
        """Return the reports that cannot be right beside others, known when all was read."""
        if not self.has_corrections:
            return {}
        return corrections_in(self._read(*self._begun({}), {}))

    def _finish(self) -> None:
        if self._counts is None:
            for _ in self.batches():
                pass

    def _count(self, counts: Sequence[RowCount], rewritten: Sequence[int]) -> None:
        """Keep what became of the rows of each file: accepted, quarantined, and rewritten."""
        mapped, placed = (
            (one.name, one.sha256) if one.sha256 else None
            for one in (self._options.mapping, self._options.atlas)
        )
        self._counts = tuple(
            FileCount(
                file.name,
                file.opened.source.sha256,
                one.reports,
                one.quarantined,
                one.read,
                one.accepted,
                self._stated(file),
                mapped,
                anew,
                placed,
            )
            for file, one, anew in zip(self._files, counts, rewritten, strict=True)
        )

    def _stated(self, file: ReportFile) -> tuple[tuple[str, str], ...]:
        """Return what was stated for a file: by column, and the zone of its times."""
        zone, sources = self._options.stated_zone or file.layout.mapping.zone, file.layout.sources
        if zone is None or not {"seen_from", "seen_to"} & set(sources):
            return file.layout.stated
        return tuple(sorted((*file.layout.stated, ("zone", zone))))

    def _begun(self, bad_ids: dict[str, Fault]) -> tuple[Tally, Repeats]:
        """Return what one pass counts with."""
        tally = Tally()
        return tally, Repeats(self._suspects, lambda: self._once_more(tally.handed, bad_ids))

    def _once_more(self, count: int, bad_ids: dict[str, Fault]) -> Iterator[Batch]:
        """Yield the first batches anew, none of which gives an id twice."""
        unique = Repeats(Suspects(tuple, are_none=True), tuple)
        return islice(self._read(Tally(), unique, bad_ids), count)

    def _read(self, tally: Tally, repeats: Repeats, bad_ids: dict[str, Fault]) -> Iterator[Batch]:
        for file in self._files:
            taking = Taking(file, self._options, bad_ids)
            yield from taking.batches(file.blocks(), tally, repeats)
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
