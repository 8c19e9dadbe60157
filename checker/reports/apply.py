"""A block of a file under the names, units and values of the contract, as its mapping says."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

import numpy as np
from numpy.typing import NDArray

from checker.reports.cells import Block, Cells, StructureFault, Texts, blank_texts, texts_of
from checker.reports.columns import BY_NAME
from checker.reports.exactness import is_wide, widened
from checker.reports.layout import Layout
from checker.reports.made_reports import made_of
from checker.reports.mapping import Mapping, Settings, Split, ValueTable
from checker.reports.numbers import may_be_thousands, plain_number
from checker.reports.rejected import Fault
from checker.reports.row_cases import readable, ruled_by
from checker.reports.spelling import normalised
from checker.values.diagnostic import Diagnostic

__all__ = ["Applied", "idle_rules"]

_SKIPPED = "take its rule out of the mapping to have the row read"

_JOINTS = {"list": ";", "time": " ", "text": "; "}


class Applied:
    """Turn the blocks of one file into blocks of the contract, each for itself.

    ``met`` are the reports, by normalised id, that the mapping names and that came up.
    """

    def __init__(
        self,
        layout: Layout,
        mapping: Mapping,
        *,
        has_decimal_comma: bool,
        may_part_thousands: bool = False,
    ) -> None:
        self._layout = layout
        self._mapping = mapping
        self._has_decimal_comma = has_decimal_comma
        self._may_part_thousands = has_decimal_comma or may_part_thousands
        self._tables = {table.ours: table for table in mapping.values}
        self._splits = {
            ours: (split, at) for split in mapping.splits for at, ours in enumerate(split.ours)
        }
        self._rules = {normalised(rule.id): rule for rule in mapping.rows}
        self._skips = {normalised(skip.id): skip.reason for skip in mapping.skips}
        self.met: set[str] = set()

    @property
    def rewritten(self) -> int:
        """Return how many reports of the file the mapping writes anew, each by its id."""
        return len(self.met & self._rules.keys())

    def block(self, block: Block) -> Block:
        """Return the block under the contract's names.

        First come the columns with their values and units, then constants, then the cases in
        their order, then what is said about single reports: the later one stands.
        """
        count = len(block)
        read = readable(block, self._mapping.unread) if self._mapping.unread else block
        columns: dict[str, Cells] = {
            ours: self._column(read, ours, theirs) for ours, theirs in self._layout.sources.items()
        }
        for how in self._mapping.exactness:
            dates = _cells(columns, how.ours, count)
            codes = block.columns[how.theirs].texts()
            columns["seen_from"], columns["seen_to"] = widened(
                dates, codes, how, self._mapping.patterns
            )
        for name, text in self._layout.constants.items():
            columns[name] = Texts((text,), np.zeros(count, dtype=np.int32))
        for case in self._mapping.cases:
            ruled_by(case, block, columns, has_decimal_comma=self._has_decimal_comma)
        for how in self._mapping.exactness if "time_kind" in columns else ():
            wide = is_wide(block.columns[how.theirs].texts(), how)
            columns["time_kind"] = _cells(columns, "time_kind", count).with_text(wide, "moment")
        whole, block = _without_blank_rows(columns, block)
        applied = whole
        if self._mapping.reports:
            read = readable(block, self._mapping.unread) if self._mapping.unread else block
            applied = made_of(whole, block, self._mapping.reports, partial(self._column, read))
        if self._rules or self._skips:
            applied = self._ruled(applied)
        return applied

    @property
    def for_ids(self) -> tuple[str, ...] | None:
        """Return the columns of the file that tell its ids, None where it may be any of them."""
        mapping = self._mapping
        if mapping.cases or mapping.unread or mapping.rows or mapping.skips or mapping.reports:
            return None
        return self._layout.sources.get("id", ())

    def ids(self, block: Block) -> Block:
        """Return a block of ids alone, of one that may have no other columns than ``for_ids``."""
        if self.for_ids is None:
            return self.block(block)
        columns: dict[str, Cells] = {}
        if "id" in self._layout.sources:
            columns["id"] = self._column(block, "id", self._layout.sources["id"])
        if "id" in self._layout.constants:
            columns["id"] = Texts((self._layout.constants["id"],), np.zeros(len(block), np.int32))
        return Block(columns, block.row, block.line)

    def _column(self, block: Block, ours: str, theirs: tuple[str, ...]) -> Cells:
        cells = block.columns[theirs[0]]
        if len(theirs) > 1:
            columns = [block.columns[name].texts() for name in theirs]
            is_choice = ours in self._layout.choices
            cells = _first(columns) if is_choice else _joined(columns, ours)
        if ours in self._splits:
            cells = _character(cells.texts(), *self._splits[ours])
        table, factor = self._tables.get(ours), self._mapping.units.get(ours)
        if table is None and factor is None:
            return cells
        texts = cells.texts()
        found = texts.replaced(lambda text: self._value(text, table, factor))
        blank = table.entries.get("") if table is not None else None
        return found.with_text(texts.blank(), blank) if blank else found

    def _value(self, text: str, table: ValueTable | None, factor: str | None) -> str:
        """Return what a text stands for; a value that the table gives is in our unit already."""
        if not text:
            return ""
        plain = plain_number(text, has_decimal_comma=self._has_decimal_comma)
        said = _said(text, plain, table) if table is not None else None
        if said is not None:
            return said
        if factor is None or plain is None:
            return text
        if self._may_part_thousands and may_be_thousands(text):
            return text  # refused where it is read as a number
        told = f"{Decimal(plain) * Decimal(factor):f}"
        return f"{told}0" if may_be_thousands(told) else told  # its point parts no thousands

    def _ruled(self, block: Block) -> Block:
        """Write, part and set aside the reports that the mapping names by their ids."""
        ids = _cells(block.columns, "id", len(block))
        is_named = [normalised(text) in self._rules | self._skips for text in (*ids.distinct, "")]
        named = np.flatnonzero(np.array(is_named, dtype=np.bool_)[ids.codes])
        if not len(named):
            return block
        parts: list[tuple[Settings, ...]] = [((),)] * len(block)
        faults = list(block.faults)
        for row in named.tolist():
            text = ids.at(row)
            self.met.add(normalised(text))
            reason = self._skips.get(normalised(text))
            if reason is None:
                parts[row] = _identified(self._rules[normalised(text)].parts, text)
            else:
                parts[row] = ()
                fault = Fault("R211", f"set aside by the mapping: {reason}", _SKIPPED)
                place = int(block.row[row]), int(block.line[row])
                faults.append(StructureFault(*place, fault, text))
                for other in np.flatnonzero(block.row == block.row[row]).tolist():
                    parts[other] = ()  # what else was made of the row
        return _spread(block, parts, tuple(faults))


def idle_rules(mapping: Mapping, met: set[str]) -> Iterator[Diagnostic]:
    """Yield a warning for each single report that the mapping names and no file holds."""
    named = [(rule.id, rule.span) for rule in mapping.rows]
    named += [(skip.id, skip.span) for skip in mapping.skips]
    for name, span in sorted(named, key=lambda one: (one[1].line, one[1].column)):
        if normalised(name) not in met:
            yield Diagnostic("R154", f"no report has the id '{name}'", span, "", "warning")


def _said(text: str, plain: str | None, table: ValueTable) -> str | None:
    """Return what a table makes of a text, which is the number ``plain`` if any; None: nothing."""
    if normalised(text) in table.entries:
        return table.entries[normalised(text)]
    if table.above_nought is not None and plain is not None and float(plain) > 0:
        return table.above_nought
    return table.otherwise


def _cells(columns: dict[str, Cells], name: str, count: int) -> Texts:
    cells = columns.get(name)
    return cells.texts() if cells is not None else blank_texts(count)


def _joined(columns: list[Texts], ours: str) -> Texts:
    """Join the texts of each row, leaving out the blank ones."""
    joint = _JOINTS.get(BY_NAME[ours].holds, " ")
    rows = zip(*(column.strings() for column in columns), strict=True)
    return texts_of([joint.join(text for text in row if text) for row in rows])


def _first(columns: list[Texts]) -> Texts:
    """Return the first text of each row that is not blank."""
    rows = zip(*(column.strings() for column in columns), strict=True)
    return texts_of([next(filter(None, row), "") for row in rows])


def _character(texts: Texts, split: Split, at: int) -> Texts:
    size = len(split.ours)
    return texts.replaced(lambda text: text[at] if len(text) == size else text)


def _without_blank_rows(columns: dict[str, Cells], source: Block) -> tuple[Block, Block]:
    """Refuse the rows that say nothing at all, such as the separators at the end of a sheet.

    Returns the rows that are left under the contract's names, and as the file has them.
    """
    block = Block(columns, source.row, source.line, source.faults)
    is_blank = np.ones(len(block), dtype=np.bool_)
    for cells in source.columns.values():
        if not is_blank.any():
            return block, source
        is_blank &= cells.blank()
    if not is_blank.any():
        return block, source
    fault = Fault("R217", "every cell of the row is blank", "remove the row")
    faults = [
        StructureFault(int(block.row[row]), int(block.line[row]), fault)
        for row in np.flatnonzero(is_blank)
    ]
    left, every = np.flatnonzero(~is_blank), (*block.faults, *faults)
    return _taken(block, left, every), _taken(source, left, every)


def _identified(parts: tuple[Settings, ...], name: str) -> tuple[Settings, ...]:
    """Give the parts of one report their own ids, and one event, unless they say so themselves."""
    if len(parts) == 1:
        return parts
    event = ("event", name)
    return tuple(
        (event, *part) if number == 1 else (("id", f"{name}.{number}"), event, *part)
        for number, part in enumerate(parts, start=1)
    )


def _taken(block: Block, rows: NDArray[np.intp], faults: tuple[StructureFault, ...]) -> Block:
    columns: dict[str, Cells] = {
        name: cells.texts().take(rows) for name, cells in block.columns.items()
    }
    return Block(columns, block.row[rows], block.line[rows], faults, block.is_spread)


def _spread(
    block: Block, parts: list[tuple[Settings, ...]], faults: tuple[StructureFault, ...]
) -> Block:
    """Return one row for each part of each row, with the part's settings written into it."""
    taken = _taken(block, np.repeat(np.arange(len(block)), [len(part) for part in parts]), faults)
    settings = [part for row in parts for part in row]
    columns = dict(taken.columns)
    for row, part in enumerate(settings):
        is_row = np.arange(len(taken)) == row
        for name, text in part:
            columns[name] = _cells(columns, name, len(taken)).with_text(is_row, text)
    return Block(columns, taken.row, taken.line, faults, is_spread=True)
