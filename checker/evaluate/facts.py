"""What the first passes over the reports found out, for the last one to judge with."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from checker.folds.evidence import Against, Evidence, by_batch
from checker.folds.precedence import Precedence
from checker.folds.timeline import Timeline
from checker.reports.batch import BatchKey
from checker.values.once import Once
from checker.values.truth import Truth, TruthArray, truths
from checker.values.verdict import Reason, ReasonArray

__all__ = ["Answers", "ConditionFacts", "Facts", "Placed"]

_KEPT_ROWS = 262_144
"""A place step takes 6 bytes a report: 47 MB for 30 of them."""


@dataclass(frozen=True, slots=True)
class ConditionFacts:
    """Hold one condition's timelines, with the proof and at face value, and what drew them.

    A condition that watches a clause is answered by ``order``, with the proof and at face value: it
    reads strictly earlier instants alone. ``doubt`` says why the others are open where they are.
    """

    proved: Timeline
    face: Timeline
    evidence: Evidence
    order: tuple[Precedence, Precedence] | None = None
    doubt: Reason = Reason.CONDITION_OPEN
    once: Once = field(default_factory=Once, compare=False)

    def against(self, batch: BatchKey) -> Against:
        """Return the sightings and the cures among the reports of a batch."""
        known = self.once.of("by batch", lambda: by_batch(self.evidence))
        return known.get(batch, ((), ()))

    def until(self, last_us: int, file: str) -> "ConditionFacts":
        """Return what bears on reports of a file that end at an instant or before it."""
        order = self.order
        if order is not None:
            order = order[0].until(last_us, file), order[1].until(last_us, file)
        return replace(
            self,
            proved=self.proved.until(last_us),
            face=self.face.until(last_us),
            evidence=self.evidence.until(last_us),
            order=order,
            once=Once(),
        )


@dataclass(frozen=True, slots=True)
class Answers:
    """Hold what is known so far of a place step, of the n reports of a batch."""

    truth: TruthArray
    doubts: ReasonArray
    is_known: NDArray[np.bool_]

    @classmethod
    def none(cls, count: int) -> "Answers":
        """Return that nothing is known of ``count`` reports."""
        return cls(
            truths(count, Truth.FALSE),
            np.zeros(count, dtype=np.uint32),
            np.zeros(count, dtype=np.bool_),
        )


class Placed:
    """Keep the answers of place steps, by batch, of so many reports that memory stays flat."""

    def __init__(self) -> None:
        self._kept: dict[BatchKey, dict[int, Answers]] = {}
        self._room = _KEPT_ROWS

    def of(self, key: BatchKey, count: int) -> dict[int, Answers]:
        """Return the answers of a batch of ``count`` reports, for the caller to add to.

        They are the same in every pass, or new where there was no room for them.
        """
        if key not in self._kept:
            if count > self._room:
                return {}
            self._kept[key] = {}
            self._room -= count
        return self._kept[key]


@dataclass(frozen=True, slots=True)
class Facts:
    """Hold the timeline of every condition of the plan that could be drawn so far.

    ``firsts`` dates events by their first proved report. ``superseded`` are the ids of reports that
    another one supersedes: they prove nothing, nor does what lies wholly after ``as_of_us``.
    ``placed`` keeps where the reports of the first batches lie: no pass changes it.
    """

    firsts: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    conditions: Mapping[int, ConditionFacts] = field(default_factory=dict)
    superseded: frozenset[str] = frozenset()
    as_of_us: int | None = None
    placed: Placed = field(default_factory=Placed, compare=False)

    def until(self, last_us: int, file: str) -> "Facts":
        """Return what bears on reports of a file that end at an instant or before it.

        What others say of later instants changes nothing of them.
        """
        conditions = {
            number: facts.until(last_us, file) for number, facts in self.conditions.items()
        }
        return replace(self, conditions=conditions)
