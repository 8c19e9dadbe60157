"""What was measured from the positions of a batch, kept, so that no distance is taken twice."""

import numpy as np
from numpy.typing import NDArray

from checker.geography.discs import Discs
from checker.geography.legs import Leg, Raw
from checker.geography.pairs import IndexArray

__all__ = ["surveyed"]


class _Survey:
    """Hold what one leg measured of n positions, and of which; what is asked again is there."""

    def __init__(self, leg: Leg, discs: Discs) -> None:
        self._leg = leg
        self._discs = discs
        self._has: NDArray[np.bool_] = np.zeros(len(discs), dtype=np.bool_)
        self._raw: Raw | None = None

    def raw(self, rows: IndexArray | None) -> Raw:
        discs = self._discs
        asked = np.arange(len(discs)) if rows is None else rows
        lacks = asked[~self._has[asked]]
        if len(lacks):
            found = self._leg.read(discs.lon_deg[lacks], discs.lat_deg[lacks])
            self._has[lacks] = True
            if len(lacks) == len(discs) and rows is None:
                self._raw = found
            elif self._raw is None:
                self._raw = found.spread(len(discs), lacks)
            else:
                self._raw.put(lacks, found)
        if self._raw is None:
            return self._leg.read(discs.lon_deg[asked], discs.lat_deg[asked])
        return self._raw if rows is None else self._raw.take(rows)


def surveyed(leg: Leg, discs: Discs, rows: IndexArray | None = None) -> Raw:
    """Return how far the centres of discs lie from a leg; of some, in the order of ``rows``.

    Clauses, readings and findings ask the same again and again; it doesn't hang on the radius.
    """
    survey = discs.known.get(leg.key)
    if not isinstance(survey, _Survey):
        survey = _Survey(leg, discs)
        discs.known[leg.key] = survey
    return survey.raw(rows)
