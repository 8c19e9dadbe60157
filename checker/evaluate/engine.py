"""How the same work is done on many batches; what is done is the same whoever does it."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

__all__ = ["IN_TURN", "Engine", "InTurn"]

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
