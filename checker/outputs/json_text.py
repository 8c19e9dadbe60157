"""JSON as every format writes it: a value on one line, numbers that are finite."""

import json
import math
from typing import TypeAlias

__all__ = ["Json", "dumped", "pretty", "rounded"]

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None


def dumped(value: Json) -> str:
    """Write a value on one line."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def pretty(value: Json) -> str:
    """Write a document that is also read by eye: indented, with a line end."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def rounded(value: float | None) -> float | None:
    """Round to a thousandth (of a metre: finer than any distance is good to); never -0 or NaN."""
    if value is None or not math.isfinite(value):
        return None
    return round(value, 3) + 0.0
