"""Several processes of this machine, each with a part of the reports.

Threads would wait for each other: most of the work is on arrays of a few thousand numbers, and
between any two of them Python lets one thread go on. Processes share nothing, so each reads its
parts by itself.
"""

import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any, TypeVar

from checker.values.diagnostic import CheckerError, Diagnostic

__all__ = ["Processes", "processes_here"]

_ARITY = 8
"""So many results are merged at once."""
_MOST_SHARED = 3
"""A task takes two shared values; the next pass brings another one."""

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class _Shared:
    """Hold a value, and where the other processes find it."""

    value: object
    path: Path


class Processes:
    """Do tasks on ``count`` processes (``there.Workforce``); those that die end the run."""

    def __init__(self, pool: ProcessPoolExecutor, count: int, folder: Path) -> None:
        self.count = count
        self._pool = pool
        self._folder = folder
        self._written = 0

    def share(self, value: object) -> _Shared:
        """Return what stands for a value that every process reads once.

        Raises ``CheckerError`` where there is no room on disk for it.
        """
        self._written += 1
        path = self._folder / f"{self._written}"
        try:
            path.write_bytes(pickle.dumps(value, protocol=5))
        except OSError as error:
            said = (error.strerror or "an output error").lower()
            message = f"what the processes of -j share cannot be written: {said}"
            hint = "free some space there, name another folder in TMPDIR, or leave -j out"
            raise CheckerError(Diagnostic("R112", message, None, hint)) from error
        return _Shared(value, path)

    def done(self, task: Callable[..., Result], shared: Sequence[Any], item: object) -> Result:
        """Return what ``task`` returns of ``shared`` and one item, when it is done.

        Several threads may ask at a time. Raises like ``in_order``.
        """
        (result,) = self.in_order(task, shared, (item,))
        return result

    def in_order(
        self, task: Callable[..., Result], shared: Sequence[Any], items: Iterable[Item]
    ) -> Iterator[Result]:
        """Yield what ``task`` returns of ``shared`` and each item, in the order of the items.

        One more than there are processes wait or are worked on. A process that was ended from
        without ends it with ``CheckerError``.
        """
        paths = [one.path for one in shared]
        waiting: deque[Future[Result]] = deque()
        try:
            for item in items:
                waiting.append(self._begun(task, paths, item))
                if len(waiting) > self.count + 1:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            message = (
                "a process of -j was ended in the midst of the run, perhaps for want of memory"
            )
            hint = "start again, with fewer processes or without -j"
            raise CheckerError(Diagnostic("U113", message, None, hint)) from error
        finally:
            for one in waiting:
                one.cancel()

    def _begun(
        self, task: Callable[..., Result], paths: Sequence[Path], item: object
    ) -> Future[Result]:
        try:  # a process is started when it is first needed
            return self._pool.submit(_done, task, paths, item)
        except OSError as error:
            raise _unstarted(error) from error

    def reduced(
        self,
        task: Callable[..., Result],
        merge: Callable[..., Result],
        shared: tuple[Any, Any],
        items: Iterable[Item],
        tell: Callable[[int], None] | None = None,
    ) -> Result:
        """Return the results of all items as one, merged in their order as they come."""
        found: list[Result] = []
        for at, result in enumerate(self.in_order(task, shared, items)):
            found.append(result)
            if len(found) > _ARITY:
                found = [merge(shared[1].value, *found)]
            if tell is not None:
                tell(at + 1)
        return merge(shared[1].value, *found)


@contextmanager
def processes_here(count: int) -> Iterator[Processes]:
    """Start ``count`` processes; they end with all else, however this process ends.

    Raises ``CheckerError`` where this machine lets none be started.
    """
    # Not forked: locks of libraries may be held, and nobody would be there to let them go.
    started = get_context("spawn")
    with ExitStack() as stack:
        try:
            folder = stack.enter_context(TemporaryDirectory(prefix="accord-"))
            pool = ProcessPoolExecutor(count, started, initializer=_begin, initargs=(folder,))
        except (OSError, ImportError, RuntimeError, ValueError) as error:  # no semaphores, for one
            raise _unstarted(error) from error
        yield Processes(stack.enter_context(pool), count, Path(folder))


def _unstarted(error: Exception) -> CheckerError:
    said = (isinstance(error, OSError) and error.strerror) or f"{error}"
    message = f"the processes of -j cannot be started: {said.lower()}"
    return CheckerError(Diagnostic("U113", message, None, "leave -j out, or ask for fewer"))


def _begin(folder: str) -> None:
    """Leave interrupts to the parent, and end where it is no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, args=(folder,), daemon=True).start()


def _end_with_parent(folder: str) -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        rmtree(folder, ignore_errors=True)  # one that was killed left it behind
        os._exit(1)  # nobody waits for what is worked on


def _done(task: Callable[..., Result], shared: Sequence[Path], item: object) -> Result:
    return task(*(_read(path) for path in shared), item)


@lru_cache(maxsize=_MOST_SHARED)
def _read(path: Path) -> object:
    return pickle.loads(path.read_bytes())  # noqa: S301 - the parent wrote it, in a folder of its own
