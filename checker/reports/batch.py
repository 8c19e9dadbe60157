"""Reports as equally long columns of numbers and codes, each row with its file and line."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.geography.discs import Discs
from checker.reports.names import Named, Names
from checker.values.window import InstantArray

__all__ = [
    "ATTRIBUTIONS",
    "KINDS",
    "ROLES",
    "WHOSE",
    "Batch",
    "BatchKey",
    "CodeArray",
    "Coded",
    "Lists",
    "RowKey",
    "Vocabulary",
    "word_of",
]

CodeArray = NDArray[np.int32]

BatchKey = tuple[str, int]
"""What tells a batch from every other one of a run: its file, and the number of its first row.

It hangs on no other file, so that what is known of a batch holds whatever else is read.
"""

RowKey = tuple[BatchKey, int]
"""A report of a run: its batch, and its place in it."""

KINDS = (
    "position",
    "incident",
    "admission",
    "allegation",
    "statement",
    "denial",
    "withdrawal_claim",
    "access_denied",
)
ROLES = ("acting", "struck", "target")
WHOSE = ("actor", "target", "debris")
ATTRIBUTIONS = ("confirmed", "reported", "claimed", "alleged", "disputed", "unknown")
RELIABILITIES = ("A", "B", "C", "D", "E", "F")
MISSING_US = np.iinfo(np.int64).min
"""Stands for an instant that the report does not give."""
MISSING = -1
"""Code of a value that the report leaves empty."""
UNDECLARED = -2
"""Code of a word that the report gives and nobody declared."""


def word_of(words: tuple[str, ...], code: int) -> str | None:
    """Return the word of a code, None where the report leaves it empty."""
    return words[code] if 0 <= code < len(words) else None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Map every accepted spelling to its code, per column family.

    Spellings are compared after NFKC, case folding and trimming; never fuzzily.
    """

    actors: dict[str, int]
    doings: dict[str, int]
    things: dict[str, int]
    places: dict[str, int]


@dataclass(frozen=True, slots=True)
class Lists:
    """Hold a list of codes per row: row i has ``codes[offsets[i]:offsets[i + 1]]``.

    ``codes`` are indices, MISSING or UNDECLARED; ``written`` are indices into ``Batch.spellings``
    (-1 where empty). ``offsets`` has shape (n + 1,). An empty cell is an empty list.
    """

    codes: CodeArray
    written: CodeArray
    offsets: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Coded:
    """Hold one text a row as an index into ``Batch.spellings``; -1 where empty."""

    written: CodeArray


@dataclass(frozen=True, slots=True)
class Batch:
    """Hold n accepted reports; every array has shape (n,) unless said.

    ``is_one_of`` says that the actors of a row are candidates (one of them it was); else all of
    them were there. Times are closed intervals [from_us, to_us] in microseconds since
    1970-01-01T00:00Z, MISSING_US in both where none is given; a date alone runs to the last
    microsecond of its day. Counts are NaN where missing. ``kind``, ``role``, ``position_of``,
    ``attribution``, ``reliability`` (0 is A), ``credibility`` (1..6) are codes, -1 where missing.
    ``at``, ``origin``, ``target`` are the places given, ``unplaced`` the names of those that
    nobody declared and that are more than a remark. ``fingerprint`` identifies each report
    (its id, or its content), never by line.
    """

    file: str
    row: NDArray[np.int64]
    line: NDArray[np.int64]
    ids: Names
    fingerprints: Names
    kind: CodeArray
    at: Discs
    origin: Discs
    target: Discs
    unplaced: Lists
    from_us: InstantArray
    to_us: InstantArray
    is_throughout: NDArray[np.bool_]
    actors: Lists
    is_one_of: NDArray[np.bool_]
    against: Lists
    does: Lists
    things: Lists
    attribution: CodeArray
    role: CodeArray
    position_of: CodeArray
    unit: Coded
    event: Coded
    count_low: NDArray[np.float64]
    count_high: NDArray[np.float64]
    reliability: CodeArray
    credibility: CodeArray
    supersedes: Named
    quoted_distance_m: NDArray[np.float64]
    source: Coded
    note: Coded
    spellings: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.row)

    @property
    def key(self) -> BatchKey:
        """Return what tells the batch from every other one of a run."""
        return self.file, int(self.row[0]) if len(self) else 0
