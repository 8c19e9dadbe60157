"""From cells under the contract's names to a batch: codes and numbers, and the rows at fault."""

import numpy as np
from numpy.typing import NDArray

from checker.reports.actors import actor_column
from checker.reports.batch import MISSING_US, Batch, CodeArray
from checker.reports.batch_rows import take
from checker.reports.cells import Block
from checker.reports.columns import PLACES, TIME_KINDS
from checker.reports.draft import Draft, Reading
from checker.reports.identity import identities
from checker.reports.names import Named
from checker.reports.position.placing import Placing
from checker.reports.rejected import Fault, Faults
from checker.reports.times.loose import is_loose
from checker.values.window import InstantArray

__all__ = ["good_rows", "to_batch"]


def to_batch(block: Block, reading: Reading, faults: Faults) -> Batch:
    """Return all rows of ``block``, and hold against the bad ones what is wrong in ``faults``.

    A bad row stays in the batch, with the values that could be read: ``good_rows`` drops it.
    """
    draft = Draft(block, reading, faults)
    names = reading.vocabulary
    from_us, to_us = draft.times()
    ids, fingerprints = identities(draft, (from_us, to_us))
    low, high = draft.counts()
    actors, is_one_of = actor_column(draft)
    placing = Placing(draft)
    places = [placing.place(prefix) for prefix in PLACES]
    return Batch(
        file=reading.file,
        row=block.row,
        line=block.line,
        ids=ids,
        fingerprints=fingerprints,
        kind=draft.word("kind"),
        at=places[0],
        origin=places[1],
        target=places[2],
        unplaced=placing.unplaced(),
        from_us=from_us,
        to_us=to_us,
        is_throughout=_throughout(draft, from_us),
        actors=actors,
        is_one_of=is_one_of,
        against=draft.names("against", names.actors),
        does=draft.names("does", names.doings),
        things=draft.names("thing", names.things),
        attribution=draft.word("attribution"),
        role=draft.word("role"),
        position_of=draft.word("position_of"),
        unit=draft.text("unit"),
        event=draft.text("event"),
        count_low=low,
        count_high=high,
        reliability=draft.word("reliability"),
        credibility=_one_more(draft.word("credibility")),
        supersedes=Named(
            draft.cells("supersedes").packed() if draft.has("supersedes") else None, len(block)
        ),
        quoted_distance_m=draft.number("quoted_distance_m"),
        source=draft.text("source"),
        note=draft.text("note"),
        spellings=draft.spellings.all(),
    )


def good_rows(batch: Batch, faults: Faults) -> Batch:
    """Return the rows of ``batch`` that have no fault."""
    if not len(faults):
        return batch
    return take(batch, np.flatnonzero(~faults.bad(len(batch))))


def _throughout(draft: Draft, from_us: InstantArray) -> NDArray[np.bool_]:
    """Say which reports speak of all their time; of one not given nobody can say what lasted.

    Nor can they of one within which it was, such as `2018-05~`: that is taken for a moment of it.
    """
    if not draft.has("time_kind"):
        return draft.reading.blanks.flags(len(draft.block))
    is_throughout = draft.word("time_kind") == TIME_KINDS.index("throughout")
    if is_throughout.any():
        for name in ("seen_from", "seen_to"):
            is_throughout &= ~_loose(draft, name, is_throughout)
    return np.asarray(is_throughout & (from_us != MISSING_US))


def _loose(draft: Draft, name: str, rows: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Say which times are ones within which it was, and note it of those in ``rows``."""
    if not draft.has(name) or draft.cells(name).instants_us() is not None:
        return np.zeros(len(rows), dtype=np.bool_)
    texts = draft.texts(name)
    loose = np.array([is_loose(text) for text in (*texts.distinct, "")], dtype=np.bool_)
    for code in np.unique(texts.codes[rows & loose[texts.codes]]).tolist():
        message = f"throughout '{texts.distinct[code]}' nobody can say what lasted"
        note = Fault("R315", f"{message}, so it is a moment of it", "write from when to when")
        mine = np.flatnonzero(rows & (texts.codes == code))
        draft.faults.note(mine, draft.reading.name(name), note)
    return np.asarray(loose[texts.codes])


def _one_more(codes: CodeArray) -> CodeArray:
    """Count credibility from 1, as its words do; missing stays -1."""
    return np.where(codes >= 0, codes + 1, codes).astype(np.int32)
