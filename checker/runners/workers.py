"""The workers of a Dask cluster, one that runs already or processes of this machine."""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager, suppress
from os import cpu_count
from threading import Event
from typing import Any, TypeVar

import dask
from distributed import Client, LocalCluster
from distributed.comm import CommClosedError, parse_address
from distributed.comm.registry import get_backend
from distributed.scheduler import KilledWorker
from distributed.system import MEMORY_LIMIT

from checker.runners.tasks import unlike
from checker.runners.versions import Versions, differences, versions_here
from checker.values.diagnostic import CheckerError, Diagnostic

__all__ = ["Workers", "workers_at", "workers_here"]

_CONNECT_S = 5
_APPEAR_S = 60
"""So long may the first worker take to appear: a cluster may start it when it is first asked."""
_MOST_STARTS = 5
_TELL_S = 0.2
_ARITY = 8
"""So many results are merged by one task."""
_TRIMS = "MALLOC_TRIM_THRESHOLD_"
_ENVIRON = "distributed.nanny.pre-spawn-environ"
_SETTINGS = {
    # A plan of many places is large, and sent once.
    "distributed.admin.large-graph-warning-threshold": "1GB",
    # A part that was met by several kills is not to blame for them.
    "distributed.scheduler.allowed-failures": 10,
}

Item = TypeVar("Item")
Shared = TypeVar("Shared")
Result = TypeVar("Result")


class Workers:
    """Do tasks (``there.Workforce``); what is lost with a worker that dies, another does again."""

    def __init__(self, client: "Client") -> None:
        self._client = client

    def share(self, value: object) -> Any:  # noqa: ANN401 - a Future, which has no types
        """Return what stands for a value that is sent once, and held by whoever works with it."""
        # A task, and not scattered data, which nobody could make again if all who hold it died.
        return self._submit(_itself, value)

    def in_order(
        self, task: Callable[..., Result], shared: Sequence[object], items: Iterable[Item]
    ) -> Iterator[Result]:
        """Yield what ``task`` returns of ``shared`` and each item, in the order of the items.

        Twice as many as there are threads are worked on or wait.
        """
        most = 2 * sum(self._client.nthreads().values()) + 1
        waiting: deque[Any] = deque()
        try:
            for item in items:
                waiting.append(self._submit(task, *shared, item))
                if len(waiting) > most:
                    yield _result(waiting.popleft())
            while waiting:
                yield _result(waiting.popleft())
        finally:
            for one in waiting:
                one.release()

    def reduced(
        self,
        task: Callable[..., Result],
        merge: Callable[..., Result],
        shared: tuple[object, object],
        items: Iterable[Item],
        tell: Callable[[int], None] | None = None,
    ) -> Result:
        """Return the results of all items as one, merged in their order by a tree of tasks."""
        found = [self._submit(task, *shared, item) for item in items]
        done: list[object] = []
        for one in found:
            one.add_done_callback(lambda _: done.append(None))
        while True:
            found = [
                self._submit(merge, shared[1], *found[at : at + _ARITY])
                for at in range(0, max(len(found), 1), _ARITY)
            ]
            if len(found) == 1:
                break
        ended = Event()
        found[0].add_done_callback(lambda _: ended.set())
        while not found[0].done():
            ended.wait(_TELL_S)
            if tell is not None:
                tell(len(done))
        return _result(found[0])  # type: ignore[no-any-return]

    def _submit(self, task: Callable[..., object], *arguments: object) -> Any:  # noqa: ANN401
        if self._client.status != "running":
            raise _lost()
        # What is the same twice is done twice: to find that out takes longer.
        return self._client.submit(task, *arguments, pure=False)

    def refuse_unlike(self) -> None:
        """Raise ``CheckerError`` for a worker, or a scheduler, of other versions than these."""
        mine = versions_here()
        told = self._client.run(versions_here, on_error="return")
        for address, theirs in sorted(told.items()):
            _refuse_unlike(f"the worker {address}", mine, theirs)
        try:
            at_scheduler = self._client.run_on_scheduler(versions_here)
        except Exception as error:  # noqa: BLE001 - whatever it is, it cannot tell its versions
            at_scheduler = error
        _refuse_unlike("the scheduler", mine, at_scheduler)


