"""An engine that tells how far it is, pass by pass over the reports."""

from collections.abc import Callable, Iterable, Iterator, Sized
from typing import TypeVar

from checker.evaluate.engine import Engine
from checker.evaluate.run import JudgedBatch

__all__ = ["Tell", "Watched", "untold"]

Item = TypeVar("Item")
Result = TypeVar("Result")

Tell = Callable[[int, int, int | None], None]
"""Is called with the pass, counted from 1, how much of it is done, and how much there is of it.

In this process that is reports: how many there are is known once all were read, None before. On a
cluster it is parts. A pass ends with all of them.
"""


def untold(number: int, done: int, count: int | None) -> None:
    """Tell nobody."""
    del number, done, count


class Watched:
    """Let ``engine`` work, and ``tell`` of each pass: its begin, every batch, and its end."""

    def __init__(self, engine: Engine, tell: Tell) -> None:
        self._engine = engine
        self._tell = tell
        self._passes = 0
        self._reports: int | None = None

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Yield what ``work`` returns for each item, in the order of the items."""
        self._passes += 1
        sizes: list[int] = []
        done = 0
        self._tell(self._passes, 0, self._reports)
        for at, result in enumerate(self._engine.map(work, _measured(items, sizes))):
            done += sizes[at]
            if done != self._reports:
                self._tell(self._passes, done, self._reports)
            yield result
        self._reports = done
        self._tell(self._passes, done, done)


def _measured(items: Iterable[Item], sizes: list[int]) -> Iterator[Item]:
    for item in items:
        sizes.append(_reports_in(item))
        yield item


def _reports_in(item: object) -> int:
    """Return how many reports an item holds: a batch, or one that is judged."""
    if isinstance(item, JudgedBatch):
        return len(item.columns.batch)
    return len(item) if isinstance(item, Sized) else 0
