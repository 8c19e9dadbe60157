"""The passes of a run over its reports, and how they are done in this process."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from checker.evaluate import JudgedBatch, JudgedRun
from checker.evaluate.engine import IN_TURN, Engine, Here, Over
from checker.findings.gathered import Gathered, gathered_from, gathered_of
from checker.reports import Reports
from checker.reports.batch import Batch, BatchKey
from checker.runners.telling import Telling, Told, is_told
from checker.values.held import Held

__all__ = ["Looking", "Passes", "PassesHere", "judged_size"]

Looked = tuple[JudgedBatch, Gathered]
"""A batch with its answers, and what it says."""


class Passes(Protocol):
    """Read the reports as often as a run asks for it, and work on their batches."""

    @property
    def over(self) -> Over:
        """Return what does any work on every batch."""

    def gathered(self, judged: JudgedRun) -> Gathered:
        """Return what all batches say, once they are judged."""

    def told(self, telling: Telling) -> Iterator[Told]:
        """Yield what is told of each batch, in the order of the batches."""


@dataclass(frozen=True, slots=True)
class Looking:
    """Judge a batch, and gather what it says; it pickles, so that it may be done elsewhere."""

    judged: JudgedRun

    def __call__(self, batch: Batch) -> Looked:
        """Return the batch with its answers, and what it says."""
        judged = self.judged.judge(batch)
        return judged, gathered_of(self.judged, judged)


class PassesHere:
    """Read and judge in this process; few reports are judged once, for all passes."""

    def __init__(self, reports: Reports, engine: Engine = IN_TURN) -> None:
        self.over: Over = Here(reports.batches, engine)
        self._reports = reports
        self._engine = engine
        self._told: set[BatchKey] = set()
        self._held: Held[Looked] = Held(reports.most_held, _size_of)

    def gathered(self, judged: JudgedRun) -> Gathered:
        """Return what all batches say, and hold their answers, if they are few."""
        looks = self._held.through(self.over(Looking(judged)))
        return gathered_from(judged, self._noted(judged, looks))

    def told(self, telling: Telling) -> Iterator[Told]:
        """Yield what is told of each batch: judged once where all are held, else once more.

        Batches of which nothing is told are not judged again, nor read, where that can be spared.
        """
        if self._held.items is not None:
            yield from self._engine.map(telling.of, (batch for batch, _ in self._held.items))
        elif telling.request.is_all:
            yield from self.over(telling.anew)
        else:
            yield from self._engine.map(telling.anew, self._reports.some(self._told))

    def _noted(self, judged: JudgedRun, looks: Iterator[Looked]) -> Iterator[Gathered]:
        for batch, found in looks:
            if is_told(judged, batch):
                self._told.add(batch.columns.key)
            del batch  # or it would be held while the next one is made
            yield found


def _size_of(looked: Looked) -> int:
    return judged_size(looked[0])


def judged_size(batch: JudgedBatch) -> int:
    """Return what a judged batch counts for: its reports, and more under many readings.

    A report takes some 30 bytes under each, of which four are like the report itself.
    """
    readings = sum(len(answers) for answers in batch.readings)
    return len(batch.columns.batch) * max(1, readings // 4)
