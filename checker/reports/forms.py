"""Whether all texts of a column have a form that is read at once: by their bytes, else one by one.

All these forms are read one text at a time too, to the same value. Arrow reads more forms than
these: which rows are read must not hang on what else stands in their block.
"""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from checker.reports.strings import Strings

__all__ = ["are_instants", "are_numbers"]

_NUMBER = r"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,3})?$"
_COMMA_NUMBER = rf"{_NUMBER}|^[+-]?[0-9]+,[0-9]+$"
_INSTANT = (
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?"
    r"(Z|[+-](0[0-9]|1[0-5]):?[0-5][0-9])$"
)
_DATE_ENDS = 10
_IS_PLAIN = np.zeros(256, dtype=np.bool_)
_IS_PLAIN[np.frombuffer(b"0123456789.-", dtype=np.uint8)] = True
_ZERO, _NINE = ord("0"), ord("9")


def are_numbers(array: pa.Array, *, has_decimal_comma: bool) -> bool:
    """Say whether each text is a number, or none that Arrow would take for one.

    Of digits, points and hyphens alone Arrow reads nothing else as a number than we do.
    """
    if has_decimal_comma:
        return _all_match(array, _COMMA_NUMBER)
    return bool(_IS_PLAIN[Strings(array).bytes].all()) or _all_match(array, _NUMBER)


def are_instants(array: pa.Array) -> bool:
    """Say whether each text is an instant with its offset."""
    return _are_like_the_first(array) or _all_match(array, _INSTANT)


def _are_like_the_first(array: pa.Array) -> bool:
    """Say whether the first text is an instant, and the others have digits where it has them.

    Its offset is not every number of two digits, so that all must have the same.
    """
    strings = Strings(array)
    if not len(strings) or not _all_match(array.slice(0, 1), _INSTANT):
        return False
    first = strings[0].encode()
    if not first or (strings.sizes != len(first)).any():
        return False
    least = np.frombuffer(first, dtype=np.uint8).copy()
    is_digit = (least >= _ZERO) & (least <= _NINE)
    if not first.endswith(b"Z"):
        is_digit[_DATE_ENDS + max(first[_DATE_ENDS:].rfind(mark) for mark in (b"+", b"-")) :] = (
            False
        )
    least[is_digit] = _ZERO
    span = np.where(is_digit, np.uint8(_NINE - _ZERO), np.uint8(0))
    # What is less than the least wraps round to more than nine.
    return bool((strings.bytes.reshape(-1, len(first)) - least <= span).all())


def _all_match(array: pa.Array, pattern: str) -> bool:
    """Say whether every text fits a pattern; what is null fits any."""
    return pc.all(pc.match_substring_regex(array, pattern)).as_py() is not False
