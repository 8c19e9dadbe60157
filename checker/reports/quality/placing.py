"""Positions that look wrong: at 0, 0; outside the region; there only with its axes swapped."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.geography.axes import Cluster, are_swapped
from checker.geography.discs import FloatArray
from checker.reports.batch import Batch
from checker.reports.quality import Found, has_position, warned
from checker.values.diagnostic import Diagnostic

__all__ = ["NullIsland", "OutOfRegion"]

_FEWEST = 20
"""Of fewer positions nobody can say where most of them lie."""
_MOST_HELD = 1 << 16
_LEAST_DEG = 1.0
_METRES_PER_DEG = 110_574.0
"""A degree of latitude at the equator, the shortest: 6,335,439 m (WGS 84, b^2 / a) x pi / 180."""


class NullIsland:
    """Find positions at 0, 0, which blank cells become in many programs."""

    is_open = False

    def __init__(self, most: int) -> None:
        self.found = Found(most)

    def see(self, batch: Batch) -> None:
        """Take in a batch."""
        rows = np.flatnonzero((batch.at.lon_deg == 0) & (batch.at.lat_deg == 0))
        said = "lies at longitude 0 and latitude 0, in the Gulf of Guinea"
        hint = "leave both blank where the position is not known"
        self.found.add(rows, lambda row: warned("R170", batch, row, said, hint))

    def end(self) -> None:
        """Do nothing: all was told."""

    def look(self, batch: Batch) -> None:
        """Do nothing: all was told."""


@dataclass(frozen=True, slots=True)
class _Box:
    west: float
    south: float
    east: float
    north: float

    def is_outside(
        self, lon_deg: FloatArray, lat_deg: FloatArray, slack_m: FloatArray
    ) -> NDArray[np.bool_]:
        """Say which positions lie outside, however they lie in their discs; False where NaN."""
        lat_slack = slack_m / _METRES_PER_DEG
        slack = lat_slack / np.maximum(np.cos(np.radians(lat_deg)), 1e-3)
        is_east = (lon_deg >= self.west - slack) & (lon_deg <= self.east + slack)
        if self.west > self.east:
            is_east = (lon_deg >= self.west - slack) | (lon_deg <= self.east + slack)
        is_north = (lat_deg >= self.south - lat_slack) & (lat_deg <= self.north + lat_slack)
        return np.isfinite(lon_deg) & ~(is_east & is_north)


class OutOfRegion:
    """Find positions outside a region: the stated one, or round where most of the reports lie.

    Nine tenths of the positions by longitude, and by latitude, and as much again to all sides, at
    least a degree, are where most lie. Held are at most some 65,000 of them, every k-th. However
    few there are, those are found too that lie far from the places of an agreement, and among them
    with their axes swapped.
    """

    def __init__(
        self,
        region_deg: tuple[float, float, float, float] | None,
        among: Cluster | None,
        most: int,
    ) -> None:
        self.found = Found(most)
        self._box = _Box(*region_deg) if region_deg is not None else None
        self._is_stated = region_deg is not None
        self._among = among
        self._held: list[NDArray[np.float64]] = []
        self._step = 1
        self._count = 0

    @property
    def is_open(self) -> bool:
        """Say whether it is known where reports should lie."""
        return self._box is not None or self._among is not None

    def see(self, batch: Batch) -> None:
        """Take in a batch."""
        if self._is_stated:
            return
        is_given = has_position(batch) & ((batch.at.lon_deg != 0) | (batch.at.lat_deg != 0))
        points = np.stack((batch.at.lon_deg[is_given], batch.at.lat_deg[is_given]))
        self._held.append(points[:, -self._count % self._step :: self._step])
        self._count += points.shape[1]
        while sum(one.shape[1] for one in self._held) > _MOST_HELD:
            self._held = [np.concatenate(self._held, axis=1)[:, ::2]]
            self._step *= 2

    def end(self) -> None:
        """Settle where most reports lie."""
        if self._is_stated or self._count < _FEWEST:
            return
        points = np.concatenate(self._held, axis=1)
        (west, east), (south, north) = np.percentile(points, (5, 95), axis=1).T.tolist()
        wide, high = max(east - west, _LEAST_DEG), max(north - south, _LEAST_DEG)
        self._box = _Box(west - wide, south - high, east + wide, north + high)

    def look(self, batch: Batch) -> None:
        """Find what lies outside."""
        lon, lat, slack = batch.at.lon_deg, batch.at.lat_deg, np.nan_to_num(batch.at.radius_m)
        outside, swapped = np.zeros((2, len(batch)), dtype=np.bool_)
        if self._box is not None:
            outside = self._box.is_outside(lon, lat, slack) & ~((lon == 0) & (lat == 0))
            swapped = outside & ~self._box.is_outside(lat, lon, np.zeros_like(slack))
        foreign = are_swapped(lon, lat, self._among) & ~swapped
        if batch.at.own is not None:
            # Of a square, an outline or words nobody typed the middle.
            foreign &= batch.at.own < 0
        where = "the region that was stated" if self._is_stated else "where most reports lie"
        at_degrees = "at {:.6g} N, {:.6g} E lies".format
        is_where = {
            True: "far from the agreement's places, and among them",
            False: f"outside {where}",
        }

        def tell(row: int) -> Diagnostic:
            said = f"{at_degrees(lat[row], lon[row])} {is_where[bool(foreign[row])]}"
            if not (foreign[row] or swapped[row]):
                return warned("R171", batch, row, said, "compare it with its source")
            joined = " with" if foreign[row] else ", and in it with"
            hint = "swap the two if they are wrong: nothing is swapped here"
            said = f"{said}{joined} longitude and latitude swapped"
            return warned("R172", batch, row, said, hint)

        self.found.add(np.flatnonzero(outside | foreign), tell)
