"""Some rows of a batch: every column taken at the same rows."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from checker.reports.batch import Batch, Coded, Lists

__all__ = ["take"]

Rows = NDArray[np.intp]


def take(batch: Batch, rows: Rows) -> Batch:
    """Return the rows at ``rows``, in that order; the spellings stay, so all codes stay valid."""
    return replace(
        batch,
        row=batch.row[rows],
        line=batch.line[rows],
        ids=batch.ids.take(rows),
        fingerprints=batch.fingerprints.take(rows),
        kind=batch.kind[rows],
        at=batch.at.take(rows),
        origin=batch.origin.take(rows),
        target=batch.target.take(rows),
        unplaced=_lists(batch.unplaced, rows),
        from_us=batch.from_us[rows],
        to_us=batch.to_us[rows],
        is_throughout=batch.is_throughout[rows],
        actors=_lists(batch.actors, rows),
        is_one_of=batch.is_one_of[rows],
        against=_lists(batch.against, rows),
        does=_lists(batch.does, rows),
        things=_lists(batch.things, rows),
        attribution=batch.attribution[rows],
        role=batch.role[rows],
        position_of=batch.position_of[rows],
        unit=Coded(batch.unit.written[rows]),
        event=Coded(batch.event.written[rows]),
        count_low=batch.count_low[rows],
        count_high=batch.count_high[rows],
        reliability=batch.reliability[rows],
        credibility=batch.credibility[rows],
        supersedes=batch.supersedes.take(rows),
        quoted_distance_m=batch.quoted_distance_m[rows],
        source=Coded(batch.source.written[rows]),
        note=Coded(batch.note.written[rows]),
    )


def _lists(lists: Lists, rows: Rows) -> Lists:
    lengths = (lists.offsets[1:] - lists.offsets[:-1])[rows]
    offsets = np.concatenate(([0], np.cumsum(lengths))).astype(np.int64)
    within = np.arange(offsets[-1]) - np.repeat(offsets[:-1], lengths)
    taken = np.repeat(lists.offsets[:-1][rows], lengths) + within
    return Lists(lists.codes[taken], lists.written[taken], offsets)
