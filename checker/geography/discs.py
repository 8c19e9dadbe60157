"""Columns of positions, each a disc of doubt, perhaps bounded by a named area."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

__all__ = ["Discs", "FloatArray", "IntArray"]

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Discs:
    """Hold n positions; every array has shape (n,).

    ``lon_deg``, ``lat_deg``: the centre, NaN where the report gives none. ``radius_m``: the radius
    that contains the position, NaN where it is not known (which is not zero). ``area``: index of
    the named area that certainly contains it, in the list the field was compiled with; -1 for none,
    -2 for a name that nobody declared. ``known`` keeps distances that were measured from these
    centres before, so that clauses and readings share them; they don't hang on the radius.
    """

    lon_deg: FloatArray
    lat_deg: FloatArray
    radius_m: FloatArray
    area: IntArray
    known: dict[object, object] = field(default_factory=dict, compare=False, repr=False)

    def __len__(self) -> int:
        return len(self.lon_deg)

    def take(self, index: NDArray[np.intp]) -> "Discs":
        """Return the positions at ``index``, in that order."""
        return Discs(
            self.lon_deg[index], self.lat_deg[index], self.radius_m[index], self.area[index]
        )

    def with_radius(self, radius_m: float) -> "Discs":
        """Return the same centres, each with one radius and no named area."""
        count = len(self)
        nowhere = np.full(count, -1, dtype=np.int32)
        return Discs(self.lon_deg, self.lat_deg, np.full(count, radius_m), nowhere, self.known)

    def alone(self) -> "Discs":
        """Return the same discs without their named areas."""
        nowhere = np.full(len(self), -1, dtype=np.int32)
        return Discs(self.lon_deg, self.lat_deg, self.radius_m, nowhere, self.known)