@contextmanager
def workers_at(address: str) -> Iterator[Workers]:
    """Give the workers of a scheduler that runs already; they stay when all is done.

    Raises ``CheckerError`` where it cannot be reached, has no workers, or is unlike this process.
    """
    with dask.config.set(_SETTINGS), _quiet(), ExitStack() as stack:
        try:
            get_backend(parse_address(address)[0])  # a client would fail at it again when it ends
            client = Client(address, timeout=_CONNECT_S, set_as_default=False)
        except (OSError, ValueError) as error:
            hint = "start one with 'dask scheduler', or leave --scheduler out to work here"
            message = f"there is no scheduler at '{address}' that answers"
            raise CheckerError(Diagnostic("U111", message, None, hint)) from error
        stack.enter_context(client)
        try:
            client.wait_for_workers(1, timeout=_APPEAR_S)
        except TimeoutError as error:
            message = f"the scheduler at '{address}' has had no workers for {_APPEAR_S} seconds"
            hint = f"start some with 'dask worker {address}'"
            raise CheckerError(Diagnostic("U111", message, None, hint)) from error
        workers = Workers(client)
        workers.refuse_unlike()
        yield workers


@contextmanager
def workers_here(count: int | None) -> Iterator[Workers]:
    """Start ``count`` processes on this machine, None one for each core; they end with all else.

    Raises ``CheckerError`` where they cannot be started.
    """
    with dask.config.set({**_SETTINGS, _ENVIRON: _environ()}), _quiet():
        cluster = _started(count or cpu_count() or 1)
        with cluster, Client(cluster, set_as_default=False) as client:
            yield Workers(client)


def _started(count: int) -> "LocalCluster":
    """Start processes; all of them anew where one ends before it has come, for that ends them all.

    Raises ``CheckerError`` where that happens again and again.
    """
    for _ in range(_MOST_STARTS):
        with suppress(RuntimeError):
            return LocalCluster(
                n_workers=count,
                threads_per_worker=1,
                processes=True,
                dashboard_address="127.0.0.1:0",  # any free port: None is that of another cluster
                scheduler_kwargs={"dashboard": False},
                memory_limit=MEMORY_LIMIT // count,
                silence_logs=logging.CRITICAL,
                preload=["checker.runners.deaf"],
            )
    message = "the processes of --engine dask ended again and again before they had started"
    hint = "ask for fewer with -j, or look whether there is memory for them"
    raise CheckerError(Diagnostic("U113", message, None, hint))


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what Dask logs from the terminal: what matters is told as an error."""
    loggers = [logging.getLogger(name) for name in ("distributed", "tornado", "asyncio")]
    before = [one.level for one in loggers]
    for one in loggers:
        one.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for one, level in zip(loggers, before, strict=True):
            one.setLevel(level)


def _environ() -> dict[str, object]:
    """Return what Dask sets for a worker, but that memory is given back to the system at once.

    Arrays come and go with each batch; to have the system make their pages anew each time took as
    long as the work.
    """
    given = dask.config.get(_ENVIRON)
    return {name: value for name, value in given.items() if name != _TRIMS}


def _itself(value: Shared) -> Shared:
    return value


def _result(future: Any) -> Any:  # noqa: ANN401 - a Future, which has no types
    try:
        return future.result()
    except KilledWorker as error:
        message = "workers died again and again over one part of the reports"
        hint = "give them more memory, or write files of smaller row groups"
        raise CheckerError(Diagnostic("U113", message, None, hint)) from error
    except (CancelledError, CommClosedError) as error:
        raise _lost() from error


def _lost() -> CheckerError:
    message = "the scheduler was lost in the midst of the run"
    hint = "look whether it still runs, and start again"
    return CheckerError(Diagnostic("U113", message, None, hint))


def _refuse_unlike(who: str, mine: Versions, theirs: object) -> None:
    if isinstance(theirs, Exception):
        raise unlike(who, [f"it cannot tell its versions ({type(theirs).__name__}: {theirs})"])
    assert isinstance(theirs, dict)
    if found := differences(mine, theirs):
        raise unlike(who, found)
