"""What a report is called, and what tells it from all others whatever line it stands on."""

import hashlib

import numpy as np
from numpy.typing import NDArray

from checker.reports.batch import MISSING_US
from checker.reports.columns import BY_NAME
from checker.reports.draft import Draft
from checker.values.window import InstantArray

__all__ = ["identities", "place_of"]

Hashes = NDArray[np.uint64]

_ROUNDS = ((30, 0xBF58_476D_1CE4_E5B9), (27, 0x94D0_49BB_1331_11EB))
"""The finaliser of SplitMix64: Steele, Lea, Flood, Fast splittable generators (2014), fig. 16."""


def place_of(file: str, line: int | None, row: int) -> str:
    """Return ``file:line``, or ``file#row`` where the format has no lines."""
    return f"{file}:{line}" if line else f"{file}#{row}"


def identities(
    draft: Draft, times: tuple[InstantArray, InstantArray]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the id and the fingerprint of each row.

    Both are the report's own id, where it has one. Else the id is its place in the file, and the
    fingerprint its content (``times`` included): it does not change when lines move, nor with the
    format of the file. A report cut in two by the mapping has an id in each part.
    """
    ids = draft.texts("id").strings()
    if all(ids):
        return tuple(ids), tuple(ids)
    block, file = draft.block, draft.reading.file
    contents = _content_hashes(draft, times).tolist()
    places = zip(block.line.tolist(), block.row.tolist(), strict=True)
    return (
        tuple(name or place_of(file, *at) for name, at in zip(ids, places, strict=True)),
        tuple(name or f"{own:016x}" for name, own in zip(ids, contents, strict=True)),
    )


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
            hashes = np.array([*(_hash(text) for text in texts.distinct), 0], dtype=np.uint64)
            mixed = _mixed(mixed, name, hashes[texts.codes], texts.codes >= 0)
    for name, at_us in zip(("seen_from", "seen_to"), times, strict=True):
        mixed = _mixed(mixed, name, at_us.view(np.uint64), at_us != MISSING_US)
    return mixed


def _mixed(hashes: Hashes, name: str, values: Hashes, is_given: NDArray[np.bool_]) -> Hashes:
    found = hashes * np.uint64(3) ^ values ^ np.uint64(_hash(name))
    for shift, factor in _ROUNDS:
        found = (found ^ (found >> np.uint64(shift))) * np.uint64(factor)
    return np.where(is_given, found ^ (found >> np.uint64(31)), hashes)


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")
