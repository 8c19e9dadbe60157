"""The good rows of one file, or of a part of it, block by block; the others on a tally."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import numpy as np

from checker.reports.apply import Applied
from checker.reports.batch import Batch
from checker.reports.cells import Block
from checker.reports.clock import Clock
from checker.reports.draft import Reading
from checker.reports.layout import Layout
from checker.reports.opened import Groups, Opened
from checker.reports.options import ReadOptions
from checker.reports.rejected import Fault, Faults
from checker.reports.repeats import Repeats
from checker.reports.tally import Tally
from checker.reports.to_batch import good_rows, to_batch
from checker.values.zones import zone_of

__all__ = ["ReportFile", "Taking", "may_repeat"]

_WITH_ANOTHER = Fault(
    "R260",
    "another report that the mapping makes of this row is not accepted, so none of them is",
    "mend the other one: a row is read as a whole, or not at all",
)
_BESIDE_OTHERS = Fault("R208", "bad beside other rows, as was found before", "see the first pass")
"""Stands for what a row has against it that only the rows of all files together tell."""


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
        return self._unchanged(self.opened.blocks(only))

    def blocks_of(self, groups: Groups | None) -> Iterator[Block]:
        """Yield the rows of some row groups, None all of them, like ``blocks``."""
        grouped = self.opened.grouped
        if groups is None or grouped is None:
            return self.blocks()
        return self._unchanged(grouped.blocks(groups))

    def _unchanged(self, blocks: Iterator[Block]) -> Iterator[Block]:
        try:
            yield from blocks
        except Exception:
            # What cannot be read now was another file when it was opened.
            self.opened.source.refuse_changed()
            raise
        self.opened.source.refuse_changed()

    def applied(self) -> Applied:
        """Return what turns the file's blocks into those of the contract, from the first on."""
        comma, parts = self.opened.has_decimal_comma, self.opened.may_part_thousands
        return Applied(
            self.layout, self.layout.mapping, has_decimal_comma=comma, may_part_thousands=parts
        )


def may_repeat(files: Sequence[ReportFile]) -> bool:
    """Say whether an id can be given twice: places alone are not, each in a file of its own."""
    names = [file.name for file in files]
    return len(set(names)) < len(names) or any(file.layout.gives_ids for file in files)


class Taking:
    """Take the good rows of some blocks of one file.

    ``bad_ids`` are the reports that cannot be right beside others. ``crossed`` are the rows of each
    block, by its number, that an earlier reading found bad beside others (``Tally.crossed``).
    """

    def __init__(
        self,
        file: ReportFile,
        options: ReadOptions,
        bad_ids: Mapping[str, Fault] | None = None,
        crossed: Mapping[int, tuple[int, ...]] | None = None,
    ) -> None:
        self._reading = _reading(file, options)
        self._applied = file.applied()
        self._bad_ids = bad_ids or {}
        self._crossed = crossed or {}

    def batches(self, blocks: Iterable[Block], tally: Tally, repeats: Repeats) -> Iterator[Batch]:
        """Yield the good rows, batch by batch; none is empty. Count all of them on ``tally``."""
        tally.begin()
        for number, source in enumerate(blocks):
            tally.read(source)
            batch = self._accepted(number, self._applied.block(source), tally, repeats)
            if len(batch):
                tally.handed += 1
                yield batch
        tally.met |= self._applied.met
        tally.rewritten.append(self._applied.rewritten)

    def _accepted(self, number: int, block: Block, tally: Tally, repeats: Repeats) -> Batch:
        """Return the good rows of a block, and put the others on the tally."""
        faults = Faults()
        batch = to_batch(block, self._reading, faults)
        faults.add(self._crossed.get(number, ()), "", _BESIDE_OTHERS)
        beside = [
            (row, "supersedes", self._bad_ids[name])
            for row, name in enumerate(batch.ids if self._bad_ids else ())
            if name in self._bad_ids
        ]
        for row, column, fault in beside:
            faults.add([row], self._reading.name(column), fault)
        for row, fault in [*repeats.rows(batch, lambda: faults.bad(len(batch)))]:
            faults.add([row], self._reading.name("id"), fault)
            beside.append((row, "id", fault))
        if block.is_spread and len(faults):
            bad = faults.bad(len(batch))
            with_bad = np.isin(batch.row, batch.row[bad]) & ~bad
            faults.add(np.flatnonzero(with_bad), "", _WITH_ANOTHER)
        if beside:
            tally.crossed[number] = tuple(row for row, _, _ in beside)
        tally.add(block, batch, faults)
        return good_rows(batch, faults)


def _reading(file: ReportFile, options: ReadOptions) -> Reading:
    mapping = file.layout.mapping
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
        file.opened.may_part_thousands,
        file.layout.shown,
        atlas=options.atlas,
    )
