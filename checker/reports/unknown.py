"""Words of reports that nobody declared: each leaves an answer open, so it is named and counted."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from checker.reports.batch import UNDECLARED, Batch, Lists

__all__ = [
    "KINDS",
    "Batches",
    "Kind",
    "Unknown",
    "Words",
    "in_order",
    "joined",
    "unknown_reports",
    "words_in",
]

Kind = Literal["actor", "place", "doing", "thing", "report"]
KINDS: tuple[Kind, ...] = ("actor", "place", "doing", "thing", "report")
"""What a word may name; a report is named by the ``supersedes`` of another."""

Batches = Callable[[], Iterable[Batch]]
_Mentions: TypeAlias = tuple[NDArray[np.int64], NDArray[np.int64]]
"""Numbers of words, and the rows that name them; shapes (m,)."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Hold a word as written, how many reports name it, and the first of them: where, and its id.

    ``line`` is None where the format has no lines; ``row`` counts the reports of ``file`` from 1.
    """

    kind: Kind
    name: str
    count: int
    file: str
    line: int | None
    row: int
    id: str


Words = Mapping[tuple[Kind, str], Unknown]
"""Words by what they name and how they are written."""


def words_in(batch: Batch) -> Words:
    """Return the words of the reports of a batch that nobody declared."""
    found: dict[tuple[Kind, str], Unknown] = {}
    for one in _of_batch(batch):
        _add(found, one)
    return found


def joined(first: Words, second: Words) -> Words:
    """Add two counts; where a word was first seen is told by the first."""
    if not second:
        return first
    found = dict(first)
    for one in second.values():
        _add(found, one)
    return found


def in_order(words: Iterable[Unknown]) -> tuple[Unknown, ...]:
    """Return words by kind, the most frequent first."""
    return tuple(sorted(words, key=lambda one: (KINDS.index(one.kind), -one.count, one.name)))


def unknown_reports(batches: Batches, rejected: Iterable[str]) -> Iterator[Unknown]:
    """Yield the ids under ``supersedes`` that no report has, in the order of the input.

    ``batches`` reads the reports anew. ``rejected`` are the ids of reports that were not accepted:
    who corrects one names it rightly.
    """
    wanted = {old for batch in batches() for _, old in batch.supersedes.given()}
    for batch in batches() if wanted else ():
        wanted.difference_update(batch.ids)
    wanted.difference_update(rejected)
    found: dict[tuple[Kind, str], Unknown] = {}
    for batch in batches() if wanted else ():
        for row, old in batch.supersedes.given():
            if old in wanted:
                _add(found, _at(batch, row, ("report", old), 1))
    yield from found.values()


def _of_batch(batch: Batch) -> Iterator[Unknown]:
    """Yield the undeclared words of one batch, each once, with its count there."""
    families: tuple[tuple[Kind, tuple[_Mentions, ...]], ...] = (
        ("actor", (_listed(batch.actors), _listed(batch.against))),
        ("place", (_listed(batch.unplaced),)),
        ("doing", (_listed(batch.does),)),
        ("thing", (_listed(batch.things),)),
    )
    for kind, mentions in families:
        words = np.concatenate([one for one, _ in mentions])
        rows = np.concatenate([one for _, one in mentions])
        if (rows[1:] <= rows[:-1]).any():
            # A report that names a word twice counts once.
            pairs = np.unique(words * len(batch) + rows)
            words, rows = pairs // len(batch), pairs % len(batch)
        counts = np.bincount(words)
        first = np.zeros(len(counts), dtype=np.int64)
        first[words[::-1]] = rows[::-1]
        for word in np.flatnonzero(counts).tolist():
            named = kind, batch.spellings[word]
            yield _at(batch, int(first[word]), named, int(counts[word]))


def _listed(lists: Lists) -> _Mentions:
    places = np.flatnonzero(lists.codes == UNDECLARED)
    rows = np.searchsorted(lists.offsets, places, side="right") - 1
    return lists.written[places].astype(np.int64), rows.astype(np.int64)


def _at(batch: Batch, row: int, word: tuple[Kind, str], count: int) -> Unknown:
    line = int(batch.line[row]) or None
    return Unknown(*word, count, batch.file, line, int(batch.row[row]), batch.ids[row])


def _add(found: dict[tuple[Kind, str], Unknown], one: Unknown) -> None:
    """Count one word; where it was first seen stays."""
    key = (one.kind, one.name)
    old = found.get(key)
    if old is None:
        found[key] = one
    else:
        found[key] = replace(old, count=old.count + one.count)
