"""How the same work is done on many batches; what is done is the same whoever does it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from checker.reports.batch import Batch

__all__ = ["IN_TURN", "Engine", "Here", "InTurn", "Over"]

Item = TypeVar("Item")
Result = TypeVar("Result")


class Engine(Protocol):
    """Do work on every item, of which no more are held at a time than are worked on."""

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Yield what ``work`` returns for each item, in the order of the items.

        ``work`` on one item must not hang on work on another; it may be done at the same time.
        """


class InTurn:
    """Do one after the other."""

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Yield what ``work`` returns for each item."""
        return map(work, items)


IN_TURN = InTurn()
"""What everything is done with unless somebody says otherwise."""


class Over(Protocol):
    """Do work on every batch of some reports, which are read anew for it."""

    def __call__(self, work: Callable[[Batch], Result]) -> Iterator[Result]:
        """Yield what ``work`` returns for each batch, in the order of the batches.

        ``work`` may be done in another process: it pickles, and so does what it returns.
        """


@dataclass(frozen=True, slots=True)
class Here:
    """Read the reports in this process, and let an engine work on the batches."""

    batches: Callable[[], Iterable[Batch]]
    engine: Engine = IN_TURN

    def __call__(self, work: Callable[[Batch], Result]) -> Iterator[Result]:
        """Yield what ``work`` returns for each batch."""
        return self.engine.map(work, self.batches())
