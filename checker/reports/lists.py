"""Cells that hold names: each distinct cell is split and looked up once, then spread over rows."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from checker.reports.batch import MISSING, UNDECLARED, CodeArray, Coded, Lists
from checker.reports.cells import Texts
from checker.reports.spelling import normalised, split_list

__all__ = ["Spellings", "list_column", "name_codes", "text_column"]


class Spellings:
    """Number the texts of one batch in the order in which they come up."""

    def __init__(self) -> None:
        self._index: dict[str, int] = {}

    def index(self, text: str) -> int:
        """Return the number of ``text``, a new one if it is new."""
        return self._index.setdefault(text, len(self._index))

    def all(self) -> tuple[str, ...]:
        """Return the texts in the order of their numbers."""
        return tuple(self._index)


def list_column(texts: Texts, names: Mapping[str, int], spellings: Spellings) -> Lists:
    """Return each row's list of names, split at ``;``; a blank cell is an empty list.

    A name that is not in ``names`` has the code UNDECLARED. Shape of ``offsets``: (n + 1,).
    """
    # The last entry stands for a blank cell, whose code is -1.
    cells = [split_list(cell) for cell in texts.distinct] + [()]
    sizes = np.array([len(cell) for cell in cells], dtype=np.int64)
    starts = np.cumsum(sizes) - sizes
    words = [word for cell in cells for word in cell]
    codes = np.array([names.get(normalised(w), UNDECLARED) for w in words], dtype=np.int32)
    written = np.array([spellings.index(word) for word in words], dtype=np.int32)
    if _are_single(sizes, texts.codes):
        taken = starts[texts.codes]
        return Lists(codes[taken], written[taken], np.arange(len(taken) + 1))
    lengths = sizes[texts.codes]
    offsets = np.concatenate(([0], np.cumsum(lengths))).astype(np.int64)
    within = np.arange(offsets[-1]) - np.repeat(offsets[:-1], lengths)
    taken = np.repeat(starts[texts.codes], lengths) + within
    return Lists(codes[taken], written[taken], offsets)


def _are_single(sizes: NDArray[np.int64], codes: CodeArray) -> bool:
    """Say whether every row has one name; the last size is that of a blank cell."""
    return bool((sizes[:-1] == 1).all() and (codes >= 0).all())


def name_codes(texts: Texts, names: Mapping[str, int]) -> CodeArray:
    """Return each row's code in ``names``: UNDECLARED where it is not there, MISSING if blank."""
    found = [names.get(normalised(text), UNDECLARED) for text in texts.distinct]
    return np.array([*found, MISSING], dtype=np.int32)[texts.codes]


def text_column(texts: Texts, spellings: Spellings) -> Coded:
    """Return each row's text as an index into the batch's spellings; -1 where blank."""
    found = [spellings.index(text) for text in texts.distinct]
    return Coded(np.array([*found, MISSING], dtype=np.int32)[texts.codes])
