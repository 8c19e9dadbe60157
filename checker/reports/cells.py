"""Columns as they were read: text or typed values, each turned into codes or numbers at once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from checker.geography.discs import FloatArray
from checker.reports.batch import MISSING_US, CodeArray
from checker.reports.forms import are_instants, are_numbers
from checker.reports.rejected import Fault
from checker.reports.strings import Strings, strings_of
from checker.values.window import InstantArray

__all__ = ["ArrowCells", "Block", "Cells", "StructureFault", "Texts", "blank_texts", "texts_of"]

Scalar = TypeVar("Scalar", bound=np.generic)


@dataclass(frozen=True, slots=True)
class Texts:
    """Hold one trimmed text a row as an index into ``distinct``; -1 where blank.

    ``codes`` has shape (n,). ``distinct`` may hold a text twice.
    """

    distinct: tuple[str, ...]
    codes: CodeArray

    def texts(self) -> "Texts":
        """Return the column itself."""
        return self

    def numbers(self, *, has_decimal_comma: bool) -> FloatArray | None:  # noqa: ARG002
        """Return None: texts are read as numbers one distinct text at a time."""
        return None

    def instants_us(self) -> InstantArray | None:
        """Return None: texts are read as times one distinct text at a time."""
        return None

    def blank(self) -> NDArray[np.bool_]:
        """Say which rows are blank; shape (n,)."""
        return self.codes < 0

    def at(self, row: int) -> str:
        """Return the text of one row, empty where blank."""
        code = self.codes[row]
        return self.distinct[code] if code >= 0 else ""

    def strings(self) -> list[str]:
        """Return the text of every row, empty where blank."""
        every = (*self.distinct, "")
        return [every[code] for code in self.codes.tolist()]

    def packed(self) -> Strings:
        """Return the text of every row, empty where blank, without a ``str`` for each."""
        return strings_of(self.strings())

    def take(self, rows: NDArray[np.intp]) -> "Texts":
        """Return the rows at ``rows``, in that order."""
        return Texts(self.distinct, self.codes[rows])

    def replaced(self, replace: Callable[[str], str]) -> "Texts":
        """Return the column with every distinct text replaced; an empty text is blank."""
        return _packed(tuple(replace(text) for text in self.distinct), self.codes)

    def with_text(self, rows: NDArray[np.bool_], text: str) -> "Texts":
        """Return the column with ``text`` at the flagged ``rows``; an empty text blanks them."""
        codes = self.codes.copy()
        codes[rows] = len(self.distinct) if text else -1
        return Texts((*self.distinct, text), codes)


@dataclass(frozen=True, slots=True)
class ArrowCells:
    """Hold a column as Arrow read it: strings, numbers, dates or instants; null where blank."""

    array: pa.Array

    def blank(self) -> NDArray[np.bool_]:
        """Say which rows are blank; shape (n,)."""
        return _is_null(self.array)

    def texts(self) -> Texts:
        """Return the values as texts, one Python string for each distinct value."""
        if _is_list(self.array.type):
            rows = self.array.to_pylist()
            return texts_of(
                [";".join(str(item) for item in row or () if item is not None) for row in rows]
            )
        encoded = self.array if _is_encoded(self.array) else _as_strings(self.array)
        if not pa.types.is_dictionary(encoded.type):
            encoded = encoded.dictionary_encode()
        codes = _filled(encoded.indices, np.dtype(np.int32), -1)
        distinct = encoded.dictionary.to_pylist()
        return _packed(tuple((text or "").strip() for text in distinct), codes)

    def packed(self) -> Strings:
        """Return the trimmed text of every row, empty where blank, without a ``str`` for each."""
        if not _is_list(self.array.type):
            strings = Strings(_as_strings(self.array))
            # What is null might have bytes, though no reader of ours gives it any.
            if not strings.may_have_edges() and not strings.sizes[self.blank()].any():
                return strings
        return self.texts().packed()

    def numbers(self, *, has_decimal_comma: bool) -> FloatArray | None:
        """Return the values as finite numbers, NaN where blank, shape (n,); None if any is not.

        What is refused here is read again one text at a time, to say which one is wrong.
        """
        array = self.array
        if pa.types.is_dictionary(array.type) and _is_text(array.type.value_type):
            return None
        if _is_text(array.type):
            if not are_numbers(array, has_decimal_comma=has_decimal_comma):
                return None
            if has_decimal_comma:
                array = pc.replace_substring(array, ",", ".", max_replacements=1)
        try:
            floats = pc.cast(array, pa.float64())
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
            return None
        values = _filled(floats, np.dtype(np.float64), float("nan"))
        unfilled = int(np.count_nonzero(~np.isfinite(values)))
        return values if unfilled == floats.null_count else None

    def instants_us(self) -> InstantArray | None:
        """Return the values as microseconds since 1970, MISSING_US where blank, shape (n,).

        None if any has no offset: dates and local times need the zone that somebody states.
        """
        kind = self.array.type
        if pa.types.is_timestamp(kind) and kind.tz is None:
            return None
        if not (pa.types.is_timestamp(kind) or _is_text(kind)):
            return None
        if _is_text(kind) and not are_instants(self.array):
            return None
        try:
            stamps = pc.cast(self.array, pa.timestamp("us", "UTC"))
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
            return None
        return _filled(pc.cast(stamps, pa.int64()), np.dtype(np.int64), MISSING_US)


Cells: TypeAlias = Texts | ArrowCells


@dataclass(frozen=True, slots=True)
class StructureFault:
    """Say what is wrong with a record that never became a row of cells."""

    row: int
    line: int
    fault: Fault
    id: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Hold some rows of one file, column by column, and the records that made no row.

    ``row`` counts the file's records from 1; ``line`` is where each starts, 0 where the format has
    no lines; both have shape (n,), and so has every column. ``is_spread`` says that a record may
    have made several rows, which stand one behind the other.
    """

    columns: dict[str, Cells]
    row: NDArray[np.int64]
    line: NDArray[np.int64]
    faults: tuple[StructureFault, ...] = ()
    is_spread: bool = False

    def __len__(self) -> int:
        return len(self.row)


