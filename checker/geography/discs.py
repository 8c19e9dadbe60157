"""Columns of positions, each a disc of doubt, perhaps bounded by a named area."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from checker.geography.region import Region

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
    ``own`` is the index in ``grounds`` of the ground that the report itself draws about the
    position, within its disc; -1 for none, None where no report does.
    """

    lon_deg: FloatArray
    lat_deg: FloatArray
    radius_m: FloatArray
    area: IntArray
    known: dict[object, object] = field(default_factory=dict, compare=False, repr=False)
    own: IntArray | None = None
    grounds: tuple[Region, ...] = ()

    def __len__(self) -> int:
        return len(self.lon_deg)

    def take(self, index: NDArray[np.intp]) -> "Discs":
        """Return the positions at ``index``, in that order."""
        own = None if self.own is None else self.own[index]
        axes = self.lon_deg[index], self.lat_deg[index], self.radius_m[index], self.area[index]
        return Discs(*axes, own=own, grounds=self.grounds)

    def are_discs(self) -> NDArray[np.bool_]:
        """Say which positions are discs alone, within no area or ground; shape (n,)."""
        is_alone: NDArray[np.bool_] = self.area == -1
        return is_alone if self.own is None else np.asarray(is_alone & (self.own < 0))

    def with_radius(self, radius_m: float) -> "Discs":
        """Return the same centres, each with one radius and no named area."""
        count = len(self)
        nowhere = np.full(count, -1, dtype=np.int32)
        return Discs(self.lon_deg, self.lat_deg, np.full(count, radius_m), nowhere, self.known)

    def alone(self) -> "Discs":
        """Return the same discs without their named areas and grounds."""
        nowhere = np.full(len(self), -1, dtype=np.int32)
        return Discs(self.lon_deg, self.lat_deg, self.radius_m, nowhere, self.known)
