"""Times that look wrong: after it was said to be, or long after those of all other reports."""

import numpy as np

from checker.reports.batch import MISSING_US, Batch
from checker.reports.quality import Found, warned
from checker.values.civil import iso_of_us

__all__ = ["Future"]

_DAY_US = 86_400_000_000
_GAP_DAYS = 365
_LEAST_SHARE = 100
"""Without a date that somebody states, those are looked at that stand more than a year after all
others, and are no more than a hundredth of them."""


class Future:
    """Find reports of a time after ``as_of_us``; without it, those long after all others.

    There is no clock: what the future is, somebody states, or the reports themselves show.
    """

    def __init__(self, as_of_us: int | None, most: int) -> None:
        self.found = Found(most)
        self._limit_us = as_of_us
        self._is_stated = as_of_us is not None
        self._days: dict[int, int] = {}

    @property
    def is_open(self) -> bool:
        """Say whether there is anything that may be found."""
        return self._limit_us is not None

    def see(self, batch: Batch) -> None:
        """Count the days on which reports begin; there are no more than 150,000 of them."""
        if self._is_stated:
            return
        given = batch.from_us[batch.from_us != MISSING_US] // _DAY_US
        for day, count in zip(*np.unique(given, return_counts=True), strict=True):
            self._days[int(day)] = self._days.get(int(day), 0) + int(count)

    def end(self) -> None:
        """Settle after which day reports stand alone."""
        if self._is_stated:
            return
        total, before, last = sum(self._days.values()), 0, None
        for day in sorted(self._days):
            is_lone = last is not None and day - last > _GAP_DAYS
            if is_lone and (total - before) * _LEAST_SHARE <= total:
                assert last is not None
                self._limit_us = (last + 1) * _DAY_US - 1
                return
            before += self._days[day]
            last = day

    def look(self, batch: Batch) -> None:
        """Find what is after it."""
        limit = self._limit_us
        assert limit is not None
        what = (
            "the time that was stated"
            if self._is_stated
            else "that of all other reports, by more than a year"
        )
        after = f"after {what}: {iso_of_us(limit, 'UTC')}"
        hint = "correct its date" if not self._is_stated else "correct its date, or --as-of"
        self.found.add(
            np.flatnonzero((batch.from_us != MISSING_US) & (batch.from_us > limit)),
            lambda row: warned(
                "R173",
                batch,
                row,
                f"is of {iso_of_us(int(batch.from_us[row]), 'UTC')}, {after}",
                hint,
            ),
        )
