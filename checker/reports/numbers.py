"""Cells that hold numbers: finite, within their column's range, and never guessed at."""

import re

import numpy as np
from numpy.typing import NDArray

from checker.geography.discs import FloatArray
from checker.reports.cells import Cells, Texts
from checker.reports.columns import Column
from checker.reports.rejected import Fault, Faults

__all__ = ["may_be_thousands", "number_column", "plain_number", "refuse_thousands"]

_MOST_LONGITUDE = 180
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_COMMA = re.compile(r"[+-]?\d+,\d+(?:[eE][+-]?\d{1,3})?", re.ASCII)
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
_LEAST_THOUSAND = 1000.0
_NOT_FINITE = re.compile(r"[+-]?(nan|inf|infinity)", re.IGNORECASE)


def number_column(
    cells: Cells, column: Column, shown: str, faults: Faults, *, has_decimal_comma: bool
) -> FloatArray:
    """Return the numbers of a column, NaN where blank or at fault; shape (n,).

    ``shown`` is the column's name in the file. What is no finite number, out of the column's range
    or, for a count, not whole is held against its row in ``faults``.
    """
    if has_decimal_comma:
        refuse_thousands(cells.texts(), column, shown, faults)
    values = cells.numbers(has_decimal_comma=has_decimal_comma)
    if values is None:
        values = _read_texts(cells.texts(), shown, faults, has_decimal_comma=has_decimal_comma)
    is_wrong = (values < column.least) | (values > column.most)
    if column.unit == "whole number":
        is_wrong |= np.isfinite(values) & (values != np.floor(values))
    if not is_wrong.any():
        return values
    for row in np.flatnonzero(is_wrong).tolist():
        faults.add([row], shown, _out_of_range(float(values[row]), column))
    return np.where(is_wrong, np.nan, values)


def plain_number(text: str, *, has_decimal_comma: bool) -> str | None:
    """Return ``text`` as a number with a decimal point, None where it is not a number."""
    if has_decimal_comma and _COMMA.fullmatch(text):
        text = text.replace(",", ".")
    return text if _NUMBER.fullmatch(text) else None


def may_be_thousands(text: str) -> bool:
    """Say whether a comma or a point may part thousands as well as decimals, as in ``1,500``."""
    return _THOUSANDS.fullmatch(text) is not None


def refuse_thousands(texts: Texts, column: Column, shown: str, faults: Faults) -> None:
    """Refuse what may be 1500 or 1.5: a thousandth of a radius would make a position certain.

    A column that holds no thousands has none that are parted.
    """
    if column.most < _LEAST_THOUSAND:
        return
    for index, text in enumerate(texts.distinct):
        if may_be_thousands(text):
            whole = text.replace(",", "").replace(".", "")
            plain = text.replace(",", ".").rstrip("0").rstrip(".")
            fault = Fault(
                "R202",
                f"'{text}' may be {whole} or {plain}",
                f"write {whole}, or {plain.replace('.', ',')}",
            )
            faults.add(np.flatnonzero(texts.codes == index), shown, fault)


def _read_texts(
    texts: Texts, shown: str, faults: Faults, *, has_decimal_comma: bool
) -> NDArray[np.float64]:
    values = np.full(len(texts.distinct) + 1, np.nan)
    for index, text in enumerate(texts.distinct):
        plain = plain_number(text, has_decimal_comma=has_decimal_comma)
        if plain is not None and np.isfinite(float(plain)):
            values[index] = float(plain)
        elif text:
            faults.add(np.flatnonzero(texts.codes == index), shown, _not_a_number(text))
    return values[texts.codes]


def _not_a_number(text: str) -> Fault:
    if _NOT_FINITE.fullmatch(text):
        return Fault("R202", f"'{text}' is not a finite number", "leave the cell blank if unknown")
    if _COMMA.fullmatch(text):
        return Fault(
            "R202",
            f"'{text}' is not a number",
            f"write {text.replace(',', '.')}; a comma is read as a decimal comma only in files "
            "separated by semicolons or tabs",
        )
    return Fault("R202", f"'{text}' is not a number", "write digits with at most one point")


def _out_of_range(value: float, column: Column) -> Fault:
    if column.unit == "whole number" and value >= column.least:
        return Fault("R203", f"{value:g} is not a whole number", "write digits alone")
    if value < column.least == 0:
        return Fault("R203", f"{value:.15g} is negative", "leave the cell blank if unknown")
    if column.name.endswith("lat") and abs(value) <= _MOST_LONGITUDE:
        return Fault(
            "R203",
            f"{value:.15g} is out of range: latitudes run from -90 to 90",
            "longitude and latitude may be swapped",
        )
    return Fault(
        "R203",
        f"{value:.15g} is out of range",
        f"{column.name} runs from {column.least:.15g} to {column.most:.15g} {column.unit}",
    )
