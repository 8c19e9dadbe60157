"""`accord validate --first N`: what each column of the contract got in the first rows of a file."""

from collections.abc import Iterator

from checker.outputs.plain import counted
from checker.reports.cells import Block
from checker.reports.identity import place_of
from checker.reports.layout import Layout
from checker.reports.taking import ReportFile

__all__ = ["first_rows"]

_LONGEST = 60


def first_rows(file: ReportFile, most: int) -> Iterator[str]:
    """Yield lines that tell, of the first reports, each column with its text and where it is from.

    The texts are those behind the mapping, before they are read as numbers and times.
    """
    block = next((one for one in map(file.applied().block, file.blocks()) if len(one)), None)
    shown = min(most, len(block)) if block is not None else 0
    yield f"{file.name}: the first {counted(shown, 'report')}, as the mapping makes them"
    for row in range(shown):
        assert block is not None
        yield f"{place_of(file.name, int(block.line[row]), int(block.row[row]))}"
        cells = _cells(block, row)
        width = max((len(text) for _, text in cells), default=0)
        for name, text in cells:
            yield f"  {name:<16} {text:<{width}}  {_origin(file.layout, name, text)}".rstrip()


def _cells(block: Block, row: int) -> list[tuple[str, str]]:
    found = [(name, cells.texts().at(row)) for name, cells in block.columns.items()]
    return [(name, _cut(text) if text else "(unknown)") for name, text in found]


def _origin(layout: Layout, name: str, text: str) -> str:
    """Return which columns of the file a text comes from, or who says it."""
    made = {
        theirs: None
        for one in layout.mapping.reports
        for rename in one.columns
        if rename.ours == name
        for theirs in rename.theirs
    }
    if made:
        return f"<- {' or '.join(made)}"
    if name in layout.constants:
        is_stated = text == _cut(layout.constants[name])
        return "<- stated for all rows" if is_stated else "<- the mapping, of this row"
    joint = " or " if name in layout.choices else " and "
    return f"<- {joint.join(layout.sources[name])}" if name in layout.sources else "<- the mapping"


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…"
