"""Two sightings of one unit too far apart for the time between them, however they are read."""

import numpy as np
from numpy.typing import NDArray

from checker.geography.geodesic import inverse
from checker.reports.batch import KINDS, MISSING, MISSING_US, WHOSE, Batch
from checker.reports.quality import Found, at, has_position, warned
from checker.reports.quality.versions import listed
from checker.reports.strings import hash_of
from checker.values.diagnostic import Diagnostic

__all__ = ["SOUND_M_S", "Speed"]

SOUND_M_S = 295.07
"""The speed of sound from 11 to 20 km: ICAO Doc 7488, Manual of the ICAO Standard Atmosphere, 3rd
ed. (1993). No transport moves a unit faster; what it makes on wheels is stated by who knows it."""
_MOST_HELD = 2_000_000
_NEIGHBOURS = 3
_HOUR_S = 3_600.0
_KINDS = tuple(KINDS.index(kind) for kind in ("position", "incident", "admission"))
_FIELDS = np.dtype(
    [
        *(("unit", np.uint64), ("from_us", np.int64), ("to_us", np.int64)),
        *(("lon", np.float64), ("lat", np.float64), ("radius", np.float64)),
        *(("batch", np.int32), ("row", np.int32)),
    ]
)


class Speed:
    """Find, for each unit, sightings that it cannot have got to from one of the three before.

    A unit is one of the same actors: two sides may each have a first brigade.

    The distance is that of the nearest points of both discs, the time that of the farthest ends of
    both intervals: where any reading of the doubt lets it pass, nothing is told. Without a unit, a
    position, a radius or a time nothing is known. Held are 56 bytes of a sighting, of two million
    at most; later ones are not compared, and counted in ``left_out``.
    """

    def __init__(self, most_m_s: float | None, superseded: frozenset[str], most: int) -> None:
        self._superseded = superseded
        self.found = Found(most)
        self.left_out = 0
        self._most_m_s = SOUND_M_S if most_m_s is None else most_m_s
        self._is_stated = most_m_s is not None
        self._held: list[NDArray[np.void]] = []
        self._count = 0
        self._number = 0
        self._bad: dict[tuple[int, int], tuple[int, int, float, float]] = {}
        self._wanted: dict[tuple[int, int], str] = {}

    @property
    def is_open(self) -> bool:
        """Say whether any two are too far apart."""
        return bool(self._bad)

    def see(self, batch: Batch) -> None:
        """Take in a batch."""
        is_known = (batch.unit.written >= 0) & has_position(batch) & (batch.from_us != MISSING_US)
        is_known &= np.isfinite(batch.at.radius_m) & np.isin(batch.kind, _KINDS)
        is_known &= np.isin(batch.position_of, (MISSING, WHOSE.index("actor")))
        if self._superseded:
            is_known &= ~np.array([name in self._superseded for name in batch.ids], dtype=np.bool_)
        rows = np.flatnonzero(is_known)
        self.left_out += max(0, self._count + len(rows) - _MOST_HELD)
        rows = rows[: max(0, _MOST_HELD - self._count)]
        spelt = np.array([hash_of(text) for text in batch.spellings] or [0], dtype=np.uint64)
        held = np.empty(len(rows), dtype=_FIELDS)
        held["unit"] = (spelt[batch.unit.written] ^ listed(batch.actors, spelt))[rows]
        held["from_us"], held["to_us"] = batch.from_us[rows], batch.to_us[rows]
        held["lon"], held["lat"] = batch.at.lon_deg[rows], batch.at.lat_deg[rows]
        held["radius"], held["row"] = batch.at.radius_m[rows], rows
        held["batch"] = self._number
        self._held.append(held)
        self._count += len(rows)
        self._number += 1

    def end(self) -> None:
        """Compare each sighting with those before it in time."""
        if not self._held:
            return
        held = np.concatenate(self._held)
        self._held.clear()
        held = held[np.lexsort((held["to_us"], held["from_us"], held["unit"]))]
        for step in range(1, _NEIGHBOURS + 1):
            self._compare(held[:-step], held[step:])
        self._number = 0

    def _compare(self, first: NDArray[np.void], second: NDArray[np.void]) -> None:
        same = first["unit"] == second["unit"]
        first, second = first[same], second[same]
        _, apart = inverse(first["lon"], first["lat"], second["lon"], second["lat"])
        apart_m = np.maximum(0.0, apart - first["radius"] - second["radius"])
        ends = np.maximum(first["to_us"], second["to_us"])
        # An instant that is told to the second was within that second.
        seconds = (ends - np.minimum(first["from_us"], second["from_us"])) / 1e6 + 1.0
        for index in np.flatnonzero(apart_m > self._most_m_s * seconds).tolist():
            key = int(second["batch"][index]), int(second["row"][index])
            other = int(first["batch"][index]), int(first["row"][index])
            self._bad.setdefault(key, (*other, float(apart_m[index]), float(seconds[index])))
            self._wanted[other] = ""

    def look(self, batch: Batch) -> None:
        """Find the reports themselves."""
        number = self._number
        self._number += 1
        for key in self._wanted:
            if key[0] == number:
                self._wanted[key] = at(batch, key[1])
        rows = sorted(row for held, row in self._bad if held == number)
        self.found.add(np.array(rows, dtype=np.intp), lambda row: self._told(batch, number, row))

    def _told(self, batch: Batch, number: int, row: int) -> Diagnostic:
        other_batch, other_row, apart_m, seconds = self._bad[number, row]
        where = self._wanted[other_batch, other_row]
        other = f"the sighting at {where}" if where else "a sighting that stands further down"
        limit = f"{self._most_m_s * 3.6:,.0f} km/h"
        source = "as stated" if self._is_stated else "the speed of sound at 11 km, ICAO Doc 7488"
        unit = batch.spellings[batch.unit.written[row]]
        said = (
            f"has '{unit}' at least {apart_m / 1000:,.1f} km from {other}, within at most "
            f"{_time(seconds)}: {apart_m / seconds * 3.6:,.0f} km/h or more, where "
            f"{limit} is the most ({source})"
        )
        hint = "correct place, time or unit of one of the two; --top-speed states another limit"
        return warned("R176", batch, row, said, hint)


def _time(seconds: float) -> str:
    """Return a time in words that are not nought."""
    return f"{seconds / _HOUR_S:,.2f} h" if seconds >= _HOUR_S / 100 else f"{seconds:,.0f} s"
