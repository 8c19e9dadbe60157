"""The passes of a run on a cluster: parts of files go to workers, and results come in order."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from checker.evaluate import JudgedRun
from checker.findings.gathered import Gathered
from checker.reports import Reports
from checker.reports.batch import Batch
from checker.runners.passes import Looking
from checker.runners.tasks import Ground, looked, merged, surveyed, told, worked
from checker.runners.telling import Telling, Told
from checker.runners.versions import versions_here
from checker.values.diagnostic import CheckerError, Diagnostic

if TYPE_CHECKING:
    from checker.runners.workers import Workers

__all__ = ["PassesThere", "passes_on_cluster"]

Result = TypeVar("Result")


@contextmanager
def passes_on_cluster(
    reports: Reports, scheduler: str | None, count: int | None, *, is_whole: bool
) -> Iterator["PassesThere"]:
    """Give the passes on the cluster of ``scheduler``; None starts ``count`` processes here.

    ``is_whole`` says that whole findings are asked for, and not their columns alone. Raises
    ``CheckerError`` where Dask is not installed, or the cluster cannot be used.
    """
    try:
        from checker.runners.workers import workers_at, workers_here  # noqa: PLC0415
    except ModuleNotFoundError as error:
        message = f"--engine dask needs the package '{error.name}', which is not installed"
        hint = "install the extra: pip install 'accord[dask]'"
        raise CheckerError(Diagnostic("U110", message, None, hint)) from error
    with workers_at(scheduler) if scheduler is not None else workers_here(count) as workers:
        yield PassesThere(reports, workers, is_whole=is_whole)


class PassesThere:
    """Let workers read and judge part by part.

    A survey comes first: what became of the rows of each part. Where ids may repeat from one part
    to another, or reports correct others, that is found out here, by reading all parts one after
    the other; the workers are told which rows are bad.
    """

    def __init__(self, reports: Reports, workers: "Workers", *, is_whole: bool) -> None:
        self._workers = workers
        self._is_whole = is_whole
        self._ground = workers.share(Ground(reports.part_reader(), versions_here()))
        parts = reports.parts()
        surveys = [*workers.in_order(surveyed, [self._ground], parts)]
        if not reports.are_told_by(surveys):
            surveys = [*reports.surveyed(parts)]
        self._parts = reports.settle(parts, surveys)

    def over(self, work: Callable[[Batch], Result]) -> Iterator[Result]:
        """Yield what ``work`` returns for each batch."""
        shared = self._ground, self._workers.share(work)
        for results in self._workers.in_order(worked, shared, self._parts):
            yield from results

    def gathered(self, judged: JudgedRun) -> Gathered:
        """Return what all batches say, joined where they were judged."""
        shared = self._ground, self._workers.share(Looking(judged))
        return self._workers.reduced(looked, merged, shared, self._parts)

    def told(self, telling: Telling) -> Iterator[Told]:
        """Yield what is told of each batch."""
        shared = self._ground, self._workers.share((telling, self._is_whole))
        for answers in self._workers.in_order(told, shared, self._parts):
            yield from answers
