"""Reports that come one by one, each with its own names: into blocks of cells under all names.

What reads JSON, XML or a sheet yields items; the blocks, their columns and what is wrong with a
row are the same for all of them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from checker.reports.cells import Block, Cells, StructureFault, blank_texts, texts_of
from checker.reports.opened import BLOCK_ROWS, Opened
from checker.reports.rejected import Fault
from checker.reports.source import Source
from checker.values.diagnostic import Diagnostic
from checker.values.held import Held

__all__ = ["Item", "Items", "is_text", "merged", "open_items"]

_BLOCK_SIZE = 1 << 26
"""A block holds no more characters than this beside those of its last report."""
_USUAL = ("id", "kind", "lon", "lat", "radius_m", "seen_from", "actor")
"""The columns of a file without any report that can be read: what is wrong are its rows, if any."""


@dataclass(frozen=True, slots=True)
class Item:
    """Hold one report, its cells by name, or why it is none; ``line`` 0 where there are no lines.

    A name that it does not have is a blank cell.
    """

    found: Mapping[str, str] | Fault
    line: int = 0


Items = Callable[[], Iterator[Item]]
"""Reads a file from its first report; each time it yields the same."""


def open_items(
    source: Source,
    items: Items,
    warnings: Sequence[Diagnostic] = (),
    columns: Sequence[str] = (),
    stated: Sequence[tuple[str, str]] = (),
) -> Opened:
    """Open a file by its items; its columns are ``columns``, and all names of its reports.

    The file is read once to learn them, so that whatever damages it is told before any report is
    judged. The blocks of a small file are kept from then on; a large one is read again.
    """
    held: Held[Block] = Held(_BLOCK_SIZE, _size_of)
    names = dict.fromkeys(columns)
    reports = 0
    for block in held.through(_blocks(items())):
        reports += len(block)
        names.update(dict.fromkeys(block.columns))
    if not (reports or names):
        names = dict.fromkeys(_USUAL)
    every = tuple(names)

    def blocks(only: Sequence[str] | None = None) -> Iterator[Block]:  # noqa: ARG001 - all are there
        for block in held.items if held.items is not None else _blocks(items()):
            cells: dict[str, Cells] = {
                name: block.columns.get(name) or blank_texts(len(block)) for name in every
            }
            yield Block(cells, block.row, block.line, block.faults)

    opened = Opened(source, every, blocks, tuple(warnings), stated=tuple(stated))
    if columns:
        return opened
    says = "its only report does not say" if reports == 1 else "no report of the file says"
    return replace(opened, lacks=says)


def merged(own: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str] | Fault:
    """Return the cells of both, which may both name a column only where they say the same."""
    for name in own.keys() & given.keys():
        if own[name] and given[name] and own[name].strip() != given[name].strip():
            return Fault(
                "R232",
                f"'{name}' is given twice: {own[name]!r} and {given[name]!r}",
                "keep one of them",
            )
    return {**own, **{name: text for name, text in given.items() if text or name not in own}}


def is_text(text: str) -> bool:
    """Say whether a text can be written: half of a surrogate pair is no character."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


@dataclass(slots=True)
class _Gathered:
    """Collect the items of one block."""

    first: int
    good: list[tuple[int, Mapping[str, str], int]] = field(default_factory=list)
    faults: list[StructureFault] = field(default_factory=list)
    size: int = 0

    def __len__(self) -> int:
        return len(self.good) + len(self.faults)

    def add(self, item: Item) -> None:
        row = self.first + len(self)
        if isinstance(item.found, Fault):
            self.faults.append(StructureFault(row, item.line, item.found))
        else:
            self.good.append((row, item.found, item.line))
            self.size += sum(map(len, item.found.values()))

    def block(self) -> Block:
        names = dict.fromkeys(name for _, cells, _ in self.good for name in cells)
        columns: dict[str, Cells] = {
            name: texts_of([cells.get(name, "") for _, cells, _ in self.good]) for name in names
        }
        return Block(
            columns,
            np.array([row for row, _, _ in self.good], dtype=np.int64),
            np.array([line for _, _, line in self.good], dtype=np.int64),
            tuple(self.faults),
        )


def _blocks(items: Iterator[Item]) -> Iterator[Block]:
    gathered = _Gathered(1)
    for item in items:
        gathered.add(item)
        if len(gathered) == BLOCK_ROWS or gathered.size > _BLOCK_SIZE:
            yield gathered.block()
            gathered = _Gathered(gathered.first + len(gathered))
    if len(gathered):
        yield gathered.block()


def _size_of(block: Block) -> int:
    """Return about how many bytes a block takes."""
    texts = (cells.texts() for cells in block.columns.values())
    cells = sum(sum(map(len, one.distinct)) + 64 * len(one.distinct) for one in texts)
    return cells + len(block) * (16 + 4 * len(block.columns)) + 256 * len(block.faults)
