"""Who works on the reports: this process or several, threads, or the workers of a cluster."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TypedDict, TypeVar

import click

from checker.cli.formats import Target
from checker.cli.kept import parts_store
from checker.cli.progress import shown_parts, shown_progress
from checker.evaluate.engine import IN_TURN, Engine
from checker.outputs import WRITERS
from checker.reports import Reports
from checker.runners.cluster import passes_on_cluster
from checker.runners.passes import Passes, PassesHere
from checker.runners.remembered import PassesRemembered
from checker.runners.there import PassesThere
from checker.runners.threads import MOST_JOBS, Threads

__all__ = ["EngineOptions", "engines", "passes_over"]

_ENGINES = ("local", "dask")

Command = TypeVar("Command", bound=Callable[..., object])


class EngineOptions(TypedDict):
    """Who works, as typed."""

    jobs: int | None
    engine: str
    scheduler: str | None


def engines(command: Command) -> Command:
    """Give a command the options that say who works."""
    for option in (
        click.option(
            "--scheduler", metavar="ADDRESS", help="Of --engine dask: a cluster that runs already."
        ),
        click.option(
            "--engine",
            type=click.Choice(_ENGINES),
            default=_ENGINES[0],
            show_default=True,
            help="Work in this process, or on the workers of a Dask cluster.",
        ),
        click.option(
            "-j",
            "jobs",
            metavar="N",
            type=click.IntRange(1, MOST_JOBS),
            help="Work on so many parts of the reports at a time, 1 unless said: two million or"
            " more by so many processes, fewer by threads. Of --engine dask, one for each core"
            " unless said.",
        ),
    ):
        command = option(command)
    return command


@contextmanager
def passes_over(
    reports: Reports,
    options: EngineOptions,
    targets: tuple[Target, ...],
    *,
    marks_findings: bool = False,
) -> Iterator[Passes]:
    """Give the passes of a run as the options say; what was started for them ends with them.

    ``marks_findings`` says that findings are asked for one by one, whatever the formats take.
    Raises a usage error for options that do not go together, and ``CheckerError`` where a cluster
    cannot be used.
    """
    jobs, scheduler = options["jobs"], options["scheduler"]
    is_whole = marks_findings or not all(one.format.takes_columns for one in targets)
    if options["engine"] == "dask":
        if scheduler is not None and jobs is not None:
            raise click.UsageError(
                "-j starts processes on this machine; the cluster of --scheduler has its workers"
            )
        with (
            shown_parts(page_goes_last=_goes_last(targets)) as tell,
            passes_on_cluster(reports, scheduler or jobs, is_whole=is_whole, tell=tell) as passes,
        ):
            yield passes
        return
    if scheduler is not None:
        raise click.UsageError("--scheduler goes with --engine dask")
    jobs = jobs or 1
    where = parts_store() if reports.are_apart else None
    with ExitStack() as stack:
        workers = None
        if jobs > 1 and reports.are_many:
            from checker.runners.processes import processes_here  # noqa: PLC0415 - few runs need it

            workers = stack.enter_context(processes_here(jobs))
        if where is None and workers is not None:
            tell = stack.enter_context(shown_parts(page_goes_last=_goes_last(targets)))
            yield PassesThere(reports, workers, tell, is_whole=is_whole)
            return
        engine: Engine = Threads(jobs) if jobs > 1 else IN_TURN
        watched = stack.enter_context(shown_progress(engine, page_goes_last=_goes_last(targets)))
        if where is None:
            yield PassesHere(reports, watched)
            return
        remembered = PassesRemembered(reports, where, watched, workers, is_whole=is_whole)
        yield remembered
        remembered.end()


def _goes_last(targets: tuple[Target, ...]) -> bool:
    """Say whether nothing goes to stdout until all is judged: a page is written in one go."""
    return all(target.path is not None or target.format is WRITERS[0] for target in targets)
