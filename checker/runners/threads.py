"""Several threads, each with a batch of its own, and the results in the order of the batches.

Most of the time goes into numpy and Arrow, which let other threads work meanwhile; a batch is not
copied, as it would be for another process.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from typing import TypeVar

__all__ = ["MOST_JOBS", "Threads"]

MOST_JOBS = 256
"""More threads than any machine has cores for are a slip."""

Item = TypeVar("Item")
Result = TypeVar("Result")


class Threads:
    """Work on ``count`` items at a time.

    One more is held ready, so that memory stays bounded however slowly results are taken.
    """

    def __init__(self, count: int) -> None:
        self._count = count

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Yield what ``work`` returns for each item, in order; what it raises is raised there."""
        waiting: deque[Future[Result]] = deque()
        with ThreadPoolExecutor(self._count, thread_name_prefix="accord") as pool:
            try:
                for item in items:
                    waiting.append(pool.submit(copy_context().run, work, item))
                    if len(waiting) > self._count:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                for one in waiting:
                    one.cancel()
