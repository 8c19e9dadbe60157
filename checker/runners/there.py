"""The passes of a run where others work: parts of files go to them, and results come in order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, Protocol, TypeVar

from checker.evaluate import JudgedRun
from checker.findings.gathered import Gathered
from checker.reports import Reports
from checker.reports.batch import Batch
from checker.reports.parts import Part
from checker.runners.passes import Looking
from checker.runners.tasks import Ground, looked, merged, surveyed, told, worked
from checker.runners.telling import Telling, Told
from checker.runners.versions import versions_here
from checker.runners.watched import Tell

__all__ = ["PassesThere", "Workforce"]

Item = TypeVar("Item")
Result = TypeVar("Result")


class Workforce(Protocol):
    """Do tasks in other processes; tasks, what they are given and what they return pickle."""

    def share(self, value: object) -> Any:  # noqa: ANN401 - whatever a worker takes it by
        """Return what stands for a value among what is ``shared``, so that it is sent once."""

    def in_order(
        self, task: Callable[..., Result], shared: Sequence[object], items: Iterable[Item]
    ) -> Iterator[Result]:
        """Yield what ``task`` returns of ``shared`` and each item, in the order of the items.

        Few are worked on or wait at a time, so that memory stays bounded however slowly results
        are taken. Raises what ``task`` raises, and ``CheckerError`` where the workers are lost.
        """

    def reduced(
        self,
        task: Callable[..., Result],
        merge: Callable[..., Result],
        shared: tuple[object, object],
        items: Iterable[Item],
        tell: Callable[[int], None] | None = None,
    ) -> Result:
        """Return the results of all items as one, merged in their order.

        ``task`` takes both of what is ``shared`` and an item, ``merge`` the second and results.
        ``tell`` hears now and then how many items are done. Raises like ``in_order``.
        """


class PassesThere:
    """Let workers read and judge part by part.

    ``is_whole`` says that whole findings are asked for, and not their columns alone. ``tell`` hears
    of each pass how many parts are done.

    A survey comes first: what became of the rows of each part. Where ids may repeat from one part
    to another, or reports correct others, that is found out here, by reading all parts one after
    the other; the workers are told which rows are bad.
    """

    def __init__(self, reports: Reports, workers: Workforce, tell: Tell, *, is_whole: bool) -> None:
        self._workers = workers
        self._tell = tell
        self._passes = 0
        self._is_whole = is_whole
        self._ground = workers.share(Ground(reports.part_reader(), versions_here()))
        parts = reports.parts()
        self._parts: Sequence[Part] = parts
        surveys = [*self._each(surveyed, (self._ground,))]
        if not reports.are_told_by(surveys):
            surveys = [*reports.surveyed(parts)]
        self._parts = reports.settle(parts, surveys)

    def over(self, work: Callable[[Batch], Result]) -> Iterator[Result]:
        """Yield what ``work`` returns for each batch."""
        shared = self._ground, self._workers.share(work)
        for results in self._each(worked, shared):
            yield from results

    def gathered(self, judged: JudgedRun) -> Gathered:
        """Return what all batches say, joined where they were judged."""
        shared = self._ground, self._workers.share(Looking(judged))
        return self._workers.reduced(looked, merged, shared, self._parts, self._next_pass())

    def told(self, telling: Telling) -> Iterator[Told]:
        """Yield what is told of each batch."""
        shared = self._ground, self._workers.share((telling, self._is_whole))
        for answers in self._each(told, shared):
            yield from answers

    def _each(self, task: Callable[..., Result], shared: tuple[object, ...]) -> Iterator[Result]:
        """Yield what ``task`` returns for each part, and tell how many are done."""
        tell = self._next_pass()
        for at, result in enumerate(self._workers.in_order(task, shared, self._parts)):
            tell(at + 1)
            yield result

    def _next_pass(self) -> Callable[[int], None]:
        self._passes += 1
        return partial(self._told_of, self._passes)

    def _told_of(self, number: int, done: int) -> None:
        self._tell(number, done, len(self._parts))
