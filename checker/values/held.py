"""What streams by, kept as long as it is little: a second look costs nothing then."""

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

__all__ = ["Held"]

Item = TypeVar("Item")


class Held(Generic[Item]):
    """Keep the items of a stream whose sizes come to ``most`` at the most.

    ``items`` are they, None before a stream went by to its end, or where it was too large.
    """

    def __init__(self, most: int, size_of: Callable[[Item], int]) -> None:
        self.items: tuple[Item, ...] | None = None
        self._most = most
        self._size_of = size_of

    def through(self, stream: Iterable[Item]) -> Iterator[Item]:
        """Yield the items of a stream as they come."""
        kept: list[Item] = []
        size = 0
        for item in stream:
            size += self._size_of(item)
            if size <= self._most:
                kept.append(item)
            else:
                kept.clear()
            yield item
            del item  # or it would be held while the next one is made
        self.items = tuple(kept) if size <= self._most else None
