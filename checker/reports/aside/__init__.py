"""Rows set aside as they were: how each format writes some of its rows into a file of its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import BinaryIO

__all__ = ["Aside", "Wanted", "Write"]

Wanted = Mapping[int, int]
"""The rows to write, in their order: each one's number in the file, and its line (0 for none)."""

Write = Callable[[Wanted, BinaryIO], int]
"""Write a file that holds these rows alone; return how many rows it holds."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Say how rows of a file are written as they were; ``suffix`` is the end of the new name."""

    suffix: str
    write: Write
