"""The undeclared words of reports, each with the declared ones that look like it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice

from checker.findings.finding import ReportRef, UnknownWord
from checker.findings.likeness import Likeness
from checker.language.core.agreement import Core
from checker.reports.unknown import Batches, Kind, Words, in_order, unknown_reports

__all__ = ["unknown_in"]

_MOST_COMPARED = 500
"""Of each kind, the most frequent words are compared; to compare all takes minutes."""
_MOST_KNOWN = 10_000


def unknown_in(
    core: Core, words: Words, batches: Batches, rejected: Sequence[str]
) -> tuple[UnknownWord, ...]:
    """Return every undeclared word; what it is like is told, and never taken for it.

    ``batches`` reads the reports anew, for the ids that they name in vain; there are none where
    it is empty. ``rejected`` are the ids of reports that were not accepted.
    """
    found = in_order([*words.values(), *unknown_reports(batches, rejected)])
    if not found:
        return ()
    known = _known(core)
    if any(one.kind == "report" for one in found):
        ids = (name for batch in batches() for name in batch.ids)
        known["report"] = {name: name for name in islice(ids, _MOST_KNOWN + 1)}
    # Of very many names none is told to be near, for that would take long.
    like = {kind: Likeness(of if len(of) <= _MOST_KNOWN else {}) for kind, of in known.items()}
    seen: Counter[Kind] = Counter()
    told = []
    for one in found:
        seen[one.kind] += 1
        is_compared = seen[one.kind] <= _MOST_COMPARED
        nearest = like[one.kind].nearest(one.name) if is_compared else ()
        first = ReportRef(one.file, one.line, one.row, one.id)
        told.append(UnknownWord(one.kind, one.name, one.count, nearest, first))
    return tuple(told)


def _known(core: Core) -> dict[Kind, Mapping[str, str]]:
    """Return the declared word of each spelling; of a place its first spelling, which is its id."""
    places: dict[int, str] = {}
    for spelling, index in core.place_names:
        places.setdefault(index, spelling)
    return {
        "actor": {spelling: core.actors[index] for spelling, index in core.actor_names},
        "place": {spelling: places[index] for spelling, index in core.place_names},
        "doing": {spelling: core.doings[index] for spelling, index in core.doing_names},
        "thing": {spelling: core.things[index] for spelling, index in core.thing_names},
    }
