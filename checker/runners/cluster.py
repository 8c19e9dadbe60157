"""The passes of a run on a cluster: parts of files go to workers, and results come in order."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from checker.evaluate import JudgedRun
from checker.findings.gathered import Gathered
from checker.reports import Reports
from checker.reports.batch import Batch
from checker.reports.parts import Part
from checker.runners.passes import Looking
from checker.runners.tasks import Ground, looked, merged, surveyed, told, worked
from checker.runners.telling import Telling, Told
from checker.runners.versions import versions_here
from checker.runners.watched import Tell, untold
from checker.values.diagnostic import CheckerError, Diagnostic

if TYPE_CHECKING:
    from checker.runners.workers import Workers

__all__ = ["PassesThere", "passes_on_cluster"]

Result = TypeVar("Result")


@contextmanager
def passes_on_cluster(
    reports: Reports,
    where: str | int | None,
    *,
    is_whole: bool,
    tell: Tell = untold,
) -> Iterator["PassesThere"]:
    """Give the passes on the cluster of a scheduler, or on so many processes that start here.

    ``where`` is its address, or their number; None is one for each core. ``is_whole`` says that
    whole findings are asked for, and not their columns alone. ``tell`` hears of each pass how many
    parts are done. Raises ``CheckerError`` where Dask is not installed, or the cluster cannot be
    used.
    """
    try:
        from checker.runners.workers import workers_at, workers_here  # noqa: PLC0415
    except ModuleNotFoundError as error:
        message = f"--engine dask needs the package '{error.name}', which is not installed"
        hint = "install the extra: pip install 'accord[dask]'"
        raise CheckerError(Diagnostic("U110", message, None, hint)) from error
    with workers_at(where) if isinstance(where, str) else workers_here(where) as workers:
        yield PassesThere(reports, workers, tell, is_whole=is_whole)


class PassesThere:
    """Let workers read and judge part by part.

    A survey comes first: what became of the rows of each part. Where ids may repeat from one part
    to another, or reports correct others, that is found out here, by reading all parts one after
    the other; the workers are told which rows are bad.
    """

    def __init__(self, reports: Reports, workers: "Workers", tell: Tell, *, is_whole: bool) -> None:
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
