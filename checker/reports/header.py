"""First lines that are no header: a title, or names that another separator parts.

Such a file lacks everything at once: what is probably wrong is told instead, once. A file that
lacks nothing is read, whatever its first line looks like.
"""

from collections.abc import Sequence

from checker.reports.columns import BY_NAME
from checker.reports.source import Source, refuse
from checker.reports.spelling import normalised
from checker.values.diagnostic import Diagnostic
from checker.values.span import Span

__all__ = ["SEPARATORS", "column_names", "doubt_of", "separator_of"]

SEPARATORS = (",", ";", "\t")
_OTHERS = ("|", "\t", ";", ",", ":", " ")
_FEWEST_CELLS = 3
"""A header has a name for where, when and who at least."""
_MOST_SHOWN = 60
_SHOWN = {"\t": "a tab", " ": "a blank"}


def separator_of(line: str) -> str:
    """Return which separator parts a line: by the most names of the contract, then of cells."""
    return max(SEPARATORS, key=lambda mark: (_known(line, mark), line.count(mark)))


def column_names(cells: Sequence[str], source: Source, line: int) -> tuple[str, ...]:
    """Return the names in the header, trimmed; a blank one is named by its place.

    Raises ``CheckerError`` where a name stands twice.
    """
    names = [cell.strip() or f"(column {number})" for number, cell in enumerate(cells, start=1)]
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise refuse(
                "R104",
                f"the header names the column '{name}' twice",
                source.name,
                "rename one of them, or remove it",
                line,
            )
        seen.add(name)
    if "\0" in "".join(names):
        raise refuse("R104", "the header holds a zero byte", source.name, "save the file as text")
    return tuple(names)


def doubt_of(
    file: str, header: tuple[int, Sequence[str]], below: Sequence[tuple[int, str]]
) -> Diagnostic | None:
    """Say what is probably wrong with a header, None where nothing looks wrong.

    ``header`` is the line where it starts, and its cells; ``below`` are some lines under it.
    """
    line, cells = header
    span = Span(file, line, 1, line, 1)
    named = [cell for cell in cells if cell.strip()]
    if (mark := _other_separator(named)) is not None:
        said = f"the header is one column, '{_cut(named[0])}': {_SHOWN.get(mark, repr(mark))} "
        hint = "write commas, semicolons or tabs between the cells"
        if mark in SEPARATORS:
            hint = "take away the quotation marks round the whole line, in every line"
        return Diagnostic("R104", f"{said}seems to part its names", span, hint)
    known = sum(normalised(cell) in BY_NAME for cell in named)
    for number, text in below:
        mark = separator_of(text)
        count = sum(1 for cell in text.split(mark) if cell.strip())
        is_header = _known(text, mark) > max(1, known)
        is_table = not known and len(named) == 1 and count >= _FEWEST_CELLS
        if is_header or is_table:
            message = f"line {line} names no columns: the header seems to be line {number}"
            hint = f"remove what stands above line {number}: the first line is the header"
            return Diagnostic("R104", message, span, hint)
    return None


def _other_separator(named: Sequence[str]) -> str | None:
    """Return what parts the names of a header that is read as one column."""
    if len(named) != 1:
        return None
    marks = [mark for mark in _OTHERS if named[0].count(mark) >= _FEWEST_CELLS - 1]
    found = max(marks, key=lambda mark: _known(named[0], mark), default=None)
    # A title has blanks and commas too: only names of the contract tell it from a header.
    is_sure = found is not None and (found == "|" or _known(named[0], found) > 1)
    return found if is_sure else None


def _known(line: str, mark: str) -> int:
    """Count the cells of a line that are names of the contract."""
    return sum(normalised(cell.strip().strip('"')) in BY_NAME for cell in line.split(mark))


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"
