"""What a mapping says of rows by what stands in their columns: which they are, and what of them."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from checker.reports.cells import Block, Cells, Texts, blank_texts
from checker.reports.mapping import Case, Conditions, Mapping, Unread
from checker.reports.numbers import plain_number
from checker.reports.spelling import normalised
from checker.values.diagnostic import Diagnostic

__all__ = ["overruled", "readable", "ruled_by"]

Rows = NDArray[np.bool_]


def readable(block: Block, unread: Sequence[Unread]) -> Block:
    """Return a block of the file without the cells that are not to be read, whoever asks."""
    columns = dict(block.columns)
    for one in unread:
        rows = _other(block, one.exceptions)
        for name in one.columns:
            if name in columns:
                columns[name] = columns[name].texts().with_text(rows, "")
    return Block(columns, block.row, block.line, block.faults)


def ruled_by(
    case: Case, block: Block, columns: dict[str, Cells], *, has_decimal_comma: bool
) -> None:
    """Write what a case says into the rows of ``columns`` that it is about.

    A number under ``least`` becomes that; what is blank stays unknown.
    """
    rows = np.ones(len(block), dtype=np.bool_)
    for theirs, texts in case.conditions:
        rows &= _holds(block.columns[theirs].texts(), texts)
    if case.exceptions:
        rows &= _other(block, case.exceptions)
    for name, text in case.settings:
        if text or name in columns:
            columns[name] = _cells(columns, name, len(block)).with_text(rows, text)
    for name, text in case.least:
        if name not in columns:
            continue
        cells = columns[name].texts()
        is_less = [
            _is_less(one, text, has_decimal_comma=has_decimal_comma)
            for one in (*cells.distinct, "")
        ]
        less = rows & np.array(is_less, dtype=np.bool_)[cells.codes]
        columns[name] = cells.with_text(less, text)


def overruled(mapping: Mapping, constants: dict[str, str]) -> Iterator[Diagnostic]:
    """Yield a warning for each stated number that a case's ``least`` takes the place of."""
    tables = {one.ours: one.entries for one in mapping.values}
    for case in mapping.cases:
        codes = sorted({text for _, texts in case.conditions for text in texts})
        where = ", ".join(name for name, _ in case.conditions)
        for name, least in case.least:
            stated = constants.get(name)
            said = {stated} if stated else {tables.get(name, {}).get(code, "") for code in codes}
            for text in sorted(said):
                if _is_less(text, least, has_decimal_comma=False):
                    message = f"{name} {text} is taken as {least} where {where} is {codes[0]}"
                    hint = "the codebook says so; to say otherwise, write a case of your own: set"
                    yield Diagnostic("R312", message, mapping.span, hint, "warning")


def _other(block: Block, exceptions: Conditions) -> Rows:
    """Say which rows lack what the exceptions name in one column of them or more; shape (n,).

    All rows do where the file lacks the column.
    """
    rows = np.zeros(len(block), dtype=np.bool_)
    for theirs, texts in exceptions:
        cells = block.columns.get(theirs)
        rows |= ~_holds(cells.texts() if cells else blank_texts(len(block)), texts)
    return rows


def _holds(texts: Texts, wanted: frozenset[str]) -> Rows:
    """Say which rows have one of the wanted texts, a blank one included; shape (n,)."""
    flags = [normalised(text) in wanted for text in (*texts.distinct, "")]
    return np.array(flags, dtype=np.bool_)[texts.codes]


def _cells(columns: dict[str, Cells], name: str, count: int) -> Texts:
    cells = columns.get(name)
    return cells.texts() if cells is not None else blank_texts(count)


def _is_less(text: str, least: str, *, has_decimal_comma: bool) -> bool:
    plain = plain_number(text, has_decimal_comma=has_decimal_comma)
    return plain is not None and float(plain) < float(least)
