"""What a condition on another clause is worth for one report after the other, as time goes on."""

from zoneinfo import ZoneInfo

import numpy as np

from checker.folds.evidence import Covers, Cure, Sighting, last_instant, speaks_for
from checker.folds.precedence import NEVER_US, Precedence, ended
from checker.folds.timeline import Asked
from checker.language.core.exemption import Condition
from checker.values.truth import Scope, Truth

__all__ = ["Standing"]

_Who = tuple[str | None, tuple[int, ...]]


class Standing:
    """Follow the breaks and the cures of a condition in the order of their ends.

    A report has to be asked about once all is told that ended before it began: then the answer is
    that of ``precedence_of`` over everything. Whatever comes later ends too late to bear on it.
    """

    def __init__(self, condition: Condition, zone: ZoneInfo, covers: Covers) -> None:
        self._condition = condition
        self._zone = zone
        self._covers = covers
        self._lapsed_us = self._open_us = NEVER_US
        self._uncured: dict[_Who, Sighting] = {}
        self._now: Precedence | None = None

    def add(self, sighting: Sighting | None, cure: Cure | None) -> None:
        """Take what a report proves: a break or a possible one, a cure, or neither."""
        if sighting is not None:
            self._break(sighting)
        if cure is not None:
            self._cure(cure)

    def answer(self, asked: Asked, scope: Scope) -> int:
        """Return what the condition is worth for one report."""
        if self._now is None:
            lapsed_us, open_us = np.array([self._lapsed_us]), np.array([self._open_us])
            is_cured = not self._uncured
            self._now = ended(self._condition, lapsed_us, open_us, is_cured=is_cured)
        return int(self._now.answer(asked, scope)[0][0])

    def _break(self, sighting: Sighting) -> None:
        last_us = last_instant(self._condition, self._zone, sighting.to_us)
        if sighting.proved == Truth.TRUE:
            self._lapsed_us = max(self._lapsed_us, last_us)
            # What cures the last break of somebody cures all before it.
            named = sighting.unit is not None
            self._uncured[sighting.unit, () if named else sighting.actors] = sighting
        else:
            self._open_us = max(self._open_us, last_us)
        self._now = None

    def _cure(self, cure: Cure) -> None:
        own = [(cure.unit, ())] if cure.unit is not None else []
        for who in [*own, *(who for who in self._uncured if who[0] is None)]:
            broken = self._uncured.get(who)
            if broken is None or cure.from_us <= broken.to_us:
                continue
            if speaks_for(cure, broken, self._covers):
                del self._uncured[who]
                self._now = None