def texts_of(values: list[str]) -> Texts:
    """Return a column of the given texts, trimmed; an empty one is blank."""
    index: dict[str, int] = {}
    codes = np.empty(len(values), dtype=np.int32)
    for row, value in enumerate(values):
        text = value.strip()
        codes[row] = index.setdefault(text, len(index)) if text else -1
    return Texts(tuple(index), codes)


def blank_texts(count: int) -> Texts:
    """Return ``count`` blank cells."""
    return Texts((), np.full(count, -1, dtype=np.int32))


def _packed(distinct: tuple[str, ...], codes: CodeArray) -> Texts:
    """Blank the codes of empty texts."""
    if all(distinct):
        return Texts(distinct, codes)
    is_text = np.fromiter((bool(text) for text in (*distinct, "")), np.bool_, len(distinct) + 1)
    return Texts(distinct, np.where(is_text[codes], codes, np.int32(-1)).astype(np.int32))


def _is_text(kind: pa.DataType) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


def _is_list(kind: pa.DataType) -> bool:
    return bool(pa.types.is_list(kind) or pa.types.is_large_list(kind))


def _is_encoded(array: pa.Array) -> bool:
    """Say whether the array is of codes for texts, and fewer texts than it has rows."""
    kind = array.type
    return bool(
        pa.types.is_dictionary(kind)
        and pa.types.is_int32(kind.index_type)
        and _is_text(kind.value_type)
        and len(array.dictionary) <= len(array)
    )


def _as_strings(array: pa.Array) -> pa.Array:
    kind = array.type
    if pa.types.is_dictionary(kind):
        array = pc.cast(array, kind.value_type)
        kind = array.type
    if pa.types.is_floating(kind):
        return _floats_as_strings(array)
    return pc.cast(array, pa.string())


def _floats_as_strings(array: pa.Array) -> pa.Array:
    """Write 3.0 as ``3``: whole numbers are floats where a column has blanks."""
    try:
        return pc.cast(pc.cast(array, pa.int64()), pa.string())
    except pa.ArrowInvalid:
        return pc.cast(pc.cast(array, pa.float64()), pa.string())


def _filled(array: pa.Array, dtype: np.dtype[Scalar], missing: float) -> NDArray[Scalar]:
    """Return the values with ``missing`` for null, shape (n,).

    The buffers are looked at as they are: ``to_numpy``, ``fill_null`` and ``pa.scalar`` import
    pandas where it is installed, which takes longer than reading most files.
    """
    count = len(array)
    buffer = array.buffers()[1]
    if buffer is None or count == 0:
        return np.full(count, missing, dtype=dtype)
    start = array.offset * dtype.itemsize
    values = np.frombuffer(buffer, dtype=dtype, count=count, offset=start)
    if array.null_count == 0:
        return values
    return np.where(_is_null(array), np.array(missing, dtype=dtype), values)


def _is_null(array: pa.Array) -> NDArray[np.bool_]:
    bitmap = array.buffers()[0]
    if array.null_count == 0:
        return np.zeros(len(array), dtype=np.bool_)
    if bitmap is None:
        return np.ones(len(array), dtype=np.bool_)
    bits = np.unpackbits(np.frombuffer(bitmap, dtype=np.uint8), bitorder="little")
    return ~bits[array.offset : array.offset + len(array)].astype(np.bool_)
