"""What a report is called, and what tells it from all others whatever line it stands on."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from checker.reports.batch import MISSING_US
from checker.reports.cells import Block
from checker.reports.columns import BY_NAME
from checker.reports.draft import Draft
from checker.reports.names import Names
from checker.reports.strings import Hashes, hash_of
from checker.values.window import InstantArray

__all__ = ["Contents", "Placed", "identities", "place_of"]

_ROUNDS = ((30, 0xBF58_476D_1CE4_E5B9), (27, 0x94D0_49BB_1331_11EB))
"""The finaliser of SplitMix64: Steele, Lea, Flood, Fast splittable generators (2014), fig. 16."""


def place_of(file: str, line: int | None, row: int) -> str:
    """Return ``file:line``, or ``file#row`` where the format has no lines."""
    return f"{file}:{line}" if line else f"{file}#{row}"


@dataclass(frozen=True, slots=True)
class Placed:
    """Call a report by its place; ``line`` and ``row`` have a value for each row of a block."""

    file: str
    line: NDArray[np.int64]
    row: NDArray[np.int64]

    def of(self, row: int) -> str:
        """Return the place of a row of the block."""
        return place_of(self.file, int(self.line[row]), int(self.row[row]))


class Contents:
    """Tell a report from others by all that it says; worked out when the first is asked for."""

    def __init__(self, draft: Draft, times: tuple[InstantArray, InstantArray]) -> None:
        self._draft = draft
        self._times = times

    def of(self, row: int) -> str:
        """Return the hash of what a row of the block says."""
        return f"{self._hashes[row]:016x}"

    @cached_property
    def _hashes(self) -> list[int]:
        hashes: list[int] = _content_hashes(self._draft, self._times).tolist()
        return hashes


def identities(draft: Draft, times: tuple[InstantArray, InstantArray]) -> tuple[Names, Names]:
    """Return the id and the fingerprint of each row.

    Both are the report's own id, where it has one. Else the id is its place in the file, and the
    fingerprint its content (``times`` included): it does not change when lines move, nor with the
    format of the file. A report cut in two by the mapping has an id in each part.
    """
    block = draft.block
    written = draft.cells("id").packed() if draft.has("id") else None
    ids = Names(written, Placed(draft.reading.file, block.line, block.row), np.arange(len(block)))
    for name in _numbers_in(block):
        draft.number(name)  # what is no number in it is at fault, whether anybody asks or not
    return ids, replace(ids, unnamed=Contents(draft, times))


def _numbers_in(block: Block) -> list[str]:
    return [name for name in sorted(block.columns) if BY_NAME[name].holds == "number"]


def _content_hashes(draft: Draft, times: tuple[InstantArray, InstantArray]) -> Hashes:
    """Mix the hashes of each row's values, column by column in the order of their names; (n,).

    A blank cell changes nothing, so that an added blank column does not either.
    """
    mixed = np.zeros(len(draft.block), dtype=np.uint64)
    for name in sorted(draft.block.columns):
        holds = BY_NAME[name].holds
        if holds == "number":
            values = draft.number(name) + 0.0  # turns -0.0 into 0.0
            mixed = _mixed(mixed, name, values.view(np.uint64), ~np.isnan(values))
        elif holds != "time":
            texts = draft.texts(name)
            hashes = np.array([*(hash_of(text) for text in texts.distinct), 0], dtype=np.uint64)
            mixed = _mixed(mixed, name, hashes[texts.codes], texts.codes >= 0)
    for name, at_us in zip(("seen_from", "seen_to"), times, strict=True):
        mixed = _mixed(mixed, name, at_us.view(np.uint64), at_us != MISSING_US)
    return mixed


def _mixed(hashes: Hashes, name: str, values: Hashes, is_given: NDArray[np.bool_]) -> Hashes:
    found = hashes * np.uint64(3) ^ values ^ np.uint64(hash_of(name))
    for shift, factor in _ROUNDS:
        found = (found ^ (found >> np.uint64(shift))) * np.uint64(factor)
    return np.where(is_given, found ^ (found >> np.uint64(31)), hashes)
