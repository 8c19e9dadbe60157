"""Who a report names: all that were there, or candidates of whom it was one."""

import numpy as np
from numpy.typing import NDArray

from checker.reports.batch import UNDECLARED, Lists
from checker.reports.cells import Texts
from checker.reports.draft import Draft
from checker.reports.lists import list_column
from checker.reports.rejected import Fault
from checker.reports.spelling import normalised, split_list

__all__ = ["actor_column"]


def actor_column(draft: Draft) -> tuple[Lists, NDArray[np.bool_]]:
    """Return each row's actors, and whether they are candidates; shapes n and (n,).

    ``actor_all`` or ``actor_one_of`` go before ``actor``, which then is who it was as the source
    words it. A row with both sets is refused, and so is one whose ``actor`` is a declared name that
    the set does not hold: nobody can tell which of the two is meant.
    """
    if not draft.has("actor_all") and not draft.has("actor_one_of"):
        return (
            draft.names("actor", draft.reading.vocabulary.actors),
            draft.reading.blanks.flags(len(draft.block)),
        )
    actor, every, candidates = (
        draft.texts(name) for name in ("actor", "actor_all", "actor_one_of")
    )
    is_all, is_one_of = every.codes >= 0, candidates.codes >= 0
    both = np.flatnonzero(is_all & is_one_of)
    fault = Fault(
        "R212",
        "actor_all and actor_one_of are both given",
        "give one of the two: were all there, or one of them?",
    )
    draft.faults.add(both, draft.reading.name("actor_one_of"), fault)
    written = _chosen(_chosen(actor, every, is_all), candidates, is_one_of)
    for row in np.flatnonzero((is_all ^ is_one_of) & (actor.codes >= 0)):
        _refuse_other(draft, int(row), actor.at(int(row)), written.at(int(row)))
    return list_column(written, draft.reading.vocabulary.actors, draft.spellings), is_one_of


def _chosen(first: Texts, second: Texts, is_second: NDArray[np.bool_]) -> Texts:
    """Return the second text where flagged, else the first."""
    codes = np.where(is_second, second.codes + len(first.distinct), first.codes)
    return Texts((*first.distinct, *second.distinct), codes.astype(np.int32))


def _refuse_other(draft: Draft, row: int, actor: str, written: str) -> None:
    known = draft.reading.vocabulary.actors
    named = {known.get(normalised(name), UNDECLARED) for name in split_list(actor)}
    held = {known.get(normalised(name), UNDECLARED) for name in split_list(written)}
    others = named - held - {UNDECLARED}
    if others:
        fault = Fault(
            "R212",
            f"actor names '{actor}', who is not among '{written}'",
            "leave actor blank, or add it to the set",
        )
        draft.faults.add([row], draft.reading.name("actor"), fault)
