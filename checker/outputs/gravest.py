"""The gravest findings of a run, as many as a reader of the format takes, and a count of all."""

from collections import Counter
from collections.abc import Callable
from heapq import heappush, heapreplace
from typing import Generic, TypeVar

from checker.outputs.shelves import GROUPS

__all__ = ["GRAVITY", "Gravest"]

GRAVITY = {word: rank for rank, word in enumerate(w for words in GROUPS.values() for w in words)}
"""The standings by how grave they are: the gravest is 0."""

Item = TypeVar("Item")


class Gravest(Generic[Item]):
    """Keep at most ``most`` findings: graver ones first, of equal ones those that came first."""

    def __init__(self, most: int) -> None:
        self._most = most
        # Every entry is unlike every other by its place, so that items are never compared.
        self._heap: list[tuple[int, int, str, Item]] = []
        self.counts: Counter[str] = Counter()

    def add(self, standing: str, make: Callable[[], Item]) -> None:
        """Count a finding of a standing, and make and keep what is written of it, if it is kept."""
        place = (-GRAVITY[standing], -self.counts.total())
        self.counts[standing] += 1
        if len(self._heap) < self._most:
            heappush(self._heap, (*place, standing, make()))
        elif self._heap and self._heap[0][:2] < place:
            heapreplace(self._heap, (*place, standing, make()))

    def in_order(self) -> list[Item]:
        """Return what is kept in the order in which it came."""
        return [item for _, _, _, item in sorted(self._heap, key=lambda entry: -entry[1])]

    def by_gravity(self) -> list[Item]:
        """Return what is kept, the gravest first."""
        return [item for _, _, _, item in sorted(self._heap, key=lambda e: (-e[0], -e[1]))]

    def left_out(self) -> Counter[str]:
        """Return how many of each standing are not kept."""
        return self.counts - Counter(standing for _, _, standing, _ in self._heap)
