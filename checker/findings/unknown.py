"""The undeclared words of reports, each with the declared ones that look like it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from itertools import islice

from checker.findings.finding import ReportRef, UnknownWord
from checker.language.core.agreement import Core
from checker.reports.spelling import normalised
from checker.reports.unknown import Batches, Kind, Unknown, Words, in_order, unknown_reports

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
    seen: Counter[Kind] = Counter()
    told = []
    for one in found:
        seen[one.kind] += 1
        spellings = known[one.kind] if seen[one.kind] <= _MOST_COMPARED else {}
        told.append(_told(one, spellings))
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


def _told(one: Unknown, known: Mapping[str, str]) -> UnknownWord:
    # Ids are compared as they are written; of very many none is told, for that would take long.
    name = one.name if one.kind == "report" else normalised(one.name)
    near = get_close_matches(name, known, n=3, cutoff=0.6) if len(known) <= _MOST_KNOWN else []
    nearest = tuple(dict.fromkeys(known[spelling] for spelling in near))
    first = ReportRef(one.file, one.line, one.row, one.id)
    return UnknownWord(one.kind, one.name, one.count, nearest, first)
