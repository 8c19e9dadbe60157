"""Sightings of one unit, and rows of one event, are one incident: first seen, last seen.

Sightings come part by part, each with all that its units were seen at, so that there may be more
than memory holds. Of each chain of breaches in which an event is named some 100 bytes are held.
"""

from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.folds.chains import chains_of, numbered
from checker.folds.sightings import PLACE, Records, columns_of

__all__ = ["JOINED", "Found", "Joining"]

_REPORT = [("file", "i4"), ("first", "i8"), ("row", "i4")]
JOINED = np.dtype([*PLACE, *_REPORT, ("incident", "u8")])
"""The incident of a breach, and which report it is (``SEEN``)."""

_CHAIN = np.dtype(
    [*PLACE, ("from_us", "i8"), ("to_us", "i8"), ("incident", "u8"), ("is_proved", "?")]
)
_TIE = np.dtype([*PLACE, ("event", "u8", (2,)), ("chain", "i8")])

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """Hold the incident of each breach (``JOINED``), and how many there are by clause and reading.

    ``proved`` counts those with a proved breach, ``unproved`` the others.
    """

    rows: Records
    proved: Counter[Place]
    unproved: Counter[Place]


class Joining:
    """Join breaches to incidents: part by part those of one unit, at the end those of one event.

    Rows of one event are one incident. Sightings of one unit are one, unless it certainly left in
    between (``folds/chains``). An incident is named by its first breach; of several that are as
    early, by the one whose name is the least.
    """

    def __init__(self) -> None:
        self._rows: list[Records] = []
        self._chains: list[Records] = []
        self._ties: list[Records] = []
        self._later: list[tuple[Records, NDArray[np.intp]]] = []
        self._count = 0
        self._proved: Counter[Place] = Counter()
        self._unproved: Counter[Place] = Counter()

    def add(self, seen: Records, clear: Records) -> None:
        """Take breaches (``SEEN``) and compliant sightings (``CLEAR``): all of some units."""
        order, chain = chains_of(seen, clear)
        if not len(order):
            return
        seen = seen[order]
        starts = np.flatnonzero(np.diff(chain, prepend=-1))
        chains = np.empty(len(starts), _CHAIN)
        for name in ("clause", "reading", "from_us", "to_us"):
            chains[name] = seen[name][starts]
        chains["incident"] = seen["identity"][starts]
        chains["is_proved"] = np.logical_or.reduceat(seen["is_proved"], starts)
        has_event = seen["event"].any(axis=1)
        is_tied = np.logical_or.reduceat(has_event, starts)
        self._end(chains[~is_tied])
        rows = _joined(seen, chains["incident"][chain])
        self._rows.append(rows[~is_tied[chain]])
        # Chains of an event wait for what else may be of it.
        number = self._count + np.cumsum(is_tied) - 1
        waits = is_tied[chain]
        self._later.append((rows[waits], number[chain[waits]]))
        self._chains.append(chains[is_tied])
        self._ties.append(_ties(seen[has_event], number[chain[has_event]]))
        self._count += int(is_tied.sum())

    def found(self) -> Found:
        """Join what is of one event, and return all incidents."""
        rows = [*self._rows]
        if self._count:
            ties, chains = np.concatenate(self._ties), np.concatenate(self._chains)
            group = _components(numbered(*columns_of(ties, "event")), ties["chain"], self._count)
            order = np.lexsort((chains["incident"], chains["to_us"], chains["from_us"], group))
            starts = np.flatnonzero(np.diff(group[order], prepend=-1))
            incidents = chains[order[starts]]
            incidents["is_proved"] = np.logical_or.reduceat(chains["is_proved"][order], starts)
            self._end(incidents)
            incident_of = np.empty(self._count, np.uint64)
            incident_of[order] = np.repeat(
                incidents["incident"], np.diff(starts, append=self._count)
            )
            for waiting, number in self._later:
                waiting["incident"] = incident_of[number]
                rows.append(waiting)
        return Found(
            np.concatenate(rows) if rows else np.empty(0, JOINED), self._proved, self._unproved
        )

    def _end(self, incidents: Records) -> None:
        for is_proved, count in ((True, self._proved), (False, self._unproved)):
            some = incidents[incidents["is_proved"] == is_proved]
            places, numbers = np.unique(some[["clause", "reading"]], return_counts=True)
            for place, number in zip(places.tolist(), numbers.tolist(), strict=True):
                count[place] += number


def _joined(seen: Records, incident: NDArray[np.uint64]) -> Records:
    rows = np.empty(len(seen), JOINED)
    for name in ("clause", "reading", "file", "first", "row"):
        rows[name] = seen[name]
    rows["incident"] = incident
    return rows


def _ties(seen: Records, chain: NDArray[np.intp]) -> Records:
    """Return which chain each event is named in, each pair once."""
    ties = np.empty(len(seen), _TIE)
    for name in ("clause", "reading", "event"):
        ties[name] = seen[name]
    ties["chain"] = chain
    return np.unique(ties)


def _components(event: NDArray[np.intp], chain: NDArray[np.intp], count: int) -> NDArray[np.intp]:
    """Return a number for each of so many chains: the same where events tie them together.

    Each takes the least number that its events' chains have, until none has a lesser one.
    """
    found = np.arange(count)
    events = int(event.max()) + 1
    while True:
        least = np.full(events, count)
        np.minimum.at(least, event, found[chain])
        lesser = found.copy()
        np.minimum.at(lesser, chain, least[event])
        lesser = lesser[lesser]
        if (lesser == found).all():
            return found
        found = lesser
