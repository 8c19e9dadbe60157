"""Whether anything was put to the test: a run that judged nothing is never shown as a pass."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from checker.evaluate.run import JudgedBatch
from checker.values.verdict import Standing

__all__ = ["Untold", "merge", "not_judged", "untold_of"]

_UNTESTED = (Standing.NOT_IN_FORCE, Standing.SILENT, Standing.NOT_A_POSITION)
_COUNTED = (*_UNTESTED, Standing.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Untold:
    """Count what got no verdict, by its reason; ``is_tested`` once any report was put to a test."""

    counts: Counter[str]
    is_tested: bool = False


def untold_of(batch: JudgedBatch, *, is_test: bool = True) -> Untold:
    """Count the reports of a batch that prove nothing, and the pairs that are not concerned.

    Unless it ``is_test``, nothing of it counts as put to the test.
    """
    columns = batch.columns
    superseded = int(columns.superseded.sum())
    late = int(columns.excluded.sum()) - superseded
    counts = Counter({"superseded": superseded, "after_as_of": late})
    live, is_tested = ~columns.excluded, False
    for rolled in batch.rolled:
        if rolled is None:
            continue
        standing = rolled.standing[live]
        counts.update({word.word: int((standing == word).sum()) for word in _COUNTED})
        is_tested |= bool((~np.isin(standing, _UNTESTED)).any())
    return Untold(counts, is_tested and is_test)


def merge(first: Untold, second: Untold) -> Untold:
    """Add two counts."""
    counts = first.counts.copy()
    counts.update(second.counts)
    return Untold(counts, first.is_tested or second.is_tested)


def not_judged(found: Untold) -> list[tuple[str, int]]:
    """Return the counts that are not zero, in the order in which they are told."""
    words = ("superseded", "after_as_of", *(word.word for word in _COUNTED))
    return [(reason, found.counts[reason]) for reason in words if found.counts[reason]]
