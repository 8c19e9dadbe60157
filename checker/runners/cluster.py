"""The passes of a run on a Dask cluster."""

from collections.abc import Iterator
from contextlib import contextmanager

from checker.reports import Reports
from checker.runners.there import PassesThere
from checker.runners.watched import Tell, untold
from checker.values.diagnostic import CheckerError, Diagnostic

__all__ = ["passes_on_cluster"]


@contextmanager
def passes_on_cluster(
    reports: Reports,
    where: str | int | None,
    *,
    is_whole: bool,
    tell: Tell = untold,
) -> Iterator[PassesThere]:
    """Give the passes on the cluster of a scheduler, or on so many processes that start here.

    ``where`` is its address, or their number; None is one for each core. ``is_whole`` and ``tell``
    are those of ``PassesThere``. Raises ``CheckerError`` where Dask is not installed, or the
    cluster cannot be used.
    """
    try:
        from checker.runners.workers import workers_at, workers_here  # noqa: PLC0415
    except ModuleNotFoundError as error:
        message = f"--engine dask needs the package '{error.name}', which is not installed"
        hint = "install the extra: pip install 'accord[dask]'"
        raise CheckerError(Diagnostic("U110", message, None, hint)) from error
    with workers_at(where) if isinstance(where, str) else workers_here(where) as workers:
        yield PassesThere(reports, workers, tell, is_whole=is_whole)
