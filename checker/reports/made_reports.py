"""Several reports of each row, such as one for each side of an event, as a mapping says."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from checker.reports.cells import Block, Cells, StructureFault, Texts, blank_texts, texts_of
from checker.reports.mapping import Made
from checker.reports.rejected import Fault

__all__ = ["made_of"]

_UNNAMED = Fault(
    "R261",
    "the mapping makes several reports of this row, and it has no id to tell them apart by",
    "give the row an id",
)

Rows = NDArray[np.intp]
Column = Callable[[str, tuple[str, ...]], Cells]


def made_of(block: Block, source: Block, reports: Sequence[Made], column: Column) -> Block:
    """Return the reports that the rows of ``block`` make, each row's one behind the other.

    ``source`` has the cells of the file, from which ``column`` makes a column of the contract. A
    row that lacks what every report needs makes the first one, so that no row is lost. The first
    keeps the id of the row, the others get ``.2``, ``.3`` behind it; ``event`` is that id.
    """
    is_made = np.stack([_given(source, one.needs) for one in reports], axis=1)
    is_made[~is_made.any(axis=1), 0] = True
    ids = block.columns["id"].texts()
    unnamed = np.flatnonzero(ids.blank() & (is_made.sum(axis=1) > 1))
    is_made[unnamed] = False
    rows, which = np.nonzero(is_made)
    columns: dict[str, Cells] = {
        name: cells.texts().take(rows) for name, cells in block.columns.items()
    }
    for number, one in enumerate(reports):
        here = which == number
        said = {held.ours: column(held.ours, held.theirs) for held in one.columns}
        for name, cells in said.items():
            columns[name] = _with(columns.get(name), cells.texts().take(rows), here)
        for name, text in one.settings:
            was = columns[name].texts() if name in columns else blank_texts(len(rows))
            columns[name] = was.with_text(here, text)
    columns |= _identified(ids, rows, columns.get("event"))
    faults = [
        StructureFault(int(block.row[row]), int(block.line[row]), _UNNAMED)
        for row in unnamed.tolist()
    ]
    return Block(
        columns, block.row[rows], block.line[rows], (*block.faults, *faults), is_spread=True
    )


def _given(source: Block, names: Sequence[str]) -> NDArray[np.bool_]:
    flags = np.ones(len(source), dtype=np.bool_)
    for name in names:
        texts = source.columns[name].texts()
        flags &= texts.codes >= 0
    return flags


def _with(was: Cells | None, other: Texts, here: NDArray[np.bool_]) -> Texts:
    """Return a column with the texts of another one at the flagged rows."""
    texts = was.texts() if was is not None else blank_texts(len(here))
    moved = np.where(other.codes >= 0, other.codes + len(texts.distinct), other.codes)
    codes = np.where(here, moved, texts.codes).astype(np.int32)
    return Texts((*texts.distinct, *other.distinct), codes)


def _identified(ids: Texts, rows: Rows, event: Cells | None) -> dict[str, Cells]:
    """Return the ids of the reports, and the event that those of one row have in common."""
    named = ids.take(rows)
    first = np.flatnonzero(np.diff(rows, prepend=-1))
    count = np.diff(np.append(first, len(rows)))
    number = np.arange(len(rows)) - np.repeat(first, count) + 1
    texts = [
        f"{name}.{at}" if at > 1 else name
        for name, at in zip(named.strings(), number.tolist(), strict=True)
    ]
    shared = named if event is None else _with(named, event.texts(), ~event.blank())
    return {"id": texts_of(texts), "event": shared}
